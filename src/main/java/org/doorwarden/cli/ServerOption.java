package org.doorwarden.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.doorwarden.backend.ServerAddress;
import org.doorwarden.text.Message;
import org.doorwarden.text.WrongUse;

/** Reads {@code --server}. */
final class ServerOption {

    private ServerOption() {}

    static ServerAddress parse(String text) throws WrongUse {
        if (text.equals("this-computer")) {
            return new ServerAddress.ThisComputer();
        }
        if (text.startsWith("lab:") && text.length() > 4) {
            return new ServerAddress.Lab(text.substring(4));
        }
        if (text.startsWith("file:") && text.length() > 5) {
            try {
                return new ServerAddress.InventoryFile(Path.of(text.substring(5)));
            } catch (InvalidPathException notAPath) {
                throw new WrongUse(Message.of("wrong.path", text.substring(5)));
            }
        }
        throw new WrongUse(Message.of("wrong.server", text));
    }
}
