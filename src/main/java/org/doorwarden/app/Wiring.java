package org.doorwarden.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doorwarden.apply.HostNames;
import org.doorwarden.apply.ServerRuns;
import org.doorwarden.apply.SystemPace;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.ServerAddress;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.backend.file.FileBackend;
import org.doorwarden.backend.lab.LabBackend;
import org.doorwarden.backend.lab.LabDefinition;
import org.doorwarden.backend.lab.LabDefinitions;
import org.doorwarden.backend.windows.AdministratorsFolder;
import org.doorwarden.backend.windows.WindowsBackend;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.CatalogueFile;
import org.doorwarden.cli.Surroundings;
import org.doorwarden.cli.Terminal;
import org.doorwarden.document.DocumentException;
import org.doorwarden.journal.RunStore;
import org.doorwarden.journal.Storage;
import org.doorwarden.text.Message;
import org.doorwarden.text.WrongUse;

/** The program's parts, put together for a real computer. */
final class Wiring implements Surroundings {

    private final Terminal terminal;
    private final Interruption interruption;
    private final Storage storage;
    private final boolean windows;
    private final Path defaultState;
    private final Knowledge knowledge;

    Wiring(Terminal terminal, Interruption interruption, Storage storage, boolean windows, Path defaultState) {
        this.terminal = terminal;
        this.interruption = interruption;
        this.storage = storage;
        this.windows = windows;
        this.defaultState = defaultState;
        this.knowledge = new Knowledge(windows, Locale.getDefault());
    }

    @Override
    public Terminal terminal() {
        return terminal;
    }

    @Override
    public InstantSource clock() {
        return InstantSource.system();
    }

    @Override
    public HostNames hostNames() {
        return new NetworkHostNames();
    }

    @Override
    public ServerAddress defaultServer() {
        return windows ? new ServerAddress.ThisComputer() : new ServerAddress.Lab("iis5-2001");
    }

    @Override
    public Path defaultState() {
        return defaultState;
    }

    @Override
    public ServerBackend open(ServerAddress address, Path state) throws BackendException, DocumentException, WrongUse {
        if (address instanceof ServerAddress.Lab lab) {
            return lab(lab.name(), state);
        }
        if (address instanceof ServerAddress.InventoryFile inventory) {
            return FileBackend.open(inventory.file());
        }
        if (!windows) {
            throw new WrongUse(Message.of("wrong.not.windows"));
        }
        return WindowsBackend.open(Path.of(System.getenv().getOrDefault("SystemRoot", "C:\\Windows")));
    }

    @Override
    public LabDefinitions labs() {
        return new LabDefinitions();
    }

    @Override
    public LabBackend lab(String name, Path state) throws WrongUse {
        LabDefinition definition = labs().find(name)
                .orElseThrow(() -> new WrongUse(Message.of("wrong.lab", name, String.join(", ", labs().names()))));
        return LabBackend.onDisk(definition, state.resolve("lab").resolve(name), clock());
    }

    @Override
    public Catalogue catalogue(Path state, Optional<Path> entries) throws DocumentException, IOException, WrongUse {
        return knowledge.catalogue(state, entries);
    }

    @Override
    public Catalogue catalogueAlone(Path state) throws DocumentException, IOException, WrongUse {
        return knowledge.catalogueAlone(state);
    }

    @Override
    public List<CatalogueFile> entries(Path state, Optional<Path> entries)
            throws DocumentException, IOException, WrongUse {
        return knowledge.entries(state, entries);
    }

    @Override
    public Optional<Catalogue> lastApplied(Path state, Catalogue inUse)
            throws DocumentException, IOException, WrongUse {
        return knowledge.lastApplied(state, inUse);
    }

    @Override
    public Optional<Message> keepApplied(Path state) {
        return knowledge.keepApplied(state);
    }

    @Override
    public void useCatalogue(Path state, Catalogue catalogue) throws IOException, WrongUse {
        prepare(state, windows);
        knowledge.use(state, catalogue);
    }

    @Override
    public void useBundledCatalogue(Path state) throws IOException, WrongUse {
        prepare(state, windows);
        knowledge.useBundled(state);
    }

    @Override
    public RunStore runStore(Path state) {
        return new RunStore(storage, state.resolve("runs"));
    }

    @Override
    public ServerRuns runs(ServerBackend backend, Path state) throws BackendException, IOException, WrongUse {
        String server = backend.identity().id();
        boolean training = server.startsWith("lab:");
        // A real computer has one lock, whatever state folder is named; a training server lives in its state folder.
        Path lockState = training ? state : defaultState;
        prepare(state, !training);
        prepare(lockState, !training);
        String name = HexFormat.of().formatHex(server.getBytes(StandardCharsets.UTF_8)) + ".lock";
        return new ServerRuns(
                backend, runStore(state), lockState.resolve("locks").resolve(name), new SystemPace(), operator());
    }

    /** Makes the state folder for runs on that server, for nobody else to write in. */
    void prepareState(Path state, String server) throws IOException, WrongUse {
        prepare(state, windows && !server.startsWith("lab:"));
    }

    private static void prepare(Path folder, boolean windows) throws IOException, WrongUse {
        try {
            StateFolder.prepare(windows, folder);
        } catch (AdministratorsFolder.Unsafe unsafe) {
            throw new WrongUse(unsafe.explanation());
        }
    }

    @Override
    public <T, E extends Exception> T interruptibly(Interruptible<T, E> work) throws E {
        return interruption.interruptibly(work);
    }

    private static ServerRuns.Operator operator() {
        String account = System.getProperty("user.name", "?");
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return new ServerRuns.Operator(
                account, account + ", process " + ProcessHandle.current().pid() + ", since " + now);
    }
}
