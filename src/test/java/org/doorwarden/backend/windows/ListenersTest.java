package org.doorwarden.backend.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.doorwarden.backend.windows.OwnerTable.Row;
import org.doorwarden.model.Listener;
import org.doorwarden.model.Protocol;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.UnownedListener;
import org.junit.jupiter.api.Test;

class ListenersTest {

    private final List<UnownedListener> unowned = new ArrayList<>();

    @Test
    void aSocketBelongsToTheServiceOfItsProcess() {
        List<Service> services = assign(List.of(running("W3SVC", 900), running("Spooler", 800)), tcp(80, 900));

        assertEquals(
                List.of(new Listener(Protocol.TCP, "0.0.0.0", 80, false)),
                services.get(0).listeners());
        assertEquals(List.of(), services.get(1).listeners());
        assertEquals(List.of(), unowned);
    }

    @Test
    void servicesThatShareAProcessShareItsSockets() {
        List<Service> services = assign(List.of(running("W3SVC", 900), running("SMTPSVC", 900)), tcp(25, 900));

        Listener shared = new Listener(Protocol.TCP, "0.0.0.0", 25, true);
        assertEquals(List.of(shared), services.get(0).listeners());
        assertEquals(List.of(shared), services.get(1).listeners());
    }

    @Test
    void fileSharingListensInTheKernelsName() {
        Service stopped = Service.named("LanmanServer").build();

        assertEquals(
                List.of(new Listener(Protocol.TCP, "0.0.0.0", 445, false)),
                assign(List.of(running("lanmanserver", 700)), tcp(445, 4))
                        .get(0)
                        .listeners());
        assertEquals(List.of(), assign(List.of(stopped), tcp(445, 4)).get(0).listeners());
        assertEquals(
                List.of("System"),
                unowned.stream().map(UnownedListener::process).toList());
    }

    @Test
    void whatNoServiceOwnsIsKeptApart() {
        assign(List.of(running("W3SVC", 900), Service.named("Stopped").build()), tcp(5985, 4), tcp(31337, 0));

        assertEquals(
                List.of(5985, 31337),
                unowned.stream().map(each -> each.listener().port()).toList());
    }

    private List<Service> assign(List<Service> services, Row... rows) {
        return new Listeners(List.of(rows)).assign(services, unowned);
    }

    private static Row tcp(int port, long pid) {
        return new Row(Protocol.TCP, "0.0.0.0", port, pid);
    }

    private static Service running(String name, long pid) {
        return Service.named(name).state(ServiceState.RUNNING).pid(pid).build();
    }
}
