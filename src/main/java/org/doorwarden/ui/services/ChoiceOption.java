package org.doorwarden.ui.services;

import org.doorwarden.model.Identified;
import org.doorwarden.plan.Choice;

/**
 * One of the five things a person can think of for a service, possible or not.
 *
 * @param text under its name: what it means, that it is recommended, or why it is not possible
 */
public record ChoiceOption(
        Kind kind, Choice.Action action, String name, String text, boolean recommended, boolean possible) {

    /** The five, from leaving all as it is to the most thorough. */
    public enum Kind implements Identified {
        KEEP("keep"),
        MANUAL("manual"),
        DISABLE("disable"),
        RESTRICT("restrict"),
        UNINSTALL("uninstall");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }
}
