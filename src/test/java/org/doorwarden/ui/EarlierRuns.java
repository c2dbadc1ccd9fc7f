package org.doorwarden.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.doorwarden.apply.ChoiceLookups;
import org.doorwarden.apply.HostNames;
import org.doorwarden.apply.RunReport;
import org.doorwarden.backend.SettingProgress;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.StartType;
import org.doorwarden.model.setting.KnownSettings;
import org.doorwarden.model.setting.RegistryData;
import org.doorwarden.plan.Choice;
import org.doorwarden.plan.Plan;
import org.doorwarden.plan.Policy;
import org.doorwarden.restrict.Limit;
import org.doorwarden.restrict.Limits;
import org.doorwarden.testing.Crash;
import org.doorwarden.ui.shell.Reading;
import org.doorwarden.ui.shell.WizardSession;

/** What may have been done on the training server before somebody opens the wizard. */
public final class EarlierRuns {

    private EarlierRuns() {}

    /** Closes services and says which run that was. */
    public static String apply(LabWorkplace workplace, String... services) throws Exception {
        RunReport report = workplace.workbench.apply(plan(workplace, services));
        return report.run().orElseThrow();
    }

    /** A run that the end of the process interrupts after some of its changes. */
    public static void crash(LabWorkplace workplace, String... services) throws Exception {
        Plan plan = plan(workplace, services);
        workplace.workbench.storage.crashAt(8);
        try {
            workplace.workbench.apply(plan);
            throw new IllegalStateException("it did not crash");
        } catch (Crash expected) {
            workplace.workbench.storage.heal();
        }
    }

    /** One undone, one partly undone, one in effect that somebody else meddled with, one in effect. */
    public static void several(LabWorkplace workplace) {
        try {
            String first = apply(workplace, "TlntSvr", "Messenger");
            pass(workplace, 3);
            workplace.workbench.undo(first);
            pass(workplace, 27);
            String second = apply(workplace, "cisvc", "Spooler", "Messenger");
            pass(workplace, 6);
            workplace.workbench.undo(second, "c1", "c2");
            pass(workplace, 100);
            apply(workplace, "SMTPSVC", "MSFTPSVC", "RemoteRegistry", "mnmsrvc", "NNTPSVC");
            workplace.lab().setStartType(new ServiceName("MSFTPSVC"), StartType.MANUAL);
            pass(workplace, 2);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** A run that set settings of every sort, one of which somebody else has changed since. */
    static void settings(LabWorkplace workplace) {
        try {
            Limits limits = Limits.NONE
                    .with(Limit.NLA, List.of("on"))
                    .with(Limit.SECURITY_LAYER, List.of("tls"))
                    .with(Limit.MEMBERS, List.of("CORP\\alice", "CORP\\server-ops"));
            Limits group = Limits.NONE.with(Limit.MEMBERS, List.of("CORP\\alice"));
            List<Choice> choices = List.of(
                    Choice.restrict(ServerFromAfar.REMOTE_DESKTOP, limits),
                    Choice.restrict(RestrictScreens.REGISTRY, group),
                    Choice.of(ServerFromAfar.SPOOLER, Choice.Action.DISABLE));
            Policy policy = new Policy(List.of(), List.of(), false, choices);
            Inventory inventory = workplace.lab().read();
            Reading reading = Reading.of(inventory, Duration.ZERO);
            workplace.workbench.apply(WizardSession.plan(
                    workplace.known,
                    reading,
                    WizardSession.assess(workplace.known, reading, policy),
                    policy,
                    ChoiceLookups.of(workplace.lab(), HostNames.NONE, inventory, choices),
                    workplace.clock().instant()));
            pass(workplace, 30);
            workplace.lab().set(KnownSettings.SECURITY_LAYER, RegistryData.number(0), SettingProgress.NONE);
            pass(workplace, 2);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** A run that was interrupted some days later. */
    public static void interrupted(LabWorkplace workplace) {
        try {
            pass(workplace, 50);
            crash(workplace, "TlntSvr", "Messenger", "ClipSrv");
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Plan plan(LabWorkplace workplace, String... services) throws Exception {
        List<Choice> choices = new ArrayList<>();
        Stream.of(services)
                .map(ServiceName::new)
                .filter(workplace.definition.services()::containsKey)
                .forEach(name -> choices.add(Choice.of(name, Choice.Action.DISABLE)));
        return workplace.workbench.plan(choices);
    }

    private static void pass(LabWorkplace workplace, int hours) {
        workplace.workbench.pace.pause(Duration.ofMinutes(hours * 60L + 17));
    }
}
