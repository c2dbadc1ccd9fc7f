package org.doorwarden.catalogue;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.WindowsVersion;

/**
 * What we know about one service.
 *
 * @param purpose what it is for
 * @param without what stops working without it
 * @param advice what to do when no role says otherwise
 * @param laterAdvice what to do instead from a version of Windows on, oldest version first
 * @param byRole what to do when the server has the role of that id
 * @param alternatives what can be done instead of disabling
 * @param removal how it is uninstalled, where it can be
 * @param carriesSessions whether remote sessions of administrators come through it, so that closing it may lock them out
 * @param vulnerabilities oldest first
 */
public record ServiceKnowledge(
        ServiceName name,
        String displayName,
        String purpose,
        Risk risk,
        String without,
        Advice advice,
        NavigableMap<WindowsVersion, Advice> laterAdvice,
        Map<String, Advice> byRole,
        List<String> alternatives,
        Optional<String> removal,
        boolean carriesSessions,
        List<Vulnerability> vulnerabilities) {

    public ServiceKnowledge {
        laterAdvice = Collections.unmodifiableNavigableMap(new TreeMap<>(laterAdvice));
        byRole = Map.copyOf(byRole);
        alternatives = List.copyOf(alternatives);
        vulnerabilities = List.copyOf(vulnerabilities);
    }

    /** The advice for a version of Windows; where that is not known, the most careful of all. */
    public Advice adviceOn(Optional<WindowsVersion> version) {
        if (version.isPresent()) {
            Map.Entry<WindowsVersion, Advice> later = laterAdvice.floorEntry(version.get());
            return later == null ? advice : later.getValue();
        }
        return Stream.concat(Stream.of(advice), laterAdvice.values().stream())
                .min(Comparator.comparing(Advice::verdict))
                .orElse(advice);
    }
}
