package org.doorwarden.cli;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.doorwarden.analysis.UnknownService;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.CatalogueSearch;
import org.doorwarden.catalogue.ServiceKnowledge;
import org.doorwarden.document.DocumentException;
import org.doorwarden.document.Json;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.report.KnowledgeJson;
import org.doorwarden.text.Message;
import org.doorwarden.text.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code explain}: what the catalogue knows of a service or a port. A server is asked only about what it does not know. */
@Command(name = "explain")
final class ExplainCommand implements Callable<Integer> {

    /** Names are there to be typed: none of the catalogue's is shortened. */
    static final int LONGEST_NAME = 60;

    private final Globals globals;

    @Parameters(paramLabel = "NAME", arity = "1..*", descriptionKey = "parameter.explain")
    private List<String> words;

    ExplainCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() throws Exception {
        String asked = String.join(" ", words).strip();
        if (asked.isEmpty()) {
            throw new WrongUse(Message.of("explain.no.name"));
        }
        Catalogue catalogue = globals.catalogue();
        CatalogueSearch search = new CatalogueSearch(catalogue);
        List<ServiceKnowledge> found = search.named(asked);
        if (found.size() == 1) {
            show(catalogue, found.get(0));
        } else if (!found.isEmpty()) {
            showAll(asked, found);
        } else {
            showUnknown(asked, installed(asked).orElseThrow(() -> nothing(search, asked)));
        }
        return ExitCode.DONE;
    }

    private void show(Catalogue catalogue, ServiceKnowledge known) {
        if (globals.json()) {
            globals.show(KnowledgeJson.entry(known));
            return;
        }
        KnowledgeText text = new KnowledgeText(globals);
        globals.line("show.title", known.displayName(), known.name());
        globals.line(
                known.publisher().isPresent() ? "explain.origin.publisher" : "explain.origin",
                Message.of("origin." + known.origin().id()),
                known.publisher().orElse(""));
        if (!known.ports().isEmpty()) {
            globals.line("explain.ports", KnowledgeText.ports(known));
        }
        if (known.local()) {
            globals.line("explain.local");
        }
        text.about(known);
        text.guidance(catalogue, known);
        globals.plain("");
        globals.line("explain.show", known.name());
    }

    private void showAll(String asked, List<ServiceKnowledge> found) {
        if (globals.json()) {
            JsonObject object = new JsonObject();
            object.addProperty("asked", asked);
            object.add("matches", Json.list(found, KnowledgeJson::entry));
            globals.show(object);
            return;
        }
        globals.line("explain.several", asked, found.size());
        TextTable table = new TextTable(LONGEST_NAME, 28);
        found.forEach(known -> table.row(known.name(), known.displayName(), known.purpose()));
        table.lines("  ").forEach(globals::plain);
        globals.plain("");
        globals.line("explain.several.more");
    }

    /** A service that only the server knows. */
    private Optional<Service> installed(String name) throws BackendException, DocumentException, WrongUse {
        try (ServerBackend backend = globals.open()) {
            Inventory inventory = backend.read();
            Optional<Service> found = inventory.find(new ServiceName(name));
            return found.isPresent()
                    ? found
                    : inventory.services().values().stream()
                            .filter(service -> service.displayName().equalsIgnoreCase(name))
                            .findFirst();
        }
    }

    private void showUnknown(String asked, Service service) {
        List<Message> told = UnknownService.tell(service);
        if (globals.json()) {
            globals.show(KnowledgeJson.unknown(
                    service, told.stream().map(globals.messages()::say).toList()));
            return;
        }
        globals.line("show.title", service.displayName(), service.name());
        globals.plain("");
        told.forEach(each -> globals.item(globals.messages().say(each)));
        globals.plain("");
        globals.line("explain.unknown.more", asked);
    }

    private static WrongUse nothing(CatalogueSearch search, String asked) {
        OptionalInt port = CatalogueSearch.port(asked);
        if (port.isPresent()) {
            return new WrongUse(Message.of("explain.no.port", String.valueOf(port.getAsInt())));
        }
        List<String> similar = search.suggestions(asked);
        Message nothing = Message.of("explain.nothing", asked);
        return new WrongUse(
                similar.isEmpty() ? nothing : Message.of("wrong.suggest", nothing, String.join(", ", similar)));
    }
}
