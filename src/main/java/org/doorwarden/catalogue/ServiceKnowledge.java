package org.doorwarden.catalogue;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorwarden.model.ServiceName;

/**
 * What we know about one service.
 *
 * @param alsoNamed other names of the same service; one that ends in {@code *} stands for all names that begin so
 * @param publisher who makes it; empty for what comes from Microsoft
 * @param purpose what it is for
 * @param ports where it listens unless told otherwise
 * @param startTypes how releases of Windows start it, where that is known
 * @param alternatives what can be done instead of disabling
 * @param removal how it is uninstalled, where it can be
 * @param needs what it cannot do without although it does not declare so
 * @param carriesSessions whether remote sessions of administrators come through it, so that closing it may lock them out
 * @param vulnerabilities oldest first
 * @param local whether the entry is this site's own and not one of ours
 */
public record ServiceKnowledge(
        ServiceName name,
        List<String> alsoNamed,
        String displayName,
        ServiceOrigin origin,
        Optional<String> publisher,
        String purpose,
        List<Port> ports,
        Risk risk,
        Use use,
        Map<WindowsRelease, DefaultStart> startTypes,
        Guidance guidance,
        List<String> alternatives,
        Optional<String> removal,
        List<Requirement> needs,
        boolean carriesSessions,
        List<Vulnerability> vulnerabilities,
        boolean local) {

    /** The end of a name that stands for all names beginning with the rest. */
    static final String ANY_END = "*";

    public ServiceKnowledge {
        Stated.requireText(displayName, "the display name of a service");
        Stated.requireText(purpose, "the purpose of a service");
        if (origin == ServiceOrigin.THIRD_PARTY && publisher.isEmpty()) {
            throw new IllegalArgumentException("a service of others has no publisher");
        }
        alsoNamed = List.copyOf(alsoNamed);
        ports = List.copyOf(ports);
        startTypes = startTypes.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(startTypes));
        alternatives = List.copyOf(alternatives);
        needs = List.copyOf(needs);
        vulnerabilities = List.copyOf(vulnerabilities);
    }
}
