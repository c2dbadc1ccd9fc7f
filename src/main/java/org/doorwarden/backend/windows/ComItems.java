package org.doorwarden.backend.windows;

import com.sun.jna.Memory;
import com.sun.jna.ptr.IntByReference;
import java.util.Optional;
import java.util.UUID;
import org.doorwarden.backend.WindowsError;

/**
 * The items of a collection, one after the other, as scripts go through them.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/oaidl/nf-oaidl-ienumvariant-next">IEnumVARIANT::Next</a>
 */
final class ComItems implements AutoCloseable {

    private static final UUID ENUM_VARIANT = UUID.fromString("00020404-0000-0000-c000-000000000046");
    private static final int NEXT = 3;
    private static final int S_FALSE = 1;

    /** VARIANT: its type in the first two bytes, its value from the eighth on. */
    private static final int VARIANT_SIZE = 24;

    private static final int VALUE = 8;
    private static final int VT_DISPATCH = 9;
    private static final int VT_UNKNOWN = 13;

    private final Com com;
    private final ComObject items;
    private final String what;
    private final Memory variant = new Memory(VARIANT_SIZE);

    private ComItems(Com com, ComObject items, String what) {
        this.com = com;
        this.items = items;
        this.what = what;
    }

    /** @param newEnum the position of the collection's {@code _NewEnum} */
    static ComItems of(Com com, ComObject collection, int newEnum, String what) throws WindowsFailure {
        try (ComObject unknown = collection.object(what, newEnum)) {
            return new ComItems(com, unknown.as(what, ENUM_VARIANT), what);
        }
    }

    /** The next item by one of its interfaces; empty after the last one. */
    Optional<ComObject> next(UUID interfaceId) throws WindowsFailure {
        variant.clear();
        if (items.call(what, NEXT, 1, variant, new IntByReference()) == S_FALSE) {
            return Optional.empty();
        }
        int type = Short.toUnsignedInt(variant.getShort(0));
        if (type != VT_DISPATCH && type != VT_UNKNOWN) {
            com.clear(variant);
            throw new WindowsFailure(what, WindowsError.INVALID_DATA);
        }
        try (ComObject item = ComObject.of(com, what, 0, variant.getPointer(VALUE))) {
            return Optional.of(item.as(what, interfaceId));
        }
    }

    @Override
    public void close() {
        items.close();
    }
}
