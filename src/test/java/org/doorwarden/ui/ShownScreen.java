package org.doorwarden.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Cell;
import javafx.scene.control.Control;
import javafx.scene.control.SkinBase;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.settings.Settings;
import org.doorwarden.ui.shell.Theme;

/** The whole wizard with one of its screens shown, laid out in a scene of a given size. */
record ShownScreen(LabWorkplace workplace, Wizard wizard, Scene scene) {

    /** To be called on the screen's thread. */
    static ShownScreen show(String name, Messages messages, int width, int height) {
        LabWorkplace workplace = ScreenShots.workplace(name);
        Consumer<Wizard> journey = ScreenShots.screens().get(name);
        Wizard wizard = new Wizard(ScreenShots.asMet(name, workplace), new DirectTasks(), messages);
        Scene scene = new Scene(wizard.view(), width, height);
        Theme.apply(scene, Settings.DEFAULT);
        journey.accept(wizard);
        ShownScreen shown = new ShownScreen(workplace, wizard, scene);
        shown.layout();
        return shown;
    }

    void layout() {
        wizard.view().applyCss();
        wizard.view().layout();
        wizard.view().applyCss();
        wizard.view().layout();
    }

    /** What is seen, from the outside to the inside; what hides its content is left out with it. */
    List<Node> visible(Predicate<Node> which) {
        List<Node> found = new ArrayList<>();
        collect(wizard.view(), which, found);
        return found;
    }

    private static void collect(Node node, Predicate<Node> which, List<Node> found) {
        if (!node.isVisible()) {
            return;
        }
        if (which.test(node)) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, which, found));
        }
    }

    /** Whether a node lies partly outside of the window, where nothing can be scrolled to it. */
    boolean reachesOut(Node node) {
        javafx.geometry.Bounds bounds = node.localToScene(node.getBoundsInLocal());
        boolean out = bounds.getMaxX() > scene.getWidth() + 1 || bounds.getMinX() < -1;
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof javafx.scene.control.ScrollPane) {
                return out;
            }
        }
        return out || bounds.getMaxY() > scene.getHeight() + 1 || bounds.getMinY() < -1;
    }

    /** Whether a node is, or lies in, a cell of a list, table or tree. */
    static boolean isInCell(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof Cell<?>) {
                return true;
            }
        }
        return false;
    }

    /** Whether a node is a part of a control that JavaFX draws, and not one of the wizard's own. */
    static boolean isPartOfControl(Node node) {
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof Control control && control.getSkin() instanceof SkinBase<?> && !(at instanceof Cell<?>)) {
                return !isContentOf(control, node);
            }
        }
        return false;
    }

    private static boolean isContentOf(Control control, Node node) {
        Node content = control instanceof javafx.scene.control.ScrollPane scroll
                ? scroll.getContent()
                : control instanceof javafx.scene.control.Labeled labeled ? labeled.getGraphic() : null;
        for (Node at = node; at != null && at != control; at = at.getParent()) {
            if (at == content) {
                return true;
            }
        }
        return false;
    }
}
