package org.doorwarden.ui.knowledge;

import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.Badge;
import org.doorwarden.ui.component.Texts;

/** What guides and benchmarks say: in one line, and all of it when asked for; gone where none says anything. */
public final class GuidesPane extends VBox {

    private final Messages messages;
    private final boolean always;
    private final Label inShort = Texts.paragraph("");
    private final Button toggle = new Button();
    private final GridPane rows = new GridPane();
    private GuidesWords guides;
    private boolean all;

    /** @param always whether everything is shown without having to be asked for */
    public GuidesPane(Messages messages, boolean always) {
        this.messages = messages;
        this.always = always;
        getStyleClass().addAll("part", "guides");
        Label heading = Texts.heading(messages.say("explain.positions"));
        heading.getStyleClass().add("part-heading");
        heading.setWrapText(true);
        toggle.setId("guides-all");
        toggle.getStyleClass().add("quiet");
        toggle.setMinWidth(Button.USE_PREF_SIZE);
        toggle.setOnAction(event -> {
            all = !all;
            showRows();
        });
        HBox.setHgrow(inShort, Priority.SOMETIMES);
        HBox line = new HBox(inShort, toggle);
        line.getStyleClass().add("guides-line");
        line.setAlignment(Pos.BASELINE_LEFT);
        line.setVisible(!always);
        line.setManaged(!always);
        rows.getStyleClass().add("guides-rows");
        ColumnConstraints stances = new ColumnConstraints();
        stances.setMinWidth(ColumnConstraints.CONSTRAIN_TO_PREF);
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        rows.getColumnConstraints().addAll(stances, names);
        getChildren().addAll(heading, line, rows);
    }

    public void show(GuidesWords shown) {
        guides = shown;
        all = always;
        boolean any = !shown.all().isEmpty();
        setVisible(any);
        setManaged(any);
        inShort.setText(shown.inShort());
        showRows();
    }

    private void showRows() {
        toggle.setText(
                all
                        ? messages.say("ui.knowledge.guides.none")
                        : messages.say("ui.knowledge.guides.all", guides.all().size()));
        rows.getChildren().clear();
        rows.setVisible(all);
        rows.setManaged(all);
        for (int i = 0; all && i < guides.all().size(); i++) {
            GuideWords guide = guides.all().get(i);
            Badge stance = new Badge(guide.stance(), guide.tone());
            GridPane.setValignment(stance, VPos.TOP);
            rows.addRow(i, stance, Texts.paragraph(guide.guide()));
        }
    }
}
