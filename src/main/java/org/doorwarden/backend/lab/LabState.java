package org.doorwarden.backend.lab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.StartType;
import org.doorwarden.model.access.Seat;
import org.doorwarden.model.setting.FeatureState;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;

/** How a training server stands right now: what of it can change. Only {@link LabScm} changes it. */
final class LabState {

    /** The first number for a process that starts later; those running from the beginning have lower ones. */
    private static final long FIRST_LATER_PID = 1200;

    /** How one service stands. */
    static final class Condition {
        StartType startType;
        ServiceState state;
        long pid;
        int exitCode;
        /** Where a pending service is going; the present state if it is not pending. */
        ServiceState target;
        /** Since when it is pending. */
        Instant since;
        /** When it gets there; null for never. */
        Instant until;

        Condition(StartType startType, ServiceState state, long pid, int exitCode) {
            this.startType = startType;
            this.state = state;
            this.pid = pid;
            this.exitCode = exitCode;
            this.target = state;
            this.since = Instant.EPOCH;
            this.until = Instant.EPOCH;
        }

        void settleAt(ServiceState settled) {
            state = settled;
            target = settled;
            since = Instant.EPOCH;
            until = Instant.EPOCH;
        }
    }

    /** What a setting will be again, and when. */
    record ChangeBack(SettingValue value, Instant at) {}

    final Map<ServiceName, Condition> conditions = new LinkedHashMap<>();
    final List<Fault> faults = new ArrayList<>();
    /** Settings that were changed, and what is there now. */
    final Map<Setting, SettingValue> settings = new LinkedHashMap<>();

    /** Whether the Server service found, when it was last started, that it shall make no administrative shares. */
    boolean withoutAdministrativeShares;
    /** Settings that somebody is about to change back. */
    final Map<Setting, ChangeBack> changingBack = new LinkedHashMap<>();
    /** Components that were installed or uninstalled, by name, and how they stand now. */
    final Map<String, FeatureState> components = new LinkedHashMap<>();
    /** Where the person sits who works with the server; empty for where the definition says. */
    Optional<Seat> seat = Optional.empty();
    /** The configuration of IIS, once it was changed. */
    Optional<byte[]> iisConfiguration = Optional.empty();

    long nextPid = FIRST_LATER_PID;
    /** How many times faster than life pending states pass. */
    int speed = 1;

    /** The state of a server that has just started: what runs from the beginning runs, what fails then fails. */
    static LabState fresh(LabDefinition definition) {
        LabState state = new LabState();
        state.faults.addAll(definition.faults());
        for (LabService each : definition.services().values()) {
            Service service = each.service();
            int exitCode = service.isActive() ? 0 : WindowsError.SERVICE_NEVER_STARTED;
            state.conditions.put(
                    service.name(), new Condition(service.startType(), service.state(), service.pid(), exitCode));
        }
        return state;
    }
}
