package org.doorwarden.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.doorwarden.apply.CancelToken;
import org.doorwarden.apply.HostNames;
import org.doorwarden.apply.ServerRuns;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.ServerAddress;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.backend.lab.LabBackend;
import org.doorwarden.backend.lab.LabDefinitions;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.CatalogueFile;
import org.doorwarden.document.DocumentException;
import org.doorwarden.journal.RunStore;
import org.doorwarden.text.Message;
import org.doorwarden.text.WrongUse;

/** What the command line is given by whoever starts it. */
public interface Surroundings {

    Terminal terminal();

    InstantSource clock();

    /** Finds the addresses of hosts named in choices. */
    HostNames hostNames();

    /** The server meant when none is named. */
    ServerAddress defaultServer();

    /** The state folder meant when none is named. */
    Path defaultState();

    ServerBackend open(ServerAddress address, Path state) throws BackendException, DocumentException, WrongUse;

    LabDefinitions labs();

    /** A training server with its state in the state folder. */
    LabBackend lab(String name, Path state) throws WrongUse;

    /**
     * What is known: the catalogue in use, with the site's own entries.
     *
     * @param entries the folder of the site's own entries; empty for the one in the state folder, if it is there
     */
    Catalogue catalogue(Path state, Optional<Path> entries) throws DocumentException, IOException, WrongUse;

    /** The catalogue in use as it came, without the site's own entries. */
    Catalogue catalogueAlone(Path state) throws DocumentException, IOException, WrongUse;

    /** The files with the site's own entries, from the same folder. */
    List<CatalogueFile> entries(Path state, Optional<Path> entries) throws DocumentException, IOException, WrongUse;

    /** The catalogue of the last run, if the one in use is newer. */
    Optional<Catalogue> lastApplied(Path state, Catalogue inUse) throws DocumentException, IOException, WrongUse;

    /**
     * Keeps the catalogue in use as the one that a run rested on.
     *
     * @return why it could not be kept, if so
     */
    Optional<Message> keepApplied(Path state);

    /** Makes a catalogue the one in use, from now on. */
    void useCatalogue(Path state, Catalogue catalogue) throws IOException, WrongUse;

    /** Makes the catalogue that ships with the program the one in use. */
    void useBundledCatalogue(Path state) throws IOException, WrongUse;

    RunStore runStore(Path state);

    ServerRuns runs(ServerBackend backend, Path state) throws BackendException, IOException, WrongUse;

    /** Lets Ctrl-C stop a run between two changes while {@code work} is done; it ends the program afterwards. */
    <T, E extends Exception> T interruptibly(Interruptible<T, E> work) throws E;

    /** Something that looks at a token to see whether it shall stop. */
    @FunctionalInterface
    interface Interruptible<T, E extends Exception> {
        T run(CancelToken cancel) throws E;
    }
}
