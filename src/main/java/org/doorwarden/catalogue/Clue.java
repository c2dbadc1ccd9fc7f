package org.doorwarden.catalogue;

import java.util.Optional;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.Trait;
import org.doorwarden.model.WindowsVersion;

/** Something on a server that speaks for a role. */
public sealed interface Clue {

    /**
     * A service that runs.
     *
     * @param until the last version of Windows where that says anything; empty for all
     */
    record Running(ServiceName service, Optional<WindowsVersion> until) implements Clue {}

    /** A component of Windows that is installed, by the name its setup program gives it. */
    record Installed(String feature) implements Clue {}

    /** A known product, by its id. */
    record HasProduct(String product) implements Clue {}

    record Has(Trait trait) implements Clue {}
}
