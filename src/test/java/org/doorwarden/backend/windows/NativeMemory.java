package org.doorwarden.backend.windows;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The memory that a Windows function hands out, written field by field, and whether it was given back. */
final class NativeMemory {

    private final List<Memory> kept = new ArrayList<>();
    private final Set<Long> handedOut = new HashSet<>();

    /** Room for structures, with rubbish in the gaps between their fields. */
    Memory room(int size) {
        Memory memory = new Memory(size);
        memory.setMemory(0, size, (byte) 0xA5);
        kept.add(memory);
        return memory;
    }

    /** A text as Windows writes it. */
    Pointer text(String text) {
        return bytes((text + "\0").getBytes(StandardCharsets.UTF_16LE));
    }

    Pointer sid(String sid) {
        return bytes(Sid.parse(sid).orElseThrow());
    }

    private Pointer bytes(byte[] bytes) {
        Memory memory = room(bytes.length);
        memory.write(0, bytes, 0, bytes.length);
        return memory;
    }

    /** Marks memory as handed out; it must be freed once. */
    Pointer handOut(Memory memory) {
        handedOut.add(Pointer.nativeValue(memory));
        return memory;
    }

    void free(Pointer memory) {
        if (!handedOut.remove(Pointer.nativeValue(memory))) {
            throw new AssertionError("freed what was not handed out, or twice");
        }
    }

    boolean isAllFreed() {
        return handedOut.isEmpty();
    }
}
