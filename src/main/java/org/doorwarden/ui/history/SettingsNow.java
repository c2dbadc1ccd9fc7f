package org.doorwarden.ui.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorwarden.apply.ChangeValue;
import org.doorwarden.apply.PastRun;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.plan.Change;
import org.doorwarden.ui.task.Tasks;

/** What is now at settings that runs have set and that no reading of a server tells, asked for one by one. */
final class SettingsNow {

    private final Tasks tasks;
    private final Runnable told;
    private final Map<String, ChangeValue> values = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private int pending;
    private int latest;

    /** @param told called on the screen's thread when something asked for is known */
    SettingsNow(Tasks tasks, Runnable told) {
        this.tasks = tasks;
        this.told = told;
    }

    /** The server is looked at anew. */
    void forget() {
        latest++;
        values.clear();
        asked.clear();
        pending = 0;
    }

    boolean isPending() {
        return pending > 0;
    }

    /** What is at the setting of a change; empty for other changes, and where it is not known or could not be read. */
    Optional<ChangeValue> of(Change change) {
        return change instanceof Change.SetSetting set
                ? Optional.ofNullable(values.get(set.setting().identity()))
                : Optional.empty();
    }

    /** Asks for what the reading leaves open of a run's settings, once. */
    void ask(PastRun run, Inventory reading, ServerBackend backend) {
        List<Setting> missing = run.changes().stream()
                .map(PastRun.PastChange::change)
                .filter(change -> ChangeValue.in(reading, change).isEmpty())
                .filter(Change.SetSetting.class::isInstance)
                .map(change -> ((Change.SetSetting) change).setting())
                .filter(setting -> asked.add(setting.identity()))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        int mine = latest;
        pending++;
        tasks.run(() -> read(backend, missing), found -> take(mine, found), failed -> take(mine, Map.of()));
    }

    /** What cannot be read is left out: it is then shown as not known. */
    private static Map<String, ChangeValue> read(ServerBackend backend, List<Setting> settings) {
        Map<String, ChangeValue> found = new HashMap<>();
        for (Setting setting : settings) {
            try {
                found.put(setting.identity(), ChangeValue.of(setting, backend.setting(setting)));
            } catch (BackendException unread) {
                continue;
            }
        }
        return found;
    }

    private void take(int mine, Map<String, ChangeValue> found) {
        if (mine == latest) {
            pending--;
            values.putAll(found);
            told.run();
        }
    }
}
