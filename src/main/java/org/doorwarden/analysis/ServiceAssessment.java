package org.doorwarden.analysis;

import java.util.List;
import java.util.Optional;
import org.doorwarden.catalogue.Advice;
import org.doorwarden.catalogue.ServiceKnowledge;
import org.doorwarden.model.Service;
import org.doorwarden.model.Verdict;

/**
 * What is said of one service.
 *
 * @param needed whether Windows, a role or a product of this server needs it, directly or not; such a service is never
 *     closed, whatever the verdict's name
 * @param reasons at least one, the deciding one first
 * @param advice the catalogue's advice for this server, if it has any
 * @param knowledge what the catalogue has on the service
 */
public record ServiceAssessment(
        Service service,
        Verdict verdict,
        boolean needed,
        List<Reason> reasons,
        Optional<Advice> advice,
        Optional<ServiceKnowledge> knowledge) {

    public ServiceAssessment {
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("a verdict without a reason: " + service.name());
        }
    }

    /** Whether a recommendation to close is not yet followed. */
    public boolean isOpenDoor() {
        return verdict.closes() && !service.isClosed();
    }
}
