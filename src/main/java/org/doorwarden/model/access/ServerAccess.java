package org.doorwarden.model.access;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.doorwarden.model.setting.AccessList;
import org.doorwarden.model.setting.Account;
import org.doorwarden.model.setting.FirewallRuleName;
import org.doorwarden.model.setting.Members;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;

/**
 * Who can reach the server and get in. What is missing here was not read, or is not on this Windows; an inventory's
 * problems tell which.
 *
 * @param values what was found at the settings that restrictions are made of
 * @param firewall empty if there is none, or it was not read
 * @param shares empty if they were not read
 * @param ftpSites empty if the configuration of IIS was not read, or there is none
 */
public record ServerAccess(
        Seat seat,
        Map<Setting, SettingValue> values,
        Optional<Firewall> firewall,
        Optional<List<Share>> shares,
        List<IndexedScope> indexedScopes,
        List<SmtpServer> smtpServers,
        Optional<List<FtpSite>> ftpSites) {

    /** Nothing was read. */
    public static final ServerAccess UNKNOWN = new ServerAccess(
            Seat.UNKNOWN, Map.of(), Optional.empty(), Optional.empty(), List.of(), List.of(), Optional.empty());

    public ServerAccess {
        Objects.requireNonNull(seat, "seat");
        values = values.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(values));
        Objects.requireNonNull(firewall, "firewall");
        shares = shares.map(List::copyOf);
        indexedScopes = List.copyOf(indexedScopes);
        smtpServers = List.copyOf(smtpServers);
        ftpSites = ftpSites.map(List::copyOf);
    }

    /** What was found there; empty if it was not read. */
    public Optional<SettingValue> find(Setting setting) {
        return setting instanceof FirewallRuleName name
                ? firewall.flatMap(found -> found.find(name))
                : findValue(setting);
    }

    private Optional<SettingValue> findValue(Setting setting) {
        String identity = setting.identity();
        return Optional.ofNullable(values.get(setting))
                .or(() -> values.entrySet().stream()
                        .filter(entry -> entry.getKey().kind() == setting.kind())
                        .filter(entry -> entry.getKey().identity().equals(identity))
                        .map(Map.Entry::getValue)
                        .findFirst());
    }

    /** The same with more values, which replace those of the same settings; rules go into the firewall, if there is one. */
    public ServerAccess with(Map<Setting, SettingValue> more) {
        Map<Setting, SettingValue> all = new LinkedHashMap<>(values);
        Optional<Firewall> rules = firewall;
        for (Map.Entry<Setting, SettingValue> entry : more.entrySet()) {
            if (entry.getKey() instanceof FirewallRuleName name) {
                rules = rules.map(found -> found.with(name, entry.getValue()));
            } else {
                all.put(spelledAsIn(all, entry.getKey()), entry.getValue());
            }
        }
        return new ServerAccess(
                seat, all, rules, shares, IndexedScopes.with(indexedScopes, more), smtpServers, ftpSites);
    }

    private static Setting spelledAsIn(Map<Setting, SettingValue> values, Setting setting) {
        String identity = setting.identity();
        return values.keySet().stream()
                .filter(each -> each.kind() == setting.kind() && each.identity().equals(identity))
                .findFirst()
                .orElse(setting);
    }

    /** The same with a firewall, or none that could be read. */
    public ServerAccess behind(Optional<Firewall> wall) {
        return new ServerAccess(seat, values, wall, shares, indexedScopes, smtpServers, ftpSites);
    }

    /** The same, seen from another seat. */
    public ServerAccess from(Seat other) {
        return new ServerAccess(other, values, firewall, shares, indexedScopes, smtpServers, ftpSites);
    }

    /** Every account that is named anywhere here. */
    public List<Account> accounts() {
        List<Account> accounts = new ArrayList<>();
        for (SettingValue value : values.values()) {
            if (value instanceof Members members) {
                accounts.addAll(members.accounts());
            } else if (value instanceof AccessList list) {
                accounts.addAll(list.accounts());
            }
        }
        return accounts.stream().distinct().toList();
    }
}
