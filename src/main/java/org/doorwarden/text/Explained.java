package org.doorwarden.text;

/** A failure that can say to a person what happened. */
public interface Explained {

    /** What was tried, on what, what came of it, and what was left as it was. */
    Message explanation();
}
