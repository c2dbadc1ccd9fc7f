package org.doorwarden.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.text.Message;
import org.doorwarden.text.Similar;
import org.doorwarden.text.WrongUse;

/** Finds what a person means by a name, and what else they may have meant if it is nothing. */
final class Names {

    private static final int FEW = 12;
    private static final int MOST_SUGGESTIONS = 3;

    private Names() {}

    /** The service or driver of that name, or else the only one of that display name. */
    static Service service(Inventory inventory, String name) throws WrongUse {
        Optional<Service> found = name.isEmpty() ? Optional.empty() : inventory.find(new ServiceName(name));
        if (found.isPresent()) {
            return found.get();
        }
        List<Service> shownSo = new ArrayList<>();
        List<String> known = new ArrayList<>();
        for (Service service : inventory.services().values()) {
            if (service.displayName().equalsIgnoreCase(name)) {
                shownSo.add(service);
            }
            known.add(service.name().value());
            known.add(service.displayName());
        }
        if (shownSo.size() > 1) {
            // Which one is meant is not ours to guess: the next command may disable it.
            throw new WrongUse(Message.of(
                    "wrong.service.several",
                    name,
                    shownSo.stream().map(service -> service.name().value()).collect(Collectors.joining(", "))));
        }
        if (shownSo.isEmpty()) {
            throw unknown("wrong.service", name, known);
        }
        return shownSo.get(0);
    }

    /** Says that a name is unknown, and names those most like it, or all where they are few. */
    static WrongUse unknown(String key, String name, Collection<String> known) {
        List<String> similar = Similar.to(name, known, MOST_SUGGESTIONS);
        if (!similar.isEmpty()) {
            return new WrongUse(Message.of("wrong.suggest", Message.of(key, name), String.join(", ", similar)));
        }
        return new WrongUse(
                known.isEmpty() || known.size() > FEW
                        ? Message.of(key, name)
                        : Message.of("wrong.known", Message.of(key, name), String.join(", ", known)));
    }
}
