package org.doorwarden.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doorwarden.apply.History;
import org.doorwarden.apply.HostNames;
import org.doorwarden.apply.ServerRuns;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.ServerAddress;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.backend.lab.LabDefinition;
import org.doorwarden.backend.lab.LabDefinitions;
import org.doorwarden.backend.windows.Elevation;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.CatalogueFile;
import org.doorwarden.catalogue.CatalogueReader;
import org.doorwarden.document.AtomicFile;
import org.doorwarden.document.DocumentException;
import org.doorwarden.document.PolicyDocument;
import org.doorwarden.plan.Policy;
import org.doorwarden.text.Message;
import org.doorwarden.text.WrongUse;
import org.doorwarden.ui.Workplace;
import org.doorwarden.ui.settings.Settings;

/** The wizard's parts on a real computer. */
final class WizardWorkplace implements Workplace {

    private final Wiring wiring;
    private final boolean windows;
    private final SettingsFile settingsFile;
    private final Path stateFolder;
    private final Path systemRoot;
    /** Its own, so that nobody who only wants the training servers waits for the catalogue. */
    private final Object catalogueLock = new Object();

    private Catalogue catalogue;
    private List<LabDefinition> trainingServers;

    /** @param stateFolder for this session; another one that is set takes effect with the next */
    WizardWorkplace(Wiring wiring, boolean windows, SettingsFile settingsFile, Path stateFolder, Path systemRoot) {
        this.wiring = wiring;
        this.windows = windows;
        this.settingsFile = settingsFile;
        this.stateFolder = stateFolder;
        this.systemRoot = systemRoot;
    }

    @Override
    public HostNames hostNames() {
        return new NetworkHostNames();
    }

    @Override
    public InstantSource clock() {
        return wiring.clock();
    }

    @Override
    public boolean isWindows() {
        return windows;
    }

    @Override
    public Catalogue catalogue() throws DocumentException, IOException, WrongUse {
        synchronized (catalogueLock) {
            if (catalogue == null) {
                catalogue = readCatalogue();
            }
            return catalogue;
        }
    }

    /** A mistake in this site's own entries is somebody's here to put right: it is named with its line. */
    private Catalogue readCatalogue() throws DocumentException, IOException, WrongUse {
        try {
            return wiring.catalogue(stateFolder, Optional.empty());
        } catch (DocumentException broken) {
            for (CatalogueFile file : wiring.entries(stateFolder, Optional.empty())) {
                if (file.name().equals(broken.document())) {
                    throw new WrongUse(Message.of("ui.catalogue.own.wrong", where(file, broken)));
                }
            }
            throw broken;
        }
    }

    private static Message where(CatalogueFile file, DocumentException broken) {
        String line = String.valueOf(file.lineOf(broken.field()));
        return broken.field().isEmpty()
                ? Message.of("catalogue.check.wrong.file", file.name(), line, broken.problem())
                : Message.of("catalogue.check.wrong", file.name(), line, broken.field(), broken.problem());
    }

    @Override
    public Optional<Catalogue> lastApplied() throws DocumentException, IOException, WrongUse {
        Optional<Catalogue> last = wiring.lastApplied(stateFolder, catalogue());
        return last.isEmpty()
                ? last
                : Optional.of(CatalogueReader.read(
                        last.get(),
                        wiring.entries(stateFolder, Optional.empty()),
                        Locale.getDefault().getLanguage()));
    }

    @Override
    public Optional<Message> keepApplied() {
        return wiring.keepApplied(stateFolder);
    }

    @Override
    public synchronized List<LabDefinition> trainingServers() {
        if (trainingServers == null) {
            LabDefinitions labs = wiring.labs();
            trainingServers = labs.names().stream()
                    .flatMap(name -> labs.find(name).stream())
                    .toList();
        }
        return trainingServers;
    }

    @Override
    public ServerBackend open(ServerAddress server) throws BackendException, DocumentException, WrongUse {
        return wiring.open(server, stateFolder);
    }

    @Override
    public ServerRuns runs(ServerBackend backend) throws BackendException, IOException, WrongUse {
        return wiring.runs(backend, stateFolder);
    }

    @Override
    public History history() throws IOException {
        return History.read(wiring.runStore(stateFolder));
    }

    @Override
    public Settings settings() {
        return settingsFile.read();
    }

    @Override
    public void keep(Settings settings) throws IOException {
        settingsFile.write(settings);
    }

    @Override
    public Path stateFolder() {
        return stateFolder;
    }

    @Override
    public Optional<Policy> draft(String serverId) throws IOException, DocumentException {
        Path file = draftFile(serverId);
        return Files.exists(file) ? Optional.of(PolicyDocument.read(file)) : Optional.empty();
    }

    @Override
    public void keepDraft(String serverId, Policy draft) throws IOException {
        Path file = draftFile(serverId);
        try {
            wiring.prepareState(stateFolder, serverId);
        } catch (WrongUse unsafe) {
            throw new IOException(unsafe.getMessage(), unsafe);
        }
        Files.createDirectories(file.getParent());
        AtomicFile.write(file, PolicyDocument.toBytes(draft));
    }

    @Override
    public void dropDraft(String serverId) throws IOException {
        Files.deleteIfExists(draftFile(serverId));
    }

    @Override
    public void save(Path file, String text) throws IOException {
        AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Through the program that Windows or the desktop has for it, by its full path and never through a shell. */
    @Override
    public void browse(String link) throws IOException {
        if (!link.startsWith("https://")) {
            throw new IOException(link);
        }
        List<String> command = windows
                ? List.of(
                        systemRoot.resolve("System32").resolve("rundll32.exe").toString(),
                        "url.dll,FileProtocolHandler",
                        link)
                : List.of("/usr/bin/xdg-open", link);
        new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Override
    public void restartElevated() throws BackendException {
        Elevation.restart();
    }

    private Path draftFile(String serverId) {
        String name = HexFormat.of().formatHex(serverId.getBytes(StandardCharsets.UTF_8));
        return stateFolder.resolve("drafts").resolve(name + ".json");
    }
}
