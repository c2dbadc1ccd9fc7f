package org.doorwarden.ui.restrict;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.doorwarden.report.AccessPart.Topic;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.component.BulletList;
import org.doorwarden.ui.component.Texts;
import org.doorwarden.ui.restrict.WhoPart.Line;
import org.doorwarden.ui.restrict.WhoPart.Mark;

/** Who gets in, part by part; of a long part the beginning, until somebody wants all of it. */
final class WhoPane extends VBox {

    /** So many lines are shown at once, and one more if that is all there are. */
    private static final int FIRST = 4;

    private final ObservableList<WhoPart> parts;
    private final Messages messages;
    private final String none;
    private final Set<Topic> whole = EnumSet.noneOf(Topic.class);

    /** @param none what is said where there is nothing to say; may be empty */
    WhoPane(String id, ObservableList<WhoPart> parts, Messages messages, String none) {
        this.parts = parts;
        this.messages = messages;
        this.none = none;
        setId(id);
        getStyleClass().add("who-parts");
        parts.addListener((ListChangeListener<WhoPart>) change -> show());
        show();
    }

    /** Shows only the beginnings again. */
    void shorten() {
        whole.clear();
        show();
    }

    private void show() {
        getChildren().clear();
        for (WhoPart part : parts) {
            if (!part.asNow()) {
                getChildren().add(pane(part));
            }
        }
        String same = parts.stream().filter(WhoPart::asNow).map(WhoPart::title).collect(Collectors.joining(" · "));
        if (!same.isEmpty()) {
            getChildren().add(Texts.muted(messages.say("ui.services.restrict.as.now", same)));
        }
        if (parts.isEmpty() && !none.isEmpty()) {
            getChildren().add(Texts.muted(none));
        }
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }

    private VBox pane(WhoPart part) {
        List<Line> shown = whole.contains(part.topic()) ? part.lines() : beginning(part.lines());
        BulletList list = new BulletList();
        shown.forEach(line -> list.add(line.text(), line.mark() == Mark.CARE, style(line)));
        VBox pane = new VBox(Texts.meta(part.title()), list);
        pane.getStyleClass().add("who-part");
        if (shown.size() < part.lines().size()) {
            int more = part.lines().size() - shown.size();
            Button all = new Button(messages.say("ui.services.restrict.all", more));
            all.setId(getId() + "-all-" + part.topic().id());
            all.getStyleClass().addAll("quiet", "who-all");
            all.setAccessibleText(messages.say("ui.services.restrict.all.accessible", more, part.title()));
            all.setOnAction(event -> {
                whole.add(part.topic());
                show();
            });
            pane.getChildren().add(all);
        }
        return pane;
    }

    /** What is new is never left out. */
    private static List<Line> beginning(List<Line> lines) {
        if (lines.size() <= FIRST + 1) {
            return lines;
        }
        List<Line> shown = new ArrayList<>();
        for (Line line : lines) {
            if (shown.size() < FIRST || line.mark() != Mark.PLAIN) {
                shown.add(line);
            }
        }
        return shown;
    }

    private static String[] style(Line line) {
        return line.mark() == Mark.NEW ? new String[] {"who-new"} : new String[0];
    }
}
