package org.doorwarden.catalogue;

import java.util.List;
import java.util.Set;
import org.doorwarden.model.Identified;

/**
 * What a server can be for, or where it stands.
 *
 * @param requires the services the role needs where they are installed; what those need follows from the server's own
 *     dependencies
 * @param clues what speaks for it; one is enough
 * @param excludes the roles that a server cannot have beside this one
 */
public record Role(
        String id,
        Group group,
        String name,
        String description,
        List<Requirement> requires,
        List<Clue> clues,
        Set<String> excludes) {

    /** What kind of statement a role is. */
    public enum Group implements Identified {
        /** What visitors get. */
        SITE("site"),
        /** What else the server does. */
        SERVICE("service"),
        /** Where it stands: a fact about the server rather than somebody's intention. */
        SURROUNDINGS("surroundings");

        private final String id;

        Group(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    public Role {
        Stated.requireText(id, "the id of a role");
        requires = List.copyOf(requires);
        clues = List.copyOf(clues);
        excludes = Set.copyOf(excludes);
    }
}
