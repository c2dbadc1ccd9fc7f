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
import org.doorwarden.plan.Change.SetSetting;

/**
 * Finds the changes of a plan that touch what carries the session of whoever applies it: the services of the session and
 * everything they need, the network and its firewall, their ports, and the groups by which one gets in. What can only
 * let more in is no risk; of what may let fewer in, all is, unless it names the very address the session comes from.
 */
public final class SessionRisk {

    private static final long REMOTE_DESKTOP_PORT = 3389;
    private static final List<RegistrySetting> REMOTE_DESKTOP = List.of(
            KnownSettings.DENY_CONNECTIONS,
            KnownSettings.USER_AUTHENTICATION,
            KnownSettings.SECURITY_LAYER,
            KnownSettings.MIN_ENCRYPTION);
    private static final Set<Integer> WITH_PORTS = Set.of(6, 17, FirewallRule.ANY_PROTOCOL);

    private final Inventory inventory;
    private final Set<ServiceName> services = new TreeSet<>();
    private final Set<Long> ports = new TreeSet<>();
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
                    .map(value -> ((RegistryData) value).number().orElse(REMOTE_DESKTOP_PORT))
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
            ports.addAll(List.of(5985L, 5986L));
            settings.add(new GroupMembers(WellKnownSid.REMOTE_MANAGEMENT_USERS).identity());
        }
        if (seat == Seat.Kind.SSH || unknown) {
            listens("sshd", "OpenSSHd");
            ports.add(22L);
        }
        settings.add(KnownSettings.ADMINISTRATORS.identity());
        carry("Tcpip", "Tcpip6", "Dhcp", "NlaSvc", "nsi", "RpcSs", "RpcEptMapper", "BFE", "mpssvc");
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
                .forEach(port -> ports.add((long) port));
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
        return settings.contains(set.setting().identity()) || services.contains(change.service());
    }

    private static boolean takesOut(SettingValue before, SettingValue after) {
        return before instanceof Members some
                && !(after instanceof Members rest && rest.accounts().containsAll(some.accounts()));
    }

    /** Whether the session's client may be among those that got in before and do not afterwards. */
    private boolean letsFewerIn(SetSetting change) {
        boolean allowed = change.before() instanceof FirewallRule before && before.enabled() && before.allows();
        if (change.after() instanceof FirewallRule after && after.enabled()) {
            return after.allows() ? allowed && !names(after) : !isSame(change.before(), after);
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
                && (rule.localPorts().isEmpty() || rule.localPorts().stream().anyMatch(this::holdsPort));
    }

    private boolean isForSession(String service) {
        return service.isEmpty() || service.equals("*") || services.contains(new ServiceName(service));
    }

    private boolean holdsPort(String ports) {
        String[] ends = ports.split("-", 2);
        try {
            long first = Long.parseLong(ends[0].strip());
            long last = Long.parseLong(ends[ends.length - 1].strip());
            return this.ports.stream().anyMatch(port -> port >= first && port <= last);
        } catch (NumberFormatException word) {
            return false;
        }
    }
}
