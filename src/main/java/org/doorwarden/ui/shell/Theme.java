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

    /** What the first page needs; the rest can come when another page is asked for. */
    private static final List<String> FIRST_FONTS = List.of("Inter-Regular", "Inter-SemiBold");

    private static final List<String> FURTHER_FONTS = List.of("Inter-Medium");
    private static final List<String> FIRST_SHEETS = List.of("base", "shell");
    private static final List<String> FURTHER_SHEETS =
            List.of("services", "catalogue", "review", "run", "history", "settings");
    private static final String FOLDER = "/org/doorwarden/ui/";

    private Theme() {}

    /** Makes all fonts known to JavaFX; once is enough. */
    public static void loadFonts() {
        loadFirstFonts();
        loadFurtherFonts();
    }

    /** Those of the first page. */
    public static void loadFirstFonts() {
        FIRST_FONTS.forEach(Theme::load);
    }

    /** Those of the others. */
    public static void loadFurtherFonts() {
        FURTHER_FONTS.forEach(Theme::load);
    }

    private static void load(String name) {
        try (InputStream font = Theme.class.getResourceAsStream("/fonts/" + name + ".otf")) {
            Font.loadFont(font, 13);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Dresses a scene for every page. */
    public static void apply(Scene scene, Settings settings) {
        applyFirst(scene, settings);
        FURTHER_SHEETS.forEach(each -> scene.getStylesheets().add(sheet(each)));
    }

    /** Dresses a scene for its first page, which is to be there as soon as can be. */
    public static void applyFirst(Scene scene, Settings settings) {
        List<String> sheets = new ArrayList<>();
        sheets.add(sheet("colors-" + settings.theme().name().toLowerCase(Locale.ROOT)));
        FIRST_SHEETS.forEach(each -> sheets.add(sheet(each)));
        scene.getStylesheets().setAll(sheets);
        scene.getRoot().setStyle(String.format(Locale.ROOT, "-fx-font-size: %.2fpx;", settings.fontSize()));
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource(FOLDER + name + ".css"), name)
                .toExternalForm();
    }
}
