package org.doorwarden.backend.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.doorwarden.analysis.DependencyGraph;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.model.Changeability;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Listener;
import org.doorwarden.model.Protocol;
import org.doorwarden.model.ReadProblem;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceType;
import org.doorwarden.model.StartType;
import org.doorwarden.model.Trait;
import org.doorwarden.testing.VirtualPace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The training servers that ship: that they hold together as real servers do, and show what they promise. */
class ShippedLabsTest {

    private static final String PER_USER_SUFFIX = "_3f2a1";

    @Test
    void theOldestComesFirst() {
        LabDefinitions definitions = new LabDefinitions();
        assertEquals(List.of("iis5-2001", "iis6-2003", "iis10-2022", "messy"), definitions.names());
        assertTrue(definitions.find("../catalogue/roles").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"iis5-2001", "iis6-2003", "iis10-2022"})
    void everyNeedIsThereAndRunsUnderWhatRuns(String name) throws Exception {
        Inventory inventory = read(name);
        for (Service service : inventory.services().values()) {
            for (ServiceName needed : service.dependsOn()) {
                Service there = inventory
                        .find(needed)
                        .orElseThrow(() -> new AssertionError(service.name() + " needs " + needed));
                assertTrue(!service.isActive() || there.isActive(), service.name() + " runs over " + needed);
            }
        }
        DependencyGraph graph = DependencyGraph.of(inventory.services().values());
        for (Service service : inventory.services().values()) {
            for (String group : service.dependsOnGroups()) {
                assertFalse(graph.members(group).isEmpty(), service.name() + " needs the group " + group);
            }
        }
        assertEquals(List.of(), List.copyOf(graph.cycles()));
        assertEquals(List.of(), inventory.problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"iis5-2001", "iis6-2003", "iis10-2022", "messy"})
    void portsBelongToWhatRunsAndToOneProcessOnly(String name) throws Exception {
        Inventory inventory = read(name);
        Map<String, String> owners = new HashMap<>();
        for (Service service : inventory.services().values()) {
            for (Listener listener : service.listeners()) {
                assertTrue(service.isActive(), service.name() + " listens and does not run");
                own(owners, listener, service.name().value());
            }
        }
        inventory.unownedListeners().forEach(unowned -> own(owners, unowned.listener(), unowned.process()));
        assertTrue(owners.containsKey("TCP 0.0.0.0 80"), "a web server");
    }

    private static void own(Map<String, String> owners, Listener listener, String owner) {
        String before = owners.put(listener.protocol() + " " + listener.address() + " " + listener.port(), owner);
        assertNull(before, listener + " of " + owner);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iis5-2001", "iis6-2003", "iis10-2022"})
    void everythingIsNamedAndDescribed(String name) throws Exception {
        Set<String> displayNames = new HashSet<>();
        for (Service service : read(name).services().values()) {
            assertFalse(service.description().isBlank(), service.name().value());
            assertFalse(service.imagePath().isBlank(), service.name().value());
            assertEquals(
                    service.isDriver(), service.account().isEmpty() && service.type() != ServiceType.USER_INSTANCE);
            assertTrue(displayNames.add(service.displayName()), service.displayName());
            assertFalse(
                    service.isDriver() && service.acceptsStop(), service.name().value());
        }
    }

    @Test
    void windows2000IsAsLargeAsItWas() throws Exception {
        assertCounts("iis5-2001", 64, 5);
        assertEquals(Set.of(Trait.STANDALONE, Trait.PHYSICAL_MACHINE), traits("iis5-2001"));
    }

    @Test
    void windows2003RunsLessAndUnderSmallerAccounts() throws Exception {
        assertCounts("iis6-2003", 90, 8);
        Inventory inventory = read("iis6-2003");
        assertEquals(Set.of(Trait.STANDALONE, Trait.PHYSICAL_MACHINE), traits("iis6-2003"));
        assertTrue(running(inventory) < 50, "fewer than half of them run");
        assertEquals(
                new TreeSet<>(Set.of("LocalSystem", "NT AUTHORITY\\LocalService", "NT AUTHORITY\\NetworkService")),
                accounts(inventory));
        assertEquals(
                List.of(new ServiceName("HTTPFilter"), new ServiceName("IISADMIN")),
                service(inventory, "W3SVC").dependsOn());
        assertEquals(
                Set.of(21, 25, 80, 135, 443, 445, 3389), reachable(inventory, Set.of(21, 25, 80, 135, 443, 445, 3389)));
    }

    @Test
    void windows2022IsAWholeServer() throws Exception {
        assertCounts("iis10-2022", 225, 31);
        Inventory inventory = read("iis10-2022");
        assertEquals(Set.of(Trait.DOMAIN_MEMBER, Trait.VIRTUAL_MACHINE), traits("iis10-2022"));
        Set<Integer> doors = Set.of(21, 80, 135, 443, 445, 3389, 5985, 8172, 47001, 49665, 49731);
        assertEquals(doors, reachable(inventory, doors));
        assertEquals(
                new TreeSet<>(List.of(
                        "AppIDSvc",
                        "AppXSvc",
                        "ClipSVC",
                        "DoSvc",
                        "MDCoreSvc",
                        "SecurityHealthService",
                        "Sense",
                        "SgrmBroker",
                        "sppsvc",
                        "WaaSMedicSvc",
                        "WdNisSvc",
                        "WinDefend")),
                named(inventory, Changeability.Kind.PROTECTED));
        assertTrue(named(inventory, Changeability.Kind.RIGHT_MISSING).containsAll(List.of("BFE", "mpssvc", "RpcSs")));
        for (Service service : inventory.services().values()) {
            assertEquals(
                    service.type().isPerUser(),
                    service.changeability().kind() == Changeability.Kind.PER_USER,
                    service.name().value());
            if (service.type() == ServiceType.USER_INSTANCE) {
                String instance = service.name().value();
                assertTrue(instance.endsWith(PER_USER_SUFFIX), instance);
                Service template =
                        service(inventory, instance.substring(0, instance.length() - PER_USER_SUFFIX.length()));
                assertEquals(ServiceType.USER_TEMPLATE, template.type());
                assertFalse(template.isActive(), "a template never runs itself");
            }
        }
        assertTrue(service(inventory, "MSDTC").startType() == StartType.AUTOMATIC_DELAYED);
        assertTrue(service(inventory, "W32Time").triggerStart());
    }

    @Test
    void servicesOfOneProcessShareItsNumber() throws Exception {
        Inventory inventory = read("iis10-2022");
        assertEquals(
                service(inventory, "W3SVC").pid(), service(inventory, "WAS").pid());
        assertEquals(
                service(inventory, "SamSs").pid(), service(inventory, "KeyIso").pid());
        assertTrue(service(inventory, "Dhcp").pid()
                != service(inventory, "EventLog").pid());
    }

    @Test
    void theMessyOneIsAsMessyAsItSays() throws Exception {
        Inventory inventory = read("messy");
        DependencyGraph graph = DependencyGraph.of(inventory.services().values());
        assertEquals(
                Set.of(Set.of("AppCache", "AppQueue", "AppServer"), Set.of("Ouroboros")),
                graph.cycles().stream()
                        .map(cycle -> cycle.stream().map(ServiceName::value).collect(Collectors.toSet()))
                        .collect(Collectors.toSet()));
        assertEquals(List.of(new ServiceName("FirebirdServerDefault")), graph.missing(new ServiceName("ArchiveIndex")));
        assertTrue(service(inventory, "ArchiveIndex").isActive(), "it runs over what is gone");
        assertEquals(2, graph.missing(new ServiceName("ScanStation")).size());
        assertEquals(3, graph.members("Message Bus").size());
        assertEquals(StartType.DISABLED, service(inventory, "BusNode3").startType());
        assertEquals(3, graph.neededByThroughGroup(new ServiceName("BusNode1")).size(), "several need the group");
        assertEquals(List.of(), graph.members("Fax Lines"));
        assertEquals(
                EnumSet.allOf(Changeability.Kind.class),
                inventory.services().values().stream()
                        .map(service -> service.changeability().kind())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Changeability.Kind.class))));
        assertEquals(
                List.of(new ReadProblem(ReadProblem.Part.CONFIGURATION, "SealedVault", WindowsError.ACCESS_DENIED)),
                inventory.problems());
        assertEquals(
                2,
                inventory.services().values().stream()
                        .filter(service -> service.displayName().equals("Update Service"))
                        .count());
        assertTrue(service(inventory, "Chatterbox").description().length() > 5000);
        assertTrue(inventory.unownedListeners().stream().anyMatch(unowned -> unowned.pid() == 0));
        for (String dangerous : List.of("<b>", "=cmd|", "%s", "\"", "\n", "\u2028", "\u202E", "\u001b")) {
            assertTrue(
                    inventory.services().values().stream()
                            .anyMatch(service -> service.displayName().contains(dangerous)),
                    dangerous);
        }
    }

    @Test
    void theMessyOneFailsInTheseWaysFromTheBeginning() {
        LabDefinition messy = definition("messy");
        assertEquals(
                EnumSet.of(
                        Fault.Kind.ACCESS_DENIED,
                        Fault.Kind.CONFIG_IGNORED,
                        Fault.Kind.STOP_HANGS,
                        Fault.Kind.START_FAILS,
                        Fault.Kind.LOGON_FAILS,
                        Fault.Kind.RESTARTS_ITSELF),
                messy.faults().stream()
                        .map(Fault::kind)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Fault.Kind.class))));
        for (String clean : List.of("iis5-2001", "iis6-2003", "iis10-2022")) {
            assertEquals(List.of(), definition(clean).faults());
        }
        assertEquals(
                20_000,
                messy.services().get(new ServiceName("Tomcat9")).starting().toMillis());
    }

    private static void assertCounts(String name, int services, int drivers) throws Exception {
        Inventory inventory = read(name);
        long found =
                inventory.services().values().stream().filter(Service::isDriver).count();
        assertEquals(drivers, found);
        assertEquals(services, inventory.services().size() - found);
    }

    private static long running(Inventory inventory) {
        return inventory.services().values().stream()
                .filter(service -> service.isActive() && !service.isDriver())
                .count();
    }

    private static Set<String> accounts(Inventory inventory) {
        return inventory.services().values().stream()
                .map(Service::account)
                .filter(account -> !account.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Integer> reachable(Inventory inventory, Set<Integer> ports) {
        List<Integer> open = new ArrayList<>();
        inventory
                .services()
                .values()
                .forEach(service -> service.listeners().stream()
                        .filter(listener -> listener.reachable() && listener.protocol() == Protocol.TCP)
                        .forEach(listener -> open.add(listener.port())));
        return ports.stream().filter(open::contains).collect(Collectors.toSet());
    }

    private static Set<String> named(Inventory inventory, Changeability.Kind kind) {
        return inventory.services().values().stream()
                .filter(service -> service.changeability().kind() == kind)
                .map(service -> service.name().value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Trait> traits(String name) {
        return definition(name).traits().traits().keySet();
    }

    private static Service service(Inventory inventory, String name) {
        return inventory.find(new ServiceName(name)).orElseThrow();
    }

    private static LabDefinition definition(String name) {
        return new LabDefinitions().find(name).orElseThrow();
    }

    private static Inventory read(String name) throws Exception {
        return TrainingServers.of(new VirtualPace(), definition(name)).read();
    }
}
