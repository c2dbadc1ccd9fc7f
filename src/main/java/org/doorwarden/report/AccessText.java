package org.doorwarden.report;

import java.util.ArrayList;
import java.util.List;
import org.doorwarden.apply.SettingWords;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.restrict.Offer;
import org.doorwarden.restrict.Restrictions;
import org.doorwarden.restrict.Step;
import org.doorwarden.text.Message;

/** Who can use a service, in words. */
public final class AccessText {

    private AccessText() {}

    /** Who can use the service now, and how; nothing for services about which nothing can be told. */
    public static List<Message> now(Inventory inventory, Service service) {
        List<Message> lines = new ArrayList<>();
        for (Offer offer : Restrictions.shipped().offers(inventory, service)) {
            if (!offer.now().isEmpty()) {
                lines.add(Message.of(
                        "access.limit", Message.of("limit." + offer.limit().id()), String.join(", ", offer.now())));
            }
        }
        return lines;
    }

    /** What would be different once these steps are taken. */
    public static List<Message> after(List<Step> steps) {
        return steps.stream()
                .map(step -> Message.of(
                        "change.set.setting",
                        SettingWords.subject(step.setting()),
                        SettingWords.value(step.setting(), step.before()),
                        SettingWords.value(step.setting(), step.after())))
                .toList();
    }
}
