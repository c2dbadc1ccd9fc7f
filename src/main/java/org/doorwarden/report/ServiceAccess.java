package org.doorwarden.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.doorwarden.restrict.IndexingRestriction;
import org.doorwarden.restrict.RemoteDesktopRestriction;
import org.doorwarden.restrict.ServerRestriction;
import org.doorwarden.restrict.TelnetRestriction;
import org.doorwarden.text.Message;

/** Who can use the services that have words of their own, besides the registry. */
final class ServiceAccess {

    private static final ServiceName SEARCH = new ServiceName("WSearch");

    private final Inventory inventory;
    private final List<Message> lines = new ArrayList<>();

    ServiceAccess(Inventory inventory) {
        this.inventory = inventory;
    }

    List<Message> telnet() {
        if (TelnetRestriction.isGone(inventory)) {
            say("access.telnet.gone");
            return lines;
        }
        Optional<SettingValue> group = inventory.access().find(KnownSettings.TELNET_CLIENTS);
        Optional<List<Account>> members = members(KnownSettings.members(KnownSettings.TELNET_CLIENTS));
        if (group.isPresent() && group.get() instanceof Absent) {
            say("access.telnet.everybody");
        } else {
            members.ifPresentOrElse(
                    who -> say("access.telnet.members", AccountWords.of(who)), () -> say("access.not.read"));
        }
        return lines;
    }

    List<Message> remoteDesktop() {
        if (RemoteDesktopRestriction.hasGroup(inventory)) {
            members(KnownSettings.REMOTE_DESKTOP_USERS)
                    .ifPresentOrElse(
                            who -> say("access.desktop.members", AccountWords.of(who)), () -> say("access.not.read"));
            members(KnownSettings.ADMINISTRATORS)
                    .ifPresentOrElse(
                            who -> say("access.desktop.administrators", AccountWords.of(who)),
                            () -> say("access.desktop.administrators.anyway"));
        } else {
            say("access.desktop.permissions");
        }
        for (RegistrySetting each : List.of(
                KnownSettings.DENY_CONNECTIONS,
                KnownSettings.USER_AUTHENTICATION,
                KnownSettings.SECURITY_LAYER,
                KnownSettings.MIN_ENCRYPTION)) {
            boolean policy = RemoteDesktopRestriction.isSetByPolicy(inventory, each);
            inventory
                    .access()
                    .find(policy ? KnownSettings.policy(each) : each)
                    .filter(value -> !(value instanceof Absent))
                    .ifPresent(value -> say(
                            policy ? "access.setting.policy" : "access.setting",
                            SettingWords.subject(each),
                            SettingWords.value(each, value)));
        }
        return lines;
    }

    List<Message> shares() {
        inventory
                .access()
                .shares()
                .ifPresentOrElse(shares -> shares.forEach(this::share), () -> say("access.shares.not.read"));
        if (inventory.access().shares().filter(List::isEmpty).isPresent()) {
            say("access.shares.none");
        }
        if (ServerRestriction.hasOnlySmb1(inventory)) {
            say("access.smb1.only");
        }
        return lines;
    }

    private void share(Share share) {
        say(
                share.administrative() ? "access.share.administrative" : "access.share",
                share.name(),
                share.path().isEmpty() ? Message.of("access.share.no.folder") : share.path(),
                share.users().isEmpty()
                        ? Message.of("access.share.unused")
                        : Message.of("access.share.used", String.join(", ", share.users())));
    }

    List<Message> indexing(ServiceName service) {
        List<IndexedScope> scopes = IndexingRestriction.scopes(inventory, service);
        for (IndexedScope scope : scopes) {
            String key = !scope.included() ? "excluded" : IndexingRestriction.isPublic(scope) ? "public" : "private";
            Message line = Message.of("access.index." + key, scope.path());
            // More than one catalog may hold a folder.
            if (!lines.contains(line)) {
                lines.add(line);
            }
        }
        if (scopes.isEmpty()) {
            say("access.index.none");
        } else {
            say("access.index.judged");
        }
        if (service.equals(SEARCH)) {
            say("access.index.search");
        }
        return lines;
    }

    List<Message> mail() {
        for (SmtpServer server : inventory.access().smtpServers()) {
            say("access.mail.bindings", server.name(), String.join(", ", server.bindings()));
            say("access.mail.relay." + server.relay().id(), server.name(), String.join(", ", server.relayAddresses()));
            if (server.authenticatedRelay()) {
                say("access.mail.signed.in", server.name());
            }
        }
        return lines;
    }

    private Optional<List<Account>> members(GroupMembers group) {
        return inventory
                .access()
                .find(group)
                .filter(Members.class::isInstance)
                .map(members -> ((Members) members).accounts());
    }

    private void say(String key, Object... arguments) {
        lines.add(Message.of(key, arguments));
    }
}
