package org.doorwarden.ui.services;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.BulletList;
import org.doorwarden.ui.component.Icon;
import org.doorwarden.ui.component.Part;
import org.doorwarden.ui.component.SideBySide;
import org.doorwarden.ui.component.Texts;
import org.doorwarden.ui.knowledge.CautionPane;
import org.doorwarden.ui.knowledge.GuidesPane;
import org.doorwarden.ui.knowledge.GuidesWords;
import org.doorwarden.ui.knowledge.KnownWords;
import org.doorwarden.ui.knowledge.RiskPane;
import org.doorwarden.ui.restrict.RestrictPane;
import org.doorwarden.ui.restrict.UninstallPane;
import org.doorwarden.ui.services.ServiceDetail.Consequence;

/** All about the service looked at, in the order in which an administrator asks; what to choose stays in sight below. */
final class DetailPane extends StackPane {

    private final Messages messages;
    private final DetailHead head;
    private final RiskPane risk;
    private final BulletList told = new BulletList();
    private final Part toldPart;
    private final DependencyPane dependsOn;
    private final DependencyPane neededBy;
    private final DependencyPicture picture;
    private final BulletList impact = new BulletList();
    private final CautionPane caution;
    private final AdvicePane advice;
    private final GuidesPane guides;
    private final Button entry;
    private final ChoiceBar choice;
    private final ScrollPane scroll;
    private final VBox all;
    private final Label nothing;

    DetailPane(ServicesViewModel model, Messages messages) {
        this.messages = messages;
        head = new DetailHead(messages);
        risk = new RiskPane(messages, model::browse);
        toldPart = new Part(messages.say("ui.services.told"), told);
        dependsOn = new DependencyPane("depends-on", messages, model::select);
        neededBy = new DependencyPane("needed-by", messages, model::select);
        SideBySide panes = new SideBySide(dependsOn, neededBy, 0.5, 40);
        picture = new DependencyPicture(messages);
        VBox dependencies = new VBox(panes, picture);
        dependencies.getStyleClass().add("dependencies");
        Part consequences = new Part(messages.say("ui.services.impact"), impact);
        caution = new CautionPane(messages);
        advice = new AdvicePane(messages);
        guides = new GuidesPane(messages, false);
        entry = new Button(messages.say("ui.services.entry"), Icon.CATALOGUE.node("accent"));
        entry.setId("to-entry");
        entry.getStyleClass().addAll("quiet", "to-entry");
        entry.setOnAction(event -> model.openEntry());
        choice = new ChoiceBar(model, messages);
        VBox words = new VBox(
                head.root(),
                risk,
                toldPart,
                new SideBySide(dependencies, consequences, 0.66, 46),
                caution,
                advice,
                guides,
                entry);
        words.getStyleClass().add("detail-words");
        scroll = new ScrollPane(words);
        scroll.setId("service-detail");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("plain-scroll", "detail-scroll");
        RestrictPane restrict = new RestrictPane(model.restrict(), messages);
        UninstallPane uninstall = new UninstallPane(model.uninstall(), messages);
        scroll.visibleProperty()
                .bind(restrict.visibleProperty().or(uninstall.visibleProperty()).not());
        StackPane top = new StackPane(scroll, restrict, uninstall);
        top.setMinHeight(0);
        VBox.setVgrow(top, Priority.ALWAYS);
        choice.setMinHeight(Region.USE_PREF_SIZE);
        all = new VBox(top, choice);
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
        toldPart.setVisible(!detail.told().isEmpty());
        toldPart.setManaged(toldPart.isVisible());
        fill(told, detail.told());
        dependsOn.show(messages.say("ui.services.depends.on", detail.title()), detail.dependsOn());
        neededBy.show(messages.say("ui.services.needed.by", detail.title()), detail.neededBy());
        picture.show(detail);
        fill(impact, detail.impact());
        caution.show(detail.known().flatMap(KnownWords::caution));
        advice.show(detail);
        guides.show(detail.known().map(KnownWords::guides).orElse(GuidesWords.NONE));
        entry.setVisible(detail.known().isPresent());
        entry.setManaged(entry.isVisible());
        choice.show(detail);
        scroll.setVvalue(0);
    }

    private static void fill(BulletList list, List<Consequence> statements) {
        list.clear();
        statements.forEach(each -> list.add(each.text(), each.grave()));
    }
}
