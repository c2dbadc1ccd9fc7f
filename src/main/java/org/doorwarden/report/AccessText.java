package org.doorwarden.report;

import java.util.ArrayList;
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
import org.doorwarden.restrict.FtpSitesAfter;
import org.doorwarden.restrict.Limit;
import org.doorwarden.restrict.Offer;
import org.doorwarden.restrict.Restrictions;
import org.doorwarden.restrict.ServerRestriction;
import org.doorwarden.restrict.Step;
import org.doorwarden.text.Message;

/** Who can use a service, in words: never in security descriptors, numbers or names of values. */
public final class AccessText {

    private AccessText() {}

    /** Who can use the service now, and how; nothing for services about which nothing can be told. */
    public static List<Message> now(Inventory inventory, Service service) {
        List<Message> lines = new ArrayList<>(ofItsOwn(inventory, service));
        boolean told = !lines.isEmpty();
        for (Offer offer : Restrictions.shipped().offers(inventory, service)) {
            if (!offer.now().isEmpty() && !told && offer.limit() != Limit.FROM) {
                lines.add(Message.of(
                        "access.limit", Message.of("limit." + offer.limit().id()), String.join(", ", offer.now())));
            }
        }
        lines.addAll(NetworkAccessText.now(inventory, service));
        return lines;
    }

    private static List<Message> ofItsOwn(Inventory inventory, Service service) {
        ServiceAccess access = new ServiceAccess(inventory);
        return switch (service.name().value().toLowerCase(Locale.ROOT)) {
            case "remoteregistry" -> RegistryAccess.lines(inventory);
            case "tlntsvr" -> access.telnet();
            case "termservice" -> access.remoteDesktop();
            case "lanmanserver" -> access.shares();
            case "cisvc", "wsearch" -> access.indexing(service.name());
            case "smtpsvc" -> access.mail();
            case "ftpsvc" -> IisAccessText.now(inventory, service);
            default -> List.of();
        };
    }

    /**
     * Who could use the service once these steps are taken, what nobody could do any more then, and from when on that
     * counts.
     */
    public static List<Message> after(Inventory inventory, Service service, List<Step> steps) {
        Inventory then = taken(inventory, steps);
        List<Message> lines = new ArrayList<>(now(then, service));
        lines.addAll(LostAccess.lines(inventory, then, steps));
        for (TakesEffect effect : List.of(TakesEffect.SERVICE_RESTART, TakesEffect.MACHINE_RESTART)) {
            if (steps.stream().anyMatch(step -> step.takesEffect() == effect)) {
                lines.add(Message.of("access.takes.effect." + effect.id(), service.displayName()));
            }
        }
        return lines;
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
                        access.ftpSites().map(sites -> FtpSitesAfter.of(sites, values))),
                inventory.problems());
    }
}
