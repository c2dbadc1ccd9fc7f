package org.doorwarden.apply;

import java.util.List;

/** Finds the addresses of hosts. */
@FunctionalInterface
public interface HostNames {

    /** Finds nothing. */
    HostNames NONE = name -> List.of();

    /** The addresses of a host, in the usual notation; none if there is no such host, or the text is no host's name. */
    List<String> addresses(String name);
}
