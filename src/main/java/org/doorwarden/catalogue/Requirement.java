package org.doorwarden.catalogue;

import java.util.Objects;
import org.doorwarden.model.ServiceName;

/** A service that a role or a product cannot do without, and who says so. */
public record Requirement(ServiceName service, String because, Source source) {

    public Requirement {
        Stated.requireText(because, "the reason of a requirement");
        Objects.requireNonNull(source, "source");
    }
}
