package org.doorwarden.ui.component;

import java.util.List;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

/** A few words, each on a ground of its own, in as many lines as they need; gone where there are none. */
public final class Tags extends FlowPane {

    /** One of them. */
    public record Tag(String text, Badge.Tone tone) {}

    public Tags() {
        getStyleClass().add("tags");
        show(List.of());
    }

    public void show(List<Tag> tags) {
        setVisible(!tags.isEmpty());
        setManaged(!tags.isEmpty());
        getChildren().setAll(tags.stream().map(this::badge).toList());
    }

    /** One that is wider than all there is ends in an ellipsis. */
    private Badge badge(Tag tag) {
        Badge badge = new Badge(tag.text(), tag.tone());
        badge.getStyleClass().add("ellipsis");
        badge.setMinWidth(0);
        badge.maxWidthProperty().bind(widthProperty());
        badge.setTooltip(new Tooltip(tag.text()));
        return badge;
    }
}
