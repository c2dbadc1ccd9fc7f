package org.doorwarden.ui.restrict;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import org.doorwarden.restrict.Limit;
import org.doorwarden.text.Messages;

/** One of a few words, to be chosen; which one is so now and which is recommended stands beside it. */
final class WordChips extends FlowPane {

    private final LimitField field;
    private final Messages messages;

    WordChips(LimitField field, Messages messages) {
        this.field = field;
        this.messages = messages;
        getStyleClass().add("word-chips");
        setMinHeight(USE_PREF_SIZE);
        Limit limit = field.limit();
        for (String word : limit.words()) {
            ToggleButton chip = new ToggleButton(text(word));
            chip.setId("limit-" + limit.id() + "-" + word);
            chip.getStyleClass().add("chip");
            chip.setMnemonicParsing(false);
            chip.setAccessibleText(messages.say("limit." + limit.id()) + ": " + chip.getText());
            chip.setOnAction(event -> {
                field.choose(word);
                show();
            });
            chip.setUserData(word);
            getChildren().add(chip);
        }
        field.values().addListener((ListChangeListener<String>) change -> show());
        show();
    }

    private void show() {
        getChildren()
                .forEach(
                        node -> ((ToggleButton) node).setSelected(field.values().equals(List.of(node.getUserData()))));
    }

    private String text(String word) {
        String name = messages.say("limit.word." + field.limit().id() + "." + word);
        boolean now = field.offer().now().equals(List.of(word));
        boolean advised = field.offer().advised().equals(List.of(word));
        if (now) {
            return messages.say(advised ? "ui.services.restrict.now.advised" : "ui.services.restrict.now", name);
        }
        return advised ? messages.say("ui.services.restrict.advised", name) : name;
    }
}
