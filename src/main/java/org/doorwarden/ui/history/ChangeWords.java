package org.doorwarden.ui.history;

import org.doorwarden.apply.PastRun.PastChange;
import org.doorwarden.apply.SettingWords;
import org.doorwarden.model.Direction;
import org.doorwarden.plan.Change;
import org.doorwarden.text.Message;
import org.doorwarden.text.Messages;

/** Steps of doing and undoing in words. */
final class ChangeWords {

    private final Messages messages;

    ChangeWords(Messages messages) {
        this.messages = messages;
    }

    /** What is done to make the change, or to undo it. */
    String step(PastChange past, Direction direction) {
        Message value = (direction == Direction.APPLY ? past.set() : past.before()).words();
        return past.change() instanceof Change.SetSetting set
                ? messages.title(Message.of(
                        "ui.history.step.setting." + direction.id(), SettingWords.subject(set.setting()), value))
                : messages.say(
                        "ui.history.step." + past.change().kind().id() + "." + direction.id(),
                        past.displayName(),
                        value);
    }
}
