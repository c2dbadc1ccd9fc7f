package org.doorwarden.backend.windows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorwarden.model.ReadProblem;
import org.doorwarden.model.ReadProblem.Part;
import org.doorwarden.model.access.IndexedScope;
import org.doorwarden.model.access.ServerAccess;
import org.doorwarden.model.setting.KnownSettings;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;

/** Reads who can reach this computer and get in. What cannot be read is left out, and named. */
final class AccessReader {

    private final WindowsSettings settings;
    private final NetworkManagement network;
    private final SeatReader seats;
    private final List<ReadProblem> problems;

    /** @param problems where to say what could not be read */
    AccessReader(WindowsSettings settings, NetworkManagement network, SeatReader seats, List<ReadProblem> problems) {
        this.settings = settings;
        this.network = network;
        this.seats = seats;
        this.problems = problems;
    }

    /** @param iis what its configuration says */
    ServerAccess read(IisFiles iis) {
        Map<Setting, SettingValue> values = new LinkedHashMap<>();
        for (Setting setting : KnownSettings.READ) {
            try {
                values.put(setting, settings.read(setting));
            } catch (WindowsFailure failed) {
                problems.add(new ReadProblem(Part.SETTING, setting.address(), failed.code()));
            }
        }
        List<IndexedScope> indexed = new IndexedScopes(new RegistryKey.Buffers(), problems).read(values);
        values.putAll(iis.values());
        return new ServerAccess(
                seats.read(problems),
                values,
                Optional.empty(),
                new Shares(network).read(problems),
                indexed,
                iis.smtpServers(),
                iis.ftpSites());
    }
}
