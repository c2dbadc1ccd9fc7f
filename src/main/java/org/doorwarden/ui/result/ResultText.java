package org.doorwarden.ui.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doorwarden.analysis.Assessment;
import org.doorwarden.apply.RunReport;
import org.doorwarden.model.ChangeState;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.Verdict;
import org.doorwarden.text.Messages;
import org.doorwarden.text.Printable;

/** What is shown of a run's end, made from what was read and reported. */
final class ResultText {

    private ResultText() {}

    /** The changes in their order; what did not come back is put first. */
    static List<ResultRow> rows(RunReport report, Inventory before, Messages messages) {
        List<ResultRow> rows = new ArrayList<>();
        for (RunReport.ChangeReport change : report.changes()) {
            rows.add(ResultRow.of(rows.size() + 1, change, before, messages));
        }
        rows.sort(Comparator.comparing(row -> row.state() != ChangeState.RESIDUE));
        return rows;
    }

    /** The services of the run as doors: those still open first. */
    static List<ResultDoor> doors(RunReport report, Assessment verdicts, Inventory now, Messages messages) {
        Set<ServiceName> names = new LinkedHashSet<>();
        report.changes().forEach(change -> names.add(change.change().service()));
        return names.stream()
                .flatMap(name -> now.find(name).stream())
                .map(service -> new ResultDoor(
                        Printable.of(service.name().value()),
                        state(service, verdicts),
                        messages.say(
                                "ui.result.door",
                                service.displayName(),
                                messages.say("state." + service.state().id()),
                                messages.say("start.type." + service.startType().id()))))
                .sorted(Comparator.comparing(ResultDoor::state))
                .toList();
    }

    /** Open is what runs and need not; stopped but not disabled may be started again and so is only ajar. */
    private static ResultDoor.State state(Service service, Assessment verdicts) {
        if (service.isClosed()) {
            return ResultDoor.State.CLOSED;
        }
        boolean mayRun = verdicts.find(service.name())
                .map(said -> said.needed() || said.verdict() == Verdict.RESTRICT)
                .orElse(false);
        return service.isActive() && !mayRun ? ResultDoor.State.OPEN : ResultDoor.State.RESTRICTED;
    }

    static List<Figure> figures(SessionView seen, Messages messages) {
        Exposure before = Exposure.of(seen.verdicts(), seen.before());
        Optional<Exposure> after = seen.after().map(server -> Exposure.of(seen.verdicts(), server));
        return List.of(
                new Figure(
                        "exposure-doors",
                        messages.say("ui.result.exposure.doors"),
                        messages.say("ui.result.exposure.doors.text"),
                        before.openDoors(),
                        after.map(Exposure::openDoors)),
                new Figure(
                        "exposure-ports",
                        messages.say("ui.result.exposure.ports"),
                        messages.say("ui.result.exposure.ports.text"),
                        before.openPorts(),
                        after.map(Exposure::openPorts)));
    }
}
