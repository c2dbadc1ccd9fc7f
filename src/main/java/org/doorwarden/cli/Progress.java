package org.doorwarden.cli;

import org.doorwarden.apply.RunEvent;
import org.doorwarden.apply.RunListener;
import org.doorwarden.apply.SettingWords;
import org.doorwarden.model.Direction;
import org.doorwarden.plan.Change;
import org.doorwarden.text.Message;

/** Shows a run as it goes: on one line that is written over where a person looks on, as plain lines elsewhere. */
final class Progress implements RunListener {

    private static final String ERASE_LINE = "\r\u001b[2K";
    private static final int ROW = 79;

    private final Globals globals;
    private final boolean live;
    private boolean lineOpen;
    private String current = "";

    Progress(Globals globals) {
        this.globals = globals;
        this.live = globals.surroundings().terminal().isInteractive();
    }

    @Override
    public void heard(RunEvent event) {
        if (event instanceof RunEvent.Begun begun) {
            line(Message.of("progress.begun", begun.run(), begun.changes()));
        } else if (event instanceof RunEvent.ChangeBegun begun) {
            current = say(Message.of(
                    "progress.change", begun.number(), begun.of(), words(begun.direction(), begun.change())));
            open(current);
        } else if (event instanceof RunEvent.Waiting waiting) {
            if (live) {
                open(say(Message.of(
                        "progress.waiting",
                        current,
                        Message.of("state." + waiting.state().id()))));
            }
        } else if (event instanceof RunEvent.Advanced advanced) {
            if (live) {
                open(say(Message.of("progress.advanced", current, advanced.percent())));
            }
        } else if (event instanceof RunEvent.ChangeDone) {
            close(Message.of("progress.done", current));
        } else if (event instanceof RunEvent.ChangeFailed failed) {
            close(Message.of("progress.failed", current));
            line(failed.reason());
        } else if (event instanceof RunEvent.Verifying) {
            line(Message.of("progress.verifying"));
        } else if (event instanceof RunEvent.UndoBegun undo) {
            line(Message.of("progress.undo." + undo.cause().id(), undo.changes()));
        }
    }

    /** Leaves the line that is written over. */
    void end() {
        if (lineOpen) {
            globals.surroundings().terminal().err().println();
            lineOpen = false;
        }
        globals.surroundings().terminal().err().flush();
    }

    private Message words(Direction direction, Change change) {
        if (change instanceof Change.SetStartType set) {
            return Message.of(
                    "progress.start.type." + direction.id(),
                    set.service(),
                    Message.of("start.type." + (direction == Direction.APPLY ? set.after() : set.before()).id()));
        }
        if (change instanceof Change.SetSetting set) {
            return Message.of(
                    "progress.setting." + direction.id(),
                    SettingWords.subject(set.setting()),
                    SettingWords.value(set.setting(), direction == Direction.APPLY ? set.after() : set.before()));
        }
        return Message.of("progress.stop." + direction.id(), change.service());
    }

    private void open(String text) {
        if (live) {
            // What goes on in a second row of the terminal could not be written over.
            String row = text.length() <= ROW ? text : text.substring(0, ROW - 1) + "…";
            globals.surroundings().terminal().err().print(ERASE_LINE + row);
            globals.surroundings().terminal().err().flush();
            lineOpen = true;
        }
    }

    private void close(Message text) {
        if (live) {
            globals.surroundings().terminal().err().print(ERASE_LINE);
            lineOpen = false;
        }
        globals.note(text);
    }

    private void line(Message text) {
        end();
        globals.note(text);
    }

    private String say(Message text) {
        return globals.messages().say(text);
    }
}
