package org.doorwarden.ui.shell;

import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The last line of the window: which server, what may be done with it, and what has been changed. */
final class StatusLine extends HBox {

    private static final PseudoClass CHANGEABLE = PseudoClass.getPseudoClass("changeable");

    /** Held on to, because a binding nobody holds is forgotten. */
    private final BooleanBinding canChange;

    StatusLine(ShellViewModel model) {
        getStyleClass().add("status-line");
        Region dot = new Region();
        dot.getStyleClass().add("status-dot");
        canChange = model.canChange();
        canChange.addListener((property, before, now) -> dot.pseudoClassStateChanged(CHANGEABLE, now));
        dot.pseudoClassStateChanged(CHANGEABLE, canChange.get());
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        getChildren()
                .addAll(
                        dot,
                        label("status-server", model.serverText()),
                        label("status-rights", model.rightsText()),
                        space,
                        label("status-notice", model.noticeProperty()));
    }

    private static Label label(String id, ObservableValue<String> text) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("ellipsis");
        label.textProperty().bind(text);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(text);
        label.setTooltip(whole);
        return label;
    }
}
