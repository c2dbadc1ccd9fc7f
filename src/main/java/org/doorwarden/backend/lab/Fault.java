package org.doorwarden.backend.lab;

import java.util.Objects;
import org.doorwarden.model.Identified;
import org.doorwarden.model.ServiceName;

/**
 * Something that goes wrong with one service of a training server.
 *
 * @param times how often it still goes wrong; {@link #ALWAYS} for no end
 */
public record Fault(Kind kind, ServiceName service, int times) {

    public static final int ALWAYS = -1;

    /** What can go wrong. */
    public enum Kind implements Identified {
        /** Every request to change it is answered with 5, access is denied. */
        ACCESS_DENIED("access-denied"),
        /** Its configuration alone cannot be changed: 5. */
        CONFIG_DENIED("config-denied"),
        /** Changing its configuration is answered with success and has no effect. */
        CONFIG_IGNORED("config-ignored"),
        /** It does not accept to be stopped: 1052. */
        STOP_REFUSED("stop-refused"),
        /** It does not answer a request to stop: 1053. */
        STOP_TIMES_OUT("stop-times-out"),
        /** It says that it is stopping and does not end before the fault is cleared, however often it was to happen. */
        STOP_HANGS("stop-hangs"),
        /** Its process does not answer when started: 1053. */
        START_TIMES_OUT("start-times-out"),
        /** It begins to start and dies: exit code 1067. */
        START_FAILS("start-fails"),
        /** Its account cannot sign in: 1069. */
        LOGON_FAILS("logon-fails"),
        /** Somebody starts it again as soon as it has stopped. */
        RESTARTS_ITSELF("restarts-itself");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    public Fault {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(service, "service");
        if (times < ALWAYS || times == 0) {
            throw new IllegalArgumentException("a fault happens always or at least once, not " + times + " times");
        }
    }
}
