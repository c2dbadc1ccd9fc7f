package org.doorwarden.backend.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.doorwarden.backend.BackendContract;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.model.Listener;
import org.doorwarden.model.Protocol;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceBuilder;
import org.doorwarden.model.ServiceName;
import org.doorwarden.testing.VirtualPace;

/** The contract on a training server of the contract’s services and others beside them. */
abstract class LabContract extends BackendContract {

    private final VirtualPace pace = new VirtualPace();
    private final LabBackend lab;

    /** @param beside what else is on the server */
    LabContract(Collection<LabService> beside) {
        this.lab = fixture(beside);
    }

    private LabBackend fixture(Collection<LabService> beside) {
        List<LabService> services = new ArrayList<>(beside);
        add(
                services,
                service(WORKER)
                        .displayName(DISPLAY_NAME)
                        .description(DESCRIPTION)
                        .loadOrderGroup(GROUP)
                        .listeners(List.of(new Listener(Protocol.TCP, "127.0.0.1", PORT, false))));
        add(services, service(DEPENDENT).dependsOn(List.of(WORKER)).dependsOnGroups(List.of(GROUP)));
        add(services, service(PAUSABLE).accepts(true, true));
        add(services, service(STUBBORN).accepts(false, false));
        add(services, service(FAILING));
        add(services, service(DANGLING).dependsOn("DwNotThere"));
        LabBackend backend = TrainingServers.of(pace, TrainingServers.definition(services));
        try {
            backend.setFaults(List.of(new Fault(Fault.Kind.START_FAILS, FAILING, Fault.ALWAYS)));
        } catch (org.doorwarden.backend.BackendException impossible) {
            throw new IllegalStateException(impossible);
        }
        return backend;
    }

    private static void add(List<LabService> services, ServiceBuilder service) {
        services.add(TrainingServers.service(service.build()));
    }

    private static ServiceBuilder service(ServiceName name) {
        return Service.named(name.value())
                .account("LocalSystem")
                .imagePath("C:\\test\\service.exe")
                .accepts(true, false);
    }

    @Override
    protected ServerBackend backend() {
        return lab;
    }

    @Override
    protected void letTimePass(Duration duration) {
        pace.pause(duration);
    }

    @Override
    protected boolean enforcesDependencies() {
        return true;
    }

    @Override
    protected boolean knowsDelayedStart() {
        return true;
    }
}
