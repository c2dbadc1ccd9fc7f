package org.doorwarden.analysis;

import java.util.List;
import org.doorwarden.catalogue.Source;
import org.doorwarden.model.Identified;
import org.doorwarden.text.Message;

/**
 * Why a verdict is what it is.
 *
 * @param sources what the statement rests on, the deciding one first; empty unless it is the catalogue's or the site's
 */
public record Reason(Message text, Origin origin, List<Source> sources) {

    /** Who says so. */
    public enum Origin implements Identified {
        CATALOGUE("catalogue"),
        /** An entry of this site's own, beside the catalogue. */
        SITE("site"),
        /** The server's own configuration, read just now. */
        SERVER("server"),
        /** Nobody: it is said that nothing is known. */
        NOBODY("nobody");

        private final String id;

        Origin(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    public Reason {
        sources = List.copyOf(sources);
    }

    static Reason ofCatalogue(Message text, List<Source> sources) {
        return new Reason(text, Origin.CATALOGUE, sources);
    }

    static Reason ofSite(Message text, List<Source> sources) {
        return new Reason(text, Origin.SITE, sources);
    }

    static Reason ofServer(Message text) {
        return new Reason(text, Origin.SERVER, List.of());
    }

    static Reason ofNobody(Message text) {
        return new Reason(text, Origin.NOBODY, List.of());
    }
}
