package org.doorwarden.document;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorwarden.model.access.Firewall;
import org.doorwarden.model.access.FtpSite;
import org.doorwarden.model.access.IndexedScope;
import org.doorwarden.model.access.Seat;
import org.doorwarden.model.access.ServerAccess;
import org.doorwarden.model.access.Share;
import org.doorwarden.model.access.SmtpServer;
import org.doorwarden.model.setting.FirewallProfile;
import org.doorwarden.model.setting.FirewallRule;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;

/** Who can reach a server and get in, as a part of files. What was not read is not there. */
public final class AccessDocument {

    private AccessDocument() {}

    static JsonObject write(ServerAccess access) {
        JsonObject object = new JsonObject();
        JsonObject seat = new JsonObject();
        seat.addProperty("kind", access.seat().kind().id());
        seat.addProperty("client", access.seat().client());
        object.add("seat", seat);
        object.add("settings", Json.list(access.values().entrySet(), entry -> {
            JsonObject said = new JsonObject();
            said.add("setting", SettingDocument.setting(entry.getKey()));
            said.add("value", SettingDocument.value(entry.getValue()));
            return said;
        }));
        access.firewall().ifPresent(firewall -> object.add("firewall", firewall(firewall)));
        access.shares().ifPresent(shares -> object.add("shares", Json.list(shares, AccessDocument::share)));
        object.add("indexedScopes", Json.list(access.indexedScopes(), AccessDocument::scope));
        object.add("smtpServers", Json.list(access.smtpServers(), AccessDocument::smtp));
        access.ftpSites().ifPresent(sites -> object.add("ftpSites", Json.list(sites, AccessDocument::ftp)));
        return object;
    }

    /** Reads it from a field that may be missing, here and in the file of a training server. */
    public static ServerAccess readField(ObjectReader parent) throws DocumentException {
        Optional<ObjectReader> field = parent.optionalObject("access");
        return field.isPresent() ? read(field.get()) : ServerAccess.UNKNOWN;
    }

    private static ServerAccess read(ObjectReader reader) throws DocumentException {
        Seat seat = Seat.UNKNOWN;
        Optional<ObjectReader> sits = reader.optionalObject("seat");
        if (sits.isPresent()) {
            seat = new Seat(
                    sits.get().constant(Seat.Kind.class, "kind"), sits.get().text("client", ""));
            sits.get().end();
        }
        Map<Setting, SettingValue> values = new LinkedHashMap<>();
        for (ObjectReader item : reader.optionalObjects("settings")) {
            Setting setting = SettingDocument.readSetting(item.object("setting"));
            values.put(setting, SettingDocument.readValue(setting, item.object("value")));
            item.end();
        }
        Optional<ObjectReader> firewall = reader.optionalObject("firewall");
        ServerAccess access = new ServerAccess(
                seat,
                values,
                firewall.isPresent() ? Optional.of(readFirewall(firewall.get())) : Optional.empty(),
                reader.has("shares") ? Optional.of(readShares(reader.objects("shares"))) : Optional.empty(),
                readScopes(reader.optionalObjects("indexedScopes")),
                readSmtp(reader.optionalObjects("smtpServers")),
                reader.has("ftpSites") ? Optional.of(readFtp(reader.objects("ftpSites"))) : Optional.empty());
        reader.end();
        return access;
    }

    private static JsonObject firewall(Firewall firewall) {
        JsonObject object = new JsonObject();
        object.add(
                "active",
                Json.texts(firewall.active().stream()
                        .sorted()
                        .map(FirewallProfile::id)
                        .toList()));
        object.add("profiles", Json.list(firewall.profiles().entrySet(), entry -> {
            JsonObject said = new JsonObject();
            said.addProperty("profile", entry.getKey().id());
            said.addProperty("enabled", entry.getValue().enabled());
            said.addProperty("blocksByDefault", entry.getValue().blocksByDefault());
            said.addProperty("blocksAll", entry.getValue().blocksAll());
            return said;
        }));
        object.add("rules", Json.list(firewall.rules(), rule -> SettingDocument.rule(rule, new JsonObject())));
        object.addProperty("policyWins", firewall.policyWins());
        return object;
    }

    private static Firewall readFirewall(ObjectReader reader) throws DocumentException {
        Set<FirewallProfile> active = EnumSet.noneOf(FirewallProfile.class);
        active.addAll(reader.constants(FirewallProfile.class, "active"));
        Map<FirewallProfile, Firewall.ProfileState> profiles = new EnumMap<>(FirewallProfile.class);
        for (ObjectReader item : reader.objects("profiles")) {
            profiles.put(
                    item.constant(FirewallProfile.class, "profile"),
                    new Firewall.ProfileState(
                            item.flag("enabled"), item.flag("blocksByDefault"), item.flag("blocksAll", false)));
            item.end();
        }
        List<FirewallRule> rules = new ArrayList<>();
        for (ObjectReader item : reader.objects("rules")) {
            rules.add(SettingDocument.readRule(item));
            item.end();
        }
        Firewall firewall = new Firewall(active, profiles, rules, reader.flag("policyWins", false));
        reader.end();
        return firewall;
    }

    private static JsonObject share(Share share) {
        JsonObject object = new JsonObject();
        object.addProperty("name", share.name());
        object.addProperty("path", share.path());
        object.addProperty("remark", share.remark());
        object.addProperty("administrative", share.administrative());
        object.add("users", Json.texts(share.users()));
        return object;
    }

    private static List<Share> readShares(List<ObjectReader> items) throws DocumentException {
        List<Share> shares = new ArrayList<>();
        for (ObjectReader item : items) {
            shares.add(new Share(
                    item.text("name"),
                    item.text("path", ""),
                    item.text("remark", ""),
                    item.flag("administrative", false),
                    item.optionalTexts("users")));
            item.end();
        }
        return shares;
    }

    private static JsonObject scope(IndexedScope scope) {
        JsonObject object = new JsonObject();
        object.addProperty("catalog", scope.catalog());
        object.addProperty("path", scope.path());
        object.addProperty("included", scope.included());
        object.addProperty("key", scope.key());
        return object;
    }

    private static List<IndexedScope> readScopes(List<ObjectReader> items) throws DocumentException {
        List<IndexedScope> scopes = new ArrayList<>();
        for (ObjectReader item : items) {
            scopes.add(new IndexedScope(
                    item.text("catalog", ""), item.text("path"), item.flag("included", true), item.text("key", "")));
            item.end();
        }
        return scopes;
    }

    private static JsonObject smtp(SmtpServer server) {
        JsonObject object = new JsonObject();
        object.addProperty("name", server.name());
        object.add("bindings", Json.texts(server.bindings()));
        object.addProperty("relay", server.relay().id());
        object.addProperty("authenticatedRelay", server.authenticatedRelay());
        object.add("relayAddresses", Json.texts(server.relayAddresses()));
        return object;
    }

    private static List<SmtpServer> readSmtp(List<ObjectReader> items) throws DocumentException {
        List<SmtpServer> servers = new ArrayList<>();
        for (ObjectReader item : items) {
            servers.add(new SmtpServer(
                    item.text("name"),
                    item.optionalTexts("bindings"),
                    item.constant(SmtpServer.Relay.class, "relay"),
                    item.flag("authenticatedRelay", false),
                    item.optionalTexts("relayAddresses")));
            item.end();
        }
        return servers;
    }

    private static JsonObject ftp(FtpSite site) {
        JsonObject object = new JsonObject();
        object.addProperty("name", site.name());
        object.add("bindings", Json.texts(site.bindings()));
        object.addProperty("anonymous", site.anonymous());
        object.addProperty("basic", site.basic());
        object.addProperty("controlTls", site.controlTls());
        object.addProperty("dataTls", site.dataTls());
        object.addProperty("hasCertificate", site.hasCertificate());
        object.addProperty("allowUnlisted", site.allowUnlisted());
        object.add("addressRules", Json.list(site.addressRules(), rule -> {
            JsonObject said = new JsonObject();
            said.addProperty("address", rule.address());
            said.addProperty("mask", rule.mask());
            said.addProperty("allowed", rule.allowed());
            return said;
        }));
        site.unreadable().ifPresent(why -> object.addProperty("unreadable", why));
        return object;
    }

    private static List<FtpSite> readFtp(List<ObjectReader> items) throws DocumentException {
        List<FtpSite> sites = new ArrayList<>();
        for (ObjectReader item : items) {
            List<FtpSite.AddressRule> rules = new ArrayList<>();
            for (ObjectReader rule : item.optionalObjects("addressRules")) {
                rules.add(new FtpSite.AddressRule(rule.text("address"), rule.text("mask", ""), rule.flag("allowed")));
                rule.end();
            }
            sites.add(new FtpSite(
                    item.text("name"),
                    item.optionalTexts("bindings"),
                    item.flag("anonymous"),
                    item.flag("basic"),
                    item.text("controlTls"),
                    item.text("dataTls"),
                    item.flag("hasCertificate"),
                    item.flag("allowUnlisted"),
                    rules,
                    item.has("unreadable") ? Optional.of(item.text("unreadable")) : Optional.empty()));
            item.end();
        }
        return sites;
    }
}
