package org.doorwarden.plan;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.access.Seat;
import org.doorwarden.model.access.ServerAccess;
import org.doorwarden.model.setting.FirewallRule;
import org.doorwarden.model.setting.GroupMembers;
import org.doorwarden.model.setting.KnownSettings;
import org.doorwarden.model.setting.RegistryData;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.plan.Change.SetSetting;

/** Finds the changes of a plan that touch what carries the session of whoever applies it. */
public final class SessionRisk {

    private static final long REMOTE_DESKTOP_PORT = 3389;

    private final Set<ServiceName> services = new TreeSet<>();
    private final Set<Long> ports = new TreeSet<>();
    private final Set<String> settings = new TreeSet<>();

    private SessionRisk(ServerAccess access) {
        Seat.Kind seat = access.seat().kind();
        boolean unknown = seat == Seat.Kind.UNKNOWN;
        if (seat == Seat.Kind.REMOTE_DESKTOP || unknown) {
            carry("TermService", "SessionEnv", "UmRdpService", "TermDD", "RDPDR", "RDPWD");
            ports.add(access.find(KnownSettings.RDP_PORT)
                    .filter(RegistryData.class::isInstance)
                    .map(value -> ((RegistryData) value).number().orElse(REMOTE_DESKTOP_PORT))
                    .orElse(REMOTE_DESKTOP_PORT));
            List.of(
                            KnownSettings.DENY_CONNECTIONS,
                            KnownSettings.USER_AUTHENTICATION,
                            KnownSettings.SECURITY_LAYER,
                            KnownSettings.MIN_ENCRYPTION,
                            KnownSettings.RDP_PORT,
                            KnownSettings.REMOTE_DESKTOP_USERS)
                    .forEach(setting -> settings.add(setting.identity()));
        }
        if (seat == Seat.Kind.WINRM || unknown) {
            carry("WinRM", "HTTP");
            ports.addAll(List.of(5985L, 5986L));
        }
        if (seat == Seat.Kind.SSH || unknown) {
            carry("sshd", "OpenSSHd");
            ports.add(22L);
        }
    }

    /**
     * The changes that touch the session, in their order; none for whoever sits at the machine itself. Where it could
     * not be told where somebody sits, every remote way in counts as theirs.
     *
     * @param inventory the server as it is now, seen from the seat of whoever applies the plan
     */
    public static List<Change> of(Plan plan, Inventory inventory) {
        ServerAccess access = inventory.access();
        if (access.seat().kind() == Seat.Kind.CONSOLE) {
            return List.of();
        }
        SessionRisk risk = new SessionRisk(access);
        return plan.changes().stream().filter(risk::touches).toList();
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
        return settings.contains(set.setting().identity())
                || (services.contains(change.service()) && !(set.setting() instanceof GroupMembers))
                || isAboutPort(set.before())
                || isAboutPort(set.after());
    }

    private boolean isAboutPort(SettingValue value) {
        return value instanceof FirewallRule rule
                && rule.inbound()
                && (rule.localPorts().isEmpty() || rule.localPorts().stream().anyMatch(this::holdsPort));
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
