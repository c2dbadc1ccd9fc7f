package org.doorwarden.iis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An element, and where in the text it is. Offsets are those of its source, in characters. */
final class XmlElement {

    private final Optional<XmlElement> parent;
    private final String name;
    private final Map<String, String> attributes;
    private final List<XmlElement> children = new ArrayList<>();
    private final int start;
    private final int tagEnd;
    private int closeStart;
    private int end;

    /**
     * @param start of its first bracket
     * @param tagEnd behind the bracket that ends its start tag
     */
    XmlElement(Optional<XmlElement> parent, String name, Map<String, String> attributes, int start, int tagEnd) {
        this.parent = parent;
        this.name = name;
        this.attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        this.start = start;
        this.tagEnd = tagEnd;
        this.closeStart = tagEnd;
        this.end = tagEnd;
    }

    void add(XmlElement child) {
        children.add(child);
    }

    /** Its end tag begins and ends there. */
    void close(int begins, int ends) {
        closeStart = begins;
        end = ends;
    }

    Optional<XmlElement> parent() {
        return parent;
    }

    String name() {
        return name;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    /** The value of an attribute, empty if it has none. */
    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    List<XmlElement> children() {
        return Collections.unmodifiableList(children);
    }

    Stream<XmlElement> children(String childName) {
        return children.stream().filter(child -> child.name.equals(childName));
    }

    /** The first child of that name. */
    Optional<XmlElement> child(String childName) {
        return children(childName).findFirst();
    }

    int start() {
        return start;
    }

    int tagEnd() {
        return tagEnd;
    }

    int closeStart() {
        return closeStart;
    }

    int end() {
        return end;
    }

    /** Whether it is written as {@code <name />}. */
    boolean isSelfClosed() {
        return end == tagEnd;
    }

    int depth() {
        return parent.map(above -> above.depth() + 1).orElse(0);
    }
}
