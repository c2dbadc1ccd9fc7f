package org.doorwarden.ui.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.doorwarden.apply.RunReport;
import org.doorwarden.apply.SettingWords;
import org.doorwarden.catalogue.Role;
import org.doorwarden.model.ChangeState;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Listener;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.setting.TakesEffect;
import org.doorwarden.plan.Change;
import org.doorwarden.plan.Plan;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.Ports;

/** What somebody should try after a run: that the server still does what it is for, and that what was closed is closed. */
final class ThingsToTest {

    private final Messages messages;
    private final List<String> things = new ArrayList<>();

    private ThingsToTest(Messages messages) {
        this.messages = messages;
    }

    /**
     * @param after the server after the run, or before it if it could not be read again
     * @param roles what it is for
     */
    static List<String> after(
            RunReport report, Plan plan, Inventory before, Inventory after, List<Role> roles, Messages messages) {
        ThingsToTest test = new ThingsToTest(messages);
        if (report.outcome() == RunOutcome.UNDONE || report.outcome() == RunOutcome.REFUSED) {
            return List.of(messages.say("ui.result.test.nothing"));
        }
        if (report.outcome() != RunOutcome.APPLIED) {
            test.say("ui.result.test.residue", messages.say("ui.result.undo").replace("_", ""));
        }
        roles.forEach(test::role);
        test.remote(plan, before);
        test.settings(report, before);
        test.ports(before, after);
        test.say("ui.result.test.event.log");
        test.say("ui.result.test.restart");
        return test.things;
    }

    private void role(Role role) {
        String key = "ui.result.test.role." + role.id();
        things.add(messages.has(key) ? messages.say(key) : messages.say("ui.result.test.role", role.name()));
    }

    private void remote(Plan plan, Inventory before) {
        List<ServiceName> carriers = plan.impact().mayLockOut();
        if (!carriers.isEmpty()) {
            say(
                    "ui.result.test.remote",
                    String.join(
                            ", ",
                            carriers.stream()
                                    .map(name -> before.find(name)
                                            .map(Service::displayName)
                                            .orElse(name.value()))
                                    .toList()));
        }
    }

    /** What is set and does not count yet, and whom to let try. */
    private void settings(RunReport report, Inventory before) {
        Set<String> restricted = new LinkedHashSet<>();
        Map<String, List<String>> afterService = new LinkedHashMap<>();
        List<String> afterMachine = new ArrayList<>();
        for (RunReport.ChangeReport made : report.changes()) {
            if (made.state() == ChangeState.APPLIED && made.change() instanceof Change.SetSetting set) {
                String service = before.find(set.service())
                        .map(Service::displayName)
                        .orElse(set.service().value());
                String subject = messages.say(SettingWords.subject(set.setting()));
                if (set.takesEffect() == TakesEffect.SERVICE_RESTART) {
                    afterService
                            .computeIfAbsent(service, name -> new ArrayList<>())
                            .add(subject);
                } else if (set.takesEffect() == TakesEffect.MACHINE_RESTART) {
                    afterMachine.add(subject);
                }
                if (set.kind() != Change.Kind.SET_WINDOWS_FEATURE) {
                    restricted.add(service);
                }
            }
        }
        afterService.forEach((service, subjects) ->
                say("ui.result.test.later.service-restart", String.join("; ", subjects), service));
        if (!afterMachine.isEmpty()) {
            say("ui.result.test.later.machine-restart", String.join("; ", afterMachine));
        }
        restricted.forEach(service -> say("ui.result.test.restricted", service));
    }

    private void ports(Inventory before, Inventory after) {
        Set<Listener> closed = new TreeSet<>();
        before.services().values().forEach(service -> closed.addAll(service.listeners()));
        after.services().values().forEach(service -> closed.removeAll(service.listeners()));
        closed.removeIf(Listener::loopback);
        if (!closed.isEmpty()) {
            say("ui.result.test.ports", Ports.words(closed, messages));
        }
    }

    private void say(String key, Object... arguments) {
        things.add(messages.say(key, arguments));
    }

    /** The services' roles by id, those that the catalogue knows. */
    static List<Role> roles(Plan plan, Map<String, Role> known) {
        return plan.roles().stream().filter(known::containsKey).map(known::get).toList();
    }
}
