package org.doorwarden.report;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doorwarden.apply.AccountWords;
import org.doorwarden.apply.SettingWords;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.access.IndexedScope;
import org.doorwarden.model.access.Share;
import org.doorwarden.model.access.SmtpServer;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.Account;
import org.doorwarden.model.setting.GroupMembers;
import org.doorwarden.model.setting.KnownSettings;
import org.doorwarden.model.setting.Members;
import org.doorwarden.model.setting.RegistrySetting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.report.AccessPart.Topic;
import org.doorwarden.restrict.IndexingRestriction;
import org.doorwarden.restrict.Limit;
import org.doorwarden.restrict.RemoteDesktopRestriction;
import org.doorwarden.restrict.ServerRestriction;
import org.doorwarden.restrict.TelnetRestriction;
import org.doorwarden.text.Message;

/** Who can use the services that have words of their own, besides the registry. */
final class ServiceAccess {

    private static final ServiceName SEARCH = new ServiceName("WSearch");

    private final Inventory inventory;
    private final AccessParts parts;

    ServiceAccess(Inventory inventory, AccessParts parts) {
        this.inventory = inventory;
        this.parts = parts;
    }

    void telnet() {
        if (TelnetRestriction.isGone(inventory)) {
            say(Topic.WHO, "access.telnet.gone");
            return;
        }
        Optional<SettingValue> group = inventory.access().find(KnownSettings.TELNET_CLIENTS);
        Optional<List<Account>> members = members(KnownSettings.members(KnownSettings.TELNET_CLIENTS));
        if (group.isPresent() && group.get() instanceof Absent) {
            say(Topic.WHO, "access.telnet.everybody");
        } else {
            members.ifPresentOrElse(
                    who -> say(Topic.WHO, "access.telnet.members", AccountWords.of(who)),
                    () -> say(Topic.WHO, "access.not.read"));
        }
    }

    void remoteDesktop() {
        if (RemoteDesktopRestriction.hasGroup(inventory)) {
            members(KnownSettings.REMOTE_DESKTOP_USERS)
                    .ifPresentOrElse(
                            who -> say(Topic.WHO, "access.desktop.members", AccountWords.of(who)),
                            () -> say(Topic.WHO, "access.not.read"));
            members(KnownSettings.ADMINISTRATORS)
                    .ifPresentOrElse(
                            who -> say(Topic.WHO, "access.desktop.administrators", AccountWords.of(who)),
                            () -> say(Topic.WHO, "access.desktop.administrators.anyway"));
        } else {
            say(Topic.WHO, "access.desktop.permissions");
        }
        desktop(Limit.CONNECTIONS, KnownSettings.DENY_CONNECTIONS);
        desktop(Limit.NLA, KnownSettings.USER_AUTHENTICATION);
        desktop(Limit.SECURITY_LAYER, KnownSettings.SECURITY_LAYER);
        desktop(Limit.ENCRYPTION, KnownSettings.MIN_ENCRYPTION);
    }

    /** How Remote Desktop is set, under the name by which it is limited. */
    private void desktop(Limit limit, RegistrySetting setting) {
        boolean policy = RemoteDesktopRestriction.isSetByPolicy(inventory, setting);
        inventory
                .access()
                .find(policy ? KnownSettings.policy(setting) : setting)
                .filter(value -> !(value instanceof Absent))
                .ifPresent(value -> say(
                        Topic.HOW,
                        policy ? "access.setting.policy" : "access.setting",
                        Message.of("limit." + limit.id()),
                        SettingWords.value(setting, value)));
    }

    void shares() {
        inventory
                .access()
                .shares()
                .ifPresentOrElse(
                        shares -> shares.forEach(this::share), () -> say(Topic.SHARES, "access.shares.not.read"));
        if (inventory.access().shares().filter(List::isEmpty).isPresent()) {
            say(Topic.SHARES, "access.shares.none");
        }
        if (ServerRestriction.hasOnlySmb1(inventory)) {
            say(Topic.HOW, "access.smb1.only");
        }
    }

    private void share(Share share) {
        say(
                Topic.SHARES,
                share.administrative() ? "access.share.administrative" : "access.share",
                share.name(),
                share.path().isEmpty() ? Message.of("access.share.no.folder") : share.path(),
                share.users().isEmpty()
                        ? Message.of("access.share.unused")
                        : Message.of("access.share.used", String.join(", ", share.users())));
    }

    void indexing(ServiceName service) {
        List<IndexedScope> scopes = IndexingRestriction.scopes(inventory, service);
        // More than one catalog may hold a folder.
        Set<String> told = new HashSet<>();
        for (IndexedScope scope : scopes) {
            String key = !scope.included() ? "excluded" : IndexingRestriction.isPublic(scope) ? "public" : "private";
            if (told.add(key + scope.path())) {
                say(Topic.FOLDERS, "access.index." + key, scope.path());
            }
        }
        if (scopes.isEmpty()) {
            say(Topic.FOLDERS, "access.index.none");
        } else {
            say(Topic.FOLDERS, "access.index.judged");
        }
        if (service.equals(SEARCH)) {
            say(Topic.FOLDERS, "access.index.search");
        }
    }

    void mail() {
        for (SmtpServer server : inventory.access().smtpServers()) {
            say(Topic.WHO, "access.mail.bindings", server.name(), String.join(", ", server.bindings()));
            say(
                    Topic.WHO,
                    "access.mail.relay." + server.relay().id(),
                    server.name(),
                    String.join(", ", server.relayAddresses()));
            if (server.authenticatedRelay()) {
                say(Topic.WHO, "access.mail.signed.in", server.name());
            }
        }
    }

    private Optional<List<Account>> members(GroupMembers group) {
        return inventory
                .access()
                .find(group)
                .filter(Members.class::isInstance)
                .map(members -> ((Members) members).accounts());
    }

    private void say(Topic topic, String key, Object... arguments) {
        parts.say(topic, key, arguments);
    }
}
