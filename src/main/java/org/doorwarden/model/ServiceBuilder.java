package org.doorwarden.model;

import java.util.List;

/** Gathers the parts of a {@link Service} by name. */
public final class ServiceBuilder {

    private final ServiceName name;
    private String displayName;
    private String description = "";
    private ServiceType type = ServiceType.OWN_PROCESS;
    private StartType startType = StartType.MANUAL;
    private boolean triggerStart;
    private ServiceState state = ServiceState.STOPPED;
    private long pid;
    private boolean acceptsStop;
    private boolean acceptsPause;
    private String account = "";
    private String imagePath = "";
    private String publisher = "";
    private String loadOrderGroup = "";
    private List<ServiceName> dependsOn = List.of();
    private List<String> dependsOnGroups = List.of();
    private List<Listener> listeners = List.of();
    private Changeability changeability = Changeability.YES;

    ServiceBuilder(ServiceName name) {
        this.name = name;
        this.displayName = name.value();
    }

    public ServiceBuilder displayName(String value) {
        displayName = value;
        return this;
    }

    public ServiceBuilder description(String value) {
        description = value;
        return this;
    }

    public ServiceBuilder type(ServiceType value) {
        type = value;
        return this;
    }

    public ServiceBuilder startType(StartType value) {
        startType = value;
        return this;
    }

    public ServiceBuilder triggerStart(boolean value) {
        triggerStart = value;
        return this;
    }

    public ServiceBuilder state(ServiceState value) {
        state = value;
        return this;
    }

    public ServiceBuilder pid(long value) {
        pid = value;
        return this;
    }

    public ServiceBuilder accepts(boolean stop, boolean pause) {
        acceptsStop = stop;
        acceptsPause = pause;
        return this;
    }

    public ServiceBuilder account(String value) {
        account = value;
        return this;
    }

    public ServiceBuilder imagePath(String value) {
        imagePath = value;
        return this;
    }

    public ServiceBuilder publisher(String value) {
        publisher = value;
        return this;
    }

    public ServiceBuilder loadOrderGroup(String value) {
        loadOrderGroup = value;
        return this;
    }

    public ServiceBuilder dependsOn(List<ServiceName> value) {
        dependsOn = value;
        return this;
    }

    public ServiceBuilder dependsOn(String... names) {
        return dependsOn(List.of(names).stream().map(ServiceName::new).toList());
    }

    public ServiceBuilder dependsOnGroups(List<String> value) {
        dependsOnGroups = value;
        return this;
    }

    public ServiceBuilder listeners(List<Listener> value) {
        listeners = value;
        return this;
    }

    public ServiceBuilder changeability(Changeability value) {
        changeability = value;
        return this;
    }

    public Service build() {
        return new Service(
                name,
                displayName,
                description,
                type,
                startType,
                triggerStart,
                state,
                pid,
                acceptsStop,
                acceptsPause,
                account,
                imagePath,
                publisher,
                loadOrderGroup,
                dependsOn,
                dependsOnGroups,
                listeners,
                changeability);
    }
}
