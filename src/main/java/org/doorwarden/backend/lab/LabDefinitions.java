package org.doorwarden.backend.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.doorwarden.document.AccessDocument;
import org.doorwarden.document.DocumentException;
import org.doorwarden.document.DocumentFile;
import org.doorwarden.document.DocumentFile.Kind;
import org.doorwarden.document.InventoryDocument;
import org.doorwarden.document.ObjectReader;
import org.doorwarden.document.ResourceFolder;
import org.doorwarden.document.SettingDocument;
import org.doorwarden.iis.FtpConfiguration;
import org.doorwarden.iis.IisDocument;
import org.doorwarden.iis.IisFailure;
import org.doorwarden.model.Changeability;
import org.doorwarden.model.Listener;
import org.doorwarden.model.Product;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.ServiceType;
import org.doorwarden.model.StartType;
import org.doorwarden.model.UnownedListener;
import org.doorwarden.model.access.FileImage;
import org.doorwarden.model.access.Seat;
import org.doorwarden.model.access.ServerAccess;
import org.doorwarden.text.Message;

/** The training servers that ship with the program, one file each under {@code assets/lab}. */
public final class LabDefinitions {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final String FOLDER = "lab";
    private static final String IIS_FILE = "C:\\Windows\\System32\\inetsrv\\config\\applicationHost.config";
    private static final long LONGEST_PENDING_MILLIS = 60_000;
    private static final long QUICK_MILLIS = 200;

    private final ResourceFolder folder = new ResourceFolder(FOLDER);

    /** The names of all training servers, the oldest version of IIS first. */
    public List<String> names() {
        return folder.jsonFiles().stream()
                .map(file -> file.substring(0, file.length() - ".json".length()))
                .sorted(Comparator.comparing(LabDefinitions::byVersion))
                .toList();
    }

    /** The name with its numbers so wide that they sort as numbers. */
    private static String byVersion(String name) {
        return NUMBER.matcher(name)
                .replaceAll(number -> String.format(Locale.ROOT, "%09d", Long.parseLong(number.group())));
    }

    /** The training server of that name. */
    public Optional<LabDefinition> find(String name) {
        Optional<byte[]> file = NAME.matcher(name).matches() ? folder.find(name + ".json") : Optional.empty();
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(name + ".json", file.get()));
        } catch (DocumentException broken) {
            throw new IllegalStateException("the program's own training server is broken", broken);
        }
    }

    static LabDefinition read(String name, byte[] bytes) throws DocumentException {
        ObjectReader reader = DocumentFile.open(Kind.TRAINING_SERVER, name, bytes);
        Map<ServiceName, LabService> services = new LinkedHashMap<>();
        Map<String, Long> pids = new LinkedHashMap<>();
        for (ObjectReader item : reader.objects("services")) {
            LabService service = readService(item, pids);
            if (services.putIfAbsent(service.service().name(), service) != null) {
                throw item.wrong(
                        "name",
                        Message.of("document.service.twice", service.service().name()));
            }
        }
        List<UnownedListener> unowned = new ArrayList<>();
        for (ObjectReader item : reader.optionalObjects("unownedListeners")) {
            unowned.add(new UnownedListener(
                    InventoryDocument.readListener(item.object("listener")),
                    item.number("pid", 0, Integer.MAX_VALUE),
                    item.text("process")));
            item.end();
        }
        List<Product> products = new ArrayList<>();
        for (ObjectReader item : reader.optionalObjects("products")) {
            products.add(new Product(item.filledText("name"), item.text("publisher", ""), item.text("version", "")));
            item.end();
        }
        List<Fault> faults = new ArrayList<>();
        for (ObjectReader item : reader.optionalObjects("faults")) {
            Fault fault = LabStateDocument.readFault(item);
            if (!fault.kind().isOfSettings() && !services.containsKey(new ServiceName(fault.target()))) {
                throw item.wrong("service", Message.of("lab.fault.unknown.service", fault.target()));
            }
            faults.add(fault);
        }
        LabDefinition definition = new LabDefinition(
                reader.filledText("name"),
                reader.filledText("computer"),
                reader.filledText("operatingSystem"),
                InventoryDocument.readVersion(reader, "windowsVersion"),
                reader.filledText("description"),
                services,
                unowned,
                products,
                InventoryDocument.readTraits(reader),
                atTheConsole(AccessDocument.readField(reader)),
                SettingDocument.readAccounts(reader.optionalObjects("accounts")),
                LabComponentDocument.readAll(reader, services.keySet()),
                readIis(reader),
                faults);
        reader.end();
        return definition;
    }

    /** The configuration of IIS is a file of its own, as it is on a server. */
    private static Optional<FileImage> readIis(ObjectReader reader) throws DocumentException {
        if (!reader.has("iisConfiguration")) {
            return Optional.empty();
        }
        String file = reader.filledText("iisConfiguration");
        byte[] bytes = new ResourceFolder(FOLDER)
                .find(file)
                .orElseThrow(() -> reader.wrong("iisConfiguration", Message.of("document.absent")));
        try {
            FtpConfiguration.of(IisDocument.read(bytes));
        } catch (IisFailure broken) {
            throw reader.wrong("iisConfiguration", broken.explanation());
        }
        return Optional.of(new FileImage(IIS_FILE, bytes));
    }

    /** Whoever works with a training server sits at it, unless it says otherwise. */
    private static ServerAccess atTheConsole(ServerAccess access) {
        return access.seat().kind() == Seat.Kind.UNKNOWN ? access.from(new Seat(Seat.Kind.CONSOLE, "")) : access;
    }

    private static LabService readService(ObjectReader item, Map<String, Long> pids) throws DocumentException {
        ServiceType type = item.constant(ServiceType.class, "type");
        boolean running = item.flag("running", false);
        String process = item.text("process", item.text("name"));
        List<Listener> listeners = new ArrayList<>();
        for (ObjectReader listener : item.optionalObjects("listeners")) {
            listeners.add(InventoryDocument.readListener(listener));
        }
        Service service = Service.named(item.filledText("name"))
                .displayName(item.filledText("displayName"))
                .description(item.text("description", ""))
                .type(type)
                .startType(item.constant(StartType.class, "startType"))
                .triggerStart(item.flag("triggerStart", false))
                .state(running ? ServiceState.RUNNING : ServiceState.STOPPED)
                .pid(running && !type.isDriver() ? pids.computeIfAbsent(process, key -> pid(pids.size())) : 0)
                .accepts(item.flag("acceptsStop", true), item.flag("acceptsPause", false))
                .account(item.text("account", type.isDriver() ? "" : "LocalSystem"))
                .imagePath(item.text("imagePath", ""))
                .publisher(item.text("publisher", ""))
                .loadOrderGroup(item.text("loadOrderGroup", ""))
                .dependsOn(item.optionalServiceNames("dependsOn"))
                .dependsOnGroups(item.optionalTexts("dependsOnGroups"))
                .listeners(listeners)
                .changeability(InventoryDocument.readChangeability(
                        item, type.isPerUser() ? Changeability.no(Changeability.Kind.PER_USER, "") : Changeability.YES))
                .build();
        LabService lab = new LabService(
                service,
                process,
                Duration.ofMillis(item.number("startMillis", 0, LONGEST_PENDING_MILLIS, QUICK_MILLIS)),
                Duration.ofMillis(item.number("stopMillis", 0, LONGEST_PENDING_MILLIS, QUICK_MILLIS)));
        item.end();
        return lab;
    }

    /** Numbers as they are handed out when a machine starts, in steps of four. */
    private static long pid(int processesBefore) {
        return 212L + processesBefore * 28L;
    }
}
