package org.doorwarden.cli;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.doorwarden.analysis.Assessment;
import org.doorwarden.analysis.DependencyGraph;
import org.doorwarden.analysis.DependencyTree;
import org.doorwarden.analysis.KnownNeeds;
import org.doorwarden.analysis.KnownNeeds.KnownDependent;
import org.doorwarden.analysis.ServiceAssessment;
import org.doorwarden.catalogue.Requirement;
import org.doorwarden.document.Json;
import org.doorwarden.model.Listener;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.report.AssessmentJson;
import org.doorwarden.report.InventoryJson;
import org.doorwarden.report.KnowledgeJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code show}: everything about one service. */
@Command(name = "show")
final class ShowCommand implements Callable<Integer> {

    private final Globals globals;

    @Parameters(paramLabel = "SERVICE", descriptionKey = "parameter.service")
    private String name;

    @Mixin
    private PurposeOptions purpose = new PurposeOptions();

    ShowCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() throws Exception {
        Reading reading = Reading.take(globals);
        Service service = Names.service(reading.inventory(), name);
        Assessment assessment = purpose.assess(globals.catalogue(), reading);
        Optional<ServiceAssessment> assessed = assessment.find(service.name());
        if (globals.json()) {
            JsonObject document = json(service, reading.graph(), assessment.knownNeeds(), assessed);
            new AccessSection(globals).addTo(document, reading.inventory(), service);
            globals.show(document);
        } else {
            head(service);
            assessed.ifPresent(this::verdict);
            new AccessSection(globals).show(reading.inventory(), service);
            assessed.flatMap(ServiceAssessment::knowledge).ifPresent(new KnowledgeText(globals)::about);
            dependencies(service, reading, assessment.knownNeeds());
        }
        return ExitCode.DONE;
    }

    private JsonObject json(
            Service service, DependencyGraph graph, KnownNeeds known, Optional<ServiceAssessment> assessed) {
        JsonObject object = InventoryJson.service(service, graph);
        object.add("dependsOnTree", InventoryJson.tree(DependencyTree.dependsOn(graph, service.name())));
        object.add("dependsOnKnown", Json.list(known.of(service.name()), need -> known(need.service(), need)));
        object.add(
                "neededByKnown",
                Json.list(known.on(service.name()), each -> known(each.service(), each.requirement())));
        object.add("neededByTree", InventoryJson.tree(DependencyTree.neededBy(graph, service.name())));
        assessed.ifPresent(assessment -> {
            JsonObject said = AssessmentJson.service(assessment, globals.messages());
            object.add("verdict", said.get("verdict"));
            object.add("needed", said.get("needed"));
            object.add("reasons", said.get("reasons"));
            assessment.knowledge().ifPresent(entry -> object.add("knowledge", KnowledgeJson.knowledge(entry)));
        });
        return object;
    }

    private static JsonObject known(ServiceName service, Requirement requirement) {
        JsonObject object = new JsonObject();
        object.addProperty("service", service.value());
        object.addProperty("because", requirement.because());
        object.addProperty("source", requirement.source().title());
        return object;
    }

    private void head(Service service) {
        globals.line("show.title", service.displayName(), service.name());
        if (!service.description().isEmpty()) {
            globals.paragraph("", service.description());
        }
        globals.plain("");
        TextTable table = new TextTable(22);
        field(table, "show.state", say("state." + service.state().id()) + pid(service));
        field(table, "show.start.type", say("start.type." + service.startType().id()) + trigger(service));
        field(table, "show.type", say("type." + service.type().id()));
        field(table, "show.account", service.account());
        field(table, "show.image.path", service.imagePath());
        if (!service.publisher().isEmpty()) {
            field(table, "show.publisher", service.publisher());
        }
        field(table, "show.group", service.loadOrderGroup());
        for (Listener listener : service.listeners()) {
            field(
                    table,
                    "show.listener",
                    say(
                            listener.reachable() ? "show.listener.reachable" : "show.listener.loopback",
                            listener.protocol().id(),
                            listener.address(),
                            String.valueOf(listener.port())));
        }
        field(
                table,
                "show.changeable",
                say("changeable." + service.changeability().kind().id()));
        table.lines("  ").forEach(globals::plain);
    }

    private static String orNothing(String text) {
        return text.isEmpty() ? "-" : text;
    }

    private void field(TextTable table, String key, String value) {
        table.row(say(key), orNothing(value));
    }

    private String pid(Service service) {
        return service.pid() == 0 ? "" : say("show.pid", String.valueOf(service.pid()));
    }

    private String trigger(Service service) {
        return service.triggerStart() ? say("show.trigger") : "";
    }

    private void verdict(ServiceAssessment assessment) {
        globals.plain("");
        globals.line("show.verdict", say("verdict." + assessment.verdict().id()));
        Reasons.show(globals, assessment.reasons());
    }

    private void dependencies(Service service, Reading reading, KnownNeeds known) {
        DependencyGraph graph = reading.graph();
        globals.plain("");
        globals.line("show.depends.on");
        pane(reading, DependencyTree.dependsOn(graph, service.name()));
        for (String group : graph.dependsOnGroups(service.name())) {
            globals.line("show.depends.on.group", group, listed(graph.members(group)));
        }
        for (ServiceName missing : graph.missing(service.name())) {
            globals.line("show.missing", missing);
        }
        for (Requirement need : known.of(service.name())) {
            globals.paragraph("    ", say("show.depends.on.known", need.service(), need.because()));
        }
        globals.plain("");
        globals.line("show.needed.by");
        pane(reading, DependencyTree.neededBy(graph, service.name()));
        if (!graph.neededByThroughGroup(service.name()).isEmpty()) {
            globals.line("show.needed.by.group", listed(graph.neededByThroughGroup(service.name())));
        }
        for (KnownDependent dependent : known.on(service.name())) {
            globals.paragraph(
                    "    ",
                    say(
                            "show.needed.by.known",
                            dependent.service(),
                            dependent.requirement().because()));
        }
        List<ServiceName> stops = graph.stopsWith(List.of(service.name()));
        List<ServiceName> stuck = graph.cannotStartWithout(List.of(service.name()));
        globals.plain("");
        globals.line("show.stops.with", stops.size(), listed(stops));
        globals.line("show.not.start", stuck.size(), listed(stuck));
    }

    private void pane(Reading reading, List<DependencyTree> branches) {
        if (branches.isEmpty()) {
            globals.line("show.none");
        }
        branches(reading, branches, "  ");
    }

    private void branches(Reading reading, List<DependencyTree> branches, String indent) {
        for (DependencyTree branch : branches) {
            Service service = reading.inventory().services().get(branch.service());
            String mark = branch.shownAlready() ? say("show.again") : branch.cut() ? say("show.cut") : "";
            globals.plain(indent
                    + say(
                            "show.node",
                            branch.service(),
                            say("state." + service.state().id()),
                            say("start.type." + service.startType().id()),
                            mark));
            branches(reading, branch.below(), indent + "  ");
        }
    }

    private static String listed(List<ServiceName> names) {
        return names.isEmpty()
                ? "-"
                : String.join(", ", names.stream().map(ServiceName::value).toList());
    }

    private String say(String key, Object... arguments) {
        return globals.messages().say(key, arguments);
    }
}
