package org.doorwarden.iis;

import java.util.Optional;

/** Single changes to an XML text. Each gives the new text; what it does not change stays as it is written. */
final class XmlEdit {

    private XmlEdit() {}

    /**
     * Puts an element behind everything in another one. {@link #remove} takes exactly that away again, unless the other
     * one was written without an end tag.
     *
     * @param depth how deep the root of this text is in its file
     */
    static String append(XmlSource source, XmlElement parent, String child, Layout layout, int depth) {
        String text = source.text();
        if (parent.isSelfClosed()) {
            String tag = text.substring(parent.start(), parent.tagEnd() - 2).stripTrailing();
            String outer = indent(source, parent, layout, depth);
            String inside = layout.lineEnd().isEmpty()
                    ? child
                    : layout.lineEnd() + outer + layout.unit() + child + layout.lineEnd() + outer;
            return source.replaced(parent.start(), parent.end(), tag + ">" + inside + "</" + parent.name() + ">");
        }
        int at = blankStart(text, parent.closeStart());
        return source.replaced(at, at, blanks(source, parent, at, layout, depth) + child);
    }

    /** Takes an element away, with the blanks before it. */
    static String remove(XmlSource source, XmlElement element) {
        return source.replaced(blankStart(source.text(), element.start()), element.end(), "");
    }

    /** Gives an attribute a value; one that is not there comes behind the others. */
    static String attribute(XmlSource source, XmlElement element, String name, String value) {
        String text = source.text();
        int at = element.start() + 1 + element.name().length();
        int last = at;
        while (true) {
            int begin = skipBlanks(text, at);
            if (text.charAt(begin) == '>' || text.charAt(begin) == '/') {
                return source.replaced(last, last, " " + name + "=\"" + escaped(value) + "\"");
            }
            int equals = text.indexOf('=', begin);
            int quote = skipBlanks(text, equals + 1);
            int close = text.indexOf(text.charAt(quote), quote + 1);
            if (text.substring(begin, equals).strip().equals(name)) {
                return source.replaced(quote + 1, close, escaped(value));
            }
            at = close + 1;
            last = at;
        }
    }

    /** A value as it can stand between quotes of either kind. */
    static String escaped(String value) {
        StringBuilder escaped = new StringBuilder();
        for (char c : value.toCharArray()) {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&apos;");
                case '\t', '\n', '\r' -> escaped.append("&#").append((int) c).append(';');
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** Where the blanks begin that end at an offset. */
    static int blankStart(String text, int offset) {
        int from = offset;
        while (from > 0 && isBlank(text.charAt(from - 1))) {
            from--;
        }
        return from;
    }

    /** What comes before a new last child: a line of its own where its siblings have theirs. */
    private static String blanks(XmlSource source, XmlElement parent, int at, Layout layout, int depth) {
        String text = source.text();
        if (parent.children().isEmpty()) {
            return layout.lineEnd().isEmpty()
                    ? ""
                    : layout.lineEnd() + indent(source, parent, layout, depth) + layout.unit();
        }
        XmlElement sibling = parent.children().get(parent.children().size() - 1);
        int begin = blankStart(text, sibling.start());
        String before = text.substring(begin, sibling.start());
        int line = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
        return line < 0 ? "" : Layout.lineEndBefore(text, at) + before.substring(line + 1);
    }

    private static String indent(XmlSource source, XmlElement element, Layout layout, int depth) {
        Optional<String> written = Layout.indentOf(source.text(), element);
        return written.orElse(layout.indent(depth + element.depth()));
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
