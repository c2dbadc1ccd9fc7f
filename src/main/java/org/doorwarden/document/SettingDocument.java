package org.doorwarden.document;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
import org.doorwarden.model.setting.WindowsFeature;
import org.doorwarden.model.setting.XmlText;
import org.doorwarden.text.Message;

/** Settings and their values as parts of files. */
public final class SettingDocument {

    private static final int LARGEST_PROTOCOL = FirewallRule.ANY_PROTOCOL;

    /** Types are 32 bits without sign; anybody may write one that Windows does not know. */
    private static final long LARGEST_TYPE = 0xFFFFFFFFL;

    private SettingDocument() {}

    /** A setting: its kind and its address. */
    public static JsonObject setting(Setting setting) {
        JsonObject object = new JsonObject();
        object.addProperty("kind", setting.kind().id());
        if (setting instanceof RegistrySetting value) {
            object.addProperty("key", value.key());
            object.addProperty("name", value.name());
        } else if (setting instanceof KeySecurity security) {
            object.addProperty("key", security.key());
        } else {
            object.addProperty("name", setting.address());
        }
        return object;
    }

    public static Setting readSetting(ObjectReader reader) throws DocumentException {
        Setting setting =
                switch (reader.constant(Setting.Kind.class, "kind")) {
                    case REGISTRY_VALUE -> new RegistrySetting(reader.filledText("key"), reader.text("name"));
                    case KEY_SECURITY -> new KeySecurity(reader.filledText("key"));
                    case LOCAL_GROUP -> new LocalGroup(reader.filledText("name"));
                    case GROUP_MEMBERS -> new GroupMembers(reader.filledText("name"));
                    case FIREWALL_RULE -> new FirewallRuleName(reader.text("name"));
                    case IIS_CONFIGURATION -> new IisElement(reader.filledText("name"));
                    case WINDOWS_FEATURE -> new WindowsFeature(reader.filledText("name"));
                };
        reader.end();
        return setting;
    }

    /** What is found at a setting; the setting's kind says how to read it. */
    public static JsonObject value(SettingValue value) {
        JsonObject object = new JsonObject();
        if (value instanceof Absent absent) {
            object.addProperty("absent", absent.id());
        } else if (value instanceof RegistryData data) {
            object.addProperty("type", Integer.toUnsignedLong(data.type()));
            object.addProperty("hex", data.hex());
        } else if (value instanceof AccessList list) {
            object.addProperty("sddl", list.sddl());
            object.add("accounts", Json.list(list.accounts(), SettingDocument::account));
        } else if (value instanceof GroupComment group) {
            object.addProperty("comment", group.comment());
        } else if (value instanceof Members members) {
            object.add("members", Json.list(members.accounts(), SettingDocument::account));
        } else if (value instanceof FirewallRule rule) {
            rule(rule, object);
        } else if (value instanceof XmlText xml) {
            object.addProperty("xml", xml.xml());
        } else if (value instanceof FeatureState state) {
            object.addProperty("state", state.id());
        }
        return object;
    }

    public static SettingValue readValue(Setting setting, ObjectReader reader) throws DocumentException {
        SettingValue value = reader.has("absent")
                ? reader.constant(Absent.class, "absent")
                : switch (setting.kind()) {
                    case REGISTRY_VALUE -> readData(reader);
                    case KEY_SECURITY -> readAccessList(reader);
                    case LOCAL_GROUP -> new GroupComment(reader.text("comment"));
                    case GROUP_MEMBERS -> new Members(readAccounts(reader.objects("members")));
                    case FIREWALL_RULE -> readRule(reader);
                    case IIS_CONFIGURATION -> new XmlText(reader.text("xml"));
                    case WINDOWS_FEATURE -> reader.constant(FeatureState.class, "state");
                };
        reader.end();
        if (!setting.accepts(value)) {
            throw reader.wrong("name", Message.of("document.setting.value", setting.address()));
        }
        return value;
    }

    public static FirewallRule readRule(ObjectReader reader) throws DocumentException {
        Set<FirewallProfile> profiles = EnumSet.noneOf(FirewallProfile.class);
        profiles.addAll(reader.constants(FirewallProfile.class, "profiles"));
        return new FirewallRule(
                reader.text("name"),
                reader.text("description", ""),
                reader.text("group", ""),
                reader.flag("enabled", true),
                reader.flag("inbound", true),
                reader.flag("allows", true),
                (int) reader.number("protocol", 0, LARGEST_PROTOCOL),
                reader.optionalTexts("localPorts"),
                reader.optionalTexts("localAddresses"),
                reader.optionalTexts("remotePorts"),
                reader.optionalTexts("remoteAddresses"),
                profiles,
                reader.text("program", ""),
                reader.text("service", ""));
    }

    static JsonObject rule(FirewallRule rule, JsonObject object) {
        object.addProperty("name", rule.name());
        object.addProperty("description", rule.description());
        object.addProperty("group", rule.group());
        object.addProperty("enabled", rule.enabled());
        object.addProperty("inbound", rule.inbound());
        object.addProperty("allows", rule.allows());
        object.addProperty("protocol", rule.protocol());
        object.add("localPorts", Json.texts(rule.localPorts()));
        object.add("localAddresses", Json.texts(rule.localAddresses()));
        object.add("remotePorts", Json.texts(rule.remotePorts()));
        object.add("remoteAddresses", Json.texts(rule.remoteAddresses()));
        object.add(
                "profiles",
                Json.texts(new TreeSet<>(rule.profiles())
                        .stream().map(FirewallProfile::id).toList()));
        object.addProperty("program", rule.program());
        object.addProperty("service", rule.service());
        return object;
    }

    static JsonObject account(Account account) {
        JsonObject object = new JsonObject();
        object.addProperty("sid", account.sid());
        object.addProperty("name", account.name());
        return object;
    }

    public static List<Account> readAccounts(List<ObjectReader> items) throws DocumentException {
        List<Account> accounts = new ArrayList<>();
        for (ObjectReader item : items) {
            accounts.add(new Account(item.filledText("sid"), item.text("name", "")));
            item.end();
        }
        return accounts;
    }

    private static RegistryData readData(ObjectReader reader) throws DocumentException {
        int type = (int) reader.number("type", 0, LARGEST_TYPE);
        try {
            return new RegistryData(type, reader.text("hex"));
        } catch (IllegalArgumentException notHex) {
            throw reader.wrong("hex", Message.of("document.setting.hex"));
        }
    }

    private static AccessList readAccessList(ObjectReader reader) throws DocumentException {
        String sddl = reader.text("sddl");
        if (!sddl.startsWith("D:")) {
            throw reader.wrong("sddl", Message.of("document.setting.sddl"));
        }
        return new AccessList(sddl, readAccounts(reader.optionalObjects("accounts")));
    }
}
