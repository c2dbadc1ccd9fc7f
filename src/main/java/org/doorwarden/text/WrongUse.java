package org.doorwarden.text;

/** The person asked for something that cannot be meant: an unknown service, role, run or server. */
public final class WrongUse extends Exception implements Explained {

    private static final long serialVersionUID = 1L;

    private final transient Message explanation;

    public WrongUse(Message explanation) {
        super(explanation.key());
        this.explanation = explanation;
    }

    @Override
    public Message explanation() {
        return explanation;
    }
}
