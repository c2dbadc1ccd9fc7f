package org.doorwarden.ui.result;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.BulletList;
import org.doorwarden.ui.component.DoorsPicture;
import org.doorwarden.ui.component.FailurePane;
import org.doorwarden.ui.component.Notice;
import org.doorwarden.ui.component.Texts;
import org.doorwarden.ui.result.ResultViewModel.Failed;
import org.doorwarden.ui.shell.Screen;

/** The figures and the doors on top, the changes below, and beside them what to test now. */
public final class ResultView implements Screen {

    private static final PseudoClass LESS = PseudoClass.getPseudoClass("less");

    private final ResultViewModel model;
    private final Messages messages;
    private final VBox root = new VBox();
    private final VBox notices = new VBox();
    private final HBox figures = new HBox();
    private final DoorsPicture doors;
    private final Label doorCount = Texts.meta("");
    private final VBox advice = new VBox();
    private final ResultTable table;

    public ResultView(ResultViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        this.doors = new DoorsPicture(messages);
        this.table = new ResultTable(model, messages);
        root.getStyleClass().addAll("page", "result");
        notices.getStyleClass().add("alerts");
        VBox tablePanel = new VBox(table);
        tablePanel.getStyleClass().addAll("panel", "table-panel");
        VBox.setVgrow(table, Priority.ALWAYS);
        HBox.setHgrow(tablePanel, Priority.ALWAYS);
        HBox body = new HBox(tablePanel, advicePanel());
        body.getStyleClass().add("review-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        root.getChildren().addAll(new FailurePane(messages, model.failureProperty()), notices, band(), body);
        model.failedProperty().addListener(change -> showNotices());
        model.savedProperty().addListener(change -> showNotices());
        model.figures().addListener((ListChangeListener<Figure>) change -> showFigures());
        model.doors().addListener((ListChangeListener<ResultDoor>) change -> showDoors());
        model.tests().addListener((ListChangeListener<String>) change -> showAdvice());
        model.observations().addListener((ListChangeListener<String>) change -> showAdvice());
        model.chooseFileWith(this::askForFile);
        showNotices();
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void focusFirst() {
        table.requestFocus();
    }

    private Region band() {
        figures.getStyleClass().add("figures");
        ScrollPane scroll = new ScrollPane(doors);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("plain-scroll", "doors-scroll");
        // As high as the rows of doors need at this width; the style sheet says how high at most.
        doors.heightProperty().addListener((property, before, now) -> scroll.setPrefViewportHeight(now.doubleValue()));
        VBox picture = new VBox(doorCount, scroll);
        picture.getStyleClass().add("result-doors");
        HBox.setHgrow(picture, Priority.ALWAYS);
        HBox band = new HBox(figures, picture);
        band.getStyleClass().addAll("panel", "result-band");
        band.setAlignment(Pos.CENTER_LEFT);
        band.setMinHeight(Region.USE_PREF_SIZE);
        return band;
    }

    private Region advicePanel() {
        advice.getStyleClass().add("impact");
        ScrollPane scroll = new ScrollPane(advice);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox panel = new VBox(scroll);
        panel.setId("what-to-test");
        panel.getStyleClass().addAll("panel", "impact-panel");
        return panel;
    }

    private void showNotices() {
        notices.getChildren().clear();
        model.failedProperty().get().ifPresent(failed -> notices.getChildren().add(failed(failed)));
        model.savedProperty().get().ifPresent(text -> {
            Label words = Texts.paragraph(text);
            words.setId("saved");
            notices.getChildren().add(new Notice(Notice.Kind.SUCCESS, words));
        });
        boolean any = !notices.getChildren().isEmpty();
        notices.setVisible(any);
        notices.setManaged(any);
    }

    private static Node failed(Failed failed) {
        Notice notice = new Notice(
                failed.allBack() ? Notice.Kind.WARNING : Notice.Kind.DANGER,
                heading(failed.why()),
                Texts.paragraph(failed.left()));
        notice.setId("run-failed");
        return notice;
    }

    private static Label heading(String text) {
        Label label = Texts.heading(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private void showFigures() {
        figures.getChildren().setAll(model.figures().stream().map(this::figure).toList());
    }

    private Node figure(Figure figure) {
        Label number = new Label(figure.value(messages));
        number.getStyleClass().add("figure-number");
        number.pseudoClassStateChanged(LESS, figure.isLess());
        number.setMinWidth(Region.USE_PREF_SIZE);
        Label heading = Texts.meta(figure.heading());
        heading.setMinWidth(Region.USE_PREF_SIZE);
        VBox column = new VBox(heading, number);
        column.setId(figure.id());
        column.getStyleClass().add("figure");
        column.setFocusTraversable(true);
        column.setAccessibleText(figure.words(messages));
        Tooltip.install(column, new Tooltip(figure.meaning()));
        return column;
    }

    private void showDoors() {
        doorCount.setText(messages.say(
                "ui.result.doors",
                count(ResultDoor.State.OPEN),
                count(ResultDoor.State.RESTRICTED),
                count(ResultDoor.State.CLOSED)));
        doors.show(model.doors().stream()
                .map(door -> new DoorsPicture.Door(
                        door.name(),
                        switch (door.state()) {
                            case OPEN -> DoorsPicture.State.OPEN;
                            case RESTRICTED -> DoorsPicture.State.RESTRICTED;
                            case CLOSED -> DoorsPicture.State.CLOSED;
                        },
                        door.tooltip()))
                .toList());
    }

    private long count(ResultDoor.State state) {
        return model.doors().stream().filter(door -> door.state() == state).count();
    }

    private void showAdvice() {
        advice.getChildren().clear();
        section("ui.result.test", model.tests());
        section("ui.result.observations", model.observations());
    }

    private void section(String heading, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        BulletList items = new BulletList();
        lines.forEach(line -> items.add(line, false));
        VBox section = new VBox(Texts.heading(messages.say(heading)), items);
        section.getStyleClass().add("advice");
        advice.getChildren().add(section);
    }

    private Optional<Path> askForFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.say("ui.result.save.choose"));
        chooser.setInitialFileName(model.suggestedName());
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(messages.say("ui.result.save.kind"), "*.txt"));
        return Optional.ofNullable(chooser.showSaveDialog(root.getScene().getWindow()))
                .map(File::toPath);
    }
}
