package org.doorwarden.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.doorwarden.analysis.Assessment;
import org.doorwarden.analysis.Reason;
import org.doorwarden.analysis.RoleEvidence;
import org.doorwarden.analysis.ServiceAssessment;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.CatalogueEdition;
import org.doorwarden.catalogue.KnownProduct;
import org.doorwarden.catalogue.Role;
import org.doorwarden.model.Identified;
import org.doorwarden.model.Verdict;
import org.doorwarden.report.AssessmentJson;
import org.doorwarden.text.Message;
import org.doorwarden.text.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assess}: a verdict for every service. */
@Command(name = "assess")
final class AssessCommand implements Callable<Integer> {

    private static final List<Verdict> ORDER = List.of(
            Verdict.UNINSTALL, Verdict.DISABLE, Verdict.RESTRICT, Verdict.UNKNOWN, Verdict.KEEP, Verdict.REQUIRED);

    private final Globals globals;

    @Mixin
    private PurposeOptions purpose = new PurposeOptions();

    @Option(names = "--reasons", descriptionKey = "option.reasons")
    private boolean allReasons;

    @Option(names = "--fail-on", paramLabel = "VERDICT", split = ",", descriptionKey = "option.fail.on")
    private List<String> failOn = new ArrayList<>();

    AssessCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() throws Exception {
        List<Verdict> failing = failing();
        Reading reading = Reading.take(globals);
        Catalogue catalogue = globals.catalogue();
        Assessment assessment = purpose.assess(catalogue, reading);
        new CatalogueDifference(globals, purpose).noteSinceLastRun(catalogue, reading, assessment);
        if (globals.json()) {
            globals.show(
                    AssessmentJson.assessment(reading.inventory().server(), catalogue, assessment, globals.messages()));
        } else {
            show(reading, catalogue.edition(), assessment);
        }
        boolean found = assessment.services().values().stream()
                .anyMatch(each ->
                        failing.contains(each.verdict()) && !each.service().isClosed());
        return found ? ExitCode.FAILED : ExitCode.DONE;
    }

    private List<Verdict> failing() throws WrongUse {
        List<Verdict> verdicts = new ArrayList<>();
        for (String id : failOn) {
            verdicts.add(Identified.find(Verdict.class, id)
                    .orElseThrow(() -> Names.unknown(
                            "wrong.verdict",
                            id,
                            Arrays.stream(Verdict.values()).map(Verdict::id).toList())));
        }
        return verdicts;
    }

    private void show(Reading reading, CatalogueEdition edition, Assessment assessment) {
        globals.line("assess.head", reading.inventory().server().name());
        globals.line(
                "assess.roles",
                joined(assessment.purpose().roles().stream().map(Role::name).toList()));
        if (assessment.purpose().assumed()) {
            globals.note(Message.of(
                    "assess.assumed", assessment.purpose().roles().get(0).id()));
        }
        for (RoleEvidence detected : assessment.purpose().detected()) {
            globals.line(
                    "assess.detected",
                    detected.role().name(),
                    joined(detected.found().stream()
                            .map(globals.messages()::say)
                            .toList()));
        }
        if (!assessment.products().isEmpty()) {
            globals.line(
                    "assess.products",
                    joined(assessment.products().stream()
                            .map(KnownProduct::name)
                            .toList()));
        }
        for (Verdict verdict : ORDER) {
            List<ServiceAssessment> group = assessment.services().values().stream()
                    .filter(each -> each.verdict() == verdict)
                    .toList();
            if (!group.isEmpty()) {
                globals.plain("");
                globals.line(
                        "assess.group." + verdict.id(),
                        group.size(),
                        group.stream().filter(ServiceAssessment::isOpenDoor).count());
                show(group);
            }
        }
        globals.plain("");
        globals.line("assess.catalogue", edition.version(), edition.date());
        if (!allReasons) {
            globals.line("assess.more");
        }
    }

    private void show(List<ServiceAssessment> group) {
        if (allReasons) {
            for (ServiceAssessment each : group) {
                globals.line(
                        "assess.service", each.service().name(), each.service().displayName(), now(each));
                Reasons.show(globals, each.reasons());
            }
            return;
        }
        TextTable table = new TextTable(18, 22);
        for (ServiceAssessment each : group) {
            Reason deciding = each.reasons().get(0);
            table.row(each.service().name(), now(each), globals.messages().say(deciding.text()));
        }
        table.lines("  ").forEach(globals::plain);
    }

    private String now(ServiceAssessment each) {
        return globals.messages()
                .say(
                        "service.now",
                        globals.messages().say("state." + each.service().state().id()),
                        globals.messages()
                                .say("start.type." + each.service().startType().id()));
    }

    private static String joined(List<String> words) {
        return String.join(", ", words);
    }
}
