package org.doorwarden.backend.lab;

import java.util.Objects;
import org.doorwarden.model.Identified;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.setting.Setting;

/**
 * Something that goes wrong with one service or one setting of a training server.
 *
 * @param target the service's name; for a setting its address or its {@link Setting#identity()}, for a component of
 *     Windows its name
 * @param times how often it still goes wrong; {@link #ALWAYS} for no end
 */
public record Fault(Kind kind, String target, int times) {

    public static final int ALWAYS = -1;

    /** What can go wrong. */
    public enum Kind implements Identified {
        /** Every request to change it is answered with 5, access is denied. */
        ACCESS_DENIED("access-denied", false),
        /** Its configuration alone cannot be changed: 5. */
        CONFIG_DENIED("config-denied", false),
        /** Changing its configuration is answered with success and has no effect. */
        CONFIG_IGNORED("config-ignored", false),
        /** It does not accept to be stopped: 1052. */
        STOP_REFUSED("stop-refused", false),
        /** It does not answer a request to stop: 1053. */
        STOP_TIMES_OUT("stop-times-out", false),
        /** It says that it is stopping and does not end before the fault is cleared, however often it was to happen. */
        STOP_HANGS("stop-hangs", false),
        /** Its process does not answer when started: 1053. */
        START_TIMES_OUT("start-times-out", false),
        /** It begins to start and dies: exit code 1067. */
        START_FAILS("start-fails", false),
        /** Its account cannot sign in: 1069. */
        LOGON_FAILS("logon-fails", false),
        /** Somebody starts it again as soon as it has stopped. */
        RESTARTS_ITSELF("restarts-itself", false),
        /** The setting cannot be changed: 5. */
        SETTING_DENIED("setting-denied", true),
        /** Changing the setting is answered with success and has no effect. */
        SETTING_IGNORED("setting-ignored", true),
        /** Half a second after the setting was changed, somebody changes it back. */
        SETTING_CHANGED_BACK("setting-changed-back", true),
        /** The files to install the component from are nowhere to be found: 0x800F081F. */
        COMPONENT_SOURCE_MISSING("component-source-missing", true),
        /** Installing and uninstalling the component fails: 0x800F0922. */
        COMPONENT_FAILS("component-fails", true);

        private final String id;
        private final boolean ofSettings;

        Kind(String id, boolean ofSettings) {
            this.id = id;
            this.ofSettings = ofSettings;
        }

        @Override
        public String id() {
            return id;
        }

        /** Whether it goes wrong with a setting, and not with a service. */
        public boolean isOfSettings() {
            return ofSettings;
        }
    }

    public Fault {
        Objects.requireNonNull(kind, "kind");
        if (target.isBlank()) {
            throw new IllegalArgumentException("a fault is one of something");
        }
        if (times < ALWAYS || times == 0) {
            throw new IllegalArgumentException("a fault happens always or at least once, not " + times + " times");
        }
    }

    /** A fault of a service. */
    public Fault(Kind kind, ServiceName service, int times) {
        this(kind, service.value(), times);
    }

    boolean hits(ServiceName service) {
        return !kind.isOfSettings() && service.equals(new ServiceName(target));
    }

    boolean hits(Setting setting) {
        return kind.isOfSettings()
                && (target.equalsIgnoreCase(setting.address()) || target.equalsIgnoreCase(setting.identity()));
    }
}
