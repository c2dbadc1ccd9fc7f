package org.doorwarden.ui.restrict;

import javafx.collections.ListChangeListener;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.Buttons;
import org.doorwarden.ui.component.FailurePane;
import org.doorwarden.ui.component.Icon;
import org.doorwarden.ui.component.Notice;
import org.doorwarden.ui.component.Texts;

/** What goes when a component is uninstalled, and that this cannot simply be undone. */
public final class UninstallPane extends FormPane {

    public UninstallPane(UninstallModel model, Messages messages) {
        super(
                "uninstall-form",
                model.titleProperty(),
                content(model, messages),
                model.leaveAction(),
                model.takeBackAction(),
                model.leaveAction(),
                model.keepAction());
        visibleProperty().bind(model.openProperty());
    }

    private static VBox content(UninstallModel model, Messages messages) {
        ProgressIndicator busy = new ProgressIndicator();
        busy.getStyleClass().add("small-progress");
        HBox asking = new HBox(busy, Texts.muted(messages.say("ui.services.uninstall.asking")));
        asking.setId("uninstall-asking");
        asking.getStyleClass().add("row");
        asking.visibleProperty().bind(model.askingProperty());
        asking.managedProperty().bind(model.askingProperty());
        Notice undo = new Notice(Notice.Kind.WARNING, Texts.paragraph(messages.say("ui.services.uninstall.undo")));
        undo.setId("uninstall-undo");
        VBox problems = new VBox();
        problems.getStyleClass().add("lines");
        GridPane facts = new GridPane();
        facts.setId("uninstall-facts");
        facts.getStyleClass().add("component-facts");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(ColumnConstraints.CONSTRAIN_TO_PREF);
        ColumnConstraints signs = new ColumnConstraints();
        signs.setMinWidth(ColumnConstraints.CONSTRAIN_TO_PREF);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        facts.getColumnConstraints().addAll(names, signs, values);
        model.facts().addListener((ListChangeListener<ComponentFact>) change -> showFacts(model, facts));
        model.problems().addListener((ListChangeListener<String>) change -> showProblems(model, problems));
        showFacts(model, facts);
        showProblems(model, problems);
        return new VBox(
                new FailurePane(messages, model.failureProperty()),
                Buttons.of(model.againAction()),
                asking,
                problems,
                facts,
                undo);
    }

    private static void showFacts(UninstallModel model, GridPane facts) {
        facts.getChildren().clear();
        int row = 0;
        for (ComponentFact fact : model.facts()) {
            Label name = Texts.muted(fact.name());
            GridPane.setValignment(name, VPos.TOP);
            HBox sign = fact.care() ? new HBox(Icon.WARNING.node("warning")) : new HBox();
            sign.getStyleClass().add("fact-care");
            facts.addRow(row++, name, sign, Texts.paragraph(fact.value()));
        }
        facts.setVisible(row > 0);
        facts.setManaged(row > 0);
    }

    private static void showProblems(UninstallModel model, VBox problems) {
        problems.getChildren()
                .setAll(model.problems().stream()
                        .map(text -> new Notice(Notice.Kind.DANGER, Texts.paragraph(text)))
                        .toList());
        problems.setVisible(!model.problems().isEmpty());
        problems.setManaged(problems.isVisible());
    }
}
