package org.doorwarden.backend.windows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * One entry of the Service Control Manager's enumeration: ENUM_SERVICE_STATUS_PROCESSW.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winsvc/ns-winsvc-enum_service_status_processw">
 *     ENUM_SERVICE_STATUS_PROCESSW</a>
 */
record EnumeratedService(String name, String displayName, Status status) {

    /** SERVICE_STATUS_PROCESS. */
    record Status(int type, int state, int controlsAccepted, int exitCode, int checkPoint, int waitHint, int pid) {

        private static final int SIZE = 9 * 4;
        private static final int ACCEPT_STOP = 0x1;
        private static final int ACCEPT_PAUSE_CONTINUE = 0x2;

        /** Reads the structure's nine numbers. */
        static Status parse(ByteBuffer bytes, int at) {
            return new Status(
                    bytes.getInt(at),
                    bytes.getInt(at + 4),
                    bytes.getInt(at + 8),
                    bytes.getInt(at + 12),
                    bytes.getInt(at + 20),
                    bytes.getInt(at + 24),
                    bytes.getInt(at + 28));
        }

        boolean acceptsStop() {
            return (controlsAccepted & ACCEPT_STOP) != 0;
        }

        boolean acceptsPause() {
            return (controlsAccepted & ACCEPT_PAUSE_CONTINUE) != 0;
        }
    }

    /**
     * Reads an array of entries. Names are pointers into the same memory.
     *
     * @param address where the memory began
     * @param pointerSize 4 or 8 bytes
     */
    static List<EnumeratedService> parse(byte[] memory, long address, int count, int pointerSize) {
        ByteBuffer bytes = ByteBuffer.wrap(memory).order(ByteOrder.LITTLE_ENDIAN);
        int entry = 2 * pointerSize + Status.SIZE;
        int stride = (entry + pointerSize - 1) / pointerSize * pointerSize;
        List<EnumeratedService> services = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int at = i * stride;
            String name = text(bytes, pointer(bytes, at, pointerSize), address);
            String displayName = text(bytes, pointer(bytes, at + pointerSize, pointerSize), address);
            Status status = Status.parse(bytes, at + 2 * pointerSize);
            services.add(new EnumeratedService(name, displayName.isEmpty() ? name : displayName, status));
        }
        return services;
    }

    private static long pointer(ByteBuffer bytes, int at, int size) {
        return size == 8 ? bytes.getLong(at) : bytes.getInt(at) & 0xFFFFFFFFL;
    }

    private static String text(ByteBuffer bytes, long pointer, long address) {
        if (pointer == 0) {
            return "";
        }
        int at = Math.toIntExact(pointer - address);
        StringBuilder text = new StringBuilder();
        for (char c = bytes.getChar(at); c != 0; c = bytes.getChar(at)) {
            text.append(c);
            at += 2;
        }
        return text.toString();
    }
}
