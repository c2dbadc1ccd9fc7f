package org.doorwarden.ui.catalogue;

import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.FailurePane;
import org.doorwarden.ui.shell.Screen;

/** The entries at the left, all about the chosen one at the right. */
public final class CatalogueView implements Screen {

    private static final KeyCombination SEARCH = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final double LIST_SHARE = 0.36;

    private final CatalogueViewModel model;
    private final VBox root = new VBox();
    private final EntryListPane list;
    private final EntryPane entry;
    private final WelcomePane welcome;
    private final HBox both;

    public CatalogueView(CatalogueViewModel model, Messages messages) {
        this.model = model;
        root.getStyleClass().add("page");
        list = new EntryListPane(model.list(), messages);
        entry = new EntryPane(messages, model::browse, model.list()::select);
        welcome = new WelcomePane(messages, this::ask);
        StackPane right = new StackPane(entry, welcome);
        right.getStyleClass().add("detail");
        right.setMinWidth(0);
        right.setPrefWidth(0);
        HBox.setHgrow(right, Priority.ALWAYS);
        both = new HBox(list, right);
        both.getStyleClass().addAll("panel", "services");
        list.prefWidthProperty().bind(both.widthProperty().multiply(LIST_SHARE));
        VBox.setVgrow(both, Priority.ALWAYS);
        root.getChildren().addAll(new FailurePane(messages, model.failureProperty()), both);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        model.detailProperty().addListener((property, before, now) -> show(now));
        model.list().indexProperty().addListener(change -> showWhatThereIs());
        model.failureProperty().addListener(change -> showWhatThereIs());
        show(model.detailProperty().get());
        showWhatThereIs();
    }

    @Override
    public Region root() {
        return root;
    }

    /** Who comes for the first time types; who comes to read an entry reads on in the list. */
    @Override
    public void focusFirst() {
        if (model.list().selectedProperty().get() == null) {
            list.focusSearch();
        } else {
            list.focusList();
        }
    }

    private void show(EntryDetail shown) {
        entry.setVisible(shown != null);
        welcome.setVisible(shown == null);
        if (shown != null) {
            entry.show(shown);
        }
    }

    private void showWhatThereIs() {
        boolean unread = model.list().indexProperty().get().isEmpty();
        both.setVisible(!unread || model.failureProperty().get().isEmpty());
        welcome.show(model.list().indexProperty().get().map(EntryIndex::count).orElse(0));
    }

    private void ask(String question) {
        model.list().searchProperty().set(question);
        list.focusSearch();
    }

    private void pressed(KeyEvent event) {
        if (SEARCH.match(event)) {
            list.focusSearch();
            event.consume();
        }
    }

    /** Heard when typed and not when pressed, so that the same key works on every keyboard. */
    private void typed(KeyEvent event) {
        if (event.getCharacter().equals("/")
                && !(event.getTarget() instanceof TextInputControl)
                && !event.isShortcutDown()
                && !event.isAltDown()) {
            list.focusSearch();
            event.consume();
        }
    }
}
