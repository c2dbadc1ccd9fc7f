package org.doorwarden.app;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.doorwarden.document.AtomicFile;
import org.doorwarden.ui.settings.Settings;
import org.doorwarden.ui.settings.Settings.Theme;
import org.doorwarden.ui.settings.Settings.WindowPlace;

/** Where the program keeps how a person likes it. Whatever cannot be made sense of is as if it were not there. */
final class SettingsFile {

    private final Path file;

    SettingsFile(Path file) {
        this.file = file;
    }

    static SettingsFile byDefault(boolean windows, Map<String, String> environment, Path home) {
        String named = environment.getOrDefault(windows ? "APPDATA" : "XDG_CONFIG_HOME", "");
        Path folder = named.isBlank() ? home.resolve(windows ? "AppData/Roaming" : ".config") : Path.of(named);
        return new SettingsFile(
                folder.resolve(windows ? "Doorwarden" : "doorwarden").resolve("settings.properties"));
    }

    Settings read() {
        Properties found = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            found.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            return Settings.DEFAULT;
        }
        return new Settings(
                "dark".equals(found.getProperty("theme")) ? Theme.DARK : Theme.LIGHT,
                number(found, "text", Settings.SMALLEST_TEXT)
                        .map(size -> (int) Math.max(Settings.SMALLEST_TEXT, Math.min(Settings.LARGEST_TEXT, size)))
                        .orElse(Settings.SMALLEST_TEXT),
                "true".equals(found.getProperty("presenter")),
                folder(found),
                window(found));
    }

    void write(Settings settings) throws IOException {
        Properties kept = new Properties();
        kept.setProperty("theme", settings.theme() == Theme.DARK ? "dark" : "light");
        kept.setProperty("text", String.valueOf(settings.textPercent()));
        kept.setProperty("presenter", String.valueOf(settings.presenter()));
        settings.stateFolder().ifPresent(folder -> kept.setProperty("state", folder.toString()));
        settings.window().ifPresent(place -> {
            kept.setProperty("window.x", String.valueOf(place.x()));
            kept.setProperty("window.y", String.valueOf(place.y()));
            kept.setProperty("window.width", String.valueOf(place.width()));
            kept.setProperty("window.height", String.valueOf(place.height()));
            kept.setProperty("window.maximized", String.valueOf(place.maximized()));
        });
        StringWriter text = new StringWriter();
        kept.store(text, null);
        Files.createDirectories(file.getParent());
        AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Path> folder(Properties found) {
        try {
            return Optional.ofNullable(found.getProperty("state"))
                    .filter(text -> !text.isBlank())
                    .map(Path::of);
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }

    private static Optional<WindowPlace> window(Properties found) {
        Optional<Double> x = number(found, "window.x", Double.NaN);
        Optional<Double> y = number(found, "window.y", Double.NaN);
        Optional<Double> width = number(found, "window.width", Double.NaN);
        Optional<Double> height = number(found, "window.height", Double.NaN);
        return x.isPresent() && y.isPresent() && width.isPresent() && height.isPresent()
                ? Optional.of(new WindowPlace(
                        x.get(),
                        y.get(),
                        width.get(),
                        height.get(),
                        "true".equals(found.getProperty("window.maximized"))))
                : Optional.empty();
    }

    private static Optional<Double> number(Properties found, String key, double otherwise) {
        try {
            double number = Double.parseDouble(found.getProperty(key, String.valueOf(otherwise)));
            return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
