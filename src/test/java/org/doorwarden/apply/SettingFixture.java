package org.doorwarden.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.backend.SettingProgress;
import org.doorwarden.backend.lab.Fault;
import org.doorwarden.model.Direction;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.FeatureState;
import org.doorwarden.model.setting.GroupComment;
import org.doorwarden.model.setting.GroupMembers;
import org.doorwarden.model.setting.LocalGroup;
import org.doorwarden.model.setting.Members;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.TakesEffect;
import org.doorwarden.plan.Change;
import org.doorwarden.plan.Choice;
import org.doorwarden.restrict.Limit;
import org.doorwarden.restrict.Limits;
import org.doorwarden.restrict.Step;
import org.doorwarden.testing.Workbench;

/**
 * A kind of change that sets a setting.
 *
 * @param otherwise what is there where something is
 * @param theirs what somebody else sets
 */
record SettingFixture(Setting setting, SettingValue otherwise, SettingValue wanted, SettingValue theirs)
        implements ChangeFixture {

    static final Limits ANY = new Limits(Map.of(Limit.CONNECTIONS, List.of("on")));

    @Override
    public Change.Kind kind() {
        return Change.SetSetting.kindOf(setting.kind());
    }

    @Override
    public void arrange(Workbench bench, Found found) throws BackendException {
        if (found == Found.OTHERWISE) {
            makeGroup(bench);
            set(bench, setting, otherwise);
        } else if (setting.kind() == Setting.Kind.WINDOWS_FEATURE) {
            set(bench, setting, FeatureState.UNINSTALLED);
        }
    }

    /** The members of a group are there when the group is. */
    private void makeGroup(Workbench bench) throws BackendException {
        if (setting instanceof GroupMembers && bench.lab.setting(setting) instanceof Absent) {
            set(bench, group(), new GroupComment("somebody’s"));
        }
    }

    private LocalGroup group() {
        return new LocalGroup(setting.address());
    }

    private static void set(Workbench bench, Setting setting, SettingValue value) throws BackendException {
        bench.lab.set(setting, value, SettingProgress.NONE);
    }

    @Override
    public Choice choice(Found found) {
        return setting.kind() == Setting.Kind.WINDOWS_FEATURE
                ? Choice.of(ContractServer.IN_COMPONENT, Choice.Action.UNINSTALL)
                : Choice.restrict(ContractServer.TARGET, ANY);
    }

    @Override
    public List<Step> steps(ServerBackend server) throws BackendException {
        List<Step> steps = new ArrayList<>();
        SettingValue before = server.setting(setting);
        if (setting instanceof GroupMembers && before instanceof Absent) {
            steps.add(new Step(group(), before, new GroupComment("ours"), TakesEffect.NOW));
            before = Members.of(List.of());
        }
        if (!before.matches(wanted)) {
            steps.add(new Step(setting, before, wanted, TakesEffect.NOW));
        }
        return steps;
    }

    @Override
    public Value now(ServerBackend server) throws BackendException {
        SettingValue value = server.setting(setting);
        return new Value(value, value.text());
    }

    @Override
    public boolean isWanted(Value value) {
        return value.exact().equals(wanted);
    }

    @Override
    public void makeWanted(Workbench bench) throws BackendException {
        makeGroup(bench);
        set(bench, setting, wanted);
    }

    @Override
    public void meddle(Workbench bench) throws BackendException {
        if (setting.kind() == Setting.Kind.LOCAL_GROUP) {
            set(bench, new GroupMembers(setting.address()), ContractServer.MALLORY);
        } else {
            set(bench, setting, theirs);
        }
    }

    @Override
    public boolean hasThird() {
        return setting.kind() != Setting.Kind.WINDOWS_FEATURE;
    }

    @Override
    public void drift(Workbench bench, Found found) throws BackendException {
        makeGroup(bench);
        set(bench, setting, hasThird() ? theirs : wanted);
    }

    /** A group is never taken from those who are in it by now. */
    @Override
    public void giveWay(Workbench bench) throws BackendException {
        if (setting.kind() == Setting.Kind.LOCAL_GROUP) {
            set(bench, new GroupMembers(setting.address()), Members.of(List.of()));
        }
    }

    /** The group is made before its members are set. */
    @Override
    public Value expected(Value found) {
        Members none = Members.of(List.of());
        return setting instanceof GroupMembers && found.exact() instanceof Absent
                ? new Value(none, none.text())
                : found;
    }

    @Override
    public Fault denied() {
        return new Fault(Fault.Kind.SETTING_DENIED, setting.identity(), Fault.ALWAYS);
    }

    @Override
    public Fault ignored(Direction direction) {
        return new Fault(Fault.Kind.SETTING_IGNORED, setting.identity(), Fault.ALWAYS);
    }
}
