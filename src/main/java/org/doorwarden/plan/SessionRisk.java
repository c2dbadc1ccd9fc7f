package org.doorwarden.plan;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.doorwarden.analysis.DependencyGraph;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Listener;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.access.Seat;
import org.doorwarden.model.setting.FirewallRule;
import org.doorwarden.model.setting.GroupMembers;
import org.doorwarden.model.setting.KnownSettings;
import org.doorwarden.model.setting.Members;
import org.doorwarden.model.setting.RegistryData;
import org.doorwarden.model.setting.RegistrySetting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.WellKnownSid;
import org.doorwarden.network.Ports;
import org.doorwarden.plan.Change.SetSetting;

/**
 * Finds the changes of a plan that touch what carries the session of whoever applies it: the services of the session and
 * everything they need, the network and its firewall, their ports, and the groups by which one gets in. What can only
 * let more in is no risk; of what may let fewer in, all is, unless it names the very address the session comes from.
 */
public final class SessionRisk {

    private static final int REMOTE_DESKTOP_PORT = 3389;
    private static final List<RegistrySetting> REMOTE_DESKTOP = List.of(
            KnownSettings.DENY_CONNECTIONS,
            KnownSettings.USER_AUTHENTICATION,
            KnownSettings.SECURITY_LAYER,
            KnownSettings.MIN_ENCRYPTION);
    private static final Set<Integer> WITH_PORTS = Set.of(6, 17, FirewallRule.ANY_PROTOCOL);

    private final Inventory inventory;
    private final Set<ServiceName> services = new TreeSet<>();
    private final Set<Integer> ports = new TreeSet<>();
    private final Set<String> settings = new TreeSet<>();

    private SessionRisk(Inventory inventory) {
        this.inventory = inventory;
        Seat.Kind seat = inventory.access().seat().kind();
        boolean unknown = seat == Seat.Kind.UNKNOWN;
        if (seat == Seat.Kind.REMOTE_DESKTOP || unknown) {
            listens("TermService");
            carry("SessionEnv", "UmRdpService", "TermDD", "RDPDR", "RDPWD");
            ports.add(inventory
                    .access()
                    .find(KnownSettings.RDP_PORT)
                    .filter(RegistryData.class::isInstance)
                    .map(value -> (int) ((RegistryData) value).number().orElse(REMOTE_DESKTOP_PORT))
                    .orElse(REMOTE_DESKTOP_PORT));
            settings.add(KnownSettings.RDP_PORT.identity());
            REMOTE_DESKTOP.forEach(setting -> {
                settings.add(setting.identity());
                settings.add(KnownSettings.policy(setting).identity());
            });
            settings.add(KnownSettings.REMOTE_DESKTOP_USERS.identity());
        }
        if (seat == Seat.Kind.WINRM || unknown) {
            listens("WinRM");
            carry("HTTP");
            ports.addAll(List.of(5985, 5986));
            settings.add(new GroupMembers(WellKnownSid.REMOTE_MANAGEMENT_USERS).identity());
        }
        if (seat == Seat.Kind.SSH || unknown) {
            listens("sshd", "OpenSSHd");
            ports.add(22);
        }
        settings.add(KnownSettings.ADMINISTRATORS.identity());
        carry("Tcpip", "Tcpip6", "Dhcp", "NlaSvc", "nsi", "RpcSs", "RpcEptMapper", "BFE", "mpssvc");
        // Without it nobody of a domain signs in again.
        carry("Netlogon");
        services.addAll(DependencyGraph.of(inventory.services().values())
                .everythingNeededBy(List.copyOf(services))
                .keySet());
    }

    /**
     * The changes that touch the session, in their order; none for whoever sits at the machine itself. Where it could
     * not be told where somebody sits, every remote way in counts as theirs.
     *
     * @param inventory the server as it is now, seen from the seat of whoever applies the plan
     */
    public static List<Change> of(Plan plan, Inventory inventory) {
        if (inventory.access().seat().kind() == Seat.Kind.CONSOLE) {
            return List.of();
        }
        SessionRisk risk = new SessionRisk(inventory);
        return plan.changes().stream().filter(risk::touches).toList();
    }

    private void listens(String... names) {
        carry(names);
        Stream.of(names)
                .flatMap(name -> inventory.find(new ServiceName(name)).stream())
                .flatMap(service -> service.listeners().stream())
                .map(Listener::port)
                .forEach(ports::add);
    }

    private void carry(String... names) {
        for (String name : names) {
            services.add(new ServiceName(name));
        }
    }

    private boolean touches(Change change) {
        if (!(change instanceof SetSetting set)) {
            return services.contains(change.service());
        }
        if (set.setting() instanceof GroupMembers) {
            return settings.contains(set.setting().identity()) && takesOut(set.before(), set.after());
        }
        if (set.before() instanceof FirewallRule || set.after() instanceof FirewallRule) {
            return letsFewerIn(set) && (isAboutSession(set.before()) || isAboutSession(set.after()));
        }
        return !allowsConnections(set)
                && (settings.contains(set.setting().identity()) || services.contains(change.service()));
    }

    private static boolean allowsConnections(SetSetting change) {
        return change.setting().identity().equals(KnownSettings.DENY_CONNECTIONS.identity())
                && change.after().matches(RegistryData.number(0));
    }

    private static boolean takesOut(SettingValue before, SettingValue after) {
        return before instanceof Members some
                && !(after instanceof Members rest && rest.accounts().containsAll(some.accounts()));
    }

    /** Whether the session's client may be among those that got in before and do not afterwards. */
    private boolean letsFewerIn(SetSetting change) {
        boolean allowed = change.before() instanceof FirewallRule before && before.enabled() && before.allows();
        if (change.after() instanceof FirewallRule after && after.enabled()) {
            boolean stillIn = names(after) && isAboutSession(after);
            return after.allows() ? allowed && !stillIn : !isSame(change.before(), after);
        }
        return allowed;
    }

    private boolean names(FirewallRule rule) {
        String client = inventory.access().seat().client();
        return rule.remoteAddresses().isEmpty()
                || (!client.isEmpty() && rule.remoteAddresses().contains(client));
    }

    /** Whether a rule that blocks blocks no more than before. */
    private static boolean isSame(SettingValue before, FirewallRule after) {
        return before instanceof FirewallRule rule && rule.matches(after);
    }

    private boolean isAboutSession(SettingValue value) {
        return value instanceof FirewallRule rule
                && rule.inbound()
                && WITH_PORTS.contains(rule.protocol())
                && isForSession(rule.service())
                && ports.stream().anyMatch(Ports.ofRule(rule.localPorts())::contains);
    }

    private boolean isForSession(String service) {
        return service.isEmpty() || service.equals("*") || services.contains(new ServiceName(service));
    }
}
