package org.doorwarden.restrict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.WindowsVersion;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.AccessEntry;
import org.doorwarden.model.setting.AccessList;
import org.doorwarden.model.setting.AccessRight;
import org.doorwarden.model.setting.Account;
import org.doorwarden.model.setting.KnownSettings;
import org.doorwarden.model.setting.Members;
import org.doorwarden.model.setting.RegistryData;
import org.doorwarden.model.setting.RegistrySetting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.TakesEffect;
import org.doorwarden.model.setting.WellKnownSid;

/**
 * Remote Registry: who may use the registry from another machine, and which of its paths are open whatever that says.
 * Both count after a restart of the machine.
 *
 * @see <a href="https://mskb.pkisolutions.com/kb/314837">KB 314837, How to manage remote access to the registry</a>
 */
final class RemoteRegistryRestriction implements Restriction {

    private static final ServiceName SERVICE = new ServiceName("RemoteRegistry");
    private static final WindowsVersion FIRST_WITH_LOCAL_SERVICE = new WindowsVersion(5, 1);
    private static final String COMMENT = "May use the registry of this computer from other computers";
    private static final List<RegistrySetting> PATHS =
            List.of(KnownSettings.ALLOWED_PATHS, KnownSettings.ALLOWED_EXACT_PATHS);
    /** How the rights of a list's entry are passed on to the keys below. */
    private static final String BELOW_ONLY = "CIIO";

    /** Those whom a denial would hit together with the members of the group. */
    private static final Set<String> EVERYBODY_LIKE =
            Set.of(WellKnownSid.EVERYONE, WellKnownSid.AUTHENTICATED_USERS, WellKnownSid.USERS, "S-1-5-2");

    /**
     * Entries that stay, since Windows itself works through them: it runs the service as LOCAL SERVICE, and SYSTEM,
     * which counts as an administrator, has what it needs through the entry of the administrators. Neither of them can
     * come in from another machine. Backup Operators have a read entry from the beginning.
     */
    private static final Set<String> OF_WINDOWS =
            Set.of(WellKnownSid.SYSTEM, WellKnownSid.LOCAL_SERVICE, WellKnownSid.BACKUP_OPERATORS);

    @Override
    public List<Offer> offers(Inventory inventory, Service service) {
        return service.name().equals(SERVICE)
                ? List.of(
                        new Offer(Limit.MEMBERS, admitted(inventory), List.of(), TakesEffect.MACHINE_RESTART),
                        new Offer(Limit.PATHS, paths(inventory), List.of(), TakesEffect.MACHINE_RESTART))
                : List.of();
    }

    @Override
    public Steps steps(Inventory inventory, Service service, Limits limits, Lookups lookups) {
        StepList list = new StepList(inventory.access());
        // Paths first: undone last, when the list of the key above is as it was.
        limits.of(Limit.PATHS).ifPresent(said -> trim(inventory, said, list));
        limits.of(Limit.MEMBERS).ifPresent(said -> {
            Members members = AccountsSaid.members(said, lookups, list);
            list.group(KnownSettings.REGISTRY_EDITORS, COMMENT, members);
            inventory
                    .access()
                    .find(KnownSettings.WINREG)
                    .flatMap(value -> denied(value, members))
                    .ifPresent(account ->
                            list.problem(LimitProblem.Kind.CONTRADICTION, "members, deny: " + account.shown()));
            list.set(KnownSettings.WINREG, wanted(inventory), TakesEffect.MACHINE_RESTART);
        });
        return list.steps();
    }

    /**
     * Who is let in and could be in the group, as it would be said; nothing where everybody is who may use a key.
     */
    private static List<String> admitted(Inventory inventory) {
        Optional<List<AccessEntry>> entries = list(inventory).flatMap(AccessList::entries);
        if (entries.isEmpty()) {
            return List.of();
        }
        TreeSet<String> shown = new TreeSet<>();
        for (AccessEntry entry : entries.get()) {
            if (entry.allows() && entry.countsHere() && !OF_WINDOWS.contains(entry.sid())) {
                Account account = list(inventory).orElseThrow().account(entry.sid());
                if (!AccountsSaid.isBuiltInGroup(account)) {
                    shown.addAll(isOurs(account) ? members(inventory) : List.of(account.shown()));
                }
            }
        }
        return List.copyOf(shown);
    }

    private static List<String> members(Inventory inventory) {
        return inventory
                .access()
                .find(KnownSettings.members(KnownSettings.REGISTRY_EDITORS))
                .filter(Members.class::isInstance)
                .map(value -> AccountsSaid.said((Members) value))
                .orElse(List.of(KnownSettings.REGISTRY_EDITORS.name()));
    }

    private static boolean isOurs(Account account) {
        return account.name()
                .substring(account.name().lastIndexOf('\\') + 1)
                .equalsIgnoreCase(KnownSettings.REGISTRY_EDITORS.name());
    }

    private static Optional<AccessList> list(Inventory inventory) {
        return inventory
                .access()
                .find(KnownSettings.WINREG)
                .filter(AccessList.class::isInstance)
                .map(AccessList.class::cast);
    }

    /** A member whom an entry of the list keeps out. */
    private static Optional<Account> denied(SettingValue value, Members members) {
        return value instanceof AccessList list
                ? list.entries().orElse(List.of()).stream()
                        .filter(entry -> !entry.allows() && entry.countsHere())
                        .flatMap(entry -> members.accounts().stream()
                                .filter(account -> account.sid().equals(entry.sid())))
                        .findFirst()
                : Optional.empty();
    }

    /** The group in the place of everybody else; denials stay, except such as would keep the group out as well. */
    private static AccessList wanted(Inventory inventory) {
        Optional<AccessList> before = list(inventory);
        List<AccessEntry> old = before.flatMap(AccessList::entries).orElse(List.of());
        List<AccessEntry> entries = new ArrayList<>();
        old.stream()
                .filter(entry -> !entry.allows() && !EVERYBODY_LIKE.contains(entry.sid()))
                .forEach(entries::add);
        entries.add(AccessEntry.forGroup("", AccessRight.KEY_ALL_ACCESS, KnownSettings.REGISTRY_EDITORS));
        entries.add(AccessEntry.forGroup(BELOW_ONLY, AccessRight.GENERIC_ALL, KnownSettings.REGISTRY_EDITORS));
        List<AccessEntry> windows = old.stream()
                .filter(entry -> entry.allows() && OF_WINDOWS.contains(entry.sid()))
                .toList();
        if (lacks(windows, WellKnownSid.SYSTEM)) {
            entries.add(new AccessEntry(true, "", AccessRight.KEY_ALL_ACCESS, WellKnownSid.SYSTEM));
            entries.add(new AccessEntry(true, BELOW_ONLY, AccessRight.GENERIC_ALL, WellKnownSid.SYSTEM));
        }
        entries.addAll(windows);
        if (old.isEmpty() && hasLocalService(inventory)) {
            entries.add(new AccessEntry(true, "", AccessRight.KEY_READ, WellKnownSid.LOCAL_SERVICE));
            entries.add(new AccessEntry(true, BELOW_ONLY, AccessRight.GENERIC_READ, WellKnownSid.LOCAL_SERVICE));
        }
        return AccessList.of(entries, before.map(AccessList::accounts).orElse(List.of()));
    }

    private static boolean lacks(List<AccessEntry> entries, String sid) {
        return entries.stream().noneMatch(entry -> entry.sid().equals(sid) && entry.countsHere());
    }

    private static boolean hasLocalService(Inventory inventory) {
        return inventory
                .server()
                .windowsVersion()
                .map(version -> version.compareTo(FIRST_WITH_LOCAL_SERVICE) >= 0)
                .orElse(true);
    }

    private static List<String> paths(Inventory inventory) {
        List<String> paths = PATHS.stream()
                .flatMap(setting -> paths(inventory, setting))
                .distinct()
                .toList();
        boolean read = PATHS.stream()
                .anyMatch(setting -> inventory.access().find(setting).isPresent());
        return paths.isEmpty() && read ? List.of("none") : paths;
    }

    private static Stream<String> paths(Inventory inventory, RegistrySetting setting) {
        return inventory
                .access()
                .find(setting)
                .filter(RegistryData.class::isInstance)
                .map(value -> ((RegistryData) value).texts())
                .orElse(List.of())
                .stream();
    }

    /** Only takes paths away: one that is not open yet is not a value of this limit. */
    private static void trim(Inventory inventory, List<String> said, StepList list) {
        TreeSet<String> wanted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        if (!AccountsSaid.isNone(said)) {
            wanted.addAll(said);
        }
        TreeSet<String> unknown = new TreeSet<>(wanted);
        paths(inventory).forEach(unknown::remove);
        unknown.forEach(path -> list.problem(LimitProblem.Kind.WRONG_VALUE, path));
        for (RegistrySetting setting : PATHS) {
            boolean absent = inventory
                    .access()
                    .find(setting)
                    .filter(Absent.class::isInstance)
                    .isPresent();
            if (!absent) {
                List<String> stay =
                        paths(inventory, setting).filter(wanted::contains).toList();
                list.set(setting, RegistryData.texts(stay), TakesEffect.MACHINE_RESTART);
            }
        }
    }
}
