package org.doorwarden.model.access;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.doorwarden.model.Identified;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.setting.FeatureState;

/**
 * What is to be known of a component of Windows before it is uninstalled.
 *
 * @param name the name that DISM knows it by
 * @param displayName what Windows calls it for people
 * @param size how many bytes it takes on the disk, where that can be told
 * @param restart whether the machine must be started again
 * @param takesAlong installed components that are part of it and go with it, the innermost first
 * @param services services that go with it, as far as they are known
 * @param sourcePresent whether its files stay on the machine, so that it can be installed again without a medium; empty
 *     if that cannot be told
 */
public record FeatureDetail(
        String name,
        String displayName,
        FeatureState state,
        OptionalLong size,
        Restart restart,
        List<String> takesAlong,
        List<ServiceName> services,
        Optional<Boolean> sourcePresent) {

    /** Whether the machine must be started again, as DISM says it. */
    public enum Restart implements Identified {
        NO("no"),
        POSSIBLE("possible"),
        REQUIRED("required");

        private final String id;

        Restart(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    public FeatureDetail {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(displayName, "displayName");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(restart, "restart");
        takesAlong = List.copyOf(takesAlong);
        services = List.copyOf(services);
        Objects.requireNonNull(sourcePresent, "sourcePresent");
    }
}
