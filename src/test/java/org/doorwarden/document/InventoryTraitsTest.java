package org.doorwarden.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.ServerTraits;
import org.doorwarden.model.Service;
import org.doorwarden.model.Trait;
import org.doorwarden.testing.WrittenServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server is like beside its services survives the way to a file and back. */
class InventoryTraitsTest {

    private final Inventory inventory = new WrittenServer()
            .service(Service.named("Agent").publisher("Acme “Ü”").build())
            .trait(Trait.SERVER_CORE, "")
            .trait(Trait.DOMAIN_MEMBER, "example.com")
            .feature("Web-Server")
            .site("Default Web Site")
            .site("")
            .read();

    @Test
    void comesBackAsItWas() throws Exception {
        assertEquals(inventory, read(InventoryDocument.write(inventory)));
    }

    @Test
    void aFileOfAnEarlierVersionSaysNothingOfIt() throws Exception {
        JsonObject document = InventoryDocument.write(inventory);
        document.remove("traits");
        document.getAsJsonArray("services").get(0).getAsJsonObject().remove("publisher");
        Inventory read = read(document);
        assertEquals(ServerTraits.UNKNOWN, read.traits());
        assertEquals("", read.services().values().iterator().next().publisher());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"server-core\"        | \"server-cote\"          | traits.told.server-cote",
                "\"example.com\"        | 7                        | traits.told.domain-member",
                "[\"Web-Server\"]       | \"Web-Server\"           | traits.features",
                "\"Default Web Site\"   | null                     | traits.sites[0].name",
                "\"features\"           | \"more\": 1, \"features\" | traits.more",
                "\"bindings\"           | \"binding\"              | traits.sites[0].binding",
            })
    void whatIsWrongIsNamed(String right, String wrong, String field) {
        String text = JsonText.compact(InventoryDocument.write(inventory)).replace(right, wrong);
        DocumentException complaint = assertThrows(
                DocumentException.class, () -> InventoryDocument.read("x", text.getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of("x", field), List.of(complaint.document(), complaint.field()));
    }

    private static Inventory read(JsonObject document) throws DocumentException {
        return InventoryDocument.read("x", JsonText.pretty(document).getBytes(StandardCharsets.UTF_8));
    }
}
