package org.doorwarden.ui.services;

import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.SideBySide;
import org.doorwarden.ui.component.Tags;
import org.doorwarden.ui.component.Texts;

/** Which service it is, what it is for, and how it stands now. */
final class DetailHead {

    private final Label title = new Label();
    private final Label subtitle = Texts.muted("");
    private final Tags tags = new Tags();
    private final Label state = value("service-state");
    private final Label startType = value("service-start-type");
    private final Label ports = value("service-ports");
    private final SideBySide root;

    DetailHead(Messages messages) {
        title.getStyleClass().add("name");
        title.setId("service-name");
        title.setWrapText(true);
        title.setMinHeight(Label.USE_PREF_SIZE);
        subtitle.getStyleClass().add("service-purpose");
        VBox words = new VBox(title, subtitle, tags);
        words.getStyleClass().add("tight");
        GridPane facts = new GridPane();
        facts.getStyleClass().add("facts");
        fact(facts, 0, messages.say("ui.services.fact.state"), state);
        fact(facts, 1, messages.say("ui.services.fact.start.type"), startType);
        fact(facts, 2, messages.say("ui.services.fact.ports"), ports);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(ColumnConstraints.CONSTRAIN_TO_PREF);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        facts.getColumnConstraints().addAll(names, values);
        root = new SideBySide(words, facts, 0.62, 42);
    }

    SideBySide root() {
        return root;
    }

    void show(ServiceDetail detail) {
        title.setText(detail.title());
        subtitle.setText(detail.subtitle());
        tags.show(detail.tags());
        state.setText(detail.state());
        startType.setText(detail.startType());
        ports.setText(detail.ports());
    }

    private static Label value(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.getStyleClass().add("fact-value");
        return label;
    }

    private static void fact(GridPane facts, int row, String name, Label value) {
        Label label = new Label(name);
        label.getStyleClass().addAll("muted", "fact-name");
        GridPane.setValignment(label, VPos.TOP);
        facts.addRow(row, label, value);
    }
}
