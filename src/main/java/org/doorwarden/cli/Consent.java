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
        return given(question, Message.of("consent.nobody"));
    }

    /** As {@link #given}, for what cannot be agreed to by --yes. */
    boolean given(Message question, Message nobody) {
        String yes = globals.messages().say("consent.yes");
        return typed(Message.of("consent.ask", question, yes), yes, nobody);
    }

    /**
     * Whether the person types the word, in any case.
     *
     * @param nobody what to say where nobody can be asked
     */
    boolean typed(Message question, String word, Message nobody) {
        Terminal terminal = globals.surroundings().terminal();
        if (!terminal.isInteractive()) {
            globals.note(nobody);
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
