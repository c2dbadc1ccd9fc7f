package org.doorwarden.ui.catalogue;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.ServiceKnowledge;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.text.Message;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.Workplace;
import org.doorwarden.ui.component.Failure;
import org.doorwarden.ui.shell.Action;
import org.doorwarden.ui.shell.Navigator;
import org.doorwarden.ui.shell.StepModel;
import org.doorwarden.ui.shell.WizardSession;
import org.doorwarden.ui.task.Tasks;

/** Everything that is known, and the entry that is read. It needs no server and changes nothing. */
public final class CatalogueViewModel extends StepModel {

    private final Workplace workplace;
    private final WizardSession session;
    private final Tasks tasks;
    private final Messages messages;
    private final EntryListModel list;
    private final ObjectProperty<EntryDetail> detail = new SimpleObjectProperty<>();
    private final ObjectProperty<Optional<Failure>> failure = new SimpleObjectProperty<>(Optional.empty());
    private final Action again;
    private final Action onServer;
    private Optional<EntryReader> reader = Optional.empty();
    private Optional<ServiceName> there = Optional.empty();
    private boolean loading;

    /** What is looked at now; work for what was looked at before need not be done any more. */
    private volatile ServiceName wanted;

    /** What was made of the catalogue, away from the screen's thread. */
    private record Loaded(EntryIndex index, EntryReader reader, String line) {}

    public CatalogueViewModel(
            Workplace workplace, WizardSession session, Navigator navigator, Tasks tasks, Messages messages) {
        this.workplace = workplace;
        this.session = session;
        this.tasks = tasks;
        this.messages = messages;
        list = new EntryListModel(tasks, messages, failed -> fail(failed, "CATALOGUE-2"));
        again = new Action("catalogue-again", messages.say("ui.catalogue.again"), this::load);
        onServer = new Action("to-service", "", () -> there.ifPresent(navigator::goToService));
        again.visibleProperty().set(false);
        onServer.visibleProperty().set(false);
        list.selectedProperty().addListener((property, before, now) -> show(now));
        say(messages.say("ui.catalogue.title"), messages.say("ui.catalogue.loading"));
        hint(messages.say("ui.catalogue.keys"));
    }

    public EntryListModel list() {
        return list;
    }

    /** All that is known of the entry chosen; null before that is worked out, and for none. */
    public ReadOnlyObjectProperty<EntryDetail> detailProperty() {
        return detail;
    }

    public ReadOnlyObjectProperty<Optional<Failure>> failureProperty() {
        return failure;
    }

    @Override
    public Optional<Action> primary() {
        return Optional.empty();
    }

    @Override
    public List<Action> secondary() {
        return List.of(again, onServer);
    }

    /** Shows an entry; for none, whichever was shown before. */
    public void open(Optional<ServiceName> entry) {
        entry.ifPresent(list::select);
    }

    @Override
    public void enter() {
        if (reader.isEmpty()) {
            load();
        }
        offerServer();
    }

    private void load() {
        if (loading) {
            return;
        }
        loading = true;
        failure.set(Optional.empty());
        again.visibleProperty().set(false);
        tasks.run(
                () -> {
                    Catalogue catalogue = workplace.catalogue();
                    return new Loaded(
                            new EntryIndex(catalogue, messages), new EntryReader(catalogue, messages), line(catalogue));
                },
                made -> {
                    loading = false;
                    reader = Optional.of(made.reader());
                    say(messages.say("ui.catalogue.title"), made.line());
                    list.take(made.index());
                },
                failed -> {
                    loading = false;
                    again.visibleProperty().set(true);
                    say(messages.say("ui.catalogue.title"), messages.say("ui.catalogue.unread"));
                    fail(failed, "CATALOGUE-1");
                });
    }

    private String line(Catalogue catalogue) {
        return messages.say(
                "ui.catalogue.line",
                messages.say(
                        "catalogue.edition",
                        catalogue.edition().version(),
                        catalogue.edition().date(),
                        catalogue.services().size(),
                        catalogue.roles().size(),
                        catalogue.products().size()),
                messages.say(
                        "catalogue.local",
                        catalogue.services().stream()
                                .filter(ServiceKnowledge::local)
                                .count()));
    }

    private void show(EntryRow row) {
        wanted = row == null ? null : row.name();
        offerServer();
        if (row == null) {
            detail.set(null);
            return;
        }
        ServiceName name = row.name();
        EntryReader asked = reader.orElseThrow();
        tasks.run(
                () -> name.equals(wanted) ? asked.read(name) : Optional.<EntryDetail>empty(),
                found -> found.filter(read -> read.name().equals(wanted)).ifPresent(detail::set),
                failed -> fail(failed, "CATALOGUE-3"));
    }

    /** Where the service stands on the server of the walk, one step leads there. */
    private void offerServer() {
        boolean under = wanted != null
                && session.assessmentProperty().get() != null
                && session.reportProperty().get() == null;
        there = under
                ? session.assessmentProperty().get().services().values().stream()
                        .filter(each -> each.knowledge()
                                .map(ServiceKnowledge::name)
                                .filter(wanted::equals)
                                .isPresent())
                        .map(each -> each.service())
                        .map(Service::name)
                        .findFirst()
                : Optional.empty();
        onServer.visibleProperty().set(there.isPresent());
        if (there.isPresent()) {
            onServer.textProperty()
                    .set(messages.say(
                            "ui.catalogue.on.server",
                            session.serverProperty().get().identity().name()));
        }
    }

    /** Shows what is known of a flaw in the browser. */
    public void browse(String link) {
        tasks.run(
                () -> {
                    workplace.browse(link);
                    return Optional.empty();
                },
                shownThere -> failure.set(Optional.empty()),
                failed -> failure.set(
                        Optional.of(Failure.of(failed, Message.of("ui.services.browse.failed", link), "CATALOGUE-4"))));
    }

    private void fail(Exception failed, String code) {
        failure.set(Optional.of(Failure.of(failed, Message.of("ui.catalogue.failed.advice"), code)));
    }
}
