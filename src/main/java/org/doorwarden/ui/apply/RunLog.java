package org.doorwarden.ui.apply;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.doorwarden.apply.RunEvent;
import org.doorwarden.apply.SettingWords;
import org.doorwarden.model.Direction;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.plan.Change;
import org.doorwarden.text.Message;
import org.doorwarden.text.Messages;

/** The events of a run as a person reads them: a log, what is being done now, and how far it is. */
final class RunLog {

    private final Messages messages;
    private final ObservableList<LogLine> lines = FXCollections.observableArrayList();
    private final StringProperty now = new SimpleStringProperty("");
    private final StringProperty count = new SimpleStringProperty("");
    private final DoubleProperty progress = new SimpleDoubleProperty();
    private Inventory inventory;
    private int changes;
    /** So many changes are in effect before the one at hand. */
    private double before;

    private String current = "";

    RunLog(Messages messages) {
        this.messages = messages;
    }

    ObservableList<LogLine> lines() {
        return lines;
    }

    /** What is being done. */
    StringProperty now() {
        return now;
    }

    /** How many changes are made, or undone. */
    StringProperty count() {
        return count;
    }

    /** From 0, nothing in effect, to 1, everything; it goes back while a run is undone. */
    DoubleProperty progress() {
        return progress;
    }

    /** Begins anew. */
    void begin(Inventory found, int planned) {
        inventory = found;
        changes = planned;
        lines.clear();
        now.set(messages.say("ui.apply.preparing"));
        count.set(messages.say("ui.apply.count", 0, planned));
        progress.set(0);
        before = 0;
    }

    void heard(RunEvent event) {
        if (event instanceof RunEvent.Begun begun) {
            note(messages.say("ui.apply.log.begun", begun.run()));
        } else if (event instanceof RunEvent.ChangeBegun begun) {
            begun(begun);
        } else if (event instanceof RunEvent.Waiting waiting) {
            now.set(messages.say(
                    "ui.apply.waiting",
                    current,
                    messages.say("state." + waiting.state().id())));
        } else if (event instanceof RunEvent.Advanced advanced) {
            advanced(advanced);
        } else if (event instanceof RunEvent.ChangeDone done) {
            done(done);
        } else if (event instanceof RunEvent.ChangeFailed failed) {
            end(LogLine.Kind.FAILED, messages.say(failed.reason()));
        } else if (event instanceof RunEvent.Verifying) {
            now.set(messages.say("ui.apply.verifying"));
            note(messages.say("ui.apply.log.verifying"));
        } else if (event instanceof RunEvent.UndoBegun undo) {
            note(messages.say("ui.apply.log.undo." + undo.cause().id(), undo.changes()));
        }
    }

    /** Says that what is being done is the last thing before undoing. */
    void cancelling() {
        now.set(messages.say("ui.apply.cancelling", current.isEmpty() ? messages.say("ui.apply.preparing") : current));
    }

    private void begun(RunEvent.ChangeBegun begun) {
        current = words("ui.apply.now.", begun.direction(), begun.change());
        now.set(current);
        count.set(
                begun.direction() == Direction.APPLY
                        ? messages.say("ui.apply.count", begun.number(), begun.of())
                        : messages.say("ui.apply.count.undo", begun.number(), begun.of()));
        before = begun.direction() == Direction.APPLY ? begun.number() - 1 : begun.of() - begun.number() + 1;
        progress.set(Math.min(1, before / changes));
        lines.add(new LogLine(LogLine.Kind.WORKING, words("ui.apply.log.", begun.direction(), begun.change()), ""));
    }

    private void advanced(RunEvent.Advanced advanced) {
        now.set(messages.say("ui.apply.advanced", current, advanced.percent()));
        double part = Math.max(0, Math.min(100, advanced.percent())) / 100.0;
        double passed = before + (advanced.direction() == Direction.APPLY ? part : -part);
        progress.set(Math.max(0, Math.min(1, passed / changes)));
    }

    private void done(RunEvent.ChangeDone done) {
        boolean apply = done.direction() == Direction.APPLY;
        end(
                apply ? LogLine.Kind.DONE : LogLine.Kind.UNDONE,
                messages.say(done.readBack().words()));
        progress.set(Math.max(0, Math.min(1, (before + (apply ? 1 : -1)) / changes)));
    }

    private void end(LogLine.Kind kind, String detail) {
        int last = lines.size() - 1;
        lines.set(last, new LogLine(kind, lines.get(last).text(), detail));
    }

    private void note(String text) {
        lines.add(new LogLine(LogLine.Kind.NOTE, text, ""));
    }

    private String words(String prefix, Direction direction, Change change) {
        String name = messages.say(
                "ui.apply.service",
                inventory.find(change.service()).map(Service::displayName).orElse(""),
                change.service());
        if (change instanceof Change.SetStartType set) {
            return messages.say(
                    prefix + "start.type." + direction.id(),
                    name,
                    Message.of("start.type." + (direction == Direction.APPLY ? set.after() : set.before()).id()));
        }
        if (change instanceof Change.SetSetting set) {
            return messages.say(
                    prefix + "setting." + direction.id(),
                    SettingWords.subject(set.setting()),
                    SettingWords.value(set.setting(), direction == Direction.APPLY ? set.after() : set.before()));
        }
        return messages.say(prefix + "stop." + direction.id(), name);
    }
}
