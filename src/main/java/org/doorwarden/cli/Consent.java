package org.doorwarden.cli;

import java.util.Locale;
import org.doorwarden.text.Message;

/** Asks before anything is changed. */
final class Consent {

    private final Globals globals;

    Consent(Globals globals) {
        this.globals = globals;
    }

    /** Whether the person agrees; where nobody can be asked, nobody does. */
    boolean given(Message question) {
        Terminal terminal = globals.surroundings().terminal();
        if (!terminal.isInteractive()) {
            globals.note(Message.of("consent.nobody"));
            return false;
        }
        String yes = globals.messages().say("consent.yes");
        boolean agreed = terminal.ask(globals.messages().say("consent.ask", question, yes))
                .map(answer -> answer.strip().toLowerCase(Locale.ROOT).equals(yes))
                .orElse(false);
        if (!agreed) {
            globals.note(Message.of("consent.refused"));
        }
        return agreed;
    }
}
