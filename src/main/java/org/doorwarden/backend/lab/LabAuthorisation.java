package org.doorwarden.backend.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.doorwarden.backend.lab.LabAnswer.Barrier;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.access.FtpSite;
import org.doorwarden.model.access.ServerAccess;
import org.doorwarden.model.access.Share;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.AccessEntry;
import org.doorwarden.model.setting.AccessList;
import org.doorwarden.model.setting.Account;
import org.doorwarden.model.setting.GroupMembers;
import org.doorwarden.model.setting.KnownSettings;
import org.doorwarden.model.setting.Members;
import org.doorwarden.model.setting.RegistryData;
import org.doorwarden.model.setting.RegistrySetting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.WellKnownSid;
import org.doorwarden.network.AddressRange;

/**
 * Whom the services of a training server let in once a client has got through to them. Where a training server says
 * nothing of a setting, the service is taken to be open.
 */
final class LabAuthorisation {

    private final ServerAccess access;
    private final AddressRange client;
    private final Optional<Account> account;

    /** @param account who the client says it is; empty for nobody */
    LabAuthorisation(ServerAccess access, AddressRange client, Optional<Account> account) {
        this.access = access;
        this.client = client;
        this.account = account;
    }

    /** What is in the client's way at a port of a service; empty if nothing is. */
    Optional<Barrier> barrier(ServiceName service, int port) {
        return switch (service.value().toLowerCase(Locale.ROOT)) {
            case "termservice" -> remoteDesktop();
            case "tlntsvr" -> telnet();
            case "remoteregistry" -> remoteRegistry();
            case "ftpsvc", "msftpsvc" -> ftp(port);
            default -> Optional.empty();
        };
    }

    /** The shares that the client can use; the administrative ones are for administrators. */
    List<String> shares() {
        boolean administrator = isMember(KnownSettings.ADMINISTRATORS).orElse(false);
        return access.shares().orElse(List.of()).stream()
                .filter(share -> account.isPresent() && (administrator || !share.administrative()))
                .map(Share::name)
                .toList();
    }

    private Optional<Barrier> remoteDesktop() {
        if (isOn(KnownSettings.DENY_CONNECTIONS)) {
            return Optional.of(Barrier.CONNECTIONS_OFF);
        }
        if (account.isEmpty()) {
            // Without network level authentication whoever knocks is shown a screen to sign in at.
            return isOn(KnownSettings.USER_AUTHENTICATION) ? Optional.of(Barrier.ACCOUNT_NEEDED) : Optional.empty();
        }
        return isKeptOut(KnownSettings.REMOTE_DESKTOP_USERS)
                ? Optional.of(Barrier.NOT_IN_REMOTE_DESKTOP_USERS)
                : Optional.empty();
    }

    /** Policy wins over the server's own setting. */
    private boolean isOn(RegistrySetting setting) {
        return number(KnownSettings.policy(setting)).or(() -> number(setting)).orElse(0L) == 1;
    }

    private Optional<Long> number(RegistrySetting setting) {
        return access.find(setting)
                .filter(RegistryData.class::isInstance)
                .map(value -> ((RegistryData) value).number())
                .filter(number -> number.isPresent())
                .map(number -> number.getAsLong());
    }

    private Optional<Barrier> telnet() {
        if (account.isEmpty()) {
            return Optional.of(Barrier.ACCOUNT_NEEDED);
        }
        return isKeptOut(KnownSettings.members(KnownSettings.TELNET_CLIENTS))
                ? Optional.of(Barrier.NOT_IN_TELNET_CLIENTS)
                : Optional.empty();
    }

    /** Whether there is such a group, and the account is neither in it nor an administrator. */
    private boolean isKeptOut(GroupMembers group) {
        return !isMember(group).orElse(true)
                && !isMember(KnownSettings.ADMINISTRATORS).orElse(false);
    }

    /** Empty where the group is not there or was not read. Members of members do not count. */
    private Optional<Boolean> isMember(GroupMembers group) {
        return access.find(group)
                .filter(Members.class::isInstance)
                .map(value ->
                        account.filter(((Members) value).accounts()::contains).isPresent());
    }

    private Optional<Barrier> remoteRegistry() {
        if (account.isEmpty()) {
            return Optional.of(Barrier.ACCOUNT_NEEDED);
        }
        Optional<SettingValue> winreg = access.find(KnownSettings.WINREG);
        if (winreg.isEmpty() || winreg.get() instanceof Absent || !(winreg.get() instanceof AccessList list)) {
            return Optional.empty();
        }
        return isGranted(list) ? Optional.empty() : Optional.of(Barrier.NOT_IN_WINREG);
    }

    /** The first entry for the account, or for a group it is in, decides. */
    private boolean isGranted(AccessList list) {
        Set<String> sids = new TreeSet<>(Set.of(WellKnownSid.EVERYONE, WellKnownSid.AUTHENTICATED_USERS));
        account.ifPresent(who -> sids.add(who.sid()));
        for (GroupMembers group : List.of(
                KnownSettings.ADMINISTRATORS, KnownSettings.BACKUP_OPERATORS, KnownSettings.REMOTE_DESKTOP_USERS)) {
            if (isMember(group).orElse(false)) {
                sids.add(group.group());
            }
        }
        if (isMember(KnownSettings.members(KnownSettings.REGISTRY_EDITORS)).orElse(false)) {
            sids.addAll(named(list, KnownSettings.REGISTRY_EDITORS.name()));
        }
        return list.entries()
                .map(entries -> entries.stream()
                        .filter(entry -> entry.countsHere() && sids.contains(entry.sid()))
                        .findFirst()
                        .map(AccessEntry::allows)
                        .orElse(false))
                .orElse(true);
    }

    /** The SIDs in a list that belong to a name, with or without the computer's name before it. */
    private static List<String> named(AccessList list, String name) {
        return list.accounts().stream()
                .filter(each ->
                        each.name().substring(each.name().lastIndexOf('\\') + 1).equalsIgnoreCase(name))
                .map(Account::sid)
                .toList();
    }

    private Optional<Barrier> ftp(int port) {
        List<Barrier> barriers = new ArrayList<>();
        for (FtpSite site : access.ftpSites().orElse(List.of())) {
            if (site.bindings().stream().anyMatch(binding -> binding.contains(":" + port + ":"))) {
                boolean stranger = account.isEmpty() && !site.anonymous();
                if (isTaken(site) && !stranger) {
                    return Optional.empty();
                }
                barriers.add(stranger ? Barrier.ACCOUNT_NEEDED : Barrier.FTP_ADDRESS);
            }
        }
        return barriers.stream().findFirst();
    }

    /** The first rule for the address decides, and then what is said of addresses that are not listed. */
    private boolean isTaken(FtpSite site) {
        return site.addressRules().stream()
                .filter(rule -> AddressRange.parse(
                                rule.mask().isEmpty() ? rule.address() : rule.address() + "/" + rule.mask())
                        .filter(range -> range.contains(client))
                        .isPresent())
                .findFirst()
                .map(FtpSite.AddressRule::allowed)
                .orElse(site.allowUnlisted());
    }
}
