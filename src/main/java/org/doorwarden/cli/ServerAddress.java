package org.doorwarden.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.doorwarden.text.Message;

/** Which server the person means with {@code --server}. */
public sealed interface ServerAddress {

    /** The machine the program runs on. */
    record ThisComputer() implements ServerAddress {}

    /** A training server. */
    record Lab(String name) implements ServerAddress {}

    /** An inventory file. */
    record InventoryFile(Path file) implements ServerAddress {}

    static ServerAddress parse(String text) throws WrongUse {
        if (text.equals("this-computer")) {
            return new ThisComputer();
        }
        if (text.startsWith("lab:") && text.length() > 4) {
            return new Lab(text.substring(4));
        }
        if (text.startsWith("file:") && text.length() > 5) {
            try {
                return new InventoryFile(Path.of(text.substring(5)));
            } catch (InvalidPathException notAPath) {
                throw new WrongUse(Message.of("wrong.path", text.substring(5)));
            }
        }
        throw new WrongUse(Message.of("wrong.server", text));
    }
}
