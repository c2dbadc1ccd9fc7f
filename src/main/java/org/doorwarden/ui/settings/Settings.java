package org.doorwarden.ui.settings;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What the program remembers of how a person likes it.
 *
 * @param textPercent the size of the text, 100 to 200
 * @param presenter whether everything is shown large, for a projector
 * @param stateFolder where runs are kept, if not in the usual place
 * @param window where the window was
 */
public record Settings(
        Theme theme, int textPercent, boolean presenter, Optional<Path> stateFolder, Optional<WindowPlace> window) {

    public static final int SMALLEST_TEXT = 100;
    public static final int LARGEST_TEXT = 200;

    public static final Settings DEFAULT =
            new Settings(Theme.LIGHT, SMALLEST_TEXT, false, Optional.empty(), Optional.empty());

    /** The two sets of colours. */
    public enum Theme {
        LIGHT,
        DARK
    }

    /** Place and size of the window on the screen, in pixels of that screen. */
    public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}

    public Settings {
        Objects.requireNonNull(theme, "theme");
        Objects.requireNonNull(stateFolder, "stateFolder");
        Objects.requireNonNull(window, "window");
        if (textPercent < SMALLEST_TEXT || textPercent > LARGEST_TEXT) {
            throw new IllegalArgumentException("text of " + textPercent + " percent");
        }
    }

    public Settings withTheme(Theme other) {
        return new Settings(other, textPercent, presenter, stateFolder, window);
    }

    public Settings withTextPercent(int other) {
        return new Settings(theme, other, presenter, stateFolder, window);
    }

    public Settings withPresenter(boolean other) {
        return new Settings(theme, textPercent, other, stateFolder, window);
    }

    public Settings withStateFolder(Optional<Path> other) {
        return new Settings(theme, textPercent, presenter, other, window);
    }

    public Settings withWindow(WindowPlace other) {
        return new Settings(theme, textPercent, presenter, stateFolder, Optional.of(other));
    }

    /** The size of ordinary text in pixels: 13 at 100 percent, half as large again for a projector. */
    public double fontSize() {
        return 13 * textPercent / 100.0 * (presenter ? 1.5 : 1);
    }
}
