package org.doorwarden.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ServiceNameTest {

    @Test
    void ignoresCaseAndKeepsTheSpelling() {
        assertEquals(new ServiceName("RpcSs"), new ServiceName("RPCSS"));
        assertEquals(new ServiceName("RpcSs").hashCode(), new ServiceName("rpcss").hashCode());
        assertEquals(0, new ServiceName("RpcSs").compareTo(new ServiceName("RPCSS")));
        assertEquals("RpcSs", new ServiceName("RpcSs").value());
    }

    @Test
    void foldsEveryScriptAsTheComparisonDoes() {
        for (int point = 1; point < Character.MAX_CODE_POINT; point++) {
            if (Character.isLetter(point)) {
                String letter = Character.toString(point);
                ServiceName upper = new ServiceName(letter.toUpperCase(java.util.Locale.ROOT));
                ServiceName lower = new ServiceName(letter.toLowerCase(java.util.Locale.ROOT));
                if (upper.equals(lower)) {
                    assertEquals(upper.hashCode(), lower.hashCode(), letter);
                }
            }
        }
    }

    @Test
    void isNeverEmpty() {
        assertThrows(IllegalArgumentException.class, () -> new ServiceName(""));
        assertNotEquals(new ServiceName("a"), new ServiceName("b"));
    }
}
