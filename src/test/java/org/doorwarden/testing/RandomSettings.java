package org.doorwarden.testing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.access.FeatureDetail;
import org.doorwarden.model.access.Firewall;
import org.doorwarden.model.access.Seat;
import org.doorwarden.model.access.ServerAccess;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.AccessList;
import org.doorwarden.model.setting.Account;
import org.doorwarden.model.setting.FeatureState;
import org.doorwarden.model.setting.FirewallProfile;
import org.doorwarden.model.setting.FirewallRule;
import org.doorwarden.model.setting.FirewallRuleName;
import org.doorwarden.model.setting.GroupComment;
import org.doorwarden.model.setting.GroupMembers;
import org.doorwarden.model.setting.IisElement;
import org.doorwarden.model.setting.KeySecurity;
import org.doorwarden.model.setting.LocalGroup;
import org.doorwarden.model.setting.Members;
import org.doorwarden.model.setting.RegistryData;
import org.doorwarden.model.setting.RegistrySetting;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.TakesEffect;
import org.doorwarden.model.setting.WindowsFeature;
import org.doorwarden.model.setting.XmlText;
import org.doorwarden.plan.Cause;
import org.doorwarden.plan.Change;
import org.doorwarden.plan.Plan;

/** Settings of every kind, some there and some not, with texts that nobody in their right mind would write. */
public final class RandomSettings {

    private static final List<String> TEXTS = List.of(
            "",
            "plain",
            "\"quoted\" 'twice' `thrice`",
            "back\\slash\\\\ and %PATH% and $(whoami)",
            "line\r\nbreak\ttab\u0000nul\u001b[31mred",
            "</script><!-- & &amp; ]]>",
            "=1+1|calc'!A0",
            "Синхронизация склада",
            "在庫連携",
            "\u202Eevil\u202C \u200F\u05D0",
            "\uD83D\uDD12 lock",
            "x".repeat(5_000));

    private final RandomGenerator random;

    public RandomSettings(RandomGenerator random) {
        this.random = random;
    }

    /** Who can get in where: about half of the {@link #settings} is there. */
    public ServerAccess access() {
        Map<Setting, SettingValue> values = new LinkedHashMap<>();
        List<FirewallRule> rules = new ArrayList<>();
        for (Setting setting : settings()) {
            SettingValue value = random.nextBoolean() ? value(setting) : Absent.ITSELF;
            if (value instanceof FirewallRule rule) {
                rules.add(rule);
            } else if (!(setting instanceof GroupMembers members && absent(values, members))) {
                values.put(setting, value);
            }
        }
        Firewall firewall = new Firewall(
                EnumSet.of(FirewallProfile.PUBLIC),
                Map.of(FirewallProfile.PUBLIC, new Firewall.ProfileState(true, true, false)),
                rules,
                false);
        return new ServerAccess(
                new Seat(Seat.Kind.CONSOLE, ""),
                values,
                Optional.of(firewall),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static boolean absent(Map<Setting, SettingValue> values, GroupMembers members) {
        return !(values.get(new LocalGroup(members.group())) instanceof GroupComment);
    }

    /** The same for every server: two of each kind that a server holds by itself, groups before their members. */
    public static List<Setting> settings() {
        return List.of(
                new RegistrySetting("SYSTEM\\Test \"one\"", "Value"),
                new RegistrySetting("SYSTEM\\Тест", "значение"),
                new KeySecurity("SYSTEM\\Test \"one\""),
                new KeySecurity("SYSTEM\\在庫"),
                new LocalGroup("Editors"),
                new GroupMembers("Editors"),
                new LocalGroup("Группа"),
                new GroupMembers("Группа"),
                new FirewallRuleName("Doorwarden: \"x\" \\ y"),
                new FirewallRuleName("在庫連携"));
    }

    /** Something that can be found at a setting. */
    public SettingValue value(Setting setting) {
        return switch (setting.kind()) {
            case REGISTRY_VALUE -> registry();
            case KEY_SECURITY -> AccessList.of("D:P(A;;KA;;;BA)(A;;KR;;;S-1-5-21-1-2-3-" + random.nextInt(9) + ")");
            case LOCAL_GROUP -> new GroupComment(text());
            case GROUP_MEMBERS -> members();
            case FIREWALL_RULE -> rule(((FirewallRuleName) setting).name());
            case IIS_CONFIGURATION -> new XmlText("<a>" + text() + "</a>");
            case WINDOWS_FEATURE -> FeatureState.values()[random.nextInt(FeatureState.values().length)];
        };
    }

    /** A text that may hold anything. */
    public String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    /** A setting of any kind, under a name that may hold anything. */
    public Setting anySetting() {
        String name = "n" + text();
        return switch (random.nextInt(7)) {
            case 0 -> new RegistrySetting(name, text());
            case 1 -> new KeySecurity(name);
            case 2 -> new LocalGroup(name);
            case 3 -> new GroupMembers(name);
            case 4 -> new FirewallRuleName(name);
            case 5 -> new IisElement(name);
            default -> new WindowsFeature(name);
        };
    }

    private RegistryData registry() {
        return switch (random.nextInt(4)) {
            case 0 -> RegistryData.number(random.nextInt());
            case 1 -> RegistryData.text(text());
            case 2 -> RegistryData.texts(List.of("n" + text(), "n" + text()));
            default -> {
                byte[] bytes = new byte[random.nextInt(40)];
                random.nextBytes(bytes);
                yield RegistryData.of(random.nextInt(12), bytes);
            }
        };
    }

    private Members members() {
        List<Account> accounts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            accounts.add(new Account("S-1-5-21-1-2-3-" + random.nextInt(20), text()));
        }
        return Members.of(accounts);
    }

    private FirewallRule rule(String name) {
        return new FirewallRule(
                name,
                text(),
                "Doorwarden",
                random.nextBoolean(),
                true,
                random.nextBoolean(),
                6,
                List.of(Integer.toString(random.nextInt(1, 65_536))),
                List.of(),
                List.of(),
                random.nextBoolean() ? List.of() : List.of("10.0.0." + random.nextInt(256), "fe80::/10"),
                EnumSet.allOf(FirewallProfile.class),
                text(),
                "");
    }

    /** The plan with changes of some settings put before it, and components uninstalled at its end where that is safe. */
    public Plan with(Plan plan, Inventory inventory, ServerBackend server, List<String> components) throws Exception {
        List<Change> changes = new ArrayList<>();
        ServiceName service = inventory.services().keySet().iterator().next();
        Cause cause = new Cause(Cause.Kind.CHOSEN, service, text());
        Map<Setting, SettingValue> planned = new LinkedHashMap<>();
        for (Setting setting : settings()) {
            SettingValue before = server.setting(setting);
            if (setting instanceof GroupMembers members
                    && before instanceof Absent
                    && planned.containsKey(new LocalGroup(members.group()))) {
                before = Members.of(List.of());
            }
            SettingValue after =
                    before instanceof Absent ? value(setting) : random.nextBoolean() ? value(setting) : gone(setting);
            boolean noGroup = setting instanceof GroupMembers && before instanceof Absent;
            if (random.nextInt(3) == 0 && !noGroup && !before.matches(after)) {
                planned.put(setting, after);
                changes.add(new Change.SetSetting(
                        "c" + (1000 + changes.size()), service, setting, before, after, TakesEffect.NOW, cause));
            }
        }
        changes.addAll(plan.changes());
        for (String name : components) {
            FeatureDetail detail = server.feature(new WindowsFeature(name)).orElseThrow();
            if (random.nextBoolean() && detail.services().stream().allMatch(each -> isStopped(each, inventory, plan))) {
                changes.add(new Change.SetSetting(
                        "c" + (2000 + changes.size()),
                        detail.services().get(0),
                        new WindowsFeature(name),
                        FeatureState.INSTALLED,
                        FeatureState.UNINSTALLED,
                        TakesEffect.NOW,
                        new Cause(Cause.Kind.CHOSEN, service, "")));
            }
        }
        return changed(plan, changes);
    }

    /** A group that has members is never taken away: undoing could not bring them back by itself. */
    private static SettingValue gone(Setting setting) {
        return setting instanceof GroupMembers
                ? Members.of(List.of())
                : setting instanceof LocalGroup ? new GroupComment("") : Absent.ITSELF;
    }

    private static boolean isStopped(ServiceName name, Inventory inventory, Plan plan) {
        boolean stops = plan.changes().stream()
                .anyMatch(change -> change instanceof Change.StopService stop
                        && stop.service().equals(name));
        return inventory.find(name).map(found -> !found.isActive() || stops).orElse(false);
    }

    /** The plan with other changes. */
    public static Plan changed(Plan plan, List<Change> changes) {
        return new Plan(
                plan.serverId(),
                plan.serverName(),
                plan.createdAt(),
                plan.roles(),
                plan.products(),
                plan.choices(),
                changes,
                plan.refusals(),
                plan.impact(),
                plan.keepsRunning());
    }
}
