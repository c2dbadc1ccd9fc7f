package org.doorwarden.cli;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.text.WordUtils;
import org.doorwarden.text.Printable;

/** Lines of aligned columns for a terminal. A long text in the last column goes on below itself. */
final class TextTable {

    private static final String GAP = "  ";
    private static final int LINE = 100;
    private static final int LEAST_ROOM = 40;

    private final int[] widest;
    private final List<String[]> rows = new ArrayList<>();

    /** @param widest the most columns of the terminal that each column but the last may take up */
    TextTable(int... widest) {
        this.widest = widest;
    }

    void row(Object... cells) {
        String[] texts = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            String text = Printable.of(cells[i].toString());
            texts[i] = i < widest.length ? shortened(text, widest[i]) : text;
        }
        rows.add(texts);
    }

    List<String> lines(String indent) {
        int[] widths = new int[widest.length];
        for (String[] row : rows) {
            for (int i = 0; i < widths.length && i < row.length; i++) {
                widths[i] = Math.max(widths[i], width(row[i]));
            }
        }
        List<String> lines = new ArrayList<>();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int i = 0; i < row.length; i++) {
                if (i < row.length - 1) {
                    line.append(row[i])
                            .append(" ".repeat(Math.max(0, widths[i] - width(row[i]))))
                            .append(GAP);
                }
            }
            String hanging = " ".repeat(width(line.toString()));
            int room = Math.max(LEAST_ROOM, LINE - hanging.length());
            line.append(WordUtils.wrap(row[row.length - 1], room, "\n" + hanging, false));
            line.toString().lines().map(String::stripTrailing).forEach(lines::add);
        }
        return lines;
    }

    private static String shortened(String text, int most) {
        if (width(text) <= most) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int width = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (width + width(point) > most - 1) {
                break;
            }
            width += width(point);
            kept.appendCodePoint(point);
            i += Character.charCount(point);
        }
        return kept.append('…').toString();
    }

    private static int width(String text) {
        return text.codePoints().map(TextTable::width).sum();
    }

    /** How many columns a terminal gives a character: two for East Asian scripts, none for what it puts on top. */
    private static int width(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        Character.UnicodeScript script = Character.UnicodeScript.of(point);
        boolean wide = script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA
                || script == Character.UnicodeScript.HANGUL
                || (point >= 0xFF01 && point <= 0xFF60)
                || (point >= 0x1F300 && point <= 0x1FAFF);
        return wide ? 2 : 1;
    }
}
