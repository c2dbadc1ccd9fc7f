package org.doorwarden.backend.windows;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/**
 * JNA's native half as it ships beside the program. By default JNA unpacks it into a temporary folder, where others
 * could replace it under an elevated program.
 */
final class ShippedLibrary {

    private static final String NAME = "jnidispatch.dll";

    private ShippedLibrary() {}

    /** Tells JNA to use the shipped library and no other; does nothing where none ships, as in a build's own tests. */
    static void prefer() {
        Path folder = besideProgram();
        if (folder != null && Files.exists(folder.resolve(NAME))) {
            System.setProperty("jna.boot.library.path", folder.toString());
            System.setProperty("jna.nounpack", "true");
            System.setProperty("jna.noclasspath", "true");
            System.setProperty("jna.nosys", "true");
        }
    }

    private static Path besideProgram() {
        CodeSource source = ShippedLibrary.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return null;
        }
        try {
            Path program = Path.of(source.getLocation().toURI());
            String machine = System.getProperty("os.arch", "").equals("aarch64") ? "win32-aarch64" : "win32-x86-64";
            return program.resolveSibling("native").resolve("com/sun/jna").resolve(machine);
        } catch (URISyntaxException unreadable) {
            return null;
        }
    }
}
