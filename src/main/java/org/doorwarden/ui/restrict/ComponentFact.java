package org.doorwarden.ui.restrict;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.access.FeatureDetail;
import org.doorwarden.text.Messages;
import org.doorwarden.text.Printable;

/**
 * Something to know of a component before it is uninstalled.
 *
 * @param care whether it speaks for thinking twice
 */
public record ComponentFact(String name, String value, boolean care) {

    private static final long MEGABYTE = 1024 * 1024;

    static List<ComponentFact> of(FeatureDetail detail, Inventory inventory, Messages messages) {
        List<ComponentFact> facts = new ArrayList<>();
        String shown = detail.displayName().isBlank() ? detail.name() : detail.displayName();
        facts.add(new ComponentFact(
                messages.say("ui.services.uninstall.component"),
                messages.say("ui.services.uninstall.component.name", shown, detail.name()),
                false));
        facts.add(new ComponentFact(messages.say("ui.services.uninstall.size"), size(detail, messages), false));
        facts.add(new ComponentFact(
                messages.say("ui.services.uninstall.restart"),
                messages.say("ui.services.uninstall.restart." + detail.restart().id()),
                detail.restart() != FeatureDetail.Restart.NO));
        facts.add(new ComponentFact(
                messages.say("ui.services.uninstall.along"),
                detail.takesAlong().isEmpty()
                        ? messages.say("ui.services.uninstall.along.nothing")
                        : messages.say("ui.services.uninstall.along.these", String.join(", ", detail.takesAlong())),
                !detail.takesAlong().isEmpty()));
        if (!detail.services().isEmpty()) {
            facts.add(new ComponentFact(
                    messages.say("ui.services.uninstall.services"),
                    detail.services().stream()
                            .map(each -> name(inventory, each))
                            .collect(Collectors.joining(", ")),
                    false));
        }
        String source = detail.sourcePresent()
                .map(present -> present ? "present" : "absent")
                .orElse("unknown");
        facts.add(new ComponentFact(
                messages.say("ui.services.uninstall.source"),
                messages.say("ui.services.uninstall.source." + source),
                !source.equals("present")));
        return facts;
    }

    private static String size(FeatureDetail detail, Messages messages) {
        if (detail.size().isEmpty() || detail.size().getAsLong() < 0) {
            return messages.say("ui.services.uninstall.size.unknown");
        }
        long bytes = detail.size().getAsLong();
        return bytes < MEGABYTE
                ? messages.say("ui.services.uninstall.size.small")
                : messages.say("ui.services.uninstall.size.megabytes", Math.round((double) bytes / MEGABYTE));
    }

    static String name(Inventory inventory, ServiceName name) {
        return inventory.find(name).map(ComponentFact::name).orElse(Printable.of(name.value()));
    }

    /** What people call a service. */
    static String name(Service service) {
        return Printable.of(service.displayName().isBlank() ? service.name().value() : service.displayName());
    }
}
