package org.doorwarden.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorwarden.apply.History;
import org.doorwarden.apply.HostNames;
import org.doorwarden.apply.ServerRuns;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.ReadOnly;
import org.doorwarden.backend.ServerAddress;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.backend.file.FileBackend;
import org.doorwarden.backend.lab.Fault;
import org.doorwarden.backend.lab.LabBackend;
import org.doorwarden.backend.lab.LabDefinition;
import org.doorwarden.backend.lab.LabDefinitions;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.CatalogueReader;
import org.doorwarden.document.DocumentException;
import org.doorwarden.model.access.FeatureDetail;
import org.doorwarden.model.setting.WindowsFeature;
import org.doorwarden.plan.Policy;
import org.doorwarden.testing.Workbench;
import org.doorwarden.text.Message;
import org.doorwarden.ui.settings.Settings;

/** A workplace with the article's training server in memory: time passes at once, nothing is written to a disk. */
public final class LabWorkplace implements Workplace {

    private static final Catalogue CATALOGUE = CatalogueReader.bundled();
    private static final List<LabDefinition> SHIPPED = new LabDefinitions()
            .names().stream()
                    .flatMap(name -> new LabDefinitions().find(name).stream())
                    .toList();

    public final LabDefinition definition;
    public final Workbench workbench;
    /** Pages that were to be shown in the browser. */
    public final List<String> browsed = new ArrayList<>();
    /** Texts saved, by file. */
    public final Map<Path, String> saved = new HashMap<>();

    /** Components of Windows that the training server tells more of, by the name that DISM knows them by. */
    public final Map<String, FeatureDetail> features = new HashMap<>();
    /** Why asking for components fails, if so. */
    public Optional<BackendException> featuresFail = Optional.empty();

    public final Map<String, Policy> drafts = new HashMap<>();
    public Settings settings = Settings.DEFAULT;
    public Optional<ReadOnly> readOnly = Optional.empty();
    public boolean windows;
    /** What is known here. */
    public Catalogue known = CATALOGUE;
    /** The catalogue of an earlier run. */
    public Optional<Catalogue> lastApplied = Optional.empty();
    /** Whether the file with it cannot be read. */
    public boolean lastAppliedDamaged;
    /** Why the catalogue of a run cannot be kept, if so. */
    public Optional<Message> notKept = Optional.empty();

    public boolean restarted;

    public LabWorkplace() {
        this(new LabDefinitions().find("iis5-2001").orElseThrow());
    }

    public LabWorkplace(LabDefinition definition) {
        this.definition = definition;
        this.workbench = new Workbench(definition);
    }

    /** The training server itself, for faults and for a look at its state. */
    public LabBackend lab() {
        return workbench.lab;
    }

    /** Switches faults on, on the training server behind a backend that a workplace opened. */
    static void faults(ServerBackend opened, Fault... faults) throws BackendException {
        ((Lab) opened).lab.setFaults(List.of(faults));
    }

    @Override
    public InstantSource clock() {
        return workbench.pace;
    }

    @Override
    public HostNames hostNames() {
        return HostNames.NONE;
    }

    @Override
    public boolean isWindows() {
        return windows;
    }

    @Override
    public Catalogue catalogue() {
        return known;
    }

    @Override
    public Optional<Catalogue> lastApplied() throws DocumentException {
        if (lastAppliedDamaged) {
            throw new DocumentException("last.pack", "", Message.of("catalogue.pack.damaged"));
        }
        return lastApplied;
    }

    @Override
    public Optional<Message> keepApplied() {
        if (notKept.isEmpty()) {
            lastApplied = Optional.of(known);
        }
        return notKept;
    }

    @Override
    public List<LabDefinition> trainingServers() {
        List<LabDefinition> all = new ArrayList<>(List.of(definition));
        SHIPPED.stream().filter(lab -> !lab.name().equals(definition.name())).forEach(all::add);
        return all;
    }

    @Override
    public ServerBackend open(ServerAddress server) throws DocumentException {
        return server instanceof ServerAddress.InventoryFile file ? FileBackend.open(file.file()) : new Lab(this);
    }

    @Override
    public ServerRuns runs(ServerBackend backend) {
        return workbench.runs(backend);
    }

    @Override
    public History history() throws IOException {
        return History.read(workbench.store);
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public void keep(Settings kept) {
        settings = kept;
    }

    @Override
    public Path stateFolder() {
        return Path.of("state");
    }

    @Override
    public Optional<Policy> draft(String serverId) {
        return Optional.ofNullable(drafts.get(serverId));
    }

    @Override
    public void keepDraft(String serverId, Policy draft) {
        drafts.put(serverId, draft);
    }

    @Override
    public void dropDraft(String serverId) {
        drafts.remove(serverId);
    }

    @Override
    public void save(Path file, String text) {
        saved.put(file, text);
    }

    @Override
    public void browse(String link) {
        browsed.add(link);
    }

    @Override
    public void restartElevated() {
        restarted = true;
    }

    /** The training server, perhaps as somebody without rights meets it. */
    private static final class Lab extends BackendWith {

        private final LabWorkplace place;
        private final LabBackend lab;
        private final Optional<ReadOnly> readOnly;

        Lab(LabWorkplace place) {
            super(place.workbench.lab);
            this.place = place;
            this.lab = place.workbench.lab;
            this.readOnly = place.readOnly;
        }

        @Override
        public Optional<FeatureDetail> feature(WindowsFeature feature) throws BackendException {
            if (place.featuresFail.isPresent()) {
                throw place.featuresFail.get();
            }
            FeatureDetail told = place.features.get(feature.name());
            return told == null ? super.feature(feature) : Optional.of(told);
        }

        @Override
        public Optional<ReadOnly> readOnly() {
            return readOnly;
        }
    }
}
