package org.doorwarden.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.doorwarden.ui.settings.Settings;
import org.doorwarden.ui.settings.Settings.Theme;
import org.doorwarden.ui.settings.Settings.WindowPlace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a person likes the program is remembered, and a file that was tampered with never keeps it from starting. */
class SettingsFileTest {

    private static final Settings LIKED = new Settings(
            Theme.DARK,
            150,
            true,
            Optional.of(Path.of("somewhere else", "ünlike = this: #1\\2")),
            Optional.of(new WindowPlace(-1280.5, 20, 1600, 1000.25, true)));

    @TempDir
    Path folder;

    private Path file;
    private SettingsFile settings;

    @BeforeEach
    void nameAFileInAFolderThatIsNotThere() {
        file = folder.resolve("new/settings.properties");
        settings = new SettingsFile(file);
    }

    @Test
    void withoutAFileThereAreDefaults() {
        assertEquals(Settings.DEFAULT, settings.read());
    }

    @Test
    void settingsComeBackAsTheyWere() throws Exception {
        settings.write(LIKED);
        assertEquals(LIKED, settings.read());
        settings.write(Settings.DEFAULT);
        assertEquals(Settings.DEFAULT, settings.read());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text=\\u12", "{\"theme\": \"dark\"}", "", "theme", "\u0000\u0001\u0002"})
    void whatIsNoSettingsFileGivesDefaults(String content) throws Exception {
        write(content);
        assertEquals(Settings.DEFAULT, settings.read());
    }

    @Test
    void bytesThatAreNoTextGiveDefaults() throws Exception {
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[] {'t', 'h', 'e', 'm', 'e', '=', (byte) 0xff, (byte) 0xfe});
        assertEquals(Settings.DEFAULT, settings.read());
    }

    @ParameterizedTest
    @CsvSource({"99, 100", "-5, 100", "201, 200", "1e300, 200", "Infinity, 100", "NaN, 100", "large, 100", "137.9, 137"
    })
    void aSizeOfTheTextOutsideTheRangeIsTakenBackIntoIt(String written, int expected) throws Exception {
        write("theme=dark\ntext=" + written + "\n");
        assertEquals(expected, settings.read().textPercent());
        assertEquals(Theme.DARK, settings.read().theme());
    }

    @ParameterizedTest
    @ValueSource(strings = {"window.x=NaN", "window.height=", "window.width=-Infinity", "window.y=far left"})
    void aPlaceThatCannotBeIsNone(String wrong) throws Exception {
        write("window.x=1\nwindow.y=2\nwindow.width=800\nwindow.height=600\ntext=120\n" + wrong + "\n");
        assertEquals(Optional.empty(), settings.read().window());
        assertEquals(120, settings.read().textPercent());
    }

    @Test
    void aFileWithAByteChangedNeverFails() throws Exception {
        settings.write(LIKED);
        byte[] good = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(1);
        int different = 0;
        for (int i = 0; i < good.length; i++) {
            byte[] changed = good.clone();
            changed[i] = (byte) random.nextInt(256);
            Files.write(file, changed);
            different += settings.read().equals(LIKED) ? 0 : 1;
        }
        assertTrue(different > good.length / 4, different + " of " + good.length);
    }

    @Test
    void theFileIsWhereEachSystemKeepsSuchFiles() throws Exception {
        SettingsFile.byDefault(true, Map.of("APPDATA", folder.resolve("roaming").toString()), folder)
                .write(LIKED);
        SettingsFile.byDefault(
                        false, Map.of("XDG_CONFIG_HOME", folder.resolve("xdg").toString()), folder)
                .write(LIKED);
        SettingsFile.byDefault(false, Map.of(), folder).write(LIKED);
        for (String place : new String[] {"roaming/Doorwarden", "xdg/doorwarden", ".config/doorwarden"}) {
            Path there = folder.resolve(place).resolve("settings.properties");
            assertEquals(LIKED, new SettingsFile(there).read(), place);
        }
    }

    private void write(String content) throws Exception {
        Files.createDirectories(file.getParent());
        Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    }
}
