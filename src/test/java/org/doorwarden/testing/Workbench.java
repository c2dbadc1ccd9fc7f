package org.doorwarden.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.doorwarden.analysis.Assessment;
import org.doorwarden.analysis.Assessor;
import org.doorwarden.analysis.DependencyGraph;
import org.doorwarden.analysis.Purpose;
import org.doorwarden.apply.Agreement;
import org.doorwarden.apply.CancelToken;
import org.doorwarden.apply.ChoiceLookups;
import org.doorwarden.apply.Conflict;
import org.doorwarden.apply.HostNames;
import org.doorwarden.apply.RunListener;
import org.doorwarden.apply.RunReport;
import org.doorwarden.apply.ServerRuns;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.backend.lab.LabBackend;
import org.doorwarden.backend.lab.LabDefinition;
import org.doorwarden.backend.lab.TrainingServers;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.CatalogueEdition;
import org.doorwarden.catalogue.Requirement;
import org.doorwarden.catalogue.Role;
import org.doorwarden.catalogue.Source;
import org.doorwarden.journal.Run;
import org.doorwarden.journal.RunStore;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.ServiceName;
import org.doorwarden.plan.Choice;
import org.doorwarden.plan.Plan;
import org.doorwarden.plan.Planner;
import org.doorwarden.restrict.Lookups;
import org.doorwarden.restrict.Restrictions;

/** A training server in memory with everything needed to work on it: time, disk, catalogue, runs. */
public final class Workbench {

    private static final Source SOURCE = new Source("test", "Test", "here");
    private static final Path RUNS = Path.of("runs");

    public final VirtualPace pace = new VirtualPace();
    public final MemoryStorage storage = new MemoryStorage();
    public final LabBackend lab;
    public final RunStore store = new RunStore(storage, RUNS);
    private final Path lockFile;

    public Workbench(LabDefinition definition) {
        this.lab = TrainingServers.of(pace, definition);
        try {
            this.lockFile = Files.createTempFile("doorwarden", ".lock");
            lockFile.toFile().deleteOnExit();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A catalogue that knows no service and needs these. */
    public static Catalogue needing(List<ServiceName> needed) {
        List<Requirement> base = needed.stream()
                .map(name -> new Requirement(name, "Test.", SOURCE))
                .toList();
        Role role =
                new Role(Catalogue.ASSUMED_ROLE, Role.Group.SITE, "Static", "Test.", List.of(), List.of(), Set.of());
        return new Catalogue(
                new CatalogueEdition("test", LocalDate.EPOCH),
                List.of(SOURCE),
                List.of(),
                base,
                Map.of(role.id(), role),
                List.of());
    }

    public Inventory read() throws Exception {
        return lab.read();
    }

    public String picture() throws Exception {
        return TrainingServers.picture(lab.read());
    }

    /** Plans these choices for the server as it is now. */
    public Plan plan(Catalogue catalogue, List<Choice> choices) throws Exception {
        return plan(catalogue, choices, Restrictions.shipped(), HostNames.NONE);
    }

    /** Plans these choices with everything looked up that they name. */
    public Plan plan(Catalogue catalogue, List<Choice> choices, Restrictions restrictions, HostNames hosts)
            throws Exception {
        Inventory inventory = lab.read();
        DependencyGraph graph = DependencyGraph.of(inventory.services().values());
        Purpose purpose = new Purpose(List.copyOf(catalogue.roles().values()), true, List.of());
        Assessment assessment = Assessor.assess(catalogue, inventory, graph, purpose);
        Lookups lookups = ChoiceLookups.of(lab, hosts, inventory, choices);
        return Planner.plan(catalogue, inventory, graph, assessment, choices, restrictions, lookups, pace.now());
    }

    public Plan plan(List<Choice> choices) throws Exception {
        return plan(needing(List.of()), choices);
    }

    public ServerRuns runs() {
        return runs(lab);
    }

    public ServerRuns runs(ServerBackend backend) {
        return new ServerRuns(backend, store, lockFile, pace, new ServerRuns.Operator("tester", "tester"));
    }

    public RunReport apply(Plan plan) throws Exception {
        return runs().apply(plan, EnumSet.allOf(Agreement.class), CancelToken.NEVER, RunListener.NONE);
    }

    public RunReport undo(String run, String... only) throws Exception {
        return runs().undo(find(run), Set.of(only), Conflict.Decider.KEEP, RunListener.NONE);
    }

    public Run find(String run) throws Exception {
        return store.find(run).orElseThrow();
    }

    /** What can be chosen for any service. */
    private static final List<Choice.Action> OF_SERVICES = List.of(
            Choice.Action.KEEP,
            Choice.Action.STOP,
            Choice.Action.MANUAL,
            Choice.Action.STOP_AND_MANUAL,
            Choice.Action.DISABLE);

    /** Some choices for some services of a server. */
    public static List<Choice> randomChoices(RandomGenerator random, Inventory inventory) {
        List<Choice> choices = new ArrayList<>();
        for (ServiceName name : inventory.services().keySet()) {
            if (random.nextInt(3) == 0) {
                Choice.Action action = OF_SERVICES.get(random.nextInt(OF_SERVICES.size()));
                choices.add(new Choice(name, action, Choice.Origin.RECOMMENDATION, ""));
            }
        }
        return choices;
    }

    /** Some services for a catalogue to need. */
    public static List<ServiceName> randomNeeds(RandomGenerator random, Inventory inventory) {
        return inventory.services().keySet().stream()
                .filter(name -> random.nextInt(10) == 0)
                .toList();
    }

    public Optional<Run> onlyRun() throws Exception {
        return store.readAll().runs().stream().findFirst();
    }
}
