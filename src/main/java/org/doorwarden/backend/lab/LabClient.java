package org.doorwarden.backend.lab;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doorwarden.backend.lab.LabAnswer.Barrier;
import org.doorwarden.backend.lab.LabAnswer.Outcome;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Listener;
import org.doorwarden.model.Protocol;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.UnownedListener;
import org.doorwarden.model.access.ServerAccess;
import org.doorwarden.model.setting.Account;
import org.doorwarden.network.AddressRange;
import org.doorwarden.network.Addresses;
import org.doorwarden.network.Decision;
import org.doorwarden.network.Door;
import org.doorwarden.network.FirewallCheck;
import org.doorwarden.network.Programs;

/**
 * A client somewhere on the network that knocks at a training server: through the firewall to whoever listens, and past
 * what the service itself asks for.
 */
public final class LabClient {

    private static final ServiceName SERVER = new ServiceName("LanmanServer");
    private static final ServiceName REMOTE_REGISTRY = new ServiceName("RemoteRegistry");
    private static final int SMB = 445;

    private final Inventory server;
    private final AddressRange from;
    private final LabAuthorisation authorisation;

    /**
     * @param server the training server as it is now
     * @param from the client's address
     * @param account who it says it is; empty for nobody
     */
    public LabClient(Inventory server, AddressRange from, Optional<Account> account) {
        this.server = server;
        this.from = from;
        this.authorisation = new LabAuthorisation(server.access(), from, account);
    }

    /** Knocks at every port of a service; none if it has none, or does not run. */
    public List<LabAnswer> visit(Service service) {
        if (service.name().equals(REMOTE_REGISTRY)) {
            return service.isActive() ? List.of(knockForRegistry(service)) : List.of();
        }
        Set<LabAnswer> answers = new LinkedHashSet<>();
        for (Listener listener : service.listeners()) {
            answers.add(knock(listener.protocol(), listener.port()));
        }
        return List.copyOf(answers);
    }

    /** Knocks at a port. */
    public LabAnswer knock(Protocol protocol, int port) {
        for (Service service : server.services().values()) {
            for (Listener listener : service.listeners()) {
                if (isAt(listener, protocol, port)) {
                    return answer(Programs.door(service, listener), Optional.of(service));
                }
            }
        }
        for (UnownedListener unowned : server.unownedListeners()) {
            if (isAt(unowned.listener(), protocol, port)) {
                return answer(new Door(protocol, port, unowned.process(), "", false), Optional.empty());
            }
        }
        return new LabAnswer(
                Outcome.REFUSED, protocol, port, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /** Remote Registry has no port: it is spoken to through a pipe of the Server service. */
    private LabAnswer knockForRegistry(Service registry) {
        LabAnswer pipe = knock(Protocol.TCP, SMB);
        Optional<Barrier> barrier = pipe.letsIn() ? authorisation.barrier(registry.name(), SMB) : Optional.empty();
        return new LabAnswer(
                barrier.isPresent() ? Outcome.NOT_AUTHORISED : pipe.outcome(),
                Protocol.TCP,
                SMB,
                Optional.of(registry),
                pipe.firewall(),
                barrier,
                List.of());
    }

    private boolean isAt(Listener listener, Protocol protocol, int port) {
        boolean ipv6 = listener.address().indexOf(':') >= 0;
        return listener.protocol() == protocol
                && listener.port() == port
                && ipv6 == from.first().indexOf(':') >= 0
                && (listener.reachable() || FirewallCheck.isLoopback(from));
    }

    private LabAnswer answer(Door door, Optional<Service> service) {
        ServerAccess access = server.access();
        Decision decision = access.firewall()
                .map(firewall -> new FirewallCheck(firewall, localNetwork()).decide(from, door))
                .orElse(new Decision(Decision.Why.NO_FIREWALL, Optional.empty(), Optional.empty()));
        Optional<Barrier> barrier = decision.letsIn()
                ? service.flatMap(found -> authorisation.barrier(found.name(), door.port()))
                : Optional.empty();
        Outcome outcome =
                !decision.letsIn() ? Outcome.BLOCKED : barrier.isPresent() ? Outcome.NOT_AUTHORISED : Outcome.LET_IN;
        boolean shares = outcome == Outcome.LET_IN
                && service.filter(found -> found.name().equals(SERVER)).isPresent();
        return new LabAnswer(
                outcome,
                door.protocol(),
                door.port(),
                service,
                Optional.of(decision),
                barrier,
                shares ? authorisation.shares() : List.of());
    }

    /** A training server stands in a network of 256 addresses around each of its own, and can be reached over its link. */
    private Addresses localNetwork() {
        List<String> networks = new ArrayList<>(List.of("fe80::/64"));
        server.services().values().stream()
                .flatMap(service -> service.listeners().stream())
                .filter(listener -> listener.reachable() && isOneAddress(listener.address()))
                .forEach(listener -> networks.add(listener.address() + "/24"));
        return Addresses.ofRule(networks);
    }

    private static boolean isOneAddress(String address) {
        return address.indexOf(':') < 0 && !address.equals("0.0.0.0");
    }
}
