package org.doorwarden.plan;

import java.util.List;
import org.doorwarden.model.Listener;
import org.doorwarden.model.ServiceName;

/**
 * What a plan means for the server beyond the services chosen.
 *
 * @param alsoStops services stopped only because they need a chosen one
 * @param willNotStart services that Windows would have started by itself and that will not start any more
 * @param cannotBeStarted services started on demand that cannot be started any more
 * @param closesPorts ports nobody will listen on any more
 * @param affectsRoles ids of roles the server could not take on without further changes
 * @param mayFail services that keep running and that need something lost without declaring it, so that Windows does not
 *     stop them and they fail later
 * @param mayLockOut services that carry administrators' remote sessions
 */
public record Impact(
        List<ServiceName> alsoStops,
        List<ServiceName> willNotStart,
        List<ServiceName> cannotBeStarted,
        List<ClosedPort> closesPorts,
        List<String> affectsRoles,
        List<ServiceName> mayFail,
        List<ServiceName> mayLockOut) {

    /** A port and whose it was. */
    public record ClosedPort(ServiceName service, Listener listener) {}

    public Impact {
        alsoStops = List.copyOf(alsoStops);
        willNotStart = List.copyOf(willNotStart);
        cannotBeStarted = List.copyOf(cannotBeStarted);
        closesPorts = List.copyOf(closesPorts);
        affectsRoles = List.copyOf(affectsRoles);
        mayFail = List.copyOf(mayFail);
        mayLockOut = List.copyOf(mayLockOut);
    }
}
