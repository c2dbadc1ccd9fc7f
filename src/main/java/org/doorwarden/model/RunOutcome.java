package org.doorwarden.model;

/** What came of a run, or of undoing one. */
public enum RunOutcome implements Identified {
    /** All its changes are in effect. */
    APPLIED("applied"),
    /** Nothing of it is in effect; everything is as it was found. */
    UNDONE("undone"),
    /** Some of it was brought back and some was not, on purpose or because it could not be. */
    PARTLY_UNDONE("partly-undone"),
    /** It was not begun; nothing was changed. */
    REFUSED("refused"),
    /** It was interrupted; {@code recover} brings it to an end. */
    NEEDS_RECOVERY("needs-recovery");

    private final String id;

    RunOutcome(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
