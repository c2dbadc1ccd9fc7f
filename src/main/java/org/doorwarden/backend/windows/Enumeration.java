package org.doorwarden.backend.windows;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.List;
import org.doorwarden.backend.WindowsError;

/** Calls a network management function that lists things, as often as it has more of them. */
final class Enumeration {

    private final NetworkManagement functions;

    Enumeration(NetworkManagement functions) {
        this.functions = functions;
    }

    /** One call, which goes on where the one before it ended. */
    @FunctionalInterface
    interface Call {
        int list(PointerByReference buffer, IntByReference read, IntByReference total);
    }

    /** Makes one thing of the structure at an address. */
    @FunctionalInterface
    interface Parser<T> {
        T parse(Pointer structure);
    }

    /** @param size of one structure in bytes */
    <T> List<T> all(String function, int size, Call call, Parser<T> parser) throws WindowsFailure {
        List<T> all = new ArrayList<>();
        while (true) {
            PointerByReference buffer = new PointerByReference();
            IntByReference read = new IntByReference();
            int error = call.list(buffer, read, new IntByReference());
            Pointer structures = buffer.getValue();
            try {
                // Where it says that there is more and gives nothing, asking again would never end.
                if (error != 0 && (error != WindowsError.MORE_DATA || read.getValue() == 0)) {
                    throw new WindowsFailure(function, error);
                }
                for (int i = 0; i < read.getValue(); i++) {
                    all.add(parser.parse(structures.share((long) i * size)));
                }
            } finally {
                if (structures != null) {
                    functions.NetApiBufferFree(structures);
                }
            }
            if (error == 0) {
                return all;
            }
        }
    }
}
