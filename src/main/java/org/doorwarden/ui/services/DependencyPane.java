package org.doorwarden.ui.services;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.doorwarden.model.ServiceName;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.Texts;

/** One pane of the Dependencies tab: a tree that looks up what is below a branch when it is opened. */
final class DependencyPane extends VBox {

    private final Label heading = Texts.heading("");
    private final Tooltip whole = new Tooltip();
    private final TreeView<DependencyBranch> tree = new TreeView<>();
    private final Label none;

    /** @param open told of the service that somebody wants to look at */
    DependencyPane(String id, Messages messages, Consumer<ServiceName> open) {
        getStyleClass().add("dependency-pane");
        heading.getStyleClass().add("part-heading");
        heading.setTooltip(whole);
        tree.setId(id);
        tree.setShowRoot(false);
        tree.setCellFactory(view -> new DependencyCell());
        tree.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open(open);
                event.consume();
            }
        });
        tree.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                open(open);
            }
        });
        none = Texts.muted(messages.say("ui.services.tree.none"));
        StackPane box = new StackPane(tree, none);
        box.getStyleClass().add("dependency-box");
        box.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        getChildren().addAll(heading, box);
    }

    void show(String title, List<DependencyBranch> branches) {
        heading.setText(title);
        whole.setText(title);
        tree.setAccessibleText(title);
        TreeItem<DependencyBranch> root = new TreeItem<>();
        root.getChildren().setAll(branches.stream().map(Branch::new).toList());
        root.setExpanded(true);
        tree.setRoot(root);
        tree.setVisible(!branches.isEmpty());
        none.setVisible(branches.isEmpty());
    }

    private void open(Consumer<ServiceName> open) {
        TreeItem<DependencyBranch> item = tree.getSelectionModel().getSelectedItem();
        if (item != null) {
            item.getValue().service().ifPresent(open);
        }
    }

    /** A branch that finds what is below it when it is asked for the first time. */
    private static final class Branch extends TreeItem<DependencyBranch> {

        private boolean opened;

        Branch(DependencyBranch branch) {
            super(branch);
            expandedProperty().addListener((property, before, now) -> look());
        }

        @Override
        public boolean isLeaf() {
            return !getValue().opens();
        }

        private void look() {
            if (!opened) {
                opened = true;
                getChildren()
                        .setAll(getValue().below().get().stream()
                                .map(Branch::new)
                                .toList());
            }
        }
    }
}
