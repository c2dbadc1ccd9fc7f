package org.doorwarden.ui.services;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.BulletList;
import org.doorwarden.ui.component.Texts;
import org.doorwarden.ui.services.ServiceDetail.Consequence;

/** All about the service looked at, in the order in which an administrator asks; what to choose stays in sight below. */
final class DetailPane extends StackPane {

    private final Messages messages;
    private final DetailHead head;
    private final RiskPane risk;
    private final DependencyPane dependsOn;
    private final DependencyPane neededBy;
    private final DependencyPicture picture;
    private final BulletList impact = new BulletList();
    private final AdvicePane advice;
    private final ChoiceBar choice;
    private final ScrollPane scroll;
    private final VBox all;
    private final Label nothing;

    DetailPane(ServicesViewModel model, Messages messages) {
        this.messages = messages;
        head = new DetailHead(messages);
        risk = new RiskPane(messages, model::browse);
        dependsOn = new DependencyPane("depends-on", messages, model::select);
        neededBy = new DependencyPane("needed-by", messages, model::select);
        SideBySide panes = new SideBySide(dependsOn, neededBy, 0.5, 40);
        picture = new DependencyPicture(messages);
        VBox dependencies = new VBox(panes, picture);
        dependencies.getStyleClass().add("dependencies");
        Label heading = Texts.heading(messages.say("ui.services.impact"));
        heading.getStyleClass().add("part-heading");
        VBox consequences = new VBox(heading, impact);
        consequences.getStyleClass().add("part");
        advice = new AdvicePane(messages);
        choice = new ChoiceBar(model, messages);
        VBox words = new VBox(head.root(), risk, new SideBySide(dependencies, consequences, 0.66, 46), advice);
        words.getStyleClass().add("detail-words");
        scroll = new ScrollPane(words);
        scroll.setId("service-detail");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("plain-scroll", "detail-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        all = new VBox(scroll, choice);
        nothing = Texts.muted(messages.say("ui.services.empty.detail"));
        setAlignment(nothing, Pos.CENTER);
        getChildren().addAll(all, nothing);
        model.detailProperty().addListener((property, before, now) -> show(now));
        show(model.detailProperty().get());
    }

    private void show(ServiceDetail detail) {
        all.setVisible(detail != null);
        nothing.setVisible(detail == null);
        if (detail == null) {
            return;
        }
        head.show(detail);
        risk.show(detail.risk());
        dependsOn.show(messages.say("ui.services.depends.on", detail.title()), detail.dependsOn());
        neededBy.show(messages.say("ui.services.needed.by", detail.title()), detail.neededBy());
        picture.show(detail);
        impact.clear();
        for (Consequence each : detail.impact()) {
            impact.add(each.text(), each.grave());
        }
        advice.show(detail);
        choice.show(detail);
        scroll.setVvalue(0);
    }
}
