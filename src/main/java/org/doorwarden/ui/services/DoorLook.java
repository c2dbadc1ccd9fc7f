package org.doorwarden.ui.services;

import org.doorwarden.analysis.ServiceAssessment;
import org.doorwarden.catalogue.Risk;
import org.doorwarden.catalogue.ServiceKnowledge;
import org.doorwarden.model.Listener;
import org.doorwarden.ui.component.Badge.Tone;
import org.doorwarden.ui.knowledge.Tones;

/** A service as a door: how it stands, and how much that matters. */
record DoorLook(Stand stand, Tone tone) {

    /** How a door stands. */
    enum Stand {
        OPEN,
        LATCHED,
        SHUT
    }

    static DoorLook of(ServiceAssessment assessed) {
        if (assessed.service().isClosed()) {
            return new DoorLook(Stand.SHUT, assessed.verdict().closes() ? Tone.SUCCESS : Tone.QUIET);
        }
        return switch (assessed.verdict()) {
            case UNINSTALL, DISABLE -> new DoorLook(Stand.OPEN, severity(assessed));
            case RESTRICT -> new DoorLook(Stand.LATCHED, Tone.WARNING);
            case UNKNOWN -> unknown(assessed);
            case KEEP, REQUIRED -> new DoorLook(Stand.LATCHED, Tone.SUCCESS);
        };
    }

    /** What the severity of a service's risk looks like. */
    static Tone severity(ServiceAssessment assessed) {
        return assessed.knowledge()
                .map(ServiceKnowledge::risk)
                .map(Risk::severity)
                .map(Tones::of)
                .orElse(Tone.QUIET);
    }

    private static DoorLook unknown(ServiceAssessment assessed) {
        boolean reachable = assessed.service().listeners().stream().anyMatch(Listener::reachable);
        return new DoorLook(
                assessed.service().isActive() ? Stand.OPEN : Stand.LATCHED, reachable ? Tone.WARNING : Tone.QUIET);
    }
}
