package org.doorwarden.ui.restrict;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.doorwarden.restrict.Limit;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.Buttons;
import org.doorwarden.ui.component.FailurePane;
import org.doorwarden.ui.component.Notice;
import org.doorwarden.ui.component.Part;
import org.doorwarden.ui.component.SideBySide;
import org.doorwarden.ui.component.Texts;

/** The form that restricts a service: what can be limited at the left, who gets in now and then at the right. */
public final class RestrictPane extends FormPane {

    private static final double FIELDS_SHARE = 0.6;
    private static final double ROOM_EM = 44;

    private final RestrictModel model;
    private final Messages messages;

    public RestrictPane(RestrictModel model, Messages messages) {
        this(model, messages, new VBox(), new VBox());
    }

    private RestrictPane(RestrictModel model, Messages messages, VBox fields, VBox together) {
        super(
                "restrict-form",
                model.titleProperty(),
                new VBox(
                        new FailurePane(messages, model.failureProperty()),
                        Buttons.of(model.againAction()),
                        together,
                        new SideBySide(fields, who(model, messages), FIELDS_SHARE, ROOM_EM)),
                model.leaveAction(),
                model.takeBackAction(),
                model.adviseAction(),
                model.leaveAction(),
                model.keepAction());
        this.model = model;
        this.messages = messages;
        fields.getStyleClass().add("limits");
        together.getStyleClass().add("lines");
        visibleProperty().bind(model.openProperty());
        model.fields().addListener((ListChangeListener<LimitField>) change -> showFields(fields));
        model.problems().addListener((ListChangeListener<String>) change -> showTogether(together));
        showFields(fields);
        showTogether(together);
    }

    private void showFields(VBox fields) {
        boolean iis = model.fields().stream().anyMatch(field -> field.limit() == Limit.SITES);
        fields.getChildren()
                .setAll(model.fields().stream()
                        .map(field -> new LimitPane(field, iis, messages))
                        .toList());
        toTop();
    }

    private void showTogether(VBox together) {
        together.getChildren()
                .setAll(model.problems().stream()
                        .map(text -> new Notice(Notice.Kind.DANGER, Texts.paragraph(text)))
                        .toList());
        together.setVisible(!model.problems().isEmpty());
        together.setManaged(together.isVisible());
    }

    private static Region who(RestrictModel model, Messages messages) {
        ProgressIndicator busy = new ProgressIndicator();
        busy.getStyleClass().add("small-progress");
        busy.setAccessibleText(messages.say("ui.services.restrict.checking"));
        busy.visibleProperty().bind(model.checkingProperty());
        Label standing = Texts.muted("");
        standing.setId("restrict-standing");
        standing.textProperty().bind(model.standingProperty());
        standing.visibleProperty().bind(Bindings.isNotEmpty(model.standingProperty()));
        standing.managedProperty().bind(standing.visibleProperty());
        WhoPane now =
                new WhoPane("restrict-now", model.now(), messages, messages.say("ui.services.restrict.now.unknown"));
        WhoPane after = new WhoPane("restrict-after", model.after(), messages, "");
        model.titleProperty().addListener(change -> {
            now.shorten();
            after.shorten();
        });
        Part then = new Part(messages.say("ui.services.restrict.who.after"));
        Node heading = then.getChildren().remove(0);
        HBox line = new HBox(heading, busy);
        line.getStyleClass().add("row");
        then.getChildren().addAll(line, standing, after);
        VBox both = new VBox(then, new Part(messages.say("ui.services.restrict.who.now"), now));
        both.getStyleClass().add("who");
        return both;
    }
}
