package org.doorwarden.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever reads on the screen can read it: every text has contrast enough on every ground it is shown on. */
class PaletteContrastTest {

    private static final Path FOLDER = Path.of("src/main/resources/org/doorwarden/ui");
    private static final Pattern COLOUR = Pattern.compile("-dw-([a-z-]+):\\s*#([0-9a-fA-F]{6})\\s*;");
    private static final Pattern LITERAL = Pattern.compile(
            "#[0-9a-fA-F]{3,8}\\b|\\brgba?\\(|\\bhsba?\\(|:\\s*(white|black|red|green|blue|gray|grey)\\b");
    /** The level AA of the Web Content Accessibility Guidelines for ordinary text. */
    private static final double ENOUGH = 4.5;

    private static final List<String> GROUNDS = List.of("background", "panel", "sunken", "accent-background");
    private static final List<String> TONES = List.of("danger", "warning", "success", "accent");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyTextCanBeReadOnEveryGroundItStandsOn(String theme) throws IOException {
        Map<String, Integer> palette = palette(theme);
        List<String> tooFaint = new ArrayList<>();
        int pairs = 0;
        for (String[] pair : pairs()) {
            double contrast = contrast(palette.get(pair[0]), palette.get(pair[1]));
            pairs++;
            if (contrast < ENOUGH) {
                tooFaint.add(String.format("%s on %s: %.2f", pair[0], pair[1], contrast));
            }
        }
        assertEquals(List.of(), tooFaint);
        assertTrue(pairs > 30, "only " + pairs + " pairs were looked at");
    }

    @Test
    void bothThemesNameTheSameColours() throws IOException {
        assertEquals(palette("light").keySet(), palette("dark").keySet());
    }

    @Test
    void coloursStandInThePaletteOnly() throws IOException {
        Set<String> strays = new TreeSet<>();
        Set<String> unknown = new TreeSet<>();
        Set<String> known = palette("light").keySet();
        for (Path sheet : sheets()) {
            String text = Files.readString(sheet).replaceAll("(?s)/\\*.*?\\*/", "");
            for (Matcher found = LITERAL.matcher(text); found.find(); ) {
                strays.add(sheet.getFileName() + ": " + found.group());
            }
            for (Matcher used = Pattern.compile("-dw-([a-z-]+)").matcher(text); used.find(); ) {
                if (!known.contains(used.group(1))) {
                    unknown.add(sheet.getFileName() + ": " + used.group());
                }
            }
        }
        assertEquals(Set.of(), strays, "colours that do not change with the theme");
        assertEquals(Set.of(), unknown, "colours that are in no palette");
    }

    @Test
    void blackOnWhiteIsTheStrongestContrast() {
        assertEquals(21, contrast(0x000000, 0xffffff), 0.001);
        assertEquals(1, contrast(0x808080, 0x808080), 0.001);
    }

    private static List<String[]> pairs() {
        List<String[]> pairs = new ArrayList<>();
        for (String ground : GROUNDS) {
            for (String text : List.of("text", "muted", "accent", "danger", "warning", "success")) {
                pairs.add(new String[] {text, ground});
            }
        }
        for (String tone : TONES) {
            pairs.add(new String[] {tone, tone + "-background"});
            pairs.add(new String[] {"text", tone + "-background"});
        }
        pairs.add(new String[] {"on-accent", "accent"});
        // A tooltip is the page turned round.
        pairs.add(new String[] {"background", "text"});
        for (String ground : List.of("rail", "rail-selected")) {
            pairs.add(new String[] {"rail-text", ground});
            pairs.add(new String[] {"rail-bright", ground});
        }
        pairs.add(new String[] {"rail-on-done", "rail-done"});
        return pairs;
    }

    private static Map<String, Integer> palette(String theme) throws IOException {
        Map<String, Integer> palette = new TreeMap<>();
        Matcher colour = COLOUR.matcher(Files.readString(FOLDER.resolve("colors-" + theme + ".css")));
        while (colour.find()) {
            palette.put(colour.group(1), Integer.parseInt(colour.group(2), 16));
        }
        return palette;
    }

    private static List<Path> sheets() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".css"))
                    .filter(file -> !file.getFileName().toString().startsWith("colors-"))
                    .toList();
        }
    }

    private static double contrast(int one, int other) {
        double first = luminance(one) + 0.05;
        double second = luminance(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16 & 0xff)
                + 0.7152 * linear(colour >> 8 & 0xff)
                + 0.0722 * linear(colour & 0xff);
    }

    private static double linear(int channel) {
        double part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
