package org.doorwarden.ui.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import org.doorwarden.backend.ServerAddress;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.FxToolkit;
import org.doorwarden.ui.LabWorkplace;
import org.doorwarden.ui.Walk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One card for all training servers, and which of them. */
@ExtendWith(FxToolkit.class)
class TrainingServerCardsTest {

    @Test
    void choosingAnotherOneShowsItsCardAndOpensIt() {
        FxToolkit.onScreen(() -> {
            ServerViewModel model = new Walk(new LabWorkplace()).server;
            TrainingServerCards cards = new TrainingServerCards(model, new Messages(Locale.ENGLISH), new ToggleGroup());
            cards.show(model.chosenProperty().get());
            ComboBox<?> which = (ComboBox<?>) find(cards, "training-server");
            assertEquals(List.of("iis5-2001", "iis6-2003", "iis10-2022", "messy"), List.copyOf(which.getItems()));
            assertTrue(card(cards, "iis5-2001").isVisible());
            which.getSelectionModel().select(3);
            assertEquals(
                    Optional.of(new ServerAddress.Lab("messy")),
                    model.chosenProperty().get());
            assertTrue(card(cards, "messy").isVisible());
            assertFalse(card(cards, "iis5-2001").isVisible());
            card(cards, "messy").fire();
            assertEquals(
                    Optional.of(new ServerAddress.Lab("messy")),
                    model.chosenProperty().get());
            return null;
        });
    }

    private static ToggleButton card(Parent cards, String name) {
        return (ToggleButton) find(cards, "server-lab-" + name);
    }

    private static Object find(Parent parent, String id) {
        return parent.getChildrenUnmodifiable().stream()
                .filter(node -> id.equals(node.getId()))
                .findFirst()
                .orElseThrow();
    }
}
