package org.doorwarden.ui.restrict;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.doorwarden.report.AccessPart;
import org.doorwarden.report.AccessPart.Topic;
import org.doorwarden.text.Message;
import org.doorwarden.text.Messages;

/**
 * One side of who gets in, in words: which accounts, from where, and the like.
 *
 * @param asNow whether afterwards it would be as it is now; always false for what is now
 */
public record WhoPart(Topic topic, String title, List<Line> lines, boolean asNow) {

    /** How a line stands out. */
    public enum Mark {
        PLAIN,
        /** It is not so now. */
        NEW,
        /** Somebody loses something. */
        CARE
    }

    /** One statement. */
    public record Line(String text, Mark mark) {}

    public WhoPart {
        lines = List.copyOf(lines);
    }

    /** What is now. */
    static List<WhoPart> now(List<AccessPart> parts, Messages messages) {
        return parts.stream()
                .map(part -> of(part, new HashSet<>(part.lines()), false, messages))
                .toList();
    }

    /** What would be afterwards, beside what is now. */
    static List<WhoPart> after(List<AccessPart> now, List<AccessPart> after, Messages messages) {
        Set<Message> known = new HashSet<>();
        now.forEach(part -> known.addAll(part.lines()));
        return after.stream()
                .map(part -> of(part, known, now.contains(part), messages))
                .toList();
    }

    private static WhoPart of(AccessPart part, Set<Message> known, boolean asNow, Messages messages) {
        return new WhoPart(
                part.topic(),
                messages.say("ui.services.restrict.topic." + part.topic().id()),
                part.lines().stream()
                        .map(line -> new Line(messages.say(line), mark(part.topic(), known.contains(line))))
                        .toList(),
                asNow);
    }

    private static Mark mark(Topic topic, boolean known) {
        if (topic == Topic.LOST) {
            return Mark.CARE;
        }
        return known || topic == Topic.EFFECT ? Mark.PLAIN : Mark.NEW;
    }
}
