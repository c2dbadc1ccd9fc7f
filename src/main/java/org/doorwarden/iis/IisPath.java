package org.doorwarden.iis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorwarden.model.setting.IisElement;

/**
 * The address of an element: names from the root on, parted by slashes, each with the attribute that tells it from its
 * siblings where it needs one. The attribute's value is in single quotes; a single quote in it is written twice, as in
 * XPath 2.0. Values are compared without regard to case, as IIS compares the names of sites; an empty one is also that of
 * an element without the attribute, as {@code <location>} is for {@code path=""}.
 */
record IisPath(List<Step> steps) {

    private static final Pattern STEP =
            Pattern.compile("([^/\\[\\]'@]+)(?:\\[@([^/\\[\\]'@=]+)='((?:[^']|'')*)'\\])?(/|$)");

    /** @param key the attribute and its value, if any is needed */
    record Step(String name, Optional<Key> key) {

        boolean isOf(XmlElement element) {
            return element.name().equals(name)
                    && key.map(one -> element.attribute(one.attribute()).equalsIgnoreCase(one.value()))
                            .orElse(true);
        }

        String text() {
            return name
                    + key.map(one -> "[@" + one.attribute() + "='" + one.value().replace("'", "''") + "']")
                            .orElse("");
        }
    }

    /** An attribute and its value. */
    record Key(String attribute, String value) {}

    IisPath {
        steps = List.copyOf(steps);
    }

    static IisPath of(IisElement element) throws IisFailure {
        List<Step> steps = new ArrayList<>();
        Matcher step = STEP.matcher(element.path());
        int end = 0;
        while (end < element.path().length() || steps.isEmpty()) {
            if (!step.find(end) || step.start() != end) {
                throw new IisFailure(IisFailure.Kind.NOT_AN_ELEMENT, element.path());
            }
            Optional<Key> key = Optional.ofNullable(step.group(2))
                    .map(attribute -> new Key(attribute, step.group(3).replace("''", "'")));
            steps.add(new Step(step.group(1), key));
            end = step.end();
        }
        if (element.path().endsWith("/")) {
            throw new IisFailure(IisFailure.Kind.NOT_AN_ELEMENT, element.path());
        }
        return new IisPath(steps);
    }

    static IisPath of(Step... steps) {
        return new IisPath(List.of(steps));
    }

    static Step step(String name) {
        return new Step(name, Optional.empty());
    }

    static Step step(String name, String attribute, String value) {
        return new Step(name, Optional.of(new Key(attribute, value)));
    }

    IisElement element() {
        return new IisElement(steps.stream().map(Step::text).collect(Collectors.joining("/")));
    }

    Step last() {
        return steps.get(steps.size() - 1);
    }

    int size() {
        return steps.size();
    }

    /** The first so many steps. */
    IisPath first(int many) {
        return new IisPath(steps.subList(0, many));
    }

    IisPath then(Step... more) {
        return new IisPath(Stream.concat(steps.stream(), Stream.of(more)).toList());
    }

    boolean isWithin(IisPath other) {
        return size() >= other.size() && first(other.size()).equals(other);
    }

    /** All elements that are meant, in the order of the file. */
    List<XmlElement> in(XmlElement root) {
        List<XmlElement> found = steps.get(0).isOf(root) ? List.of(root) : List.of();
        for (Step step : steps.subList(1, steps.size())) {
            found = found.stream()
                    .flatMap(element -> element.children().stream())
                    .filter(step::isOf)
                    .toList();
        }
        return found;
    }
}
