package org.doorwarden.ui.component;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.doorwarden.text.Messages;

/** The server as a row of doors: which stand open, which are restricted, which are closed. */
public final class DoorsPicture extends VBox {

    /** How a door stands. */
    public enum State {
        OPEN("open"),
        RESTRICTED("restricted"),
        CLOSED("closed");

        private final String style;

        State(String style) {
            this.style = style;
        }
    }

    /**
     * One door.
     *
     * @param name what is written on it; short
     * @param tooltip what is behind it
     */
    public record Door(String name, State state, String tooltip) {}

    private final Messages messages;
    private final FlowPane doors = new FlowPane();
    private final HBox legend = new HBox();

    /** With three doors as a legend, before any server is known. */
    public DoorsPicture(Messages messages) {
        this.messages = messages;
        getStyleClass().add("doors");
        doors.getStyleClass().add("doors-row");
        doors.setAlignment(Pos.TOP_LEFT);
        legend.getStyleClass().add("doors-legend");
        legend.setAlignment(Pos.CENTER_LEFT);
        setAlignment(Pos.TOP_LEFT);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().addAll(legend, doors);
        show(List.of(
                new Door(messages.say("ui.doors.open"), State.OPEN, messages.say("ui.doors.open.text")),
                new Door(
                        messages.say("ui.doors.restricted"),
                        State.RESTRICTED,
                        messages.say("ui.doors.restricted.text")),
                new Door(messages.say("ui.doors.closed"), State.CLOSED, messages.say("ui.doors.closed.text"))));
        legend.setVisible(false);
        legend.setManaged(false);
    }

    /** Shows these doors, with how many there are of each kind below. */
    public void show(List<Door> all) {
        doors.getChildren().setAll(all.stream().map(DoorsPicture::door).toList());
        legend.getChildren().clear();
        for (State state : State.values()) {
            long count = all.stream().filter(door -> door.state() == state).count();
            if (count == 0) {
                continue;
            }
            Label label = new Label(messages.say("ui.doors.count." + state.style, count));
            label.getStyleClass().add("doors-" + state.style);
            legend.getChildren().add(label);
        }
        legend.setVisible(true);
        legend.setManaged(true);
        setAccessibleText(messages.say(
                "ui.doors.accessible", count(all, State.OPEN), count(all, State.RESTRICTED), count(all, State.CLOSED)));
    }

    private static long count(List<Door> all, State state) {
        return all.stream().filter(door -> door.state() == state).count();
    }

    private static Region door(Door door) {
        StackPane frame = new StackPane();
        frame.getStyleClass().addAll("door-frame", "door-" + door.state().style);
        Region leaf = new Region();
        leaf.getStyleClass().add("door-leaf");
        Region knob = new Region();
        knob.getStyleClass().add("door-knob");
        frame.getChildren().addAll(leaf, knob);
        StackPane.setAlignment(leaf, Pos.CENTER_LEFT);
        StackPane.setAlignment(knob, door.state() == State.OPEN ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
        Label name = Texts.meta(door.name());
        name.getStyleClass().add("door-name");
        VBox column = new VBox(frame, name);
        column.setAlignment(Pos.TOP_CENTER);
        column.getStyleClass().add("door");
        if (!door.tooltip().isEmpty()) {
            Tooltip.install(column, new Tooltip(door.tooltip()));
        }
        return column;
    }
}
