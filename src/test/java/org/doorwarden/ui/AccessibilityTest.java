package org.doorwarden.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.doorwarden.text.Messages;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever does not see the screen, or has no mouse, gets everywhere and hears what is there. */
@ExtendWith(FxToolkit.class)
class AccessibilityTest {

    static Stream<String> screens() {
        return ScreenShots.screens().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void everyControlHasAnIdAndSaysWhatItIs(String screen) {
        List<String> silent = FxToolkit.onScreen(() -> {
            ShownScreen shown = ShownScreen.show(screen, new Messages(Locale.ENGLISH), 1024, 700);
            List<String> found = new ArrayList<>();
            List<Node> controls = shown.visible(AccessibilityTest::isControlOfOurs);
            for (Node control : controls) {
                if (control.getId() == null || control.getId().isEmpty()) {
                    found.add("no id: " + control);
                }
                if (saysNothing(control)) {
                    found.add("no text: " + control);
                }
            }
            Set<String> seen = new java.util.HashSet<>();
            controls.stream()
                    .map(Node::getId)
                    .filter(id -> id != null && !seen.add(id))
                    .forEach(id -> found.add("twice on one screen: " + id));
            assertTrue(controls.size() > 3, "only " + controls.size() + " controls were found");
            return found;
        });
        assertEquals(List.of(), silent);
    }

    @ParameterizedTest
    @CsvSource({
        "1-server,read-server",
        "2-purpose,to-services",
        "2-purpose-2022,to-services",
        "7-history-preview,undo-consent"
    })
    void tabReachesThePrimaryButton(String screen, String primary) {
        List<String> way = FxToolkit.onScreen(() -> {
            ShownScreen shown = ShownScreen.show(screen, new Messages(Locale.ENGLISH), 1024, 700);
            javafx.stage.Stage stage = new javafx.stage.Stage();
            stage.setScene(shown.scene());
            stage.show();
            shown.layout();
            shown.wizard().view().lookup("#step-server").requestFocus();
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                Node focused = shown.scene().getFocusOwner();
                ids.add(String.valueOf(focused == null ? null : focused.getId()));
                if (primary.equals(ids.get(ids.size() - 1))) {
                    break;
                }
                javafx.event.Event.fireEvent(
                        focused,
                        new KeyEvent(KeyEvent.KEY_PRESSED, "\t", "\t", KeyCode.TAB, false, false, false, false));
            }
            stage.hide();
            return ids;
        });
        assertEquals(primary, way.get(way.size() - 1), () -> "the way of the focus: " + way);
    }

    private static boolean isControlOfOurs(Node node) {
        return node instanceof Control
                && node.isFocusTraversable()
                && !node.isDisabled()
                && !(node instanceof ScrollBar)
                && !(node instanceof ScrollPane)
                && !ShownScreen.isInCell(node)
                && !ShownScreen.isPartOfControl(node);
    }

    private static boolean saysNothing(Node control) {
        boolean labelled = control instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank();
        boolean prompted = control instanceof TextInputControl input
                && input.getPromptText() != null
                && !input.getPromptText().isBlank();
        return !labelled
                && !prompted
                && (control.getAccessibleText() == null
                        || control.getAccessibleText().isBlank());
    }
}
