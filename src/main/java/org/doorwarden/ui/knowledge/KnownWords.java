package org.doorwarden.ui.knowledge;

import java.util.Optional;
import org.doorwarden.model.ServiceName;

/**
 * What the catalogue says of the use of a service.
 *
 * @param entry under which name the catalogue has it
 * @param caution what closing it is known to break
 * @param usedBy who usually needs it
 * @param inUse how to tell whether a server uses it
 */
public record KnownWords(ServiceName entry, Optional<Cited> caution, String usedBy, String inUse, GuidesWords guides) {}
