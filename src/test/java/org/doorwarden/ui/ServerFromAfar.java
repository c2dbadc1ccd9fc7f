package org.doorwarden.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.doorwarden.backend.lab.LabDefinition;
import org.doorwarden.backend.lab.LabDefinitions;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.access.FeatureDetail;
import org.doorwarden.model.access.Seat;
import org.doorwarden.model.setting.FeatureState;
import org.doorwarden.model.setting.KnownSettings;
import org.doorwarden.model.setting.RegistryData;

/** A training server that is worked on by Remote Desktop, with FTP that can be uninstalled. */
public final class ServerFromAfar {

    public static final ServiceName REMOTE_DESKTOP = new ServiceName("TermService");
    public static final ServiceName FTP = new ServiceName("FTPSVC");
    public static final ServiceName SPOOLER = new ServiceName("Spooler");

    private ServerFromAfar() {}

    public static LabWorkplace workplace() {
        LabDefinition lab = new LabDefinitions().find("iis10-2022").orElseThrow();
        LabWorkplace workplace = new LabWorkplace(new LabDefinition(
                lab.name(),
                lab.computer(),
                lab.operatingSystem(),
                lab.windowsVersion(),
                lab.description(),
                lab.services(),
                lab.unownedListeners(),
                lab.products(),
                lab.traits(),
                lab.access()
                        .from(new Seat(Seat.Kind.REMOTE_DESKTOP, "10.0.0.5"))
                        .with(Map.of(KnownSettings.policy(KnownSettings.MIN_ENCRYPTION), RegistryData.number(3))),
                lab.accounts(),
                lab.components(),
                lab.iisConfiguration(),
                lab.faults()));
        workplace.features.put(
                "IIS-FTPServer",
                new FeatureDetail(
                        "IIS-FTPServer",
                        "FTP Server",
                        FeatureState.INSTALLED,
                        OptionalLong.of(3_900_000),
                        FeatureDetail.Restart.POSSIBLE,
                        List.of("IIS-FTPSvc"),
                        List.of(FTP),
                        Optional.of(false)));
        return workplace;
    }
}
