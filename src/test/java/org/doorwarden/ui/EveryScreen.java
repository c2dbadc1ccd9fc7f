package org.doorwarden.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Draws every screen into {@code target/screens}, in both themes, two sizes, English, the pseudo-language and large. */
@ExtendWith(FxToolkit.class)
class EveryScreen {

    @Test
    void isDrawn() throws Exception {
        Path folder = Path.of("target", "screens");
        for (String screen : ScreenShots.screens().keySet()) {
            FxToolkit.onScreen(() -> {
                ScreenShots.draw(folder, screen + "-1");
                return null;
            });
        }
        try (Stream<Path> pictures = Files.list(folder)) {
            assertTrue(pictures.count() >= 8L * ScreenShots.screens().size());
        }
    }
}
