package org.doorwarden.report;

import java.util.List;
import java.util.Objects;
import org.doorwarden.model.Identified;
import org.doorwarden.text.Message;

/** What there is to say of one side of who can use a service. */
public record AccessPart(Topic topic, List<Message> lines) {

    /** What a part is about; in the order in which they are told. */
    public enum Topic implements Identified {
        /** Which accounts get in, or what a server of mail does for whom. */
        WHO("who"),
        /** What is open to everybody, whatever the first part says. */
        OPEN("open"),
        /** How somebody gets in. */
        HOW("how"),
        SHARES("shares"),
        FOLDERS("folders"),
        SITES("sites"),
        /** From which addresses its ports are reached. */
        NETWORK("network"),
        /** What nobody can do any more. */
        LOST("lost"),
        /** When it counts. */
        EFFECT("effect");

        private final String id;

        Topic(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    public AccessPart {
        Objects.requireNonNull(topic, "topic");
        lines = List.copyOf(lines);
    }
}
