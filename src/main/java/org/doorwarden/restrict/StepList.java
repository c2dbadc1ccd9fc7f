package org.doorwarden.restrict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorwarden.model.access.ServerAccess;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.TakesEffect;

/** Collects steps and problems; what is as wanted already needs no step, and what was not read gets none. */
final class StepList {

    private final ServerAccess access;
    private final List<Step> steps = new ArrayList<>();
    private final List<LimitProblem> problems = new ArrayList<>();

    StepList(ServerAccess access) {
        this.access = access;
    }

    /** Wants a setting to have a value. */
    void set(Setting setting, SettingValue after, TakesEffect takesEffect) {
        Optional<SettingValue> before = access.find(setting);
        if (before.isEmpty()) {
            problem(LimitProblem.Kind.NOT_READ, setting.address());
        } else {
            change(setting, before.get(), after, takesEffect);
        }
    }

    /** As {@link #set}, where it is known what is there before. */
    void change(Setting setting, SettingValue before, SettingValue after, TakesEffect takesEffect) {
        if (!before.matches(after)) {
            steps.add(new Step(setting, before, after, takesEffect));
        }
    }

    void problem(LimitProblem.Kind kind, String detail) {
        LimitProblem problem = new LimitProblem(kind, detail);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    Steps steps() {
        return new Steps(problems.isEmpty() ? steps : List.of(), problems);
    }
}
