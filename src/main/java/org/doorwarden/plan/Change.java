package org.doorwarden.plan;

import java.util.Objects;
import org.doorwarden.model.Identified;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.StartType;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.TakesEffect;

/** One reversible step on a server. It carries the value it expects to find, so that undoing needs no defaults. */
public sealed interface Change {

    /** The kinds of changes. */
    enum Kind implements Identified {
        STOP_SERVICE("stop-service"),
        SET_START_TYPE("set-start-type"),
        SET_REGISTRY_VALUE("set-registry-value"),
        SET_KEY_SECURITY("set-key-security"),
        SET_LOCAL_GROUP("set-local-group"),
        SET_GROUP_MEMBERS("set-group-members"),
        SET_FIREWALL_RULE("set-firewall-rule"),
        SET_IIS_CONFIGURATION("set-iis-configuration"),
        SET_WINDOWS_FEATURE("set-windows-feature");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    /** Its name within the plan, as {@code c3}; people type it to undo just this change. */
    String id();

    /** The service that is changed, or on whose account a setting is. */
    ServiceName service();

    Cause cause();

    Kind kind();

    /** Stops a service that is running or paused; undone by starting it, and pausing it again if it was paused. */
    record StopService(String id, ServiceName service, ServiceState before, Cause cause) implements Change {

        public StopService {
            requireCommon(id, service, cause);
            if (before != ServiceState.RUNNING && before != ServiceState.PAUSED) {
                throw new IllegalArgumentException("only what runs or is paused is stopped, not what is " + before);
            }
        }

        @Override
        public Kind kind() {
            return Kind.STOP_SERVICE;
        }
    }

    /** Sets when Windows starts a service. */
    record SetStartType(String id, ServiceName service, StartType before, StartType after, Cause cause)
            implements Change {

        public SetStartType {
            requireCommon(id, service, cause);
            if (before == StartType.UNKNOWN || after == StartType.UNKNOWN) {
                throw new IllegalArgumentException("an unknown start type cannot be put back");
            }
        }

        @Override
        public Kind kind() {
            return Kind.SET_START_TYPE;
        }
    }

    /**
     * Sets one setting of the server.
     *
     * @param takesEffect when it counts
     */
    record SetSetting(
            String id,
            ServiceName service,
            Setting setting,
            SettingValue before,
            SettingValue after,
            TakesEffect takesEffect,
            Cause cause)
            implements Change {

        public SetSetting {
            requireCommon(id, service, cause);
            Objects.requireNonNull(takesEffect, "takesEffect");
            if (!setting.accepts(before) || !setting.accepts(after)) {
                throw new IllegalArgumentException("not a value of " + setting + ": " + before + " or " + after);
            }
        }

        @Override
        public Kind kind() {
            return kindOf(setting.kind());
        }

        /** The kind of change that sets such a setting. */
        public static Kind kindOf(Setting.Kind kind) {
            return switch (kind) {
                case REGISTRY_VALUE -> Kind.SET_REGISTRY_VALUE;
                case KEY_SECURITY -> Kind.SET_KEY_SECURITY;
                case LOCAL_GROUP -> Kind.SET_LOCAL_GROUP;
                case GROUP_MEMBERS -> Kind.SET_GROUP_MEMBERS;
                case FIREWALL_RULE -> Kind.SET_FIREWALL_RULE;
                case IIS_CONFIGURATION -> Kind.SET_IIS_CONFIGURATION;
                case WINDOWS_FEATURE -> Kind.SET_WINDOWS_FEATURE;
            };
        }
    }

    private static void requireCommon(String id, ServiceName service, Cause cause) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(cause, "cause");
    }
}
