package org.doorwarden.ui.server;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.doorwarden.analysis.Assessment;
import org.doorwarden.analysis.ServiceAssessment;
import org.doorwarden.catalogue.Risk;
import org.doorwarden.model.Listener;
import org.doorwarden.model.Service;
import org.doorwarden.model.Verdict;
import org.doorwarden.text.Printable;
import org.doorwarden.ui.component.DoorsPicture.Door;
import org.doorwarden.ui.component.DoorsPicture.State;

/** The services of a server that the network can or could reach, as doors. */
final class ReachableDoors {

    private ReachableDoors() {}

    /** Open ones first; services that are to stay as they are do not count as doors to be closed. */
    static List<Door> of(Assessment assessment) {
        return assessment.services().values().stream()
                .flatMap(each -> door(each).stream())
                .sorted(Comparator.comparing(Door::state))
                .toList();
    }

    private static Optional<Door> door(ServiceAssessment each) {
        Service service = each.service();
        if (!reachable(each)) {
            return Optional.empty();
        }
        Optional<State> state = Optional.empty();
        if (service.isClosed()) {
            state = Optional.of(State.CLOSED);
        } else if (each.verdict() == Verdict.RESTRICT) {
            state = Optional.of(State.RESTRICTED);
        } else if (each.isOpenDoor()) {
            state = Optional.of(State.OPEN);
        }
        return state.map(
                found -> new Door(Printable.of(service.name().value()), found, Printable.of(service.displayName())));
    }

    private static boolean reachable(ServiceAssessment each) {
        return each.service().listeners().stream().anyMatch(Listener::reachable)
                || each.knowledge()
                        .map(known -> known.risk().reach() == Risk.Reach.NETWORK)
                        .orElse(false);
    }
}
