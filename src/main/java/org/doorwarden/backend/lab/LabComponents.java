package org.doorwarden.backend.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.BackendException.Operation;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.model.ServerTraits;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.StartType;
import org.doorwarden.model.access.FeatureDetail;
import org.doorwarden.model.access.FeatureDetail.Restart;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.FeatureState;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.WindowsFeature;

/**
 * The components of Windows on a training server at one moment. As DISM does it, uninstalling a whole takes its parts
 * along, a part is not installed without its whole, and what needs a restart is there, or gone, only after it.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/manufacture/desktop/dism/dismdisablefeature-function">
 *     DismDisableFeature</a>
 * @see <a href="https://learn.microsoft.com/windows-hardware/manufacture/desktop/dism/dismenablefeature-function">
 *     DismEnableFeature</a>
 */
final class LabComponents {

    private final LabDefinition definition;
    private final LabState state;

    LabComponents(LabDefinition definition, LabState state) {
        this.definition = definition;
        this.state = state;
    }

    /** Whether the service is on the server, as far as components decide that. */
    boolean hold(ServiceName service) {
        return definition.components().values().stream()
                .filter(component -> component.services().containsKey(service))
                .allMatch(component -> isThere(stateOf(component)));
    }

    /** How a component stands; absent if this Windows has no such component. */
    SettingValue read(WindowsFeature feature) {
        return find(feature).<SettingValue>map(this::stateOf).orElse(Absent.ITSELF);
    }

    Optional<FeatureDetail> detail(WindowsFeature feature) {
        return find(feature)
                .map(component -> new FeatureDetail(
                        component.name(),
                        component.displayName(),
                        stateOf(component),
                        component.size(),
                        component.restart(),
                        installedParts(component).stream()
                                .map(LabComponent::name)
                                .toList(),
                        List.copyOf(component.services().keySet()),
                        Optional.of(component.sourcePresent())));
    }

    /** The traits of the server, without the components that are not installed any more. */
    ServerTraits traits() {
        Set<String> gone = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (LabComponent component : definition.components().values()) {
            if (!stateOf(component).isInstalled()) {
                gone.addAll(component.listedAs());
            }
        }
        ServerTraits begun = definition.traits();
        return new ServerTraits(
                begun.traits(),
                begun.features().stream().filter(name -> !gone.contains(name)).toList(),
                begun.sites());
    }

    /** How long setting a component will take, if it is anything to do at all. */
    Duration lasting(WindowsFeature feature, SettingValue value) {
        return find(feature)
                .filter(component -> !stateOf(component).matches(value))
                .map(component -> component.lasting().dividedBy(state.speed))
                .orElse(Duration.ZERO);
    }

    /** Installs or uninstalls. */
    void set(WindowsFeature feature, SettingValue value) throws BackendException {
        LabComponent component = find(feature).orElseThrow(() -> failure(feature, WindowsError.CBS_UNKNOWN_FEATURE));
        LabFaults faults = new LabFaults(state);
        if (faults.strikes(Fault.Kind.SETTING_DENIED, feature)) {
            throw failure(feature, WindowsError.ACCESS_DENIED);
        }
        if (faults.strikes(Fault.Kind.SETTING_IGNORED, feature)
                || stateOf(component).matches(value)) {
            return;
        }
        if (faults.strikes(Fault.Kind.COMPONENT_FAILS, feature)) {
            throw failure(feature, WindowsError.CBS_INSTALLERS_FAILED);
        }
        if (value instanceof FeatureState wanted && wanted.isInstalled()) {
            install(feature, component, faults);
        } else {
            uninstall(component);
        }
    }

    /** What was waiting for a restart happens. */
    void restart() {
        for (LabComponent component : definition.components().values()) {
            FeatureState now = stateOf(component);
            if (now == FeatureState.INSTALL_PENDING) {
                arrive(component);
            } else if (now == FeatureState.UNINSTALL_PENDING) {
                leave(component);
            }
        }
    }

    private void install(WindowsFeature feature, LabComponent component, LabFaults faults) throws BackendException {
        for (String whole : component.partOf()) {
            Optional<LabComponent> found = find(new WindowsFeature(whole));
            if (found.isPresent() && !stateOf(found.get()).isInstalled()) {
                throw failure(feature, WindowsError.DISM_PARENT_DISABLED);
            }
        }
        if (stateOf(component) == FeatureState.UNINSTALL_PENDING) {
            state.components.put(component.name(), FeatureState.INSTALLED);
        } else if (!component.sourcePresent() || faults.strikes(Fault.Kind.COMPONENT_SOURCE_MISSING, feature)) {
            throw failure(feature, WindowsError.CBS_SOURCE_MISSING);
        } else if (component.restart() == Restart.REQUIRED) {
            state.components.put(component.name(), FeatureState.INSTALL_PENDING);
        } else {
            arrive(component);
        }
    }

    private void uninstall(LabComponent component) {
        List<LabComponent> all = new ArrayList<>(installedParts(component));
        all.add(component);
        for (LabComponent each : all) {
            if (stateOf(each) == FeatureState.INSTALLED && each.restart() == Restart.REQUIRED) {
                state.components.put(each.name(), FeatureState.UNINSTALL_PENDING);
            } else {
                leave(each);
            }
        }
    }

    private void arrive(LabComponent component) {
        state.components.put(component.name(), FeatureState.INSTALLED);
        component.services().forEach(this::renew);
    }

    private void leave(LabComponent component) {
        state.components.put(
                component.name(), component.sourcePresent() ? FeatureState.UNINSTALLED : FeatureState.REMOVED);
        component.services().forEach(this::renew);
    }

    /** The service as the setup program makes it; nothing that was configured is left. */
    private void renew(ServiceName name, StartType startType) {
        state.conditions.put(
                name, new LabState.Condition(startType, ServiceState.STOPPED, 0, WindowsError.SERVICE_NEVER_STARTED));
    }

    private FeatureState stateOf(LabComponent component) {
        FeatureState begun = component.installed()
                ? FeatureState.INSTALLED
                : component.sourcePresent() ? FeatureState.UNINSTALLED : FeatureState.REMOVED;
        return state.components.getOrDefault(component.name(), begun);
    }

    /** Parts that are installed, and their parts before them. */
    private List<LabComponent> installedParts(LabComponent whole) {
        Set<LabComponent> parts = new LinkedHashSet<>();
        collectParts(whole, parts, new TreeSet<>(Set.of(whole.name())));
        return List.copyOf(parts);
    }

    private void collectParts(LabComponent whole, Set<LabComponent> parts, Set<String> seen) {
        for (LabComponent part : definition.components().values()) {
            if (part.partOf().contains(whole.name()) && stateOf(part).isInstalled() && seen.add(part.name())) {
                collectParts(part, parts, seen);
                parts.add(part);
            }
        }
    }

    private Optional<LabComponent> find(WindowsFeature feature) {
        return definition.components().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(feature.name()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean isThere(FeatureState state) {
        return state == FeatureState.INSTALLED || state == FeatureState.UNINSTALL_PENDING;
    }

    private static BackendException failure(WindowsFeature feature, int code) {
        return new BackendException(Operation.SET_SETTING, feature.address(), code);
    }
}
