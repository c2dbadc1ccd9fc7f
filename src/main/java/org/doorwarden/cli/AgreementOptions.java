package org.doorwarden.cli;

import java.util.Set;
import org.doorwarden.apply.Agreement;
import org.doorwarden.plan.Plan;
import org.doorwarden.text.Message;
import org.doorwarden.text.WrongUse;
import picocli.CommandLine.Option;

/** What has to be agreed to by itself, said on the command line or asked for. */
final class AgreementOptions {

    @Option(names = "--may-cut-my-session", paramLabel = "COMPUTER", descriptionKey = "option.may.cut")
    private String computer;

    @Option(names = "--may-uninstall", descriptionKey = "option.may.uninstall")
    private boolean uninstall;

    /** Whether everything that is needed is agreed to. */
    boolean given(Globals globals, Plan plan, Set<Agreement> needed) throws WrongUse {
        if (computer != null && !isServer(computer, plan)) {
            throw new WrongUse(Message.of("wrong.cut.computer", computer, plan.serverName()));
        }
        if (needed.contains(Agreement.UNINSTALL)
                && !uninstall
                && !new Consent(globals)
                        .given(Message.of("apply.uninstall.ask"), Message.of("apply.uninstall", plan.serverName()))) {
            return false;
        }
        return !needed.contains(Agreement.MAY_CUT_SESSION)
                || computer != null
                || new Consent(globals)
                        .typed(
                                Message.of("apply.session.ask", plan.serverName()),
                                plan.serverName(),
                                Message.of("apply.session", plan.serverName()));
    }

    private static boolean isServer(String said, Plan plan) {
        return said.equalsIgnoreCase(plan.serverName());
    }
}
