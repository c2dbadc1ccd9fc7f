package org.doorwarden.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.doorwarden.apply.HostNames;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.access.FeatureDetail;
import org.doorwarden.model.setting.Account;
import org.doorwarden.model.setting.WellKnownSid;
import org.doorwarden.model.setting.WindowsFeature;
import org.doorwarden.plan.Choice;
import org.doorwarden.restrict.Components;
import org.doorwarden.restrict.Limit;
import org.doorwarden.restrict.Limits;
import org.doorwarden.restrict.Offer;
import org.doorwarden.restrict.Restrictions;

/** What people may choose on a server beside closing: whatever can be limited there, to anything, and what can go. */
public final class RandomLimits {

    private static final String HOST = "host.example";
    private static final List<String> ADDRESSES = List.of(
            "10.0.0.0/8", "192.168.7.9", "172.16.3.1-172.16.4.200", "fe80::/10", "2001:db8::5", "0.0.0.0/0", HOST);

    private final RandomGenerator random;

    public RandomLimits(RandomGenerator random) {
        this.random = random;
    }

    /** The one host with an address. */
    public static HostNames hosts() {
        return name -> name.equals(HOST) ? List.of("10.1.2.3", "2001:db8::9") : List.of();
    }

    /**
     * Some services restricted and some components uninstalled; what cannot come back because its files are gone stays.
     * They are recommendations, so that those refused leave the others in the plan.
     */
    public List<Choice> choices(Inventory inventory, ServerBackend server) throws Exception {
        List<Choice> choices = new ArrayList<>();
        for (Service service : inventory.services().values()) {
            List<Offer> offers = Restrictions.shipped().offers(inventory, service);
            if (random.nextInt(5) == 0 && mayGo(inventory, server, service.name())) {
                choices.add(chosen(service.name(), Choice.Action.UNINSTALL, Limits.NONE));
            } else if (!offers.isEmpty() && random.nextBoolean()) {
                Limits limits = limits(offers, inventory);
                if (!limits.isEmpty()) {
                    choices.add(chosen(service.name(), Choice.Action.RESTRICT, limits));
                }
            }
        }
        for (String component : Components.withoutServices(inventory)) {
            ServiceName name = new ServiceName(component);
            if (random.nextInt(3) == 0 && mayGo(inventory, server, name)) {
                choices.add(chosen(name, Choice.Action.UNINSTALL, Limits.NONE));
            }
        }
        return choices;
    }

    private static Choice chosen(ServiceName name, Choice.Action action, Limits limits) {
        return new Choice(name, action, limits, Choice.Origin.RECOMMENDATION, "");
    }

    private static boolean mayGo(Inventory inventory, ServerBackend server, ServiceName name) throws Exception {
        Optional<WindowsFeature> feature = Components.of(inventory, name);
        if (feature.isEmpty()) {
            return false;
        }
        Optional<FeatureDetail> detail = server.feature(feature.get());
        if (detail.isEmpty()) {
            return false;
        }
        boolean stays = detail.get().sourcePresent().orElse(false);
        for (String part : detail.get().takesAlong()) {
            stays &= server.feature(new WindowsFeature(part))
                    .orElseThrow()
                    .sourcePresent()
                    .orElse(false);
        }
        return stays;
    }

    private Limits limits(List<Offer> offers, Inventory inventory) {
        Map<Limit, List<String>> values = new LinkedHashMap<>();
        for (Offer offer : offers) {
            if (random.nextInt(3) != 0) {
                values.put(offer.limit(), random.nextInt(30) == 0 ? List.of("nonsense") : value(offer, inventory));
            }
        }
        return new Limits(values);
    }

    private List<String> value(Offer offer, Inventory inventory) {
        return switch (offer.limit().form()) {
            case ADDRESSES -> random.nextInt(6) == 0 ? List.of() : some(ADDRESSES);
            case ACCOUNTS -> some(accounts(inventory));
            case REGISTRY_PATHS -> some(with(offer.now(), "SOFTWARE\\Prüfung"));
            case FOLDERS -> some(with(offer.now(), offer.now().get(0) + "\\Öffentlich"));
            case TEXTS -> some(offer.now());
            case ONE_OF -> List.of(any(offer.limit().words()));
        };
    }

    private static List<String> accounts(Inventory inventory) {
        List<String> accounts = new ArrayList<>(List.of(WellKnownSid.BACKUP_OPERATORS));
        for (Account account : inventory.access().accounts()) {
            accounts.add(account.shown());
        }
        return accounts;
    }

    private static List<String> with(List<String> texts, String another) {
        List<String> more = new ArrayList<>(texts);
        more.add(another);
        return more;
    }

    /** Up to three of them, none among the possibilities. */
    private List<String> some(List<String> all) {
        List<String> some = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            some.add(any(all));
        }
        return some.stream().distinct().toList();
    }

    private String any(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
