package org.doorwarden.backend.windows;

import java.util.List;

/** What a service declares it needs, as its configuration spells it. */
record Dependencies(List<String> services, List<String> groups) {

    /** Marks a group where both stand in one list. */
    private static final char GROUP_IDENTIFIER = '+';

    Dependencies {
        services = List.copyOf(services);
        groups = List.copyOf(groups);
    }

    boolean isEmpty() {
        return services.isEmpty() && groups.isEmpty();
    }

    /** The form of ChangeServiceConfig's lpDependencies: each name with its end, and an end to the whole. */
    char[] asList() {
        StringBuilder list = new StringBuilder();
        services.forEach(name -> list.append(name).append('\0'));
        groups.forEach(group -> list.append(GROUP_IDENTIFIER).append(group).append('\0'));
        return list.append('\0').toString().toCharArray();
    }
}
