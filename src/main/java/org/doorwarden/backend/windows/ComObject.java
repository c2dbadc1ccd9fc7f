package org.doorwarden.backend.windows;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import com.sun.jna.ptr.ShortByReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;

/** A reference to an object of COM, given back when it is closed. */
final class ComObject implements AutoCloseable {

    /** The functions of IUnknown, which every interface begins with. */
    private static final int QUERY_INTERFACE = 0;

    private static final int RELEASE = 2;
    private static final short VARIANT_TRUE = -1;
    private static final short VARIANT_FALSE = 0;
    private static final int GUID_SIZE = 16;

    private final Com com;
    private final Pointer pointer;

    private ComObject(Com com, Pointer pointer) {
        this.com = com;
        this.pointer = pointer;
    }

    /** Makes a new object of a class. */
    static ComObject create(Com com, String what, UUID classId, UUID interfaceId) throws WindowsFailure {
        PointerByReference object = new PointerByReference();
        return of(com, what, com.create(guid(classId), guid(interfaceId), object), object.getValue());
    }

    /** Takes over a reference that Windows handed out. */
    static ComObject of(Com com, String what, int result, Pointer pointer) throws WindowsFailure {
        WindowsFailure.checkResult(what, result);
        if (pointer == null) {
            throw WindowsFailure.ofResult(what, WindowsFailure.E_POINTER);
        }
        return new ComObject(com, pointer);
    }

    /** The same object by another of its interfaces. */
    ComObject as(String what, UUID interfaceId) throws WindowsFailure {
        PointerByReference object = new PointerByReference();
        return of(com, what, com.call(pointer, QUERY_INTERFACE, guid(interfaceId), object), object.getValue());
    }

    /** @return what the function answered, which was no failure */
    int call(String what, int slot, Object... arguments) throws WindowsFailure {
        int result = com.call(pointer, slot, arguments);
        WindowsFailure.checkResult(what, result);
        return result;
    }

    ComObject object(String what, int slot) throws WindowsFailure {
        PointerByReference object = new PointerByReference();
        return of(com, what, com.call(pointer, slot, object), object.getValue());
    }

    int number(String what, int slot, Object... arguments) throws WindowsFailure {
        IntByReference number = new IntByReference();
        call(what, slot, with(arguments, number));
        return number.getValue();
    }

    boolean flag(String what, int slot, Object... arguments) throws WindowsFailure {
        ShortByReference flag = new ShortByReference();
        call(what, slot, with(arguments, flag));
        return flag.getValue() != VARIANT_FALSE;
    }

    String text(String what, int slot) throws WindowsFailure {
        PointerByReference text = new PointerByReference();
        call(what, slot, text);
        try {
            return WideText.counted(text.getValue());
        } finally {
            com.free(text.getValue());
        }
    }

    void give(String what, int slot, boolean flag) throws WindowsFailure {
        call(what, slot, flag ? VARIANT_TRUE : VARIANT_FALSE);
    }

    void give(String what, int slot, String text) throws WindowsFailure {
        Pointer allocated = com.allocate(text);
        try {
            call(what, slot, allocated);
        } finally {
            com.free(allocated);
        }
    }

    void give(String what, int slot, ComObject object) throws WindowsFailure {
        call(what, slot, object.pointer);
    }

    @Override
    public void close() {
        com.call(pointer, RELEASE);
    }

    private static Object[] with(Object[] arguments, Object last) {
        Object[] all = new Object[arguments.length + 1];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = last;
        return all;
    }

    /** The layout of GUID: a number of four bytes and two of two, lowest byte first, and eight bytes as written. */
    private static Memory guid(UUID id) {
        long high = id.getMostSignificantBits();
        ByteBuffer bytes = ByteBuffer.allocate(GUID_SIZE).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt((int) (high >>> 32)).putShort((short) (high >>> 16)).putShort((short) high);
        bytes.order(ByteOrder.BIG_ENDIAN).putLong(id.getLeastSignificantBits());
        Memory memory = new Memory(GUID_SIZE);
        memory.write(0, bytes.array(), 0, GUID_SIZE);
        return memory;
    }
}
