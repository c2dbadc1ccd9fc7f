package org.doorwarden.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doorwarden.apply.CancelToken;
import org.doorwarden.apply.RunListener;
import org.doorwarden.apply.RunReport;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.model.ServiceName;
import org.doorwarden.plan.Choice;
import org.doorwarden.plan.Policy;
import org.doorwarden.restrict.Limit;
import org.doorwarden.restrict.Limits;
import org.doorwarden.ui.DirectTasks;
import org.doorwarden.ui.HeldTasks;
import org.doorwarden.ui.LabWorkplace;
import org.doorwarden.ui.PlaceWith;
import org.doorwarden.ui.ServerFromAfar;
import org.doorwarden.ui.Walk;
import org.junit.jupiter.api.Test;

class DraftKeeperTest {

    private static final String SERVER = "lab:iis5-2001";

    private final LabWorkplace workplace = new LabWorkplace();

    @Test
    void aChoiceIsWrittenDownAtOnce() {
        Walk walk = new Walk(workplace).toServices();
        walk.disable("MSFTPSVC");
        assertEquals(
                Choice.of(new ServiceName("MSFTPSVC"), Choice.Action.DISABLE),
                workplace.drafts.get(SERVER).choices().get(0));
        assertEquals(walk.session.policy().roles(), workplace.drafts.get(SERVER).roles());
    }

    @Test
    void aChoiceIsThereAfterACrash() {
        new Walk(workplace).toServices().disable("MSFTPSVC");
        Walk next = new Walk(workplace);
        next.perform("read-server");
        assertTrue(next.session.choice(new ServiceName("MSFTPSVC")).isPresent());
    }

    @Test
    void whatWasLimitedIsThereAfterACrash() {
        LabWorkplace afar = ServerFromAfar.workplace();
        Choice limited = Choice.restrict(
                ServerFromAfar.REMOTE_DESKTOP,
                Limits.NONE
                        .with(Limit.NLA, List.of("on"))
                        .with(Limit.MEMBERS, List.of("CORP\\alice", "WEB22\\deploy")));
        Choice uninstalled = Choice.of(ServerFromAfar.FTP, Choice.Action.UNINSTALL);
        Walk walk = new Walk(afar).toServices();
        walk.session.choices().put(limited.service(), limited);
        walk.session.choices().put(uninstalled.service(), uninstalled);
        Walk next = new Walk(afar);
        next.perform("read-server");
        assertEquals(Optional.of(limited), next.session.choice(limited.service()));
        assertEquals(Optional.of(uninstalled), next.session.choice(uninstalled.service()));
    }

    @Test
    void manyChoicesAreWrittenOnce() {
        int[] written = {0};
        HeldTasks tasks = new HeldTasks();
        PlaceWith place = new PlaceWith(workplace) {
            @Override
            public void keepDraft(String serverId, Policy draft) throws IOException {
                written[0]++;
                super.keepDraft(serverId, draft);
            }
        };
        Walk walk = new Walk(workplace, place, tasks);
        tasks.doAll();
        walk.perform("read-server");
        tasks.doAll();
        walk.disable("MSFTPSVC");
        walk.disable("SMTPSVC");
        walk.disable("RemoteRegistry");
        tasks.doAll();
        assertEquals(1, written[0]);
        assertEquals(3, workplace.drafts.get(SERVER).choices().size());
    }

    @Test
    void whatWasAppliedIsNoDraftAnyMore() throws Exception {
        Walk walk = new Walk(workplace).toServices();
        walk.disable("MSFTPSVC");
        assertFalse(workplace.drafts.isEmpty());
        RunReport report = workplace
                .workbench
                .runs()
                .apply(
                        workplace.workbench.plan(walk.session.policy().choices()),
                        Set.of(),
                        CancelToken.NEVER,
                        RunListener.NONE);
        assertEquals(RunOutcome.APPLIED, report.outcome());
        walk.session.reportProperty().set(report);
        assertTrue(workplace.drafts.isEmpty());
    }

    @Test
    void aDraftThatCannotBeWrittenIsSaid() {
        PlaceWith place = new PlaceWith(workplace) {
            @Override
            public void keepDraft(String serverId, Policy draft) throws IOException {
                throw new IOException("the disk is full");
            }
        };
        Walk walk = new Walk(workplace, place, new DirectTasks()).toServices();
        walk.disable("MSFTPSVC");
        assertEquals(
                Optional.of("ui.failure.io"),
                walk.draftProblems.stream().findFirst().map(problem -> problem.key()));
        assertTrue(walk.session.choice(new ServiceName("MSFTPSVC")).isPresent(), "the choice itself stands");
    }
}
