package org.doorwarden.backend.windows;

import java.util.UUID;

/** COM made ready for the calling thread, until it is closed on the same thread. */
final class ComSession implements AutoCloseable {

    /** RPC_E_CHANGED_MODE: somebody made it ready before, in another way, which does for us. */
    private static final int CHANGED_MODE = 0x80010106;

    private final Com com;
    private final boolean ours;

    private ComSession(Com com, boolean ours) {
        this.com = com;
        this.ours = ours;
    }

    static ComSession open(Com com) throws WindowsFailure {
        int result = com.initialize();
        if (result != CHANGED_MODE) {
            WindowsFailure.checkResult("CoInitializeEx", result);
        }
        return new ComSession(com, result != CHANGED_MODE);
    }

    ComObject create(String what, UUID classId, UUID interfaceId) throws WindowsFailure {
        return ComObject.create(com, what, classId, interfaceId);
    }

    @Override
    public void close() {
        if (ours) {
            com.uninitialize();
        }
    }
}
