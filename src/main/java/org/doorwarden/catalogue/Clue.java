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
    record Installed(String feature) implements Clue {

        public Installed {
            Stated.requireText(feature, "the name of a component");
        }
    }

    /**
     * A program that is installed.
     *
     * @param name part of the name under which it installs itself, in lower case
     */
    record HasProgram(String name) implements Clue {

        public HasProgram {
            Stated.requireText(name, "the name of a program");
        }
    }

    record Has(Trait trait) implements Clue {}
}
