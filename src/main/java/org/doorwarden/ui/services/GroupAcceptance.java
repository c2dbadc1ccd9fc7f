package org.doorwarden.ui.services;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableMap;
import org.doorwarden.model.ServiceName;
import org.doorwarden.plan.Choice;
import org.doorwarden.plan.Choice.Origin;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.shell.Action;

/** Following the recommendations of a whole group, after having seen what that would choose. */
public final class GroupAcceptance {

    private final ObservableMap<ServiceName, Choice> choices;
    private final Supplier<Optional<GroupPreview>> open;
    private final Messages messages;
    private final ObjectProperty<Optional<GroupPreview>> preview = new SimpleObjectProperty<>(Optional.empty());
    private final Action ask;
    private final Action accept;
    private final Action notNow;

    /** @param open the open doors of the group looked at that are not decided; empty if there are none */
    GroupAcceptance(
            ObservableMap<ServiceName, Choice> choices, Supplier<Optional<GroupPreview>> open, Messages messages) {
        this.choices = choices;
        this.open = open;
        this.messages = messages;
        ask = new Action("accept-group", "", this::show);
        accept = new Action("accept-group-yes", "", this::accept);
        notNow = new Action("accept-group-no", messages.say("ui.services.accept.no"), this::close);
    }

    /** What would be chosen, while that is being shown. */
    public ReadOnlyObjectProperty<Optional<GroupPreview>> previewProperty() {
        return preview;
    }

    /** Shows what would be chosen. */
    public Action ask() {
        return ask;
    }

    /** Chooses what is shown. */
    public Action acceptAll() {
        return accept;
    }

    /** Goes back without choosing anything. */
    public Action notNow() {
        return notNow;
    }

    /** Says how many recommendations there are, after another service was chosen or something decided. */
    void refresh() {
        int count = count(open.get());
        ask.disabledProperty().set(count == 0);
        ask.textProperty().set(messages.say("ui.services.accept", count));
    }

    void close() {
        preview.set(Optional.empty());
    }

    private void show() {
        Optional<GroupPreview> now = open.get();
        accept.textProperty().set(messages.say("ui.services.accept.yes", count(now)));
        preview.set(now);
    }

    private void accept() {
        List<GroupPreview.Item> items = preview.get().map(GroupPreview::items).orElse(List.of());
        close();
        for (GroupPreview.Item item : items) {
            choices.putIfAbsent(
                    item.service(),
                    new Choice(item.service(), Choice.Action.DISABLE, Origin.RECOMMENDATION, item.because()));
        }
    }

    private static int count(Optional<GroupPreview> preview) {
        return preview.map(each -> each.items().size()).orElse(0);
    }
}
