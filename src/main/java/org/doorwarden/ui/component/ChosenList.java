package org.doorwarden.ui.component;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A list with heads between its lines, in which a model has the say about what is chosen: the list shows that, and tells
 * the model what the person would like.
 */
public final class ChosenList<E> extends ListView<E> {

    private static final int PAGE = 8;
    private static final int ROWS_BEFORE = 4;

    private final Predicate<E> head;
    private final IntConsumer move;
    private int chosen = -1;
    private boolean showing;

    /**
     * @param head which lines cannot be chosen
     * @param choose told of a line that the person chose
     * @param move told by how many lines the person wants to go down; negative for up
     */
    public ChosenList(String id, String accessible, Predicate<E> head, Consumer<E> choose, IntConsumer move) {
        this.head = head;
        this.move = move;
        setId(id);
        setAccessibleText(accessible);
        getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (!showing && now != null && !head.test(now)) {
                choose.accept(now);
            } else if (!showing) {
                showChosen();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::move);
        // How high a row is, the list knows only when it is shown for the first time.
        skinProperty().addListener(change -> Platform.runLater(this::showChosen));
    }

    /** Shows other lines, and which of them is chosen; -1 for none. */
    public void show(List<E> lines, int at) {
        showing = true;
        getItems().setAll(lines);
        showing = false;
        show(at);
    }

    /** Shows which line is chosen. */
    public void show(int at) {
        chosen = at;
        showChosen();
    }

    /** Moves for a key that moves, wherever it was pressed. */
    public void move(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        int steps =
                switch (event.getCode()) {
                    case DOWN -> 1;
                    case UP -> -1;
                    case PAGE_DOWN -> PAGE;
                    case PAGE_UP -> -PAGE;
                    case END -> getItems().size();
                    case HOME -> -getItems().size();
                    default -> 0;
                };
        if (steps != 0) {
            move.accept(steps);
            event.consume();
        }
    }

    /** Whether a key moves in a list although it was pressed in a text. */
    static boolean movesFromText(KeyEvent event) {
        return event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP;
    }

    private void showChosen() {
        showing = true;
        if (chosen < 0) {
            getSelectionModel().clearSelection();
        } else if (getSelectionModel().getSelectedIndex() != chosen
                || getSelectionModel().getSelectedItems().size() != 1) {
            getSelectionModel().clearAndSelect(chosen);
        }
        getFocusModel().focus(chosen);
        if (chosen >= 0) {
            reveal();
        }
        showing = false;
    }

    /** Scrolls only where the row is not wholly seen; the head of the group comes along with its first row. */
    private void reveal() {
        int first = chosen > 0 && head.test(getItems().get(chosen - 1)) ? chosen - 1 : chosen;
        // Other lines have reached the list and not yet what draws it: only the list itself knows to wait for that.
        if (lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getCellCount() == getItems().size()) {
            flow.scrollTo(chosen);
            flow.scrollTo(first);
        } else {
            scrollTo(Math.max(0, first - ROWS_BEFORE));
        }
    }
}
