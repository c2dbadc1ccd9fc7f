package org.doorwarden.ui.catalogue;

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

/** Which service it is, what it is for, how it comes onto a server, and where it listens. */
final class EntryHeadPane {

    private final Label title = new Label();
    private final Label subtitle = Texts.muted("");
    private final Tags tags = new Tags();
    private final Label origin = value("entry-origin");
    private final Label ports = value("entry-ports");
    private final SideBySide root;

    EntryHeadPane(Messages messages) {
        title.getStyleClass().add("name");
        title.setId("entry-name");
        title.setWrapText(true);
        title.setMinHeight(Label.USE_PREF_SIZE);
        VBox words = new VBox(title, subtitle, tags);
        words.getStyleClass().add("tight");
        GridPane facts = new GridPane();
        facts.getStyleClass().add("facts");
        fact(facts, 0, messages.say("ui.catalogue.fact.origin"), origin);
        fact(facts, 1, messages.say("ui.catalogue.fact.ports"), ports);
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

    void show(EntryDetail entry) {
        title.setText(entry.title());
        subtitle.setText(entry.subtitle());
        tags.show(entry.tags());
        origin.setText(entry.origin());
        ports.setText(entry.ports());
    }

    private static Label value(String id) {
        Label label = Texts.paragraph("");
        label.setId(id);
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
