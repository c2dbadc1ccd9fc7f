package org.doorwarden.backend.lab;

import java.util.List;
import java.util.function.Predicate;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.setting.Setting;

/** The faults of a training server; those that happen only so often are used up. */
final class LabFaults {

    private final List<Fault> faults;

    LabFaults(LabState state) {
        this.faults = state.faults;
    }

    /** Whether a fault of the kind hits the service now. */
    boolean strikes(Fault.Kind kind, ServiceName service) {
        return strikes(fault -> fault.kind() == kind && fault.hits(service));
    }

    /** Whether a fault of the kind hits the setting now. */
    boolean strikes(Fault.Kind kind, Setting setting) {
        return strikes(fault -> fault.kind() == kind && fault.hits(setting));
    }

    /** Whether there is such a fault, without using it up. */
    boolean has(Fault.Kind kind, ServiceName service) {
        return faults.stream().anyMatch(fault -> fault.kind() == kind && fault.hits(service));
    }

    private boolean strikes(Predicate<Fault> which) {
        for (int i = 0; i < faults.size(); i++) {
            Fault fault = faults.get(i);
            if (which.test(fault)) {
                if (fault.times() == 1) {
                    faults.remove(i);
                } else if (fault.times() != Fault.ALWAYS) {
                    faults.set(i, new Fault(fault.kind(), fault.target(), fault.times() - 1));
                }
                return true;
            }
        }
        return false;
    }
}
