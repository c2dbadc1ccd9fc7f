package org.doorwarden.plan;

import java.util.Objects;
import org.doorwarden.model.Identified;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.StartType;

/** One reversible step on a server. It carries the value it expects to find, so that undoing needs no defaults. */
public sealed interface Change {

    /** The kinds of changes. */
    enum Kind implements Identified {
        STOP_SERVICE("stop-service"),
        SET_START_TYPE("set-start-type");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    /** Its name within the plan, as {@code c3}; people type it to undo just this change. */
    String id();

    ServiceName service();

    Cause cause();

    Kind kind();

    /** Stops a service that is running or paused; undone by starting it, and pausing it again if it was paused. */
    record StopService(String id, ServiceName service, ServiceState before, Cause cause) implements Change {

        public StopService {
            requireCommon(id, service, cause);
            if (before != ServiceState.RUNNING && before != ServiceState.PAUSED) {
                throw new IllegalArgumentException("only what runs or is paused is stopped, not what is " + before);
            }
        }

        @Override
        public Kind kind() {
            return Kind.STOP_SERVICE;
        }
    }

    /** Sets when Windows starts a service. */
    record SetStartType(String id, ServiceName service, StartType before, StartType after, Cause cause)
            implements Change {

        public SetStartType {
            requireCommon(id, service, cause);
            if (before == StartType.UNKNOWN || after == StartType.UNKNOWN) {
                throw new IllegalArgumentException("an unknown start type cannot be put back");
            }
        }

        @Override
        public Kind kind() {
            return Kind.SET_START_TYPE;
        }
    }

    private static void requireCommon(String id, ServiceName service, Cause cause) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(cause, "cause");
    }
}
