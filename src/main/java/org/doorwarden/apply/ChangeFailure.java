package org.doorwarden.apply;

import org.doorwarden.text.Explained;
import org.doorwarden.text.Message;

/** A change that could not be made, or not be undone. */
final class ChangeFailure extends Exception implements Explained {

    private static final long serialVersionUID = 1L;

    private final transient Message explanation;

    ChangeFailure(Message explanation) {
        super(explanation.key());
        this.explanation = explanation;
    }

    @Override
    public Message explanation() {
        return explanation;
    }
}
