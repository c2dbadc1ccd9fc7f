package org.doorwarden.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorwarden.model.StartType;
import org.doorwarden.plan.Change;
import org.doorwarden.plan.Plan;
import org.doorwarden.text.Messages;

/**
 * A plan as commands for the Windows command prompt. Names of services come from the server and are not trusted: a name
 * is written only if all its characters are known to mean nothing to the command prompt, to {@code sc.exe} or to a
 * person's eye. A change to any other service becomes a remark that does not repeat the name.
 */
public final class CommandScript {

    /** What a name may hold beside letters and digits. */
    private static final String HARMLESS = " _-.$+#@";

    /** No service has a longer name. */
    private static final int LONGEST = 256;

    private CommandScript() {}

    /** The changes as commands, one a line, in their order. */
    public static List<String> lines(Plan plan, Messages messages) {
        List<String> lines = new ArrayList<>();
        int number = 0;
        for (Change change : plan.changes()) {
            number++;
            lines.add(line(change, number, messages));
        }
        return lines;
    }

    private static String line(Change change, int number, Messages messages) {
        if (change instanceof Change.SetSetting set) {
            return SettingCommand.of(set).orElseGet(() -> "rem " + messages.say("ui.review.by.hand.only", number));
        }
        return quoted(change.service().value())
                .map(name -> command(change, name))
                .orElseGet(() -> "rem " + messages.say("ui.review.by.hand.left.out", number));
    }

    /** The name in double quotes; empty if it cannot be written so that nothing but the name is meant. */
    static Optional<String> quoted(String name) {
        boolean safe = name.length() <= LONGEST
                && name.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || HARMLESS.indexOf(c) >= 0);
        return safe ? Optional.of('"' + name + '"') : Optional.empty();
    }

    private static String command(Change change, String name) {
        return change instanceof Change.SetStartType set
                ? "sc.exe config " + name + " start= " + word(set.after())
                : "sc.exe stop " + name;
    }

    /** What {@code sc.exe} calls a start type. */
    private static String word(StartType type) {
        return switch (type) {
            case BOOT -> "boot";
            case SYSTEM -> "system";
            case AUTOMATIC -> "auto";
            case AUTOMATIC_DELAYED -> "delayed-auto";
            case MANUAL -> "demand";
            case DISABLED -> "disabled";
            case UNKNOWN -> throw new IllegalArgumentException("an unknown start type cannot be set");
        };
    }
}
