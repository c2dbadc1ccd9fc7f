package org.doorwarden.iis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The attributes that lock what an element holds.
 *
 * @see <a href="https://learn.microsoft.com/iis/manage/managing-your-configuration-settings/understanding-iis-configuration-delegation">
 *     Understanding IIS configuration delegation, granular locking</a>
 */
final class Locks {

    private static final String ALL = "*";

    private Locks() {}

    /**
     * What of an element's tag keeps that attribute of it, or children of those names, from being changed.
     *
     * @param attribute empty for none
     */
    static Optional<String> of(XmlElement element, String attribute, List<String> children) {
        if (element.attribute("lockItem").equalsIgnoreCase("true")) {
            return tag(element, "lockItem");
        }
        List<String> attributes = attribute.isEmpty() ? List.of() : List.of(attribute);
        return elsewhere(element)
                .or(() -> names(element, "lockAttributes", attributes))
                .or(() -> others(element, "lockAllAttributesExcept", attributes))
                .or(() -> names(element, "lockElements", children))
                .or(() -> others(element, "lockAllElementsExcept", children));
    }

    /** What says that a section is not in this file, or not in plain text. */
    static Optional<String> elsewhere(XmlElement element) {
        return Stream.of("configSource", "configProtectionProvider")
                .filter(attribute -> element.attributes().containsKey(attribute))
                .findFirst()
                .flatMap(attribute -> tag(element, attribute));
    }

    private static Optional<String> names(XmlElement element, String lock, List<String> wanted) {
        List<String> locked = list(element, lock);
        return wanted.stream().anyMatch(each -> locked.contains(each) || locked.contains(ALL))
                ? tag(element, lock)
                : Optional.empty();
    }

    private static Optional<String> others(XmlElement element, String lock, List<String> wanted) {
        boolean locks = element.attributes().containsKey(lock);
        return locks && !list(element, lock).containsAll(wanted) ? tag(element, lock) : Optional.empty();
    }

    private static List<String> list(XmlElement element, String lock) {
        return Arrays.stream(element.attribute(lock).split(","))
                .map(String::strip)
                .toList();
    }

    private static Optional<String> tag(XmlElement element, String attribute) {
        return Optional.of("<" + element.name() + " " + attribute + "=\"" + element.attribute(attribute) + "\">");
    }
}
