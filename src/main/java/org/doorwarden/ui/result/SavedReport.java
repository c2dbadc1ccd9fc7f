package org.doorwarden.ui.result;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.doorwarden.apply.RunReport;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.ServiceKnowledge;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.plan.Choice;
import org.doorwarden.plan.Plan;
import org.doorwarden.text.Messages;
import org.doorwarden.text.Printable;

/** The report as a plain text for a file, to be read and filed by people. */
final class SavedReport {

    /** The lines that are known elsewhere on the page already. */
    record Page(List<ResultRow> rows, List<String> exposure, List<String> observations, List<String> tests) {}

    private final Messages messages;
    private final StringBuilder text = new StringBuilder();

    private SavedReport(Messages messages) {
        this.messages = messages;
    }

    /** @param catalogue that the verdicts came from */
    static String of(RunReport report, SessionView seen, Catalogue catalogue, Page page, Messages messages) {
        SavedReport saved = new SavedReport(messages);
        saved.head(report, seen.plan(), seen.before(), seen.time());
        saved.catalogue(catalogue);
        page.exposure().forEach(saved::plain);
        saved.changes(page.rows());
        saved.choices(seen.plan(), seen.before());
        saved.list("ui.result.observations", page.observations());
        saved.list("ui.result.test", page.tests());
        return saved.text.toString();
    }

    private void head(RunReport report, Plan plan, Inventory server, Instant time) {
        say("ui.result.report.title");
        plain("");
        say("ui.result.report.server", server.server().name(), server.server().operatingSystem());
        say(
                "ui.result.report.time",
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                        .withZone(ZoneOffset.UTC)
                        .format(time));
        say("ui.result.report.run", report.run().orElse("-"));
        say(
                "ui.result.report.outcome",
                messages.say("outcome." + report.outcome().id()));
        report.failure().ifPresent(why -> say("ui.result.report.failure", why));
        say("ui.result.report.roles", String.join(", ", plan.roles()));
    }

    private void catalogue(Catalogue catalogue) {
        say(
                "ui.result.report.catalogue",
                catalogue.edition().version(),
                catalogue.edition().date());
        List<String> local = catalogue.services().stream()
                .filter(ServiceKnowledge::local)
                .map(known -> known.name().value())
                .toList();
        if (!local.isEmpty()) {
            say("ui.result.report.local", String.join(", ", local));
        }
    }

    private void changes(List<ResultRow> rows) {
        section("ui.result.report.changes");
        for (ResultRow row : rows) {
            say(
                    "ui.result.report.change",
                    row.number(),
                    row.displayName(),
                    row.service(),
                    row.what(),
                    row.before(),
                    row.set(),
                    row.now(),
                    messages.say("change.state." + row.state().id()));
            row.problem().ifPresent(problem -> say("ui.result.report.problem", problem));
        }
    }

    private void choices(Plan plan, Inventory server) {
        section("ui.result.report.choices");
        for (Choice choice : plan.choices()) {
            say(
                    "ui.result.report.choice",
                    server.find(choice.service()).map(Service::displayName).orElse("-"),
                    choice.service(),
                    messages.say("ui.result.report.action." + choice.action().id()),
                    messages.say("ui.result.report.origin." + choice.origin().id()));
            if (!choice.note().isEmpty()) {
                choice.note().lines().forEach(line -> say("ui.result.report.note", line));
            }
        }
    }

    private void list(String heading, List<String> items) {
        if (!items.isEmpty()) {
            section(heading);
            items.forEach(item -> say("ui.result.report.item", item));
        }
    }

    private void section(String heading) {
        plain("");
        say(heading);
    }

    private void say(String key, Object... arguments) {
        plain(messages.say(key, arguments));
    }

    private void plain(String line) {
        text.append(Printable.of(line)).append(System.lineSeparator());
    }
}
