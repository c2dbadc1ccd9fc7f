package org.doorwarden.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.doorwarden.backend.windows.AdministratorsFolder;

/** Where the program keeps its state unless told otherwise. */
final class StateFolder {

    private StateFolder() {}

    static Path byDefault(boolean windows, Map<String, String> environment, Path home) {
        if (windows) {
            String programData = environment.getOrDefault("ProgramData", "C:\\ProgramData");
            return Path.of(programData, "Doorwarden");
        }
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        return state.isBlank() ? home.resolve(".local/state/doorwarden") : Path.of(state, "doorwarden");
    }

    /**
     * Makes the folder for nobody else.
     *
     * @throws AdministratorsFolder.Unsafe if on Windows it is there and others could have put something into it
     */
    static void prepare(boolean windows, Path folder) throws IOException, AdministratorsFolder.Unsafe {
        if (windows) {
            AdministratorsFolder.prepare(folder);
        } else {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }
}
