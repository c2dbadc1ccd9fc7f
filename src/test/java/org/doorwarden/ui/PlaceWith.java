package org.doorwarden.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.doorwarden.apply.History;
import org.doorwarden.apply.HostNames;
import org.doorwarden.apply.ServerRuns;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.ServerAddress;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.backend.lab.LabDefinition;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.document.DocumentException;
import org.doorwarden.plan.Policy;
import org.doorwarden.text.Message;
import org.doorwarden.text.WrongUse;
import org.doorwarden.ui.settings.Settings;

/** A workplace like another one, to be made different in one respect. */
public class PlaceWith implements Workplace {

    private final Workplace other;

    public PlaceWith(Workplace other) {
        this.other = other;
    }

    @Override
    public InstantSource clock() {
        return other.clock();
    }

    @Override
    public HostNames hostNames() {
        return other.hostNames();
    }

    @Override
    public boolean isWindows() {
        return other.isWindows();
    }

    @Override
    public Catalogue catalogue() throws DocumentException, IOException, WrongUse {
        return other.catalogue();
    }

    @Override
    public Optional<Catalogue> lastApplied() throws DocumentException, IOException, WrongUse {
        return other.lastApplied();
    }

    @Override
    public Optional<Message> keepApplied() {
        return other.keepApplied();
    }

    @Override
    public List<LabDefinition> trainingServers() {
        return other.trainingServers();
    }

    @Override
    public ServerBackend open(ServerAddress server) throws BackendException, DocumentException, WrongUse {
        return other.open(server);
    }

    @Override
    public ServerRuns runs(ServerBackend backend) throws BackendException, IOException, WrongUse {
        return other.runs(backend);
    }

    @Override
    public History history() throws IOException {
        return other.history();
    }

    @Override
    public Settings settings() {
        return other.settings();
    }

    @Override
    public void keep(Settings settings) throws IOException {
        other.keep(settings);
    }

    @Override
    public Path stateFolder() {
        return other.stateFolder();
    }

    @Override
    public Optional<Policy> draft(String serverId) throws IOException, DocumentException {
        return other.draft(serverId);
    }

    @Override
    public void keepDraft(String serverId, Policy draft) throws IOException {
        other.keepDraft(serverId, draft);
    }

    @Override
    public void dropDraft(String serverId) throws IOException {
        other.dropDraft(serverId);
    }

    @Override
    public void save(Path file, String text) throws IOException {
        other.save(file, text);
    }

    @Override
    public void browse(String link) throws IOException {
        other.browse(link);
    }

    @Override
    public void restartElevated() throws BackendException {
        other.restartElevated();
    }
}
