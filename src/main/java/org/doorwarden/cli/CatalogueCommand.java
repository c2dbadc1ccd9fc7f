package org.doorwarden.cli;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.CatalogueFile;
import org.doorwarden.catalogue.CatalogueReader;
import org.doorwarden.catalogue.CatalogueSearch;
import org.doorwarden.catalogue.ServiceKnowledge;
import org.doorwarden.document.DocumentException;
import org.doorwarden.document.Json;
import org.doorwarden.report.KnowledgeJson;
import org.doorwarden.text.Message;
import org.doorwarden.text.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code catalogue}: what is known, whether it is well written, and what another catalogue would say. */
@Command(name = "catalogue", synopsisSubcommandLabel = "COMMAND")
final class CatalogueCommand implements Callable<Integer> {

    private final Globals globals;

    CatalogueCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() throws Exception {
        Catalogue catalogue = globals.catalogue();
        long local =
                catalogue.services().stream().filter(ServiceKnowledge::local).count();
        if (globals.json()) {
            JsonObject object = KnowledgeJson.edition(catalogue);
            object.addProperty("services", catalogue.services().size());
            object.addProperty("roles", catalogue.roles().size());
            object.addProperty("products", catalogue.products().size());
            globals.show(object);
        } else {
            globals.line(
                    "catalogue.edition",
                    catalogue.edition().version(),
                    catalogue.edition().date(),
                    catalogue.services().size(),
                    catalogue.roles().size(),
                    catalogue.products().size());
            globals.line("catalogue.local", local);
        }
        return ExitCode.DONE;
    }

    /** {@code catalogue list}. */
    @Command(name = "list")
    static final class ListCommand implements Callable<Integer> {

        private final Globals globals;

        @Parameters(paramLabel = "WORDS", arity = "0..*", descriptionKey = "parameter.catalogue.words")
        private List<String> words = new ArrayList<>();

        ListCommand(Globals globals) {
            this.globals = globals;
        }

        @Override
        public Integer call() throws Exception {
            List<ServiceKnowledge> found = new CatalogueSearch(globals.catalogue()).matching(String.join(" ", words));
            if (globals.json()) {
                JsonObject object = new JsonObject();
                object.add("services", Json.list(found, KnowledgeJson::entry));
                globals.show(object);
            } else {
                TextTable table = new TextTable(ExplainCommand.LONGEST_NAME, 34, 28);
                for (ServiceKnowledge known : found) {
                    table.row(
                            known.name(),
                            known.displayName(),
                            KnowledgeText.ports(known),
                            known.local() ? globals.messages().say("catalogue.mark.local") : "");
                }
                table.lines("").forEach(globals::plain);
            }
            return ExitCode.DONE;
        }
    }

    /** {@code catalogue check}. */
    @Command(name = "check")
    static final class CheckCommand implements Callable<Integer> {

        private final Globals globals;

        @Parameters(paramLabel = "FILE", arity = "0..*", descriptionKey = "parameter.catalogue.file")
        private List<Path> files = new ArrayList<>();

        CheckCommand(Globals globals) {
            this.globals = globals;
        }

        @Override
        public Integer call() throws Exception {
            List<CatalogueFile> checked = new ArrayList<>();
            for (Path file : files) {
                checked.add(CatalogueFile.read(file, true));
            }
            Catalogue inUse = globals.catalogueAlone();
            List<DocumentException> problems = new ArrayList<>();
            if (files.isEmpty()) {
                List<CatalogueFile> ours = CatalogueFile.bundled();
                problems.addAll(CatalogueReader.problems(ours));
                checked.addAll(globals.entries());
                problems.addAll(CatalogueReader.problems(inUse, checked));
                checked.addAll(ours);
            } else {
                problems.addAll(CatalogueReader.problems(inUse, checked));
            }
            Map<String, CatalogueFile> byName = new LinkedHashMap<>();
            checked.forEach(file -> byName.put(file.name(), file));
            if (globals.json()) {
                JsonObject object = new JsonObject();
                object.addProperty("files", checked.size());
                object.add("problems", Json.list(problems, problem -> json(byName, problem)));
                globals.show(object);
            } else if (problems.isEmpty()) {
                globals.line("catalogue.check.right", checked.size());
                replaced(inUse, checked).forEach(name -> globals.line("catalogue.check.replaces", name));
            } else {
                problems.forEach(problem -> show(problem, String.valueOf(line(byName, problem))));
            }
            return problems.isEmpty() ? ExitCode.DONE : ExitCode.WRONG_USE;
        }

        /** The entries that would take the place of ours: welcome, but nobody should do it without knowing. */
        private static List<String> replaced(Catalogue ours, List<CatalogueFile> checked) throws DocumentException {
            List<CatalogueFile> local =
                    checked.stream().filter(CatalogueFile::local).toList();
            return CatalogueReader.read(ours, local, "en").services().stream()
                    .filter(ServiceKnowledge::local)
                    .map(ServiceKnowledge::name)
                    .filter(name -> ours.services().stream()
                            .anyMatch(each -> each.name().equals(name)))
                    .map(Object::toString)
                    .toList();
        }

        private void show(DocumentException problem, String line) {
            if (problem.field().isEmpty()) {
                globals.line("catalogue.check.wrong.file", problem.document(), line, problem.problem());
            } else {
                globals.line("catalogue.check.wrong", problem.document(), line, problem.field(), problem.problem());
            }
        }

        private JsonObject json(Map<String, CatalogueFile> byName, DocumentException problem) {
            JsonObject object = new JsonObject();
            object.addProperty("file", problem.document());
            object.addProperty("line", line(byName, problem));
            object.addProperty("field", problem.field());
            object.addProperty("problem", globals.messages().say(problem.problem()));
            return object;
        }

        private static int line(Map<String, CatalogueFile> byName, DocumentException problem) {
            CatalogueFile file = byName.get(problem.document());
            return file == null ? 0 : file.lineOf(problem.field());
        }
    }

    /** {@code catalogue compare}. */
    @Command(name = "compare")
    static final class CompareCommand implements Callable<Integer> {

        private final Globals globals;

        @Parameters(paramLabel = "FOLDER", arity = "0..1", descriptionKey = "parameter.catalogue.compare")
        private Path folder;

        @Mixin
        private PurposeOptions purpose = new PurposeOptions();

        CompareCommand(Globals globals) {
            this.globals = globals;
        }

        @Override
        public Integer call() throws Exception {
            Catalogue inUse = globals.catalogue();
            CatalogueDifference difference = new CatalogueDifference(globals, purpose);
            if (folder != null) {
                difference.show(inUse, globals.withEntries(read(folder, globals.language())));
            } else {
                Catalogue last = globals.surroundings()
                        .lastApplied(globals.state(), inUse)
                        .orElseThrow(() -> new WrongUse(Message.of("wrong.catalogue.compare")));
                difference.show(globals.withEntries(last), inUse);
            }
            return ExitCode.DONE;
        }
    }

    /** {@code catalogue use}. */
    @Command(name = "use")
    static final class UseCommand implements Callable<Integer> {

        private final Globals globals;

        @Parameters(paramLabel = "FOLDER", arity = "0..1", descriptionKey = "parameter.catalogue.folder")
        private Path folder;

        @Option(names = "--bundled", descriptionKey = "option.bundled")
        private boolean bundled;

        @Option(names = "--yes", descriptionKey = "option.yes")
        private boolean yes;

        @Mixin
        private PurposeOptions purpose = new PurposeOptions();

        UseCommand(Globals globals) {
            this.globals = globals;
        }

        @Override
        public Integer call() throws Exception {
            if (bundled == (folder != null)) {
                throw new WrongUse(Message.of("wrong.catalogue.use"));
            }
            Catalogue shipped = CatalogueReader.bundled();
            Catalogue other = bundled ? shipped : read(folder, globals.language());
            if (!bundled && other.edition().compareTo(shipped.edition()) <= 0) {
                throw new WrongUse(Message.of("catalogue.use.older"));
            }
            compare(other);
            if (!yes
                    && !new Consent(globals)
                            .given(Message.of(
                                    "catalogue.use.question", other.edition().version()))) {
                return ExitCode.REFUSED;
            }
            if (bundled) {
                globals.surroundings().useBundledCatalogue(globals.state());
            } else {
                globals.surroundings().useCatalogue(globals.state(), other);
            }
            globals.note(Message.of("catalogue.use.done", other.edition().version()));
            return ExitCode.DONE;
        }

        /** The way back to our own catalogue is open even when the one in use cannot be read any more. */
        private void compare(Catalogue other) throws Exception {
            try {
                new CatalogueDifference(globals, purpose).show(globals.catalogue(), globals.withEntries(other));
            } catch (DocumentException unreadable) {
                if (!bundled) {
                    throw unreadable;
                }
                globals.note(Message.of("catalogue.use.not.compared", unreadable.document(), unreadable.problem()));
            }
        }
    }

    private static Catalogue read(Path folder, String language) throws DocumentException {
        return CatalogueReader.read(CatalogueFile.in(folder, false), language);
    }
}
