package org.doorwarden.plan;

import java.util.Objects;
import java.util.Optional;
import org.doorwarden.model.Identified;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.StartType;
import org.doorwarden.restrict.Limits;

/**
 * What was decided for a service.
 *
 * @param limits what is limited, and to what; nothing unless it is restricted
 * @param note why, in the words of whoever decided: the catalogue's advice, the administrator's note, or empty
 */
public record Choice(ServiceName service, Action action, Limits limits, Origin origin, String note) {

    /** What can be decided. Start type and running state are two things; each action says which of them it means. */
    public enum Action implements Identified {
        KEEP("keep", null, false),
        STOP("stop", null, true),
        MANUAL("manual", StartType.MANUAL, false),
        STOP_AND_MANUAL("stop-and-manual", StartType.MANUAL, true),
        DISABLE("disable", StartType.DISABLED, true),
        /** It stays, and fewer may use it. */
        RESTRICT("restrict", null, false),
        /** The component of Windows that it belongs to is removed from the machine. */
        UNINSTALL("uninstall", null, true);

        private final String id;
        private final StartType startType;
        private final boolean stops;

        Action(String id, StartType startType, boolean stops) {
            this.id = id;
            this.startType = startType;
            this.stops = stops;
        }

        @Override
        public String id() {
            return id;
        }

        /** The start type the service shall have; empty to leave it. */
        public Optional<StartType> startType() {
            return Optional.ofNullable(startType);
        }

        /** Whether the service shall be stopped now. */
        public boolean stops() {
            return stops;
        }
    }

    /** Who decided. A refusal of what a person asked for stops the whole plan; of a recommendation, only that one. */
    public enum Origin implements Identified {
        ADMINISTRATOR("administrator"),
        RECOMMENDATION("recommendation");

        private final String id;

        Origin(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    public Choice {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(action, "action");
        if (limits.isEmpty() == (action == Action.RESTRICT)) {
            throw new IllegalArgumentException("limits go with restricting, and restricting with limits");
        }
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(note, "note");
    }

    /** A choice that limits nothing. */
    public Choice(ServiceName service, Action action, Origin origin, String note) {
        this(service, action, Limits.NONE, origin, note);
    }

    /** What the administrator limits on a service that stays. */
    public static Choice restrict(ServiceName service, Limits limits) {
        return new Choice(service, Action.RESTRICT, limits, Origin.ADMINISTRATOR, "");
    }

    /** A choice of the administrator without a note. */
    public static Choice of(ServiceName service, Action action) {
        return new Choice(service, action, Origin.ADMINISTRATOR, "");
    }
}
