package org.doorwarden.iis;

import java.util.Optional;

/**
 * How a file is written down.
 *
 * @param lineEnd what ends its lines; empty if it has only one
 * @param unit by how much more an element is indented than the one around it
 */
public record Layout(String lineEnd, String unit) {

    /** As IIS writes it. */
    private static final Layout USUAL = new Layout("\r\n", "    ");

    /** As an element is written that has others in it; as IIS writes it where that cannot be told. */
    static Layout of(XmlSource source) {
        String lineEnd = lineEndBefore(source.text(), source.text().length());
        return lineEnd.isEmpty()
                ? new Layout("", "")
                : new Layout(lineEnd, unit(source, source.root()).orElse(USUAL.unit()));
    }

    /** As the text of an element shows it. */
    public static Layout of(String element) {
        try {
            return of(XmlSource.parse(element));
        } catch (IisFailure unreadable) {
            return USUAL;
        }
    }

    String indent(int depth) {
        return unit.repeat(depth);
    }

    /** The break that ends the line before an offset; that of the next line if it is in the first one. */
    static String lineEndBefore(String text, int offset) {
        int at = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1));
        if (at < 0) {
            int next = text.indexOf('\n');
            at = next < 0 ? text.indexOf('\r') : next;
        }
        if (at < 0) {
            return "";
        }
        if (text.charAt(at) == '\r') {
            return "\r";
        }
        return at > 0 && text.charAt(at - 1) == '\r' ? "\r\n" : "\n";
    }

    /** The blanks before an element, or before its end tag, if nothing else is before it in its line. */
    static Optional<String> indentOf(String text, XmlElement element) {
        Optional<String> closing = element.isSelfClosed() ? Optional.empty() : blanksBefore(text, element.closeStart());
        return closing.or(() -> blanksBefore(text, element.start()));
    }

    private static Optional<String> blanksBefore(String text, int offset) {
        int from = offset;
        while (from > 0 && (text.charAt(from - 1) == ' ' || text.charAt(from - 1) == '\t')) {
            from--;
        }
        boolean firstInLine = from > 0 && (text.charAt(from - 1) == '\n' || text.charAt(from - 1) == '\r');
        return firstInLine ? Optional.of(text.substring(from, offset)) : Optional.empty();
    }

    private static Optional<String> unit(XmlSource source, XmlElement element) {
        Optional<String> outer = indentOf(source.text(), element);
        for (XmlElement child : element.children()) {
            Optional<String> inner = indentOf(source.text(), child);
            if (outer.isPresent()
                    && inner.isPresent()
                    && inner.get().startsWith(outer.get())
                    && inner.get().length() > outer.get().length()) {
                return Optional.of(inner.get().substring(outer.get().length()));
            }
        }
        return element.children().stream()
                .flatMap(child -> unit(source, child).stream())
                .findFirst();
    }
}
