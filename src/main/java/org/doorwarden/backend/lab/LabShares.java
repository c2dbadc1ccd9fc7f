package org.doorwarden.backend.lab;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.doorwarden.backend.lab.LabState.Condition;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.access.Share;
import org.doorwarden.model.setting.KnownSettings;
import org.doorwarden.model.setting.RegistryData;

/**
 * What the Server service of a training server offers: nothing unless it runs, and its administrative shares unless it
 * was told otherwise by the time it started.
 */
final class LabShares {

    private static final ServiceName SERVICE = new ServiceName("LanmanServer");

    private LabShares() {}

    static Optional<List<Share>> now(LabDefinition definition, LabState state) {
        Condition service = state.conditions.get(SERVICE);
        boolean runs = service != null && service.state.isActive();
        return definition
                .access()
                .shares()
                .map(shares -> shares.stream()
                        .filter(share -> runs)
                        .filter(share -> !state.withoutAdministrativeShares || !share.isAutomatic())
                        .toList());
    }

    /** The Server service reads its settings when it starts. */
    static void serviceStarts(ServiceName name, LabDefinition definition, LabState state) {
        if (name.equals(SERVICE)) {
            state.withoutAdministrativeShares = definition
                    .access()
                    .with(state.settings)
                    .find(KnownSettings.AUTO_SHARE_SERVER)
                    .filter(RegistryData.class::isInstance)
                    .map(value -> ((RegistryData) value).number())
                    .map(number -> number.equals(OptionalLong.of(0)))
                    .orElse(false);
        }
    }
}
