package org.doorwarden.cli;

import org.doorwarden.text.Message;

/** Asks before anything is changed. */
final class Consent {

    private final Globals globals;

    Consent(Globals globals) {
        this.globals = globals;
    }

    /** Whether the person agrees; where nobody can be asked, nobody does. */
    boolean given(Message question) {
        String yes = globals.messages().say("consent.yes");
        return typed(Message.of("consent.ask", question, yes), yes);
    }

    /** Whether the person types the word, in any case. */
    boolean typed(Message question, String word) {
        Terminal terminal = globals.surroundings().terminal();
        if (!terminal.isInteractive()) {
            globals.note(Message.of("consent.nobody"));
            return false;
        }
        boolean agreed = terminal.ask(globals.messages().say(question))
                .map(answer -> answer.strip().equalsIgnoreCase(word))
                .orElse(false);
        if (!agreed) {
            globals.note(Message.of("consent.refused"));
        }
        return agreed;
    }
}
