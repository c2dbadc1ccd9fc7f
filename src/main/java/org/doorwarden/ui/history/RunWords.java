package org.doorwarden.ui.history;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.doorwarden.apply.PastRun;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.text.Message;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.Badge;

/** Runs in words. */
public final class RunWords {

    private final Messages messages;
    private final DateTimeFormatter time;

    /** @param zone whose time is shown */
    RunWords(Messages messages, ZoneId zone) {
        this.messages = messages;
        this.time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(messages.locale())
                .withZone(zone);
    }

    String say(Message message) {
        return messages.say(message);
    }

    public String when(PastRun run) {
        return messages.say("ui.history.when", time.format(run.begunAt()));
    }

    /** By whom, where and how much. */
    public String about(PastRun run) {
        return messages.say(
                "ui.history.about",
                run.operator(),
                run.serverName(),
                run.changes().size());
    }

    public String outcome(PastRun run) {
        return messages.say("ui.history.outcome." + run.outcome().id());
    }

    /** The colour that goes with the outcome. */
    public static Badge.Tone tone(RunOutcome outcome) {
        return switch (outcome) {
            case APPLIED -> Badge.Tone.SUCCESS;
            case UNDONE, REFUSED -> Badge.Tone.QUIET;
            case PARTLY_UNDONE -> Badge.Tone.WARNING;
            case NEEDS_RECOVERY -> Badge.Tone.DANGER;
        };
    }
}
