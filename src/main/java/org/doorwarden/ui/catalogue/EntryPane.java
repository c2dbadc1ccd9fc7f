package org.doorwarden.ui.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.doorwarden.model.ServiceName;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.catalogue.EntryDetail.AdviceWords;
import org.doorwarden.ui.catalogue.EntryDetail.NeedWords;
import org.doorwarden.ui.catalogue.EntryDetail.StartWords;
import org.doorwarden.ui.component.Badge;
import org.doorwarden.ui.component.BulletList;
import org.doorwarden.ui.component.Part;
import org.doorwarden.ui.component.SideBySide;
import org.doorwarden.ui.component.Texts;
import org.doorwarden.ui.knowledge.CautionPane;
import org.doorwarden.ui.knowledge.CitedText;
import org.doorwarden.ui.knowledge.GuidesPane;
import org.doorwarden.ui.knowledge.RiskPane;

/** All that is known of one service, in the order in which somebody asks who has never heard of it. */
final class EntryPane extends StackPane {

    private static final double TWO_COLUMNS_FROM = 46;

    private final Messages messages;
    private final Consumer<ServiceName> open;
    private final EntryHeadPane head;
    private final RiskPane risk;
    private final CautionPane caution;
    private final GuidesPane guides;
    private final VBox words = new VBox();
    private final ScrollPane scroll = new ScrollPane(words);

    /** @param open told of another entry that somebody wants to read */
    EntryPane(Messages messages, Consumer<String> browse, Consumer<ServiceName> open) {
        this.messages = messages;
        this.open = open;
        head = new EntryHeadPane(messages);
        risk = new RiskPane(messages, browse);
        caution = new CautionPane(messages);
        guides = new GuidesPane(messages, true);
        words.getStyleClass().add("detail-words");
        scroll.setId("entry-detail");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("plain-scroll", "detail-scroll");
        getChildren().add(scroll);
    }

    void show(EntryDetail entry) {
        head.show(entry);
        risk.show(entry.risk());
        caution.show(entry.known().caution());
        guides.show(entry.known().guides());
        List<Node> parts = new ArrayList<>(List.of(
                head.root(),
                risk,
                new SideBySide(
                        part("show.without", entry.without()),
                        part("show.used.by", entry.known().usedBy()),
                        0.5,
                        TWO_COLUMNS_FROM),
                caution,
                part("show.in.use", entry.known().inUse()),
                advice(entry.advice()),
                guides));
        if (!entry.required().isEmpty()) {
            Part required = new Part(messages.say("ui.catalogue.required"));
            entry.required().forEach(each -> required.getChildren().add(new CitedText(each)));
            parts.add(required);
        }
        if (!entry.needs().isEmpty()) {
            parts.add(needs(entry.needs()));
        }
        if (!entry.starts().isEmpty()) {
            parts.add(starts(entry.starts()));
        }
        if (!entry.alternatives().isEmpty()) {
            BulletList alternatives = new BulletList();
            entry.alternatives().forEach(each -> alternatives.add(each, false));
            parts.add(new Part(messages.say("ui.services.alternatives"), alternatives));
        }
        entry.removal()
                .ifPresent(text -> parts.add(new Part(messages.say("ui.services.removal"), Texts.paragraph(text))));
        words.getChildren().setAll(parts);
        scroll.setVvalue(0);
    }

    private Part part(String key, String text) {
        return new Part(messages.say(key), Texts.paragraph(text));
    }

    private Part advice(List<AdviceWords> all) {
        Part part = new Part(messages.say("explain.recommendation"));
        part.getStyleClass().add("entry-advice");
        for (AdviceWords each : all) {
            Label where = Texts.paragraph(each.where());
            where.getStyleClass().add("advice-where");
            HBox lead = new HBox(new Badge(each.verdict(), each.tone()), where);
            lead.getStyleClass().add("advice-lead");
            lead.setAlignment(Pos.CENTER_LEFT);
            VBox block = new VBox(lead, new CitedText(each.because()));
            block.getStyleClass().add("advice-block");
            part.getChildren().add(block);
        }
        return part;
    }

    private Part needs(List<NeedWords> all) {
        Part part = new Part(messages.say("show.known.needs"));
        for (NeedWords need : all) {
            Hyperlink service = new Hyperlink(need.service());
            service.setId("need-" + need.service());
            service.setMnemonicParsing(false);
            service.getStyleClass().add("link");
            service.setDisable(need.entry().isEmpty());
            service.setAccessibleText(messages.say(
                    "ui.catalogue.need.accessible",
                    need.service(),
                    need.because().text()));
            service.setOnAction(event -> need.entry().ifPresent(open));
            part.getChildren().add(new VBox(service, new CitedText(need.because())));
        }
        return part;
    }

    private Part starts(List<StartWords> all) {
        GridPane table = new GridPane();
        table.getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(ColumnConstraints.CONSTRAIN_TO_PREF);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        table.getColumnConstraints().addAll(names, values);
        for (int i = 0; i < all.size(); i++) {
            Label start = new Label(all.get(i).startType());
            start.getStyleClass().add("muted");
            GridPane.setValignment(start, VPos.TOP);
            Label releases = Texts.paragraph(all.get(i).releases());
            releases.setMinWidth(0);
            table.addRow(i, start, releases);
        }
        return new Part(messages.say("explain.start.types"), table);
    }
}
