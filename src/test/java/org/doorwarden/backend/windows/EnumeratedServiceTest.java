package org.doorwarden.backend.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Memory laid out by hand as ENUM_SERVICE_STATUS_PROCESSW is documented, for both pointer sizes. */
class EnumeratedServiceTest {

    private static final long ADDRESS = 0x12340000L;
    private static final int TEXTS_AT = 1024;

    private final ByteBuffer memory = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
    private int freeText = TEXTS_AT;

    @ParameterizedTest
    @ValueSource(ints = {4, 8})
    void entriesAreReadAsWindowsLaysThemOut(int pointerSize) {
        // Two pointers and nine numbers, rounded up to a whole number of pointers.
        int stride = pointerSize == 8 ? 56 : 44;
        entry(0, pointerSize, "W3SVC", "World Wide Web Publishing Service", 0x20, 4, 0x5, 1234);
        entry(stride, pointerSize, "Dienst-Ärger ☃", "", 0x10, 1, 0, 0);

        List<EnumeratedService> services = EnumeratedService.parse(memory.array(), ADDRESS, 2, pointerSize);

        EnumeratedService web = services.get(0);
        assertEquals("W3SVC", web.name());
        assertEquals("World Wide Web Publishing Service", web.displayName());
        assertEquals(new EnumeratedService.Status(0x20, 4, 0x5, 1077, 7, 30000, 1234), web.status());
        assertTrue(web.status().acceptsStop());
        assertFalse(web.status().acceptsPause());
        assertEquals("Dienst-Ärger ☃", services.get(1).name());
        assertEquals(
                "Dienst-Ärger ☃", services.get(1).displayName(), "a service without a display name shows its name");
        assertFalse(services.get(1).status().acceptsStop());
    }

    private void entry(
            int at, int pointerSize, String name, String displayName, int type, int state, int accepted, int pid) {
        pointer(at, pointerSize, name);
        pointer(at + pointerSize, pointerSize, displayName);
        int[] status = {type, state, accepted, 1077, 99, 7, 30000, pid, 0};
        for (int i = 0; i < status.length; i++) {
            memory.putInt(at + 2 * pointerSize + 4 * i, status[i]);
        }
    }

    private void pointer(int at, int size, String text) {
        long value = ADDRESS + freeText;
        if (size == 8) {
            memory.putLong(at, value);
        } else {
            memory.putInt(at, (int) value);
        }
        byte[] bytes = (text + '\0').getBytes(StandardCharsets.UTF_16LE);
        memory.put(freeText, bytes);
        freeText += bytes.length;
    }
}
