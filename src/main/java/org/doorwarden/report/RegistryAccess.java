package org.doorwarden.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorwarden.apply.AccountWords;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.AccessEntry;
import org.doorwarden.model.setting.AccessList;
import org.doorwarden.model.setting.AccessRight;
import org.doorwarden.model.setting.Account;
import org.doorwarden.model.setting.GroupMembers;
import org.doorwarden.model.setting.KnownSettings;
import org.doorwarden.model.setting.Members;
import org.doorwarden.model.setting.RegistryData;
import org.doorwarden.model.setting.RegistrySetting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.WellKnownSid;
import org.doorwarden.report.AccessPart.Topic;
import org.doorwarden.text.Message;

/** Who may use the registry from other machines, and what of it everybody may. */
final class RegistryAccess {

    /** The beginnings of paths whose use is known. */
    private static final Map<String, String> USES = Map.ofEntries(
            Map.entry("system\\currentcontrolset\\control\\print", "print"),
            Map.entry("software\\microsoft\\windows nt\\currentversion\\print", "print"),
            Map.entry("system\\currentcontrolset\\services\\eventlog", "events"),
            Map.entry("software\\microsoft\\olap server", "olap"),
            Map.entry("system\\currentcontrolset\\control\\contentindex", "indexing"),
            Map.entry("system\\currentcontrolset\\control\\terminal server", "terminal"),
            Map.entry("software\\microsoft\\windows nt\\currentversion\\perflib", "performance"),
            Map.entry("system\\currentcontrolset\\services\\sysmonlog", "performance"),
            Map.entry("system\\currentcontrolset\\control\\productoptions", "version"),
            Map.entry("system\\currentcontrolset\\control\\server applications", "version"));

    /** The accounts that Windows runs its own services under: they exist on this machine only. */
    private static final Set<String> OF_WINDOWS =
            Set.of(WellKnownSid.SYSTEM, WellKnownSid.LOCAL_SERVICE, WellKnownSid.NETWORK_SERVICE);

    private static final String VERSION = "software\\microsoft\\windows nt\\currentversion";

    private RegistryAccess() {}

    static void tell(Inventory inventory, AccessParts parts) {
        List<Message> lines = new ArrayList<>();
        Optional<SettingValue> found = inventory.access().find(KnownSettings.WINREG);
        if (found.isEmpty()) {
            lines.add(Message.of("access.registry.not.read"));
        } else if (found.get() instanceof Absent) {
            lines.add(Message.of("access.registry.open"));
        } else if (found.get() instanceof AccessList list) {
            list.entries()
                    .ifPresentOrElse(
                            entries -> entries(inventory, list, entries, lines),
                            () -> lines.add(Message.of("access.registry.unknown")));
        }
        parts.add(Topic.WHO, lines);
        paths(inventory, parts);
    }

    private static void entries(Inventory inventory, AccessList list, List<AccessEntry> entries, List<Message> lines) {
        for (AccessEntry entry : entries) {
            if (entry.countsHere()) {
                Account account = list.account(entry.sid());
                lines.add(Message.of(key(entry), AccountWords.of(account), rights(entry)));
                if (entry.allows()) {
                    members(inventory, account).ifPresent(lines::add);
                }
            }
        }
        lines.add(Message.of(lines.isEmpty() ? "access.registry.nobody" : "access.registry.enough"));
    }

    private static String key(AccessEntry entry) {
        if (!entry.allows()) {
            return "access.registry.denies";
        }
        return OF_WINDOWS.contains(entry.sid()) ? "access.registry.windows" : "access.registry.allows";
    }

    private static Message rights(AccessEntry entry) {
        if (AccessRight.givesAway(entry.rights())) {
            return Message.of("access.rights.all");
        }
        return Message.of(AccessRight.writes(entry.rights()) ? "access.rights.write" : "access.rights.read");
    }

    /** Who is in a group that is let in, where that was read. */
    private static Optional<Message> members(Inventory inventory, Account account) {
        String name = account.name().substring(account.name().lastIndexOf('\\') + 1);
        return inventory
                .access()
                .find(new GroupMembers(account.sid()))
                .or(() -> inventory.access().find(new GroupMembers(name)))
                .filter(Members.class::isInstance)
                .filter(members -> !account.sid().equals(WellKnownSid.USERS))
                .map(members -> Message.of(
                        "access.members", AccountWords.of(account), AccountWords.of(((Members) members).accounts())));
    }

    private static void paths(Inventory inventory, AccessParts parts) {
        List<Message> open = new ArrayList<>();
        paths(inventory, KnownSettings.ALLOWED_PATHS, "access.path.below", open);
        paths(inventory, KnownSettings.ALLOWED_EXACT_PATHS, "access.path.exact", open);
        if (!open.isEmpty()) {
            parts.say(Topic.OPEN, "access.paths", open.size());
            parts.add(Topic.OPEN, open);
        }
    }

    private static void paths(Inventory inventory, RegistrySetting setting, String key, List<Message> lines) {
        inventory
                .access()
                .find(setting)
                .filter(RegistryData.class::isInstance)
                .map(value -> ((RegistryData) value).texts())
                .orElse(List.of())
                .forEach(path -> lines.add(Message.of(key, path, Message.of("access.path.use." + use(path)))));
    }

    private static String use(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return USES.entrySet().stream()
                .filter(use -> lower.startsWith(use.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(lower.equals(VERSION) ? "version" : "unknown");
    }
}
