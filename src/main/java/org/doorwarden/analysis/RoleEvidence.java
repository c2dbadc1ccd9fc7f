package org.doorwarden.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.Clue;
import org.doorwarden.catalogue.Role;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Product;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.Trait;
import org.doorwarden.model.WebSite;
import org.doorwarden.model.WindowsVersion;
import org.doorwarden.text.Message;

/**
 * What speaks for a server having a role. It is no proof: the setup program of old servers installed and started much
 * that nobody ever used.
 *
 * @param found at least one thing, in words
 * @param installed whether something was installed for it, and not only something runs
 */
public record RoleEvidence(Role role, List<Message> found, boolean installed) {

    private static final int MOST_SITES_NAMED = 3;

    public RoleEvidence {
        found = List.copyOf(found);
    }

    /** The evidence for each role that has any, in the catalogue's order. */
    public static List<RoleEvidence> findAll(Catalogue catalogue, Inventory inventory) {
        Finder finder = new Finder(catalogue, inventory);
        return catalogue.roles().values().stream()
                .map(finder::evidence)
                .filter(evidence -> !evidence.found().isEmpty())
                .toList();
    }

    private static final class Finder {

        private final Inventory inventory;
        private final Set<String> features;
        /** What runs, under its own name and under that of its entry, as instances have. */
        private final Map<ServiceName, Service> active = new HashMap<>();

        Finder(Catalogue catalogue, Inventory inventory) {
            this.inventory = inventory;
            for (Service service : inventory.services().values()) {
                if (service.isActive()) {
                    catalogue.find(service.name()).ifPresent(entry -> active.putIfAbsent(entry.name(), service));
                    active.put(service.name(), service);
                }
            }
            this.features = inventory.traits().features().stream()
                    .map(feature -> feature.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
        }

        RoleEvidence evidence(Role role) {
            List<Message> found = new ArrayList<>();
            boolean installed = false;
            for (Clue clue : role.clues()) {
                Optional<Message> message = look(clue);
                message.ifPresent(found::add);
                installed |= message.isPresent() && !(clue instanceof Clue.Running);
            }
            if (!found.isEmpty() && role.group() == Role.Group.SITE) {
                sites().ifPresent(found::add);
            }
            return new RoleEvidence(role, found, installed);
        }

        private Optional<Message> look(Clue clue) {
            if (clue instanceof Clue.Running running) {
                return Optional.ofNullable(active.get(running.service()))
                        .filter(service -> counts(running))
                        .map(service -> Message.of("evidence.running", service.displayName()));
            }
            if (clue instanceof Clue.Installed installed) {
                return features.contains(installed.feature().toLowerCase(Locale.ROOT))
                        ? Optional.of(Message.of("evidence.feature", installed.feature()))
                        : Optional.empty();
            }
            if (clue instanceof Clue.HasProgram program) {
                return inventory.products().stream()
                        .map(Product::name)
                        .filter(name -> name.toLowerCase(Locale.ROOT).contains(program.name()))
                        .findFirst()
                        .map(name -> Message.of("evidence.program", name));
            }
            Trait trait = ((Clue.Has) clue).trait();
            return Optional.ofNullable(inventory.traits().traits().get(trait))
                    .map(detail -> Message.of(
                            detail.isEmpty() ? "evidence.trait" : "evidence.trait.detail",
                            Message.of("trait." + trait.id()),
                            detail));
        }

        private boolean counts(Clue.Running running) {
            Optional<WindowsVersion> version = inventory.server().windowsVersion();
            return running.until().isEmpty()
                    || version.isPresent()
                            && version.get().compareTo(running.until().get()) <= 0;
        }

        private Optional<Message> sites() {
            List<WebSite> sites = inventory.traits().sites();
            if (sites.isEmpty()) {
                return Optional.empty();
            }
            String names =
                    sites.stream().limit(MOST_SITES_NAMED).map(WebSite::name).collect(Collectors.joining(", "));
            return Optional.of(Message.of(
                    sites.size() > MOST_SITES_NAMED ? "evidence.sites.more" : "evidence.sites", sites.size(), names));
        }
    }
}
