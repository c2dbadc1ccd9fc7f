package org.doorwarden.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.access.ServerAccess;
import org.doorwarden.model.access.Share;
import org.doorwarden.model.setting.RegistryData;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.TakesEffect;
import org.doorwarden.report.AccessPart.Topic;
import org.doorwarden.restrict.FtpSites;
import org.doorwarden.restrict.ServerRestriction;
import org.doorwarden.restrict.Step;
import org.doorwarden.text.Message;

/** Who can use a service, in words: never in security descriptors, numbers or names of values. */
public final class AccessText {

    private AccessText() {}

    /** Who can use the service now, and how; nothing for services about which nothing can be told. */
    public static List<Message> now(Inventory inventory, Service service) {
        return lines(partsNow(inventory, service));
    }

    /** The same part by part. */
    public static List<AccessPart> partsNow(Inventory inventory, Service service) {
        AccessParts parts = new AccessParts();
        tell(inventory, service, parts);
        return parts.parts();
    }

    /**
     * Who could use the service once these steps are taken, what nobody could do any more then, and from when on that
     * counts.
     */
    public static List<Message> after(Inventory inventory, Service service, List<Step> steps) {
        return lines(partsAfter(inventory, service, steps));
    }

    /** The same part by part. */
    public static List<AccessPart> partsAfter(Inventory inventory, Service service, List<Step> steps) {
        Inventory then = taken(inventory, steps);
        AccessParts parts = new AccessParts();
        tell(then, service, parts);
        parts.add(Topic.LOST, LostAccess.lines(inventory, then, steps));
        for (TakesEffect effect : List.of(TakesEffect.SERVICE_RESTART, TakesEffect.MACHINE_RESTART)) {
            if (steps.stream().anyMatch(step -> step.takesEffect() == effect)) {
                parts.say(Topic.EFFECT, "access.takes.effect." + effect.id(), service.displayName());
            }
        }
        return parts.parts();
    }

    private static List<Message> lines(List<AccessPart> parts) {
        return parts.stream().flatMap(part -> part.lines().stream()).toList();
    }

    private static void tell(Inventory inventory, Service service, AccessParts parts) {
        ServiceAccess access = new ServiceAccess(inventory, parts);
        switch (service.name().value().toLowerCase(Locale.ROOT)) {
            case "remoteregistry" -> RegistryAccess.tell(inventory, parts);
            case "tlntsvr" -> access.telnet();
            case "termservice" -> access.remoteDesktop();
            case "lanmanserver" -> access.shares();
            case "cisvc", "wsearch" -> access.indexing(service.name());
            case "smtpsvc" -> access.mail();
            default -> parts.add(Topic.SITES, IisAccessText.now(inventory, service));
        }
        parts.add(Topic.NETWORK, NetworkAccessText.now(inventory, service));
    }

    /** The server with these steps in effect. */
    private static Inventory taken(Inventory inventory, List<Step> steps) {
        Map<Setting, SettingValue> values = new LinkedHashMap<>();
        steps.forEach(step -> values.put(step.setting(), step.after()));
        ServerAccess access = inventory.access().with(values);
        boolean noShares = Optional.ofNullable(values.get(ServerRestriction.autoShare(inventory)))
                .filter(value -> value.matches(RegistryData.number(0)))
                .isPresent();
        Optional<List<Share>> shares = access.shares()
                .map(all -> all.stream()
                        .filter(share -> !noShares || !share.isAutomatic())
                        .toList());
        return new Inventory(
                inventory.server(),
                inventory.takenAt(),
                inventory.services(),
                inventory.unownedListeners(),
                inventory.products(),
                inventory.traits(),
                new ServerAccess(
                        access.seat(),
                        access.values(),
                        access.firewall(),
                        shares,
                        access.indexedScopes(),
                        access.smtpServers(),
                        access.ftpSites().map(sites -> FtpSites.after(sites, steps))),
                inventory.problems());
    }
}
