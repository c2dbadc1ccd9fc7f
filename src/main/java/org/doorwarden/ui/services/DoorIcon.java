package org.doorwarden.ui.services;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.doorwarden.ui.component.Badge.Tone;
import org.doorwarden.ui.component.Icon;
import org.doorwarden.ui.services.DoorLook.Stand;

/** A door as an icon. All its shapes are made once; showing another door only changes which of them is seen. */
final class DoorIcon extends StackPane {

    private static final Map<Stand, Icon> ICONS =
            Map.of(Stand.OPEN, Icon.DOOR_OPEN, Stand.LATCHED, Icon.DOOR_LATCHED, Stand.SHUT, Icon.DOOR_SHUT);

    private final Map<Stand, Region> doors = new EnumMap<>(Stand.class);
    private Tone tone = Tone.QUIET;

    DoorIcon() {
        getStyleClass().add("door-icon");
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMouseTransparent(true);
        ICONS.forEach((stand, icon) -> doors.put(stand, icon.node()));
        getChildren().addAll(doors.values());
    }

    void show(DoorLook look) {
        doors.forEach((stand, door) -> door.setVisible(stand == look.stand()));
        if (tone != look.tone()) {
            doors.values().forEach(door -> {
                door.getStyleClass().remove(style(tone));
                door.getStyleClass().add(style(look.tone()));
            });
            tone = look.tone();
        }
    }

    private static String style(Tone tone) {
        return tone.name().toLowerCase(Locale.ROOT);
    }
}
