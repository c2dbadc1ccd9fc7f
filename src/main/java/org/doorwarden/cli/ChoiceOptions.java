package org.doorwarden.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorwarden.analysis.Assessment;
import org.doorwarden.apply.ChoiceLookups;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.document.DocumentException;
import org.doorwarden.document.PolicyDocument;
import org.doorwarden.model.ServiceName;
import org.doorwarden.plan.Choice;
import org.doorwarden.plan.Choice.Action;
import org.doorwarden.plan.Plan;
import org.doorwarden.plan.Planner;
import org.doorwarden.plan.Policy;
import org.doorwarden.plan.Recommendations;
import org.doorwarden.restrict.Components;
import org.doorwarden.restrict.Limits;
import org.doorwarden.restrict.Restrictions;
import org.doorwarden.text.Message;
import org.doorwarden.text.WrongUse;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What shall be closed, said on the command line. */
final class ChoiceOptions {

    @Option(names = "--recommended", descriptionKey = "option.recommended")
    private boolean recommended;

    @Option(names = "--policy", paramLabel = "FILE", descriptionKey = "option.policy")
    private Path policyFile;

    @Option(names = "--disable", paramLabel = "SERVICE", arity = "1..*", descriptionKey = "option.disable")
    private List<String> disable = new ArrayList<>();

    @Option(names = "--manual", paramLabel = "SERVICE", arity = "1..*", descriptionKey = "option.manual")
    private List<String> manual = new ArrayList<>();

    @Option(names = "--stop", paramLabel = "SERVICE", arity = "1..*", descriptionKey = "option.stop")
    private List<String> stop = new ArrayList<>();

    @Option(names = "--keep", paramLabel = "SERVICE", arity = "1..*", descriptionKey = "option.keep")
    private List<String> keep = new ArrayList<>();

    @Option(names = "--uninstall", paramLabel = "SERVICE", arity = "1..*", descriptionKey = "option.uninstall")
    private List<String> uninstall = new ArrayList<>();

    @Option(
            names = "--restrict",
            paramLabel = "SERVICE:LIMIT=VALUE",
            arity = "1..*",
            descriptionKey = "option.restrict")
    private List<String> restrict = new ArrayList<>();

    @Mixin
    private PurposeOptions purpose = new PurposeOptions();

    /** Whether anything was chosen at all. */
    boolean isEmpty() {
        return !recommended
                && policyFile == null
                && disable.isEmpty()
                && manual.isEmpty()
                && stop.isEmpty()
                && keep.isEmpty()
                && uninstall.isEmpty()
                && restrict.isEmpty();
    }

    /** Makes a plan for the server just read, and says of the policy what this server does not have. */
    Plan plan(Globals globals, ServerBackend backend, Reading reading)
            throws WrongUse, DocumentException, IOException, BackendException {
        if (isEmpty()) {
            throw new WrongUse(Message.of("wrong.no.choice"));
        }
        Catalogue catalogue = globals.catalogue();
        Policy policy = policyFile == null
                ? new Policy(List.of(), List.of(), false, List.of())
                : PolicyDocument.read(policyFile);
        Assessment assessment = purpose.assess(catalogue, reading, policy.roles(), policy.products());
        new CatalogueDifference(globals, purpose).noteSinceLastRun(catalogue, reading, assessment);
        Map<ServiceName, Choice> choices = new LinkedHashMap<>();
        for (Choice choice : policy.choices()) {
            choices.put(choice.service(), choice);
            boolean there = reading.inventory().find(choice.service()).isPresent()
                    || (choice.action() == Action.UNINSTALL
                            && Components.of(reading.inventory(), choice.service())
                                    .isPresent());
            if (!there) {
                globals.note(Message.of("policy.not.installed", choice.service()));
            }
        }
        addAll(choices, reading);
        List<Choice> decided = List.copyOf(choices.values());
        if (recommended || policy.recommended()) {
            decided = Recommendations.complete(assessment, decided);
        }
        return Planner.plan(
                catalogue,
                reading.inventory(),
                reading.graph(),
                assessment,
                decided,
                Restrictions.shipped(),
                ChoiceLookups.of(backend, globals.surroundings().hostNames(), reading.inventory(), decided),
                globals.surroundings().clock().instant());
    }

    private void addAll(Map<ServiceName, Choice> choices, Reading reading) throws WrongUse {
        Map<ServiceName, Action> said = new LinkedHashMap<>();
        say(said, reading, keep, Action.KEEP);
        say(said, reading, manual, Action.MANUAL);
        say(said, reading, stop, Action.STOP);
        say(said, reading, disable, Action.DISABLE);
        for (String name : uninstall) {
            boolean component = !name.isEmpty()
                    && reading.inventory().find(new ServiceName(name)).isEmpty()
                    && Components.of(reading.inventory(), new ServiceName(name)).isPresent();
            if (component) {
                put(said, new ServiceName(name), Action.UNINSTALL);
            } else {
                put(said, uninstallable(reading, name), Action.UNINSTALL);
            }
        }
        Map<ServiceName, Limits> limits = LimitOptions.parse(restrict, reading);
        say(said, reading, limits.keySet().stream().map(ServiceName::value).toList(), Action.RESTRICT);
        said.forEach((service, action) -> choices.put(
                service,
                action == Action.RESTRICT
                        ? Choice.restrict(service, limits.get(service))
                        : Choice.of(service, action)));
    }

    private static ServiceName uninstallable(Reading reading, String name) throws WrongUse {
        try {
            return Names.service(reading.inventory(), name).name();
        } catch (WrongUse noService) {
            throw new WrongUse(Message.of("wrong.uninstall", noService.explanation(), name));
        }
    }

    private static void say(Map<ServiceName, Action> said, Reading reading, List<String> names, Action action)
            throws WrongUse {
        for (String name : names) {
            put(said, Names.service(reading.inventory(), name).name(), action);
        }
    }

    private static void put(Map<ServiceName, Action> said, ServiceName service, Action action) throws WrongUse {
        Action before = said.put(service, action);
        if (before == Action.MANUAL && action == Action.STOP) {
            said.put(service, Action.STOP_AND_MANUAL);
        } else if (before != null && before != action) {
            throw new WrongUse(Message.of("wrong.two.choices", service, before.id(), action.id()));
        }
    }
}
