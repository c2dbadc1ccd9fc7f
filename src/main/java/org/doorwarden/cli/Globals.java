package org.doorwarden.cli;

import com.google.gson.JsonElement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.text.WordUtils;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.ServerAddress;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.CatalogueFile;
import org.doorwarden.catalogue.CatalogueReader;
import org.doorwarden.document.DocumentException;
import org.doorwarden.document.JsonText;
import org.doorwarden.text.Message;
import org.doorwarden.text.Messages;
import org.doorwarden.text.Printable;
import org.doorwarden.text.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program itself: the options that every command has, and how every command talks. */
@Command(
        name = "doorwarden",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false)
final class Globals {

    private static final int LINE = 100;

    private final Surroundings surroundings;
    private final Messages messages;

    @Option(names = "--server", paramLabel = "SERVER", scope = ScopeType.INHERIT, order = 1)
    private String server;

    @Option(names = "--state", paramLabel = "DIR", scope = ScopeType.INHERIT, order = 2)
    private Path state;

    @Option(names = "--entries", paramLabel = "DIR", scope = ScopeType.INHERIT, order = 4)
    private Path entries;

    @Option(names = "--json", scope = ScopeType.INHERIT, order = 3)
    private boolean json;

    Globals(Surroundings surroundings, Messages messages) {
        this.surroundings = surroundings;
        this.messages = messages;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Messages messages() {
        return messages;
    }

    boolean json() {
        return json;
    }

    Path state() {
        return state != null ? state : surroundings.defaultState();
    }

    /** The language of texts that are translated. */
    String language() {
        return messages.locale().getLanguage();
    }

    /** The catalogue in use, with the site's own entries. */
    Catalogue catalogue() throws DocumentException, IOException, WrongUse {
        return surroundings.catalogue(state(), Optional.ofNullable(entries));
    }

    /** The catalogue in use as it came, without the site's own entries. */
    Catalogue catalogueAlone() throws DocumentException, IOException, WrongUse {
        return surroundings.catalogueAlone(state());
    }

    /** Another catalogue with the site's own entries, which stay whichever catalogue is used. */
    Catalogue withEntries(Catalogue alone) throws DocumentException, IOException, WrongUse {
        return CatalogueReader.read(alone, entries(), language());
    }

    /** The files with the site's own entries. */
    List<CatalogueFile> entries() throws DocumentException, IOException, WrongUse {
        return surroundings.entries(state(), Optional.ofNullable(entries));
    }

    ServerAddress address() throws WrongUse {
        return server != null ? ServerOption.parse(server) : surroundings.defaultServer();
    }

    ServerBackend open() throws BackendException, DocumentException, WrongUse {
        return surroundings.open(address(), state());
    }

    /** Shows a document: the one thing on standard output when JSON is asked for. */
    void show(JsonElement document) {
        surroundings.terminal().out().print(JsonText.pretty(document));
        surroundings.terminal().out().flush();
    }

    /** Shows a line of what was asked for, from the bundle. */
    void line(String key, Object... arguments) {
        plain(messages.say(key, arguments));
    }

    /** Shows a line that is text already. */
    void plain(String text) {
        surroundings.terminal().out().println(text);
        surroundings.terminal().out().flush();
    }

    /** Shows a longer text, broken into lines. */
    void paragraph(String indent, String text) {
        plain(indent + wrapped(indent, text));
    }

    /** Shows a text as one item of a list. */
    void item(String text) {
        plain("  - " + wrapped("    ", text));
    }

    private static String wrapped(String indent, String text) {
        return WordUtils.wrap(Printable.of(text), LINE - indent.length(), "\n" + indent, false);
    }

    /** Says something about what was asked for. */
    void note(Message message) {
        surroundings.terminal().err().println(messages.say(message));
        surroundings.terminal().err().flush();
    }
}
