package org.doorwarden.model;

/**
 * What kind of thing the Service Control Manager manages under a name.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winsvc/ns-winsvc-service_status">SERVICE_STATUS,
 *     dwServiceType</a>
 */
public enum ServiceType implements Identified {
    OWN_PROCESS("own-process"),
    SHARED_PROCESS("shared-process"),
    KERNEL_DRIVER("kernel-driver"),
    FILE_SYSTEM_DRIVER("file-system-driver"),
    /** Adapters and file system recognizers. */
    OTHER_DRIVER("other-driver"),
    /** A template from which Windows makes one service for each user who signs in. */
    USER_TEMPLATE("user-template"),
    /** A per-user service made from a template; its name ends with the session's suffix. */
    USER_INSTANCE("user-instance"),
    UNKNOWN("unknown");

    private static final int DRIVERS = 0x1 | 0x2 | 0x4 | 0x8;
    private static final int OWN = 0x10;
    private static final int SHARED = 0x20;
    private static final int USER = 0x40;
    private static final int INSTANCE = 0x80;

    private final String id;

    ServiceType(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    public boolean isDriver() {
        return this == KERNEL_DRIVER || this == FILE_SYSTEM_DRIVER || this == OTHER_DRIVER;
    }

    public boolean isPerUser() {
        return this == USER_TEMPLATE || this == USER_INSTANCE;
    }

    /** Reads the bits of {@code dwServiceType} or of the registry's {@code Type} value. */
    public static ServiceType ofBits(int bits) {
        if ((bits & DRIVERS) != 0) {
            return switch (bits & DRIVERS) {
                case 0x1 -> KERNEL_DRIVER;
                case 0x2 -> FILE_SYSTEM_DRIVER;
                default -> OTHER_DRIVER;
            };
        }
        if ((bits & USER) != 0) {
            return (bits & INSTANCE) != 0 ? USER_INSTANCE : USER_TEMPLATE;
        }
        if ((bits & OWN) != 0) {
            return OWN_PROCESS;
        }
        return (bits & SHARED) != 0 ? SHARED_PROCESS : UNKNOWN;
    }
}
