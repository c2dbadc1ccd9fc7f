package org.doorwarden.ui.services;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
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
import org.doorwarden.plan.Choice.Action;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.FailurePane;
import org.doorwarden.ui.component.Texts;
import org.doorwarden.ui.shell.Screen;

/** The list at the left, all about the chosen service at the right. */
public final class ServicesView implements Screen {

    private static final KeyCombination SEARCH = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination NEXT = new KeyCodeCombination(KeyCode.DOWN, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination PREVIOUS = new KeyCodeCombination(KeyCode.UP, KeyCombination.SHORTCUT_DOWN);
    private static final double LIST_SHARE = 0.36;

    private final ServicesViewModel model;
    private final VBox root = new VBox();
    private final ServiceListPane list;
    private final VBox corner;

    public ServicesView(ServicesViewModel model, Messages messages) {
        this.model = model;
        root.getStyleClass().add("page");
        list = new ServiceListPane(model, messages);
        DetailPane detail = new DetailPane(model, messages);
        detail.getStyleClass().add("detail");
        PreviewPane preview = new PreviewPane(model, messages);
        detail.visibleProperty().bind(preview.visibleProperty().not());
        StackPane right = new StackPane(detail, preview);
        right.setMinWidth(0);
        right.setPrefWidth(0);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox both = new HBox(list, right);
        both.getStyleClass().addAll("panel", "services");
        list.prefWidthProperty().bind(both.widthProperty().multiply(LIST_SHARE));
        VBox.setVgrow(both, Priority.ALWAYS);
        root.getChildren().addAll(new FailurePane(messages, model.failureProperty()), both);
        corner = decided();
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        model.acceptance().previewProperty().addListener((property, before, now) -> {
            if (now.isEmpty() && before.isPresent()) {
                list.focusList();
            }
        });
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public Node corner() {
        return corner;
    }

    @Override
    public void focusFirst() {
        list.focusList();
    }

    private VBox decided() {
        Label text = Texts.muted("");
        text.setId("decided");
        text.textProperty().bind(model.decidedTextProperty());
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().add("decided-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(model.decidedShareProperty());
        bar.accessibleTextProperty().bind(model.decidedTextProperty());
        VBox box = new VBox(text, bar);
        box.getStyleClass().add("decided");
        box.setAlignment(Pos.BOTTOM_RIGHT);
        return box;
    }

    private void pressed(KeyEvent event) {
        if (SEARCH.match(event)) {
            list.focusSearch();
        } else if (NEXT.match(event)) {
            model.list().moveToUndecided(1);
        } else if (PREVIOUS.match(event)) {
            model.list().moveToUndecided(-1);
        } else if (event.getCode() == KeyCode.ESCAPE
                && model.acceptance().previewProperty().get().isPresent()) {
            model.acceptance().notNow().perform();
        } else {
            return;
        }
        event.consume();
    }

    /** Letters and digits are heard when typed and not when pressed, so that the same ones work on every keyboard. */
    private void typed(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl
                || event.isShortcutDown()
                || event.isAltDown()
                || model.acceptance().previewProperty().get().isPresent()) {
            return;
        }
        switch (event.getCharacter()) {
            case "1" -> model.choose(Action.KEEP);
            case "2" -> model.choose(Action.MANUAL);
            case "3" -> model.choose(Action.DISABLE);
            case "4" -> model.choose(Action.RESTRICT);
            case "5" -> model.choose(Action.UNINSTALL);
            case "n", "N" -> model.list().moveToUndecided(1);
            case "p", "P" -> model.list().moveToUndecided(-1);
            case "/" -> list.focusSearch();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
