package org.doorwarden.apply;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.journal.Snapshot;
import org.doorwarden.model.ChangeState;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.StartType;
import org.doorwarden.model.access.FeatureDetail;
import org.doorwarden.model.setting.FeatureState;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.WindowsFeature;
import org.doorwarden.plan.Change;
import org.doorwarden.plan.Change.SetSetting;
import org.doorwarden.text.Message;

/**
 * What is to be done and said once a component of Windows has been installed again: its setup program makes its services
 * as it pleases, and knows nothing of what had been configured in it.
 */
final class Reinstallation {

    private final ServerBackend backend;
    private final Snapshot snapshot;
    private final Set<SetSetting> again = new LinkedHashSet<>();

    Reinstallation(ServerBackend backend, Snapshot snapshot) {
        this.backend = backend;
        this.snapshot = snapshot;
    }

    /**
     * Whether undoing the change now means installing a component again, or going on with that. A component that waits
     * to be uninstalled is not gone, and what somebody else installed again is theirs.
     */
    boolean isOne(Change change, ChangeState state) throws BackendException {
        if (!(change instanceof SetSetting set) || !(set.setting() instanceof WindowsFeature feature)) {
            return false;
        }
        SettingValue now = backend.setting(feature);
        boolean goesOn = state == ChangeState.UNDO_BEGUN || state == ChangeState.RESIDUE;
        return now != FeatureState.UNINSTALL_PENDING && (now != FeatureState.INSTALLED || goesOn);
    }

    /**
     * Gives the services that came back the start types they shall have.
     *
     * @param startTypes what was found, or what changes still in effect have set
     * @throws ChangeFailure if services are not back; that is for a later try
     */
    void complete(Change change, Function<ServiceName, StartType> startTypes) throws BackendException, ChangeFailure {
        SetSetting installed = (SetSetting) change;
        List<ServiceName> missing = new ArrayList<>();
        for (Service before : servicesOf(installed)) {
            try {
                StartType wanted = startTypes.apply(before.name());
                StartType now = backend.condition(before.name()).startType();
                if (wanted != StartType.UNKNOWN && now != wanted) {
                    backend.setStartType(before.name(), wanted);
                }
            } catch (BackendException failed) {
                if (failed.code() != WindowsError.SERVICE_DOES_NOT_EXIST) {
                    throw failed;
                }
                missing.add(before.name());
            }
        }
        if (!missing.isEmpty()) {
            throw new ChangeFailure(
                    Message.of("undo.component.not.back", installed.setting().address(), listed(missing)));
        }
        again.add(installed);
    }

    /** What is different all the same, and what cannot be seen. */
    List<Message> residue(Inventory after) throws BackendException {
        List<Message> residue = new ArrayList<>();
        for (SetSetting installed : again) {
            residue.add(
                    Message.of("undo.component.installed", installed.setting().address()));
            for (Service before : servicesOf(installed)) {
                after.find(before.name()).ifPresent(now -> compare(before, now, residue));
            }
        }
        return residue;
    }

    private List<Service> servicesOf(SetSetting change) throws BackendException {
        List<ServiceName> told = backend.feature((WindowsFeature) change.setting())
                .map(FeatureDetail::services)
                .orElse(List.of());
        return (told.isEmpty() ? untold(change) : told)
                .stream()
                        .flatMap(name -> snapshot.before().find(name).stream())
                        .filter(service -> !service.isDriver())
                        .toList();
    }

    /**
     * Where the server does not tell what services are in a component, the one on whose account it went: it is back when
     * the whole and all its parts are, and the part that went first comes last.
     */
    private List<ServiceName> untold(SetSetting change) {
        boolean comesLast = snapshot.plan().changes().stream()
                .filter(each -> each.kind() == Change.Kind.SET_WINDOWS_FEATURE
                        && each.service().equals(change.service()))
                .findFirst()
                .equals(Optional.of(change));
        return comesLast ? List.of(change.service()) : List.of();
    }

    private static void compare(Service before, Service now, List<Message> residue) {
        compare(before, "account", before.account(), now.account(), residue);
        compare(before, "program", before.imagePath(), now.imagePath(), residue);
        compare(before, "needs", listed(before.dependsOn()), listed(now.dependsOn()), residue);
        compare(
                before,
                "group.needs",
                String.join(", ", before.dependsOnGroups()),
                String.join(", ", now.dependsOnGroups()),
                residue);
    }

    private static void compare(Service service, String what, String before, String now, List<Message> residue) {
        if (!before.equalsIgnoreCase(now)) {
            residue.add(Message.of(
                    "undo.component.difference",
                    service.name(),
                    Message.of("undo.component.difference." + what),
                    before.isEmpty() ? "-" : before,
                    now.isEmpty() ? "-" : now));
        }
    }

    private static String listed(List<ServiceName> names) {
        return names.stream().map(ServiceName::value).collect(Collectors.joining(", "));
    }
}
