package org.doorwarden.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.KnownProduct;
import org.doorwarden.document.DocumentException;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.Verdict;
import org.doorwarden.testing.WrittenCatalogue;
import org.doorwarden.testing.WrittenServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Products are known by the names they install under and by where their services' programs lie. */
class ProductsInUseTest {

    private Catalogue catalogue;

    @BeforeEach
    void read() throws DocumentException {
        catalogue = new WrittenCatalogue()
                .service("MSMQ")
                .service("Spooler")
                .product(
                        "acme",
                        "name: 'Acme Monitor', recognisedBy: ['acme monitor', 'acme m.o.n.'],"
                                + "recognisedByPath: ['\\\\acme\\\\monitor\\\\'],"
                                + "requires: [{service: MSMQ, because: 'It sends.', source: book}]")
                .product(
                        "print",
                        "recognisedBy: ['print shop'],"
                                + "requires: [{service: Spooler, because: 'It prints.', source: book}]")
                .read();
    }

    @ParameterizedTest
    @CsvSource({
        "Acme Monitor, acme",
        "ACME MONITOR 3.1 (64-bit), acme",
        "The Acme M.O.N. Suite, acme",
        "Acme Moni, ''",
        "Monitor, ''",
        "The Print Shop, print",
    })
    void byTheNameItInstalledUnder(String name, String found) {
        assertEquals(found, ids(new WrittenServer().product(name).read()));
    }

    @ParameterizedTest
    @CsvSource({
        "C:\\Program Files\\Acme\\Monitor\\agent.exe -s, acme",
        "'\"D:\\ACME\\MONITOR\\x.exe\"', acme",
        "C:\\Program Files\\Acme\\Monitoring\\agent.exe, ''",
        "C:\\Acme Monitor\\agent.exe, ''",
        "'', ''",
    })
    void byThePathOfAProgram(String path, String found) {
        assertEquals(
                found,
                ids(new WrittenServer()
                        .service(Service.named("Agent").imagePath(path).build())
                        .read()));
    }

    @Test
    void aPathIsNotPutTogetherFromTwo() {
        assertEquals(
                "",
                ids(new WrittenServer()
                        .service(Service.named("A").imagePath("C:\\acme").build())
                        .service(
                                Service.named("B").imagePath("\\monitor\\x.exe").build())
                        .read()));
    }

    @Test
    void inTheOrderOfTheCatalogueAndEachOnce() {
        assertEquals(
                "acme print",
                ids(new WrittenServer()
                        .product("Print Shop 1")
                        .product("Print Shop 2")
                        .product("Acme Monitor")
                        .service(Service.named("A")
                                .imagePath("c:\\acme\\monitor\\a.exe")
                                .build())
                        .read()));
    }

    @Test
    void whatAProductNeedsIsRequired() {
        Inventory plain = new WrittenServer().runs("MSMQ").runs("Spooler").read();
        Inventory byName = new WrittenServer()
                .runs("MSMQ")
                .runs("Spooler")
                .product("Acme Monitor")
                .read();
        Inventory byPath = new WrittenServer()
                .runs("MSMQ")
                .runs("Spooler")
                .service(Service.named("Agent")
                        .imagePath("c:\\acme\\monitor\\a.exe")
                        .build())
                .read();
        assertEquals(Verdict.DISABLE, verdict(plain, List.of(), "MSMQ"));
        assertEquals(Verdict.REQUIRED, verdict(byName, List.of(), "MSMQ"));
        assertEquals(Verdict.REQUIRED, verdict(byPath, List.of(), "MSMQ"));
        assertEquals(
                Verdict.REQUIRED,
                verdict(plain, List.of(catalogue.product("Acme Monitor").orElseThrow()), "MSMQ"));
        assertEquals(Verdict.DISABLE, verdict(byName, List.of(), "Spooler"));
    }

    @ParameterizedTest
    @CsvSource({"acme, acme", "ACME, acme", "acme monitor, acme", "Acme Monitor 3.1, acme", "PRINT, print"})
    void aPersonNamesItInManyWays(String words, String found) {
        assertEquals(found, catalogue.product(words).orElseThrow().id());
        assertEquals(true, catalogue.product("Solitaire").isEmpty());
    }

    private String ids(Inventory inventory) {
        return String.join(
                " ",
                ProductsInUse.find(catalogue, inventory).stream()
                        .map(KnownProduct::id)
                        .toList());
    }

    private Verdict verdict(Inventory inventory, List<KnownProduct> named, String service) {
        return Assessor.assess(
                        catalogue,
                        inventory,
                        DependencyGraph.of(inventory.services().values()),
                        new Purpose(List.copyOf(catalogue.roles().values()), true, named))
                .find(new ServiceName(service))
                .orElseThrow()
                .verdict();
    }
}
