package org.doorwarden.catalogue;

import java.util.Optional;

/**
 * Who misses a service.
 *
 * @param without what stops working without it
 * @param usedBy who usually needs it
 * @param inUse how to tell whether this server uses it
 * @param caution where closing it is known to break something
 */
public record Use(String without, String usedBy, String inUse, Optional<Caution> caution) {}
