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

/** What the wizard is given by whoever starts it. Whatever may take time is asked off the screen's thread. */
public interface Workplace {

    InstantSource clock();

    /** Whether this computer is a server Doorwarden can look at. */
    boolean isWindows();

    /** What is known, the site's own entries included; read once, which takes a moment. */
    Catalogue catalogue() throws DocumentException, IOException, WrongUse;

    /** The catalogue of the last run with the site's own entries, if the one in use is newer. */
    Optional<Catalogue> lastApplied() throws DocumentException, IOException, WrongUse;

    /**
     * Keeps the catalogue in use as the one that a run rested on.
     *
     * @return why it could not be kept, if so; the run is as good as it is
     */
    Optional<Message> keepApplied();

    List<LabDefinition> trainingServers();

    ServerBackend open(ServerAddress server) throws BackendException, DocumentException, WrongUse;

    ServerRuns runs(ServerBackend backend) throws BackendException, IOException, WrongUse;

    History history() throws IOException;

    Settings settings();

    void keep(Settings settings) throws IOException;

    /** Finds the addresses of hosts named in choices. */
    HostNames hostNames();

    /** The folder for runs, drafts and training servers. */
    Path stateFolder();

    /** Purpose and choices of a walk on this server that did not come to its end. */
    Optional<Policy> draft(String serverId) throws IOException, DocumentException;

    void keepDraft(String serverId, Policy draft) throws IOException;

    void dropDraft(String serverId) throws IOException;

    /** Writes a text to a file of the person's choice. */
    void save(Path file, String text) throws IOException;

    /** Shows a page in the browser. */
    void browse(String link) throws IOException;

    /** Starts the program once more, with an administrator's rights; Windows asks the person first. */
    void restartElevated() throws BackendException;
}
