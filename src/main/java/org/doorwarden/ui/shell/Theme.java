package org.doorwarden.ui.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.doorwarden.ui.settings.Settings;

/** Dresses a scene: our font, our colours over Modena, the text as large as it was asked for. */
public final class Theme {

    private static final List<String> FONTS = List.of("Inter-Regular", "Inter-Medium", "Inter-SemiBold");
    private static final List<String> SHEETS =
            List.of("base", "shell", "services", "review", "run", "history", "settings");
    private static final String FOLDER = "/org/doorwarden/ui/";

    private Theme() {}

    /** Makes the fonts known to JavaFX; once is enough. */
    public static void loadFonts() {
        for (String name : FONTS) {
            try (InputStream font = Theme.class.getResourceAsStream("/fonts/" + name + ".otf")) {
                Font.loadFont(font, 13);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    public static void apply(Scene scene, Settings settings) {
        List<String> sheets = new ArrayList<>();
        sheets.add(sheet("colors-" + settings.theme().name().toLowerCase(Locale.ROOT)));
        SHEETS.forEach(each -> sheets.add(sheet(each)));
        scene.getStylesheets().setAll(sheets);
        scene.getRoot().setStyle(String.format(Locale.ROOT, "-fx-font-size: %.2fpx;", settings.fontSize()));
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource(FOLDER + name + ".css"), name)
                .toExternalForm();
    }
}
