package org.doorwarden.ui.result;

import java.util.Optional;
import org.doorwarden.apply.RunReport.ChangeReport;
import org.doorwarden.apply.SettingWords;
import org.doorwarden.model.ChangeState;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.plan.Change;
import org.doorwarden.text.Message;
import org.doorwarden.text.Messages;
import org.doorwarden.text.Printable;

/**
 * How one change stands, in words.
 *
 * @param number of the change, counted from one
 * @param displayName of the service, fit to be shown
 * @param title the service, or the setting that was changed
 * @param about what of the service was changed, or whose setting it is
 * @param what was changed: the state, the start type, or a setting
 * @param now what the server said last
 * @param problem why it could not be made or not be undone, if so
 */
public record ResultRow(
        int number,
        ServiceName service,
        String displayName,
        String title,
        String about,
        String what,
        String before,
        String set,
        String now,
        ChangeState state,
        Optional<String> problem) {

    static ResultRow of(int number, ChangeReport report, Inventory before, Messages messages) {
        Change change = report.change();
        String displayName = Printable.of(before.find(change.service())
                .map(Service::displayName)
                .orElse(change.service().value()));
        Message what = change instanceof Change.SetSetting set
                ? SettingWords.subject(set.setting())
                : Message.of("change.kind." + change.kind().id());
        boolean setting = change instanceof Change.SetSetting;
        return new ResultRow(
                number,
                change.service(),
                displayName,
                setting ? messages.title(what) : displayName,
                setting ? displayName : messages.say("ui.result.what", change.service(), what),
                messages.say(what),
                messages.say(report.before().words()),
                messages.say(report.set().words()),
                report.now().map(now -> messages.say(now.words())).orElse(messages.say("change.unread")),
                report.state(),
                report.problem().map(messages::say));
    }
}
