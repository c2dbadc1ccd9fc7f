package org.doorwarden.ui.review;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorwarden.apply.ChangeValue;
import org.doorwarden.apply.SettingWords;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.StartType;
import org.doorwarden.plan.Cause;
import org.doorwarden.plan.Change;
import org.doorwarden.plan.Plan;
import org.doorwarden.plan.SessionRisk;
import org.doorwarden.text.Messages;
import org.doorwarden.text.Printable;
import org.doorwarden.ui.review.ReviewRow.Mark;
import org.doorwarden.ui.review.ReviewRow.Value;

/** Makes the rows of the review: one a service, and one a setting, in the order of the changes. */
final class ReviewRows {

    private final Plan plan;
    private final Inventory inventory;
    private final Messages messages;
    private final List<Change> cutting;

    private ReviewRows(Plan plan, Inventory inventory, Messages messages) {
        this.plan = plan;
        this.inventory = inventory;
        this.messages = messages;
        this.cutting = SessionRisk.of(plan, inventory);
    }

    static List<ReviewRow> of(Plan plan, Inventory inventory, Messages messages) {
        ReviewRows maker = new ReviewRows(plan, inventory, messages);
        Map<String, List<Change>> together = new LinkedHashMap<>();
        plan.changes()
                .forEach(change -> together.computeIfAbsent(key(change), key -> new ArrayList<>())
                        .add(change));
        List<ReviewRow> rows = new ArrayList<>();
        for (List<Change> changes : together.values()) {
            if (changes.get(0) instanceof Change.SetSetting set) {
                rows.add(maker.row(set));
            } else {
                inventory.find(changes.get(0).service()).ifPresent(service -> rows.add(maker.row(service, changes)));
            }
        }
        return rows;
    }

    /** State and start type of a service stand in one row; a setting has one of its own. */
    private static String key(Change change) {
        return change instanceof Change.SetSetting ? "setting " + change.id() : "service " + change.service();
    }

    private ReviewRow row(Service service, List<Change> changes) {
        ServiceState stateAfter = service.state();
        StartType startAfter = service.startType();
        List<String> numbers = new ArrayList<>();
        List<String> why = new ArrayList<>();
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        for (Change change : changes) {
            numbers.add(number(change));
            if (change instanceof Change.SetStartType set) {
                startAfter = set.after();
            } else {
                stateAfter = ServiceState.STOPPED;
                if (change.cause().kind() == Cause.Kind.DEPENDENT) {
                    marks.add(Mark.DEPENDENT);
                }
            }
            if (cutting.contains(change)) {
                marks.add(Mark.SESSION);
            }
            String reason = why(change.cause());
            if (!why.contains(reason)) {
                why.add(reason);
            }
        }
        if (plan.impact().mayLockOut().contains(service.name())) {
            marks.add(Mark.REMOTE);
        }
        String reasons = String.join("; ", why);
        return new ReviewRow(
                String.join(", ", numbers),
                service.name(),
                Printable.of(service.displayName()),
                messages.say("ui.review.name.why", Printable.of(service.name().value()), reasons),
                List.of(
                        new Value(
                                messages.say("state." + service.state().id()),
                                messages.say("state." + stateAfter.id())),
                        new Value(
                                messages.say("start.type." + service.startType().id()),
                                messages.say("start.type." + startAfter.id()))),
                messages.say("ui.review.why", service.displayName(), reasons),
                List.copyOf(marks));
    }

    private ReviewRow row(Change.SetSetting set) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        if (cutting.contains(set)) {
            marks.add(Mark.SESSION);
        }
        if (set.kind() == Change.Kind.SET_WINDOWS_FEATURE) {
            marks.add(Mark.UNINSTALL);
        }
        String subject = messages.title(SettingWords.subject(set.setting()));
        String effect = messages.say("takes.effect." + set.takesEffect().id());
        String before = messages.say(ChangeValue.before(set).words());
        String after = messages.say(ChangeValue.after(set).words());
        String service = name(set.service());
        return new ReviewRow(
                number(set),
                set.service(),
                subject,
                messages.say("ui.review.setting.meta", service, effect),
                List.of(new Value(before, after)),
                messages.say(
                        "ui.review.setting.whole",
                        subject,
                        before,
                        after,
                        effect,
                        service,
                        why(set.cause()),
                        set.setting().address()),
                List.copyOf(marks));
    }

    private String number(Change change) {
        return String.valueOf(plan.changes().indexOf(change) + 1);
    }

    private String name(ServiceName name) {
        return Printable.of(inventory.find(name).map(Service::displayName).orElse(name.value()));
    }

    private String why(Cause cause) {
        return cause.note().isEmpty() || cause.kind() == Cause.Kind.DEPENDENT
                ? messages.say("cause." + cause.kind().id(), cause.chosen())
                : Printable.of(cause.note());
    }
}
