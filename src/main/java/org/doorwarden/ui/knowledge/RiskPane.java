package org.doorwarden.ui.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.Badge.Tone;
import org.doorwarden.ui.component.Texts;

/** How bad it is, in plain words, and what has been found before: two flaws, or all of them. */
public final class RiskPane extends VBox {

    private final Messages messages;
    private final Consumer<String> browse;
    private final Text lead = new Text();
    private final Text words = new Text();
    private final Label history = Texts.meta("");
    private final VBox flaws = new VBox();
    private final Button toggle = new Button();
    private RiskWords risk;
    private boolean all;
    private String tone = "";

    public RiskPane(Messages messages, Consumer<String> browse) {
        this.messages = messages;
        this.browse = browse;
        getStyleClass().addAll("notice", "risk");
        lead.getStyleClass().add("risk-lead");
        words.getStyleClass().add("risk-words");
        TextFlow paragraph = new TextFlow(lead, words);
        paragraph.getStyleClass().add("risk-paragraph");
        toggle.setId("flaws-all");
        toggle.getStyleClass().add("quiet");
        toggle.setOnAction(event -> {
            all = !all;
            showFlaws();
        });
        HBox past = new HBox(history, toggle);
        past.getStyleClass().add("risk-history");
        past.setAlignment(Pos.CENTER_LEFT);
        flaws.getStyleClass().add("flaws");
        getChildren().addAll(paragraph, past, flaws);
    }

    public void show(RiskWords shown) {
        risk = shown;
        all = false;
        lead.setText(shown.lead());
        words.setText(" " + shown.text());
        history.setText(shown.history());
        history.getParent().setVisible(!shown.history().isEmpty());
        history.getParent().setManaged(!shown.history().isEmpty());
        getStyleClass().remove(tone);
        tone = (shown.tone() == Tone.QUIET ? Tone.ACCENT : shown.tone()).name().toLowerCase(Locale.ROOT);
        getStyleClass().add(tone);
        showFlaws();
    }

    private void showFlaws() {
        List<FlawWords> shown = all ? risk.flaws() : risk.worst();
        boolean more = risk.flaws().size() > risk.worst().size();
        toggle.setVisible(more);
        toggle.setManaged(more);
        toggle.setText(
                all
                        ? messages.say("ui.services.flaws.fewer")
                        : messages.say("ui.services.flaws.all", risk.flaws().size()));
        flaws.getChildren().clear();
        String before = "";
        for (FlawWords flaw : shown) {
            flaws.getChildren().add(flaw(flaw, flaw.year().equals(before) ? "" : flaw.year()));
            before = flaw.year();
        }
        flaws.setManaged(!shown.isEmpty());
    }

    /** @param shownYear empty where the flaw above is of the same year */
    private HBox flaw(FlawWords flaw, String shownYear) {
        Label year = new Label(shownYear);
        year.getStyleClass().add("flaw-year");
        Label text = new Label(flaw.text());
        text.setWrapText(true);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(year);
        row.getStyleClass().add("flaw");
        row.setAlignment(Pos.BASELINE_LEFT);
        if (!flaw.id().isEmpty()) {
            Hyperlink link = new Hyperlink(flaw.id());
            link.setId("flaw-" + flaw.id());
            link.getStyleClass().add("link");
            link.setMnemonicParsing(false);
            link.setMinWidth(Hyperlink.USE_PREF_SIZE);
            link.setAccessibleText(messages.say("ui.services.flaw.accessible", flaw.id(), flaw.year(), flaw.text()));
            flaw.link()
                    .ifPresentOrElse(
                            address -> link.setOnAction(event -> browse.accept(address)), () -> link.setDisable(true));
            row.getChildren().add(link);
        }
        row.getChildren().add(text);
        return row;
    }
}
