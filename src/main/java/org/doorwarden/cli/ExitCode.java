package org.doorwarden.cli;

import org.doorwarden.apply.RunReport;
import org.doorwarden.model.ChangeState;
import org.doorwarden.model.RunOutcome;

/** What the program tells the shell. */
final class ExitCode {

    static final int DONE = 0;
    /** Something failed; what had been done was undone. For {@code assess --fail-on}: there are findings. */
    static final int FAILED = 1;
    /** Wrong use, or a file that is not what it should be. */
    static final int WRONG_USE = 2;
    /** Refused before any change. */
    static final int REFUSED = 3;
    /** An interrupted run waits for {@code recover}. */
    static final int NEEDS_RECOVERY = 4;

    private ExitCode() {}

    /** For applying: done only if everything is in effect. */
    static int afterApply(RunReport report) {
        return switch (report.outcome()) {
            case APPLIED -> DONE;
            case UNDONE, PARTLY_UNDONE -> FAILED;
            case REFUSED -> REFUSED;
            case NEEDS_RECOVERY -> NEEDS_RECOVERY;
        };
    }

    /** For undoing and recovering: done unless something that should have come back did not. */
    static int afterUndo(RunReport report) {
        boolean left = report.changes().stream().anyMatch(change -> change.state() == ChangeState.RESIDUE);
        if (report.outcome() == RunOutcome.REFUSED || report.outcome() == RunOutcome.NEEDS_RECOVERY) {
            return afterApply(report);
        }
        return left || report.failure().isPresent() ? FAILED : DONE;
    }
}
