package org.doorwarden.restrict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorwarden.model.access.ServerAccess;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.GroupComment;
import org.doorwarden.model.setting.GroupMembers;
import org.doorwarden.model.setting.KnownSettings;
import org.doorwarden.model.setting.LocalGroup;
import org.doorwarden.model.setting.Members;
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

    /** Wants a group to be there and to have these members. */
    void group(LocalGroup group, String comment, Members members) {
        GroupMembers setting = KnownSettings.members(group);
        set(group, new GroupComment(comment), TakesEffect.NOW);
        if (access.find(group).filter(Absent.class::isInstance).isPresent()) {
            // By the time they are set the group has been made, and is empty.
            change(setting, new Members(List.of()), members, TakesEffect.NOW);
        } else {
            set(setting, members, TakesEffect.NOW);
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
