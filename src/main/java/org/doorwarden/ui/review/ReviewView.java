package org.doorwarden.ui.review;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.Badge;
import org.doorwarden.ui.component.FailurePane;
import org.doorwarden.ui.component.Notice;
import org.doorwarden.ui.component.Texts;
import org.doorwarden.ui.review.ReviewViewModel.RefusalItem;
import org.doorwarden.ui.shell.Screen;

/** What could go wrong on top, the table below it, and beside the table what it all means. */
public final class ReviewView implements Screen {

    /** So many refusals are seen at once; more are scrolled to. */
    private static final int LINES = 3;

    private final ReviewViewModel model;
    private final Messages messages;
    private final VBox root = new VBox();
    private final VBox alerts = new VBox();
    private final VBox impact = new VBox();
    private final ReviewTable table;

    public ReviewView(ReviewViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        this.table = new ReviewTable(model, messages);
        root.getStyleClass().addAll("page", "review");
        alerts.getStyleClass().add("alerts");
        VBox panel = new VBox(table, why());
        panel.getStyleClass().addAll("panel", "table-panel");
        VBox.setVgrow(table, Priority.ALWAYS);
        HBox.setHgrow(panel, Priority.ALWAYS);
        HBox body = new HBox(panel, impactPanel());
        body.getStyleClass().add("review-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        root.getChildren()
                .addAll(
                        new FailurePane(messages, model.failureProperty()),
                        alerts,
                        body,
                        new ConsentsPane(model.consents(), messages),
                        new ByHandPane(model, messages));
        model.lockOutProperty().addListener(change -> showAlerts());
        model.newerCatalogueProperty().addListener(change -> showAlerts());
        model.obstacleProperty().addListener(change -> showAlerts());
        model.refusals().addListener((ListChangeListener<RefusalItem>) change -> showAlerts());
        model.rows().addListener((ListChangeListener<ReviewRow>) change -> chooseFirst());
        model.impact().addListener((ListChangeListener<ImpactPart>) change -> showImpact());
        showAlerts();
        showImpact();
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void focusFirst() {
        chooseFirst();
        table.requestFocus();
    }

    private void chooseFirst() {
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
    }

    /** The reason for the chosen row, whole. Always two lines high, so that nothing moves. */
    private Region why() {
        Label why = Texts.paragraph("");
        why.setId("review-why");
        why.getStyleClass().addAll("ellipsis", "review-why");
        why.setMinHeight(Region.USE_COMPUTED_SIZE);
        why.setMaxWidth(Double.MAX_VALUE);
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            why.setText(now == null ? "" : now.whole());
            why.setTooltip(now == null ? null : new Tooltip(now.whole()));
        });
        return why;
    }

    private Region impactPanel() {
        impact.getStyleClass().add("impact");
        ScrollPane scroll = scroll(impact);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Label undecided = Texts.muted("");
        undecided.setId("undecided");
        undecided.textProperty().bind(model.undecidedProperty());
        Label seat = Texts.muted("");
        seat.setId("seat");
        seat.textProperty().bind(model.consents().seatProperty());
        VBox below = new VBox(seat, undecided);
        below.getStyleClass().addAll("tight", "impact-undecided");
        VBox panel = new VBox(Texts.heading(messages.say("ui.review.impact")), scroll, below);
        panel.getStyleClass().addAll("panel", "impact-panel");
        panel.setId("impact");
        return panel;
    }

    private static ScrollPane scroll(Region content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        return scroll;
    }

    private void showAlerts() {
        alerts.getChildren().clear();
        model.lockOutProperty()
                .get()
                .ifPresent(text -> add(
                        new Notice(
                                Notice.Kind.DANGER,
                                Texts.heading(messages.say("ui.review.lock.out")),
                                Texts.paragraph(text)),
                        "lock-out"));
        model.newerCatalogueProperty()
                .get()
                .ifPresent(text -> add(
                        new Notice(
                                Notice.Kind.INFORMATION,
                                Texts.heading(messages.say("ui.review.newer.catalogue")),
                                Texts.paragraph(text)),
                        "newer-catalogue"));
        // What stops a plan because of its refusals is said together with them.
        model.obstacleProperty()
                .get()
                .filter(text -> !model.isBlocked())
                .ifPresent(text -> add(new Notice(Notice.Kind.WARNING, Texts.paragraph(text)), "obstacle"));
        if (!model.refusals().isEmpty()) {
            VBox lines = new VBox();
            lines.getStyleClass().add("tight");
            model.refusals().forEach(item -> lines.getChildren().add(refusal(item)));
            ScrollPane scroll = scroll(lines);
            scroll.setStyle("-fx-min-height: " + 2.3 * Math.min(model.refusals().size(), LINES) + "em;");
            scroll.getStyleClass().add("refusals-scroll");
            Label blocked = Texts.paragraph(
                    model.isBlocked() ? model.obstacleProperty().get().orElse("") : "");
            blocked.setManaged(model.isBlocked());
            add(
                    new Notice(
                            Notice.Kind.WARNING,
                            Texts.heading(messages.say(
                                    "ui.review.refusals", model.refusals().size())),
                            blocked,
                            scroll),
                    "refusals");
        }
        boolean any = !alerts.getChildren().isEmpty();
        alerts.setVisible(any);
        alerts.setManaged(any);
    }

    private void add(Notice notice, String id) {
        notice.setId(id);
        alerts.getChildren().add(notice);
    }

    private Node refusal(RefusalItem item) {
        Label text = Texts.paragraph(item.text());
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        Button edit = new Button(messages.say("ui.review.refusal.edit"));
        edit.setId("edit-refusal-" + model.refusals().indexOf(item));
        edit.setMinWidth(Button.USE_PREF_SIZE);
        edit.getStyleClass().add("refusal-edit");
        edit.setAccessibleText(messages.say("ui.review.refusal.edit.accessible", item.service()));
        edit.setOnAction(event -> model.edit(item.service()));
        Badge whose = new Badge(messages.say(item.blocking() ? "cause.chosen" : "cause.recommended"), Badge.Tone.QUIET);
        HBox line = new HBox(text, whose, edit);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("row");
        return line;
    }

    private void showImpact() {
        impact.getChildren().clear();
        for (ImpactPart part : model.impact()) {
            VBox lines = new VBox(Texts.meta(part.heading()));
            lines.getStyleClass().add("impact-part");
            part.items().forEach(item -> lines.getChildren().add(Texts.paragraph(item)));
            impact.getChildren().add(lines);
        }
        if (model.impact().isEmpty()) {
            impact.getChildren().add(Texts.muted(messages.say("ui.review.impact.none")));
        }
    }
}
