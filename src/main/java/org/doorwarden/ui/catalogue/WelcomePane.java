package org.doorwarden.ui.catalogue;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.Icon;
import org.doorwarden.ui.component.Texts;

/** As long as no entry is chosen: what can be asked here, with a few questions to try. */
final class WelcomePane extends VBox {

    private static final List<String> EXAMPLES = List.of("port", "name", "program", "flaw", "worm");

    private final Messages messages;
    private final Label title = Texts.heading("");

    /** @param ask told of the question that somebody tries */
    WelcomePane(Messages messages, Consumer<String> ask) {
        this.messages = messages;
        getStyleClass().add("welcome");
        setAlignment(Pos.CENTER);
        title.getStyleClass().add("name");
        title.setWrapText(true);
        FlowPane examples = new FlowPane();
        examples.getStyleClass().add("welcome-examples");
        examples.setAlignment(Pos.CENTER);
        for (String each : EXAMPLES) {
            String question = messages.say("ui.catalogue.example." + each);
            Button example = new Button(question);
            example.setId("example-" + each);
            example.setMnemonicParsing(false);
            example.getStyleClass().add("chip");
            example.setAccessibleText(messages.say("ui.catalogue.example.accessible", question));
            example.setOnAction(event -> ask.accept(question));
            examples.getChildren().add(example);
        }
        getChildren()
                .addAll(
                        Icon.CATALOGUE.node("empty-icon"),
                        title,
                        Texts.muted(messages.say("ui.catalogue.welcome.text")),
                        examples);
        show(0);
    }

    /** @param services how many are explained; 0 as long as the catalogue is not read */
    void show(int services) {
        title.setText(
                services == 0 ? messages.say("ui.catalogue.loading") : messages.say("ui.catalogue.welcome", services));
    }
}
