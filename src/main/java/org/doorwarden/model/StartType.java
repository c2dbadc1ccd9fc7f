package org.doorwarden.model;

/**
 * When the Service Control Manager starts a service. Delayed start is a start type of its own here, as in services.msc;
 * in the registry it is {@code Start} 2 with {@code DelayedAutostart} 1. Trigger start is not: a service of any start
 * type but disabled may have triggers as well.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/services/service-configuration-program-tasks">Service
 *     configuration</a>
 */
public enum StartType implements Identified {
    BOOT("boot", 0),
    SYSTEM("system", 1),
    AUTOMATIC("automatic", 2),
    AUTOMATIC_DELAYED("automatic-delayed", 2),
    MANUAL("manual", 3),
    DISABLED("disabled", 4),
    /** The configuration could not be read; the inventory's problems say why. */
    UNKNOWN("unknown", -1);

    private final String id;
    private final int registryValue;

    StartType(String id, int registryValue) {
        this.id = id;
        this.registryValue = registryValue;
    }

    @Override
    public String id() {
        return id;
    }

    /** The {@code Start} value in the registry, which is also {@code dwStartType} of ChangeServiceConfig. */
    public int registryValue() {
        return registryValue;
    }

    /** Whether Windows starts such a service by itself when the machine starts. */
    public boolean startsByItself() {
        return this == BOOT || this == SYSTEM || this == AUTOMATIC || this == AUTOMATIC_DELAYED;
    }

    /** Reads {@code Start} and {@code DelayedAutostart}; a delayed flag counts only beside an automatic start. */
    public static StartType of(int start, boolean delayed) {
        return switch (start) {
            case 0 -> BOOT;
            case 1 -> SYSTEM;
            case 2 -> delayed ? AUTOMATIC_DELAYED : AUTOMATIC;
            case 3 -> MANUAL;
            case 4 -> DISABLED;
            default -> UNKNOWN;
        };
    }
}
