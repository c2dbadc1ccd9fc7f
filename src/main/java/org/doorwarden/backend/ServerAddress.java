package org.doorwarden.backend;

import java.nio.file.Path;

/** Which server a person means. */
public sealed interface ServerAddress {

    /** The machine the program runs on. */
    record ThisComputer() implements ServerAddress {}

    /** A training server. */
    record Lab(String name) implements ServerAddress {}

    /** An inventory file. */
    record InventoryFile(Path file) implements ServerAddress {}
}
