package org.doorwarden.catalogue;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.doorwarden.model.WindowsVersion;

/**
 * What to do about a service.
 *
 * @param advice what to do when no role says otherwise
 * @param later what to do instead from a version of Windows on, oldest version first
 * @param byRole what to do when the server has the role of that id
 * @param positions what guides and benchmarks say, word for word as they class it
 */
public record Guidance(
        Advice advice,
        NavigableMap<WindowsVersion, Advice> later,
        Map<String, Advice> byRole,
        List<Position> positions) {

    public Guidance {
        later = later.isEmpty()
                ? Collections.emptyNavigableMap()
                : Collections.unmodifiableNavigableMap(new TreeMap<>(later));
        byRole = byRole.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(byRole));
        positions = List.copyOf(positions);
    }

    /** The advice for a version of Windows; where that is not known, the most careful of all. */
    public Advice on(Optional<WindowsVersion> version) {
        if (version.isPresent()) {
            Map.Entry<WindowsVersion, Advice> since = later.floorEntry(version.get());
            return since == null ? advice : since.getValue();
        }
        return Stream.concat(Stream.of(advice), later.values().stream())
                .min(Comparator.comparing(Advice::verdict))
                .orElse(advice);
    }
}
