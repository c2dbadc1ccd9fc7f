package org.doorwarden.apply;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.Sha256;
import org.doorwarden.model.StartType;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.plan.Change;
import org.doorwarden.plan.Change.SetSetting;
import org.doorwarden.plan.Change.SetStartType;
import org.doorwarden.plan.Change.StopService;
import org.doorwarden.text.Message;

/**
 * What a change is about, at one moment: a start type, a state, what is found at a setting.
 *
 * @param text the same for every program and every language; no two values that count as different share it; of what
 *     would be long only the sum, since it is written into journals
 * @param words the same for people
 */
public record ChangeValue(String text, Message words) {

    /** The longest text that is told as it is, in characters. */
    private static final int MOST = 1_000;

    static ChangeValue of(StartType startType) {
        return new ChangeValue(startType.id(), Message.of("start.type." + startType.id()));
    }

    static ChangeValue of(ServiceState state) {
        return new ChangeValue(state.id(), Message.of("state." + state.id()));
    }

    /** What is found at a setting. */
    public static ChangeValue of(Setting setting, SettingValue value) {
        String text = value.text();
        return new ChangeValue(
                text.length() <= MOST ? text : "sha256:" + Sha256.of(text.getBytes(StandardCharsets.UTF_8)),
                SettingWords.value(setting, value));
    }

    /** What the change expects to find. */
    public static ChangeValue before(Change change) {
        if (change instanceof SetStartType set) {
            return of(set.before());
        }
        if (change instanceof StopService stop) {
            return of(stop.before());
        }
        SetSetting set = (SetSetting) change;
        return of(set.setting(), set.before());
    }

    /** What the change sets. */
    public static ChangeValue after(Change change) {
        if (change instanceof SetStartType set) {
            return of(set.after());
        }
        if (change instanceof StopService) {
            return of(ServiceState.STOPPED);
        }
        SetSetting set = (SetSetting) change;
        return of(set.setting(), set.after());
    }

    /** What a reading of the server found; empty if the service is not there or the setting was not read. */
    public static Optional<ChangeValue> in(Inventory inventory, Change change) {
        if (change instanceof SetSetting set) {
            return inventory.access().find(set.setting()).map(value -> of(set.setting(), value));
        }
        Optional<Service> service = inventory.find(change.service());
        return change instanceof SetStartType
                ? service.map(found -> of(found.startType()))
                : service.map(found -> of(found.state()));
    }
}
