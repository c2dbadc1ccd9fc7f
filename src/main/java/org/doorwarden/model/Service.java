package org.doorwarden.model;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * One service or driver as one reading of the server found it.
 *
 * <p>Texts are what the server reported, not trusted and possibly empty. Names in {@code dependsOn} are spelled as the
 * configuration spells them; they may name nothing that exists, repeat themselves, or lead in a circle.
 *
 * @param triggerStart whether the service has start or stop triggers beside its start type
 * @param pid the process it runs in; 0 if it does not run, or is a driver
 * @param acceptsStop whether it says, now, that it can be stopped; false whenever it is stopped
 * @param acceptsPause whether it says, now, that it can be paused and continued
 * @param publisher who made the program, as the program says itself; empty where that was not read
 * @param loadOrderGroup the load-order group it belongs to, empty for none
 * @param dependsOn the services it declares it needs
 * @param dependsOnGroups the load-order groups of which it needs at least one member running
 * @param listeners its ports, sorted
 */
public record Service(
        ServiceName name,
        String displayName,
        String description,
        ServiceType type,
        StartType startType,
        boolean triggerStart,
        ServiceState state,
        long pid,
        boolean acceptsStop,
        boolean acceptsPause,
        String account,
        String imagePath,
        String publisher,
        String loadOrderGroup,
        List<ServiceName> dependsOn,
        List<String> dependsOnGroups,
        List<Listener> listeners,
        Changeability changeability) {

    public Service {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(displayName, "displayName");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(startType, "startType");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(imagePath, "imagePath");
        Objects.requireNonNull(publisher, "publisher");
        Objects.requireNonNull(loadOrderGroup, "loadOrderGroup");
        dependsOn = List.copyOf(dependsOn);
        dependsOnGroups = List.copyOf(dependsOnGroups);
        listeners = sorted(listeners);
        Objects.requireNonNull(changeability, "changeability");
    }

    private static List<Listener> sorted(List<Listener> listeners) {
        Listener[] sorted = listeners.toArray(Listener[]::new);
        Arrays.sort(sorted);
        return List.of(sorted);
    }

    public boolean isDriver() {
        return type.isDriver();
    }

    public boolean isActive() {
        return state.isActive();
    }

    /** Closed for good: not running, and nothing will start it. */
    public boolean isClosed() {
        return startType == StartType.DISABLED && !isActive();
    }

    /** Starts a description of a service; everything not set is empty, stopped, manual and changeable. */
    public static ServiceBuilder named(String name) {
        return new ServiceBuilder(new ServiceName(name));
    }

    /** Starts from this service, to describe it with something different. */
    public ServiceBuilder but() {
        return new ServiceBuilder(name)
                .displayName(displayName)
                .description(description)
                .type(type)
                .startType(startType)
                .triggerStart(triggerStart)
                .state(state)
                .pid(pid)
                .accepts(acceptsStop, acceptsPause)
                .account(account)
                .imagePath(imagePath)
                .publisher(publisher)
                .loadOrderGroup(loadOrderGroup)
                .dependsOn(dependsOn)
                .dependsOnGroups(dependsOnGroups)
                .listeners(listeners)
                .changeability(changeability);
    }
}
