package org.doorwarden.cli;

import java.util.List;
import org.doorwarden.analysis.Reason;
import org.doorwarden.catalogue.Source;
import org.doorwarden.text.Messages;

/** Reasons in words: the sentence, and who says so. */
final class Reasons {

    private Reasons() {}

    static void show(Globals globals, List<Reason> reasons) {
        Messages messages = globals.messages();
        for (Reason reason : reasons) {
            globals.paragraph("  ", messages.say(reason.text()));
            globals.paragraph("    ", messages.say("reason.source", who(messages, reason)));
        }
    }

    private static String who(Messages messages, Reason reason) {
        return !reason.sources().isEmpty()
                ? String.join("; ", reason.sources().stream().map(Source::title).toList())
                : messages.say("reason.origin." + reason.origin().id());
    }
}
