package org.doorwarden.plan;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.doorwarden.model.ServiceName;

/**
 * Choices turned into ordered changes for one server.
 *
 * @param serverId the only server it may be applied to
 * @param serverName what people call that server
 * @param roles ids of the roles it was made for
 * @param products ids of the products it takes care of
 * @param changes in the order in which to make them
 * @param refusals choices that are not carried out
 * @param keepsRunning needed services that run now and must still run when all is done
 */
public record Plan(
        String serverId,
        String serverName,
        Instant createdAt,
        List<String> roles,
        List<String> products,
        List<Choice> choices,
        List<Change> changes,
        List<Refusal> refusals,
        Impact impact,
        List<ServiceName> keepsRunning) {

    public Plan {
        Objects.requireNonNull(serverId, "serverId");
        Objects.requireNonNull(serverName, "serverName");
        Objects.requireNonNull(createdAt, "createdAt");
        roles = List.copyOf(roles);
        products = List.copyOf(products);
        choices = List.copyOf(choices);
        changes = List.copyOf(changes);
        refusals = List.copyOf(refusals);
        Objects.requireNonNull(impact, "impact");
        keepsRunning = List.copyOf(keepsRunning);
    }

    public Optional<Change> change(String id) {
        return changes.stream().filter(change -> change.id().equals(id)).findFirst();
    }

    /**
     * The changes that have to be undone before one of them can be: the parts and the services of a component come back
     * only once it is installed again.
     */
    public List<Change> toUndoBefore(Change change) {
        if (change.kind() != Change.Kind.SET_WINDOWS_FEATURE && change.kind() != Change.Kind.STOP_SERVICE) {
            return List.of();
        }
        return changes.subList(changes.indexOf(change) + 1, changes.size()).stream()
                .filter(later -> later.kind() == Change.Kind.SET_WINDOWS_FEATURE)
                .filter(later -> later.service().equals(change.service())
                        || later.service().equals(change.cause().chosen()))
                .toList();
    }

    /**
     * The refusals that stop the plan: somebody asked for these, and doing only the rest would be something else than
     * what was asked.
     */
    public List<Refusal> blockingRefusals() {
        return refusals.stream()
                .filter(refusal -> refusal.choice().origin() == Choice.Origin.ADMINISTRATOR)
                .toList();
    }
}
