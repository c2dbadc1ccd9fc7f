package org.doorwarden.model;

/** How one change of the run stands, as far as the journal knows. */
public enum ChangeState implements Identified {
    /** Never begun. */
    PLANNED("planned"),
    /** Begun; a crash came before its outcome was known, or it failed. */
    BEGUN("begun"),
    APPLIED("applied"),
    /** Undoing it was begun and interrupted. */
    UNDO_BEGUN("undo-begun"),
    UNDONE("undone"),
    /** It could not be undone. */
    RESIDUE("residue");

    private final String id;

    ChangeState(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    /** Whether the server may still be different because of the change. */
    public boolean mayBeInEffect() {
        return this == BEGUN || this == APPLIED || this == UNDO_BEGUN || this == RESIDUE;
    }
}
