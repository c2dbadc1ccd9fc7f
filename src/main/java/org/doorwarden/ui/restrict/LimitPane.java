package org.doorwarden.ui.restrict;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.doorwarden.model.setting.TakesEffect;
import org.doorwarden.restrict.Limit;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.Texts;

/** One thing that can be limited: what it means, what is said of it, and what speaks against that. */
final class LimitPane extends VBox {

    private final Label problem = Texts.paragraph("");

    /** @param iis whether addresses are limited by IIS itself, and not by the firewall */
    LimitPane(LimitField field, boolean iis, Messages messages) {
        String id = field.limit().id();
        getStyleClass().add("limit");
        setId("limit-" + id);
        Label name = Texts.heading(messages.say("limit." + id));
        Button leave = new Button(messages.say("ui.services.restrict.field.leave"));
        leave.setId("limit-" + id + "-leave");
        leave.getStyleClass().addAll("quiet", "limit-leave");
        leave.setAccessibleText(
                messages.say("ui.services.restrict.field.leave.accessible", messages.say("limit." + id)));
        leave.setMinWidth(USE_PREF_SIZE);
        leave.setOnAction(event -> field.leave());
        leave.visibleProperty().bind(field.saidProperty());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(name, space, leave);
        head.setAlignment(Pos.BASELINE_LEFT);
        boolean now = field.offer().takesEffect() == TakesEffect.NOW;
        boolean byIis = iis && field.limit() == Limit.FROM;
        String about = messages.say(byIis ? "ui.services.restrict.about.by.iis" : "ui.services.restrict.about." + id);
        Label text = Texts.muted(
                now
                        ? about
                        : messages.say(
                                "ui.services.restrict.about.effect",
                                about,
                                messages.say("takes.effect."
                                        + field.offer().takesEffect().id())));
        text.getStyleClass().add("limit-about");
        problem.setId("limit-" + id + "-problem");
        problem.getStyleClass().addAll("danger-text", "limit-problem");
        getChildren()
                .addAll(
                        head,
                        text,
                        field.limit().form() == Limit.Form.ONE_OF
                                ? new WordChips(field, messages)
                                : new EntryList(
                                        field,
                                        messages.say(
                                                byIis
                                                        ? "ui.services.restrict.prompt.by.iis"
                                                        : "ui.services.restrict.prompt." + id),
                                        messages),
                        problem);
        field.problemProperty().addListener((property, before, found) -> show(found));
        show(field.problemProperty().get());
    }

    private void show(Optional<String> found) {
        problem.setText(found.orElse(""));
        problem.setVisible(found.isPresent());
        problem.setManaged(found.isPresent());
    }
}
