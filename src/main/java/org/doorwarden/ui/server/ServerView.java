package org.doorwarden.ui.server;

import java.io.File;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.doorwarden.apply.PastRun;
import org.doorwarden.backend.ServerAddress;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.Buttons;
import org.doorwarden.ui.component.ChoiceCard;
import org.doorwarden.ui.component.DoorsPicture;
import org.doorwarden.ui.component.FailurePane;
import org.doorwarden.ui.component.Icon;
import org.doorwarden.ui.component.Notice;
import org.doorwarden.ui.component.TallToggle;
import org.doorwarden.ui.component.Texts;
import org.doorwarden.ui.shell.Screen;

/** Three large cards; above them whatever must be dealt with first. */
public final class ServerView implements Screen {

    private final ServerViewModel model;
    private final Messages messages;
    private final VBox root = new VBox();
    private final ToggleGroup cards = new ToggleGroup();
    private final TallToggle thisComputer;
    private final TallToggle file;
    private final TrainingServerCards trainingServers;

    public ServerView(ServerViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        root.getStyleClass().add("page");
        thisComputer = card(
                "server-this-computer",
                Icon.COMPUTER,
                "ui.server.computer",
                "ui.server.computer.text",
                () -> model.choose(new ServerAddress.ThisComputer()));
        if (!model.thisComputerPossible()) {
            thisComputer.setDisable(true);
            Label why = Texts.muted(messages.say("ui.server.computer.impossible"));
            why.getStyleClass().add("why-not");
            thisComputer.add(why);
        }
        file = card("server-file", Icon.FILE, "ui.server.file", "ui.server.file.text", this::askForFile);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("cards");
        trainingServers = new TrainingServerCards(model, messages, cards);
        grid.addRow(0, thisComputer, trainingServers, file);
        for (int i = 0; i < grid.getColumnCount(); i++) {
            ColumnConstraints equal = new ColumnConstraints();
            equal.setPercentWidth(100.0 / grid.getColumnCount());
            equal.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(equal);
        }
        grid.setMaxHeight(Region.USE_PREF_SIZE);
        DoorsPicture doors = new DoorsPicture(messages);
        model.doorsProperty().addListener((property, before, now) -> {
            if (!now.isEmpty()) {
                doors.show(now);
            }
        });
        if (!model.doorsProperty().get().isEmpty()) {
            doors.show(model.doorsProperty().get());
        }
        ScrollPane gallery = new ScrollPane(doors);
        gallery.setFitToWidth(true);
        gallery.setMinHeight(0);
        gallery.getStyleClass().add("plain-scroll");
        gallery.setFocusTraversable(false);
        VBox.setVgrow(gallery, Priority.ALWAYS);
        grid.setMinHeight(Region.USE_PREF_SIZE);
        root.getChildren()
                .addAll(
                        new FailurePane(messages, model.failureProperty()),
                        openRun(),
                        recovered(),
                        notElevated(),
                        grid,
                        Texts.heading(messages.say("ui.server.doors")),
                        gallery);
        model.chosenProperty().addListener((property, before, now) -> select(now));
        select(model.chosenProperty().get());
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void focusFirst() {
        if (cards.getSelectedToggle() instanceof TallToggle card) {
            card.requestFocus();
        }
    }

    private TallToggle card(String id, Icon icon, String title, String text, Runnable chosen) {
        ServerAddress address = id.equals("server-this-computer") ? new ServerAddress.ThisComputer() : null;
        TallToggle card = ChoiceCard.of(id, icon, messages.say(title), messages.say(text));
        card.setToggleGroup(cards);
        card.setUserData(address);
        card.setOnAction(event -> chosen.run());
        return card;
    }

    private void select(Optional<ServerAddress> address) {
        trainingServers.show(address);
        cards.selectToggle(cards.getToggles().stream()
                .filter(toggle -> address.isPresent()
                        && (address.get().equals(toggle.getUserData())
                                || address.get() instanceof ServerAddress.InventoryFile && toggle == file))
                .findFirst()
                .orElse(null));
    }

    private void askForFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.say("ui.server.file.choose"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(messages.say("ui.server.file.kind"), "*.json"));
        File found = chooser.showOpenDialog(root.getScene().getWindow());
        model.chooseFile(Optional.ofNullable(found).map(File::toPath));
        select(model.chosenProperty().get());
    }

    private Region openRun() {
        Label words = Texts.paragraph("");
        words.setId("open-run");
        HBox buttons = new HBox(Buttons.of(model.undoOpenRun(), "danger-button"), Buttons.of(model.finishOpenRun()));
        buttons.getStyleClass().add("row");
        Notice notice = new Notice(
                Notice.Kind.DANGER,
                Texts.heading(messages.say("ui.server.open.run.title")),
                words,
                Texts.muted(messages.say("ui.server.open.run.advice")),
                buttons);
        showWhile(notice, model.openRunProperty().get().isPresent());
        model.openRunProperty().addListener((property, before, now) -> {
            showWhile(notice, now.isPresent());
            now.ifPresent(run -> words.setText(openRunText(run)));
        });
        return notice;
    }

    private String openRunText(PastRun run) {
        return messages.say(
                "ui.server.open.run", run.id(), run.operator(), run.changes().size());
    }

    private Region recovered() {
        Label words = Texts.paragraph("");
        words.setId("recovered");
        Notice notice = new Notice(Notice.Kind.SUCCESS, words);
        showWhile(notice, false);
        model.recoveredProperty().addListener((property, before, now) -> {
            showWhile(notice, now.isPresent());
            now.ifPresent(report -> words.setText(messages.say(
                    "run.outcome." + report.outcome().id(), report.run().orElse("-"))));
        });
        return notice;
    }

    private Region notElevated() {
        HBox buttons = new HBox(Buttons.of(model.restart()));
        buttons.getStyleClass().add("row");
        Notice notice = new Notice(
                Notice.Kind.WARNING,
                Texts.heading(messages.say("ui.server.not.elevated.title")),
                Texts.paragraph(messages.say("ui.server.not.elevated")),
                buttons);
        notice.setId("not-elevated");
        notice.visibleProperty().bind(model.notElevatedProperty());
        notice.managedProperty().bind(model.notElevatedProperty());
        return notice;
    }

    private static void showWhile(Region node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
