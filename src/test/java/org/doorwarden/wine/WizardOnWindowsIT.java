package org.doorwarden.wine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.doorwarden.app.DrivenWizard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The wizard of the Windows folder, in a window of the Windows JVM: somebody walks through it, closes two services of
 * the real Service Control Manager, and takes it back. What was done is checked with {@code reg.exe} and {@code sc.exe}.
 */
@ExtendWith(WineExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class WizardOnWindowsIT {

    private static final long PATIENCE_SECONDS = 180;
    private static final String[] SERVICES = {"DwWizard", "Spooler"};

    private WineSession wine;
    private Screen screen;
    private Path folder;

    @BeforeAll
    void openAScreen(WineSession session) throws Exception {
        assumeTrue(Screen.isPossible() || System.getenv("CI") != null, "Xvfb is not installed");
        wine = session;
        folder = Files.createTempDirectory(wine.folder(), "wizard");
        screen = Screen.open();
        wine.wine(wine.program("service.exe"), "install", "DwWizard", "Throwaway for the wizard", "-", "-")
                .expect(0);
        wine.restartOn(screen);
        for (String service : SERVICES) {
            ensureRunning(service);
        }
    }

    @AfterAll
    void closeTheScreen() throws Exception {
        if (wine != null) {
            wine.wine(wine.program("service.exe"), "remove", "DwWizard");
            wine.restartWithoutScreen();
        }
        if (screen != null) {
            screen.close();
        }
    }

    @Test
    void aWalkThroughTheWizardChangesRealServicesAndUndoesIt() throws Exception {
        TreeMap<String, String> before = RegistryDump.services(wine);
        WineSession.Program wizard = wine.startJava(
                classPath(),
                "-Dprism.order=sw",
                "-Dprism.lcdtext=false",
                DrivenWizard.class.getName(),
                WineSession.windowsPath(folder),
                SERVICES[0],
                SERVICES[1]);
        try {
            await(wizard, DrivenWizard.APPLIED);
            for (String service : SERVICES) {
                assertEquals("0x4 STOPPED", picture(service), service);
            }
            List<String> changed = RegistryDump.differences(before, RegistryDump.services(wine));
            assertEquals(SERVICES.length, changed.size(), changed.toString());
            Files.createFile(folder.resolve(DrivenWizard.GO_ON));
            await(wizard, DrivenWizard.UNDONE);
            wizard.finish().expect(0);
        } finally {
            wizard.process().destroyForcibly().waitFor();
            keepPictures();
        }
        for (String service : SERVICES) {
            assertTrue(picture(service).endsWith("RUNNING"), service);
        }
        assertEquals(List.of(), RegistryDump.differences(before, RegistryDump.services(wine)));
        try (Stream<Path> homes = Files.list(wine.driveC().resolve("users"))) {
            assertEquals(
                    List.of(),
                    homes.map(home -> home.resolve(".openjfx"))
                            .filter(Files::exists)
                            .toList(),
                    "native libraries unpacked where others may write");
        }
    }

    /** What is in the Windows folder, and the one class that presses the buttons. */
    private static String classPath() throws Exception {
        Path program = Path.of(System.getProperty("doorwarden.windows.folder"));
        Path tests = Path.of(DrivenWizard.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return WineSession.windowsPath(program.resolve("lib")) + "\\*;" + WineSession.windowsPath(tests);
    }

    private static void await(WineSession.Program wizard, String word) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (wizard.saidSoFar().lines().noneMatch(word::equals)) {
            if (!wizard.process().isAlive() || System.nanoTime() > end) {
                wizard.process().destroyForcibly();
                throw new AssertionError(word + " was not said: " + wizard.finish());
            }
            Thread.sleep(100);
        }
    }

    /** For people to look at: {@code target/wizard-on-windows}. */
    private void keepPictures() throws IOException {
        Path pictures = Files.createDirectories(Path.of("target/wizard-on-windows"));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    (Iterable<Path>) files.filter(each -> each.toString().endsWith(".png"))::iterator) {
                Files.copy(
                        file, pictures.resolve(file.getFileName()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** After a restart Windows may have started it by itself already, or not be there yet to start anything. */
    private void ensureRunning(String service) throws Exception {
        for (int i = 0; i < 20 && !picture(service).endsWith("RUNNING"); i++) {
            wine.wine("sc", "start", service);
            Thread.sleep(500);
        }
        awaitState(service, "RUNNING");
    }

    private void awaitState(String service, String state) throws Exception {
        for (int i = 0; i < 100 && !picture(service).endsWith(state); i++) {
            Thread.sleep(100);
        }
        assertTrue(picture(service).endsWith(state), service);
    }

    /** Start type and state, as Windows' own programs say them. */
    private String picture(String service) throws Exception {
        String start = wine.wine("reg", "query", "HKLM\\System\\CurrentControlSet\\Services\\" + service, "/v", "Start")
                .expect(0)
                .out();
        String query = wine.wine("sc", "query", service).expect(0).out();
        return group("Start\\s+REG_DWORD\\s+(0x\\d)", start) + " " + group("STATE\\s+: \\d+\\s+(\\w+)", query);
    }

    private static String group(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? matcher.group(1) : text;
    }
}
