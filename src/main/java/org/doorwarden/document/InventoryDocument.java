package org.doorwarden.document;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorwarden.model.Changeability;
import org.doorwarden.model.Identified;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Listener;
import org.doorwarden.model.Product;
import org.doorwarden.model.Protocol;
import org.doorwarden.model.ReadProblem;
import org.doorwarden.model.ServerIdentity;
import org.doorwarden.model.ServerTraits;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.ServiceType;
import org.doorwarden.model.StartType;
import org.doorwarden.model.Trait;
import org.doorwarden.model.UnownedListener;
import org.doorwarden.model.WebSite;
import org.doorwarden.model.WindowsVersion;
import org.doorwarden.model.access.ServerAccess;
import org.doorwarden.text.Message;

/** An inventory as a file: what {@code inventory --out} writes and {@code --server file:} reads. */
public final class InventoryDocument {

    private static final DocumentFile.Kind KIND = DocumentFile.Kind.INVENTORY;
    private static final long LARGEST_PID = 0xFFFFFFFFL;

    private InventoryDocument() {}

    public static JsonObject write(Inventory inventory) {
        JsonObject object = DocumentFile.start(KIND);
        object.add("server", server(inventory.server()));
        object.addProperty("takenAt", inventory.takenAt().toString());
        object.add("services", Json.list(inventory.services().values(), InventoryDocument::service));
        object.add("unownedListeners", Json.list(inventory.unownedListeners(), InventoryDocument::unowned));
        object.add("products", Json.list(inventory.products(), InventoryDocument::product));
        object.add("traits", traits(inventory.traits()));
        if (!inventory.access().equals(ServerAccess.UNKNOWN)) {
            object.add("access", AccessDocument.write(inventory.access()));
        }
        object.add("problems", Json.list(inventory.problems(), InventoryDocument::problem));
        return object;
    }

    public static Inventory read(Path file) throws DocumentException {
        return readPart(DocumentFile.open(KIND, file));
    }

    public static Inventory read(String name, byte[] bytes) throws DocumentException {
        return readPart(DocumentFile.open(KIND, name, bytes));
    }

    /** Reads an inventory that is part of another document. */
    public static Inventory readPart(ObjectReader reader) throws DocumentException {
        DocumentFile.requireHead(KIND, reader);
        ServerIdentity server = readServer(reader.object("server"));
        Map<ServiceName, Service> services = new LinkedHashMap<>();
        for (ObjectReader item : reader.objects("services")) {
            Service service = readService(item);
            if (services.putIfAbsent(service.name(), service) != null) {
                throw item.wrong("name", Message.of("document.service.twice", service.name()));
            }
        }
        List<UnownedListener> unowned = new ArrayList<>();
        for (ObjectReader item : reader.optionalObjects("unownedListeners")) {
            unowned.add(new UnownedListener(
                    readListener(item.object("listener")),
                    item.number("pid", 0, LARGEST_PID),
                    item.text("process", "")));
            item.end();
        }
        List<Product> products = new ArrayList<>();
        for (ObjectReader item : reader.optionalObjects("products")) {
            products.add(new Product(item.filledText("name"), item.text("publisher", ""), item.text("version", "")));
            item.end();
        }
        List<ReadProblem> problems = new ArrayList<>();
        for (ObjectReader item : reader.optionalObjects("problems")) {
            problems.add(new ReadProblem(item.constant(ReadProblem.Part.class, "what"), item.text("target"), (int)
                    item.number("code", Integer.MIN_VALUE, Integer.MAX_VALUE)));
            item.end();
        }
        Inventory inventory = new Inventory(
                server,
                reader.instant("takenAt"),
                services,
                unowned,
                products,
                readTraits(reader),
                AccessDocument.readField(reader),
                problems);
        reader.end();
        return inventory;
    }

    /** Which server it is, in this file and in every other document that is about one. */
    public static JsonObject server(ServerIdentity server) {
        JsonObject object = new JsonObject();
        object.addProperty("id", server.id());
        object.addProperty("name", server.name());
        object.addProperty("operatingSystem", server.operatingSystem());
        object.addProperty(
                "windowsVersion",
                server.windowsVersion().map(WindowsVersion::toString).orElse(null));
        return object;
    }

    /** A version of Windows in a field that may be missing. */
    public static Optional<WindowsVersion> readVersion(ObjectReader reader, String field) throws DocumentException {
        String text = reader.text(field, "");
        Optional<WindowsVersion> version = WindowsVersion.parse(text);
        if (version.isEmpty() && !text.isEmpty()) {
            throw reader.wrong(field, Message.of("document.field.not.version"));
        }
        return version;
    }

    private static ServerIdentity readServer(ObjectReader reader) throws DocumentException {
        ServerIdentity server = new ServerIdentity(
                reader.filledText("id"),
                reader.text("name"),
                reader.text("operatingSystem", ""),
                readVersion(reader, "windowsVersion"));
        reader.end();
        return server;
    }

    private static JsonObject service(Service service) {
        JsonObject object = new JsonObject();
        object.addProperty("name", service.name().value());
        object.addProperty("displayName", service.displayName());
        object.addProperty("description", service.description());
        object.addProperty("type", service.type().id());
        object.addProperty("startType", service.startType().id());
        object.addProperty("triggerStart", service.triggerStart());
        object.addProperty("state", service.state().id());
        object.addProperty("pid", service.pid());
        object.addProperty("acceptsStop", service.acceptsStop());
        object.addProperty("acceptsPause", service.acceptsPause());
        object.addProperty("account", service.account());
        object.addProperty("imagePath", service.imagePath());
        object.addProperty("publisher", service.publisher());
        object.addProperty("loadOrderGroup", service.loadOrderGroup());
        object.add("dependsOn", Json.texts(service.dependsOn()));
        object.add("dependsOnGroups", Json.texts(service.dependsOnGroups()));
        object.add("listeners", Json.list(service.listeners(), InventoryDocument::listener));
        JsonObject changeability = new JsonObject();
        changeability.addProperty("kind", service.changeability().kind().id());
        changeability.addProperty("detail", service.changeability().detail());
        object.add("changeability", changeability);
        return object;
    }

    private static Service readService(ObjectReader reader) throws DocumentException {
        String name = reader.filledText("name");
        List<Listener> listeners = new ArrayList<>();
        for (ObjectReader item : reader.optionalObjects("listeners")) {
            listeners.add(readListener(item));
        }
        Service service = Service.named(name)
                .displayName(reader.text("displayName", name))
                .description(reader.text("description", ""))
                .type(reader.constant(ServiceType.class, "type"))
                .startType(reader.constant(StartType.class, "startType"))
                .triggerStart(reader.flag("triggerStart", false))
                .state(reader.constant(ServiceState.class, "state"))
                .pid(reader.number("pid", 0, LARGEST_PID, 0))
                .accepts(reader.flag("acceptsStop", false), reader.flag("acceptsPause", false))
                .account(reader.text("account", ""))
                .imagePath(reader.text("imagePath", ""))
                .publisher(reader.text("publisher", ""))
                .loadOrderGroup(reader.text("loadOrderGroup", ""))
                .dependsOn(reader.optionalServiceNames("dependsOn"))
                .dependsOnGroups(reader.optionalTexts("dependsOnGroups"))
                .listeners(listeners)
                .changeability(readChangeability(reader, Changeability.YES))
                .build();
        reader.end();
        return service;
    }

    /** Reads the field {@code changeability}, here and in the file of a training server; it may be missing. */
    public static Changeability readChangeability(ObjectReader service, Changeability otherwise)
            throws DocumentException {
        Optional<ObjectReader> stated = service.optionalObject("changeability");
        if (stated.isEmpty()) {
            return otherwise;
        }
        Changeability changeability = new Changeability(
                stated.get().constant(Changeability.Kind.class, "kind"),
                stated.get().text("detail", ""));
        stated.get().end();
        return changeability;
    }

    /** One listener as JSON, in this file and in every other document that shows one. */
    public static JsonObject listener(Listener listener) {
        JsonObject object = new JsonObject();
        object.addProperty("protocol", listener.protocol().id());
        object.addProperty("address", listener.address());
        object.addProperty("port", listener.port());
        object.addProperty("reachable", listener.reachable());
        object.addProperty("shared", listener.shared());
        return object;
    }

    /** Reads what {@link #listener} writes; {@code reachable} follows from the address and is not believed. */
    public static Listener readListener(ObjectReader reader) throws DocumentException {
        reader.flag("reachable", false);
        Listener listener = new Listener(
                reader.constant(Protocol.class, "protocol"),
                reader.filledText("address"),
                (int) reader.number("port", 0, 0xFFFF),
                reader.flag("shared", false));
        reader.end();
        return listener;
    }

    private static JsonObject unowned(UnownedListener unowned) {
        JsonObject object = new JsonObject();
        object.add("listener", listener(unowned.listener()));
        object.addProperty("pid", unowned.pid());
        object.addProperty("process", unowned.process());
        return object;
    }

    private static JsonObject product(Product product) {
        JsonObject object = new JsonObject();
        object.addProperty("name", product.name());
        object.addProperty("publisher", product.publisher());
        object.addProperty("version", product.version());
        return object;
    }

    /** Traits as JSON, in this file and in every other document that shows them. */
    public static JsonObject traits(ServerTraits traits) {
        JsonObject object = new JsonObject();
        JsonObject told = new JsonObject();
        traits.traits().forEach((trait, detail) -> told.addProperty(trait.id(), detail));
        object.add("told", told);
        object.add("features", Json.texts(traits.features()));
        object.add("sites", Json.list(traits.sites(), InventoryDocument::site));
        return object;
    }

    private static JsonObject site(WebSite site) {
        JsonObject object = new JsonObject();
        object.addProperty("name", site.name());
        object.add("bindings", Json.texts(site.bindings()));
        return object;
    }

    /** Reads the field {@code traits}, here and in the file of a training server; nothing is known where it is missing. */
    public static ServerTraits readTraits(ObjectReader reader) throws DocumentException {
        Optional<ObjectReader> stated = reader.optionalObject("traits");
        if (stated.isEmpty()) {
            return ServerTraits.UNKNOWN;
        }
        Map<Trait, String> traits = new EnumMap<>(Trait.class);
        Optional<ObjectReader> told = stated.get().optionalObject("told");
        if (told.isPresent()) {
            for (String id : told.get().names()) {
                traits.put(
                        Identified.find(Trait.class, id)
                                .orElseThrow(() -> told.get().wrong(id, Message.of("document.field.unknown"))),
                        told.get().text(id));
            }
        }
        List<WebSite> sites = new ArrayList<>();
        for (ObjectReader item : stated.get().optionalObjects("sites")) {
            sites.add(new WebSite(item.text("name"), item.optionalTexts("bindings")));
            item.end();
        }
        ServerTraits read = new ServerTraits(traits, stated.get().optionalTexts("features"), sites);
        stated.get().end();
        return read;
    }

    private static JsonObject problem(ReadProblem problem) {
        JsonObject object = new JsonObject();
        object.addProperty("what", problem.what().id());
        object.addProperty("target", problem.target());
        object.addProperty("code", problem.code());
        return object;
    }
}
