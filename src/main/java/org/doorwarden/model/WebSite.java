package org.doorwarden.model;

import java.util.List;
import java.util.Objects;

/**
 * A web site as IIS has it in its configuration.
 *
 * @param bindings where it listens, as {@code https *:443:www.example.com}
 */
public record WebSite(String name, List<String> bindings) {

    public WebSite {
        Objects.requireNonNull(name, "name");
        bindings = List.copyOf(bindings);
    }
}
