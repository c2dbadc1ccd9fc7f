package org.doorwarden.ui.shell;

import org.doorwarden.model.Identified;

/** The steps of the wizard, in their order. */
public enum StepId implements Identified {
    SERVER("server"),
    READING("reading"),
    PURPOSE("purpose"),
    SERVICES("services"),
    REVIEW("review"),
    APPLY("apply"),
    RESULT("result");

    private final String id;

    StepId(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
