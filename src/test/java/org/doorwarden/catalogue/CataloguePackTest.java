package org.doorwarden.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.doorwarden.document.DocumentException;
import org.doorwarden.model.ServiceName;
import org.doorwarden.testing.WrittenCatalogue;
import org.junit.jupiter.api.Test;

/** What is packed comes back as it was; what is damaged is refused by name, and never half believed. */
class CataloguePackTest {

    private static final String NAME = "somewhere/catalogue.pack";
    private static final String STRANGE = "日本語 \ud83d\udeaa ü \u0000 0";
    private static final int HEAD = "doorwarden-catalogue-pack 1\n".length();
    private static final int BODY = HEAD + Integer.BYTES;

    @Test
    void ourCatalogueComesBackEntryByEntry() throws Exception {
        Catalogue written = CatalogueReader.read(CatalogueFile.bundled(), "en");
        Catalogue packed = CataloguePack.read(NAME, CataloguePack.write(written));
        assertTrue(
                written.services().size() > 500,
                "services: " + written.services().size());
        for (int i = 0; i < written.services().size(); i++) {
            assertEquals(written.services().get(i), packed.services().get(i));
        }
        assertSameKnowledge(written, packed);
    }

    @Test
    void everyKindOfStatementComesBack() throws Exception {
        Catalogue written = everything();
        assertEquals(4, written.role("all").orElseThrow().clues().size());
        Catalogue packed = CataloguePack.read(NAME, CataloguePack.write(written));
        assertSameKnowledge(written, packed);
        ServiceKnowledge full = packed.find(new ServiceName("full$7")).orElseThrow();
        assertEquals(STRANGE, full.purpose());
        assertEquals(2, full.guidance().later().size());
    }

    @Test
    void cutOffAnywhereItIsRefused() throws Exception {
        byte[] pack = CataloguePack.write(everything());
        for (int length = 0; length < pack.length; length++) {
            assertRefused(Arrays.copyOf(pack, length), "cut at " + length);
        }
        assertRefused(Arrays.copyOf(pack, pack.length + 1), "a byte more");
    }

    @Test
    void withOneByteChangedItIsRefused() throws Exception {
        byte[] pack = CataloguePack.write(everything());
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < pack.length; i++) {
            byte[] changed = pack.clone();
            changed[i] ^= (byte) (1 + random.nextInt(255));
            assertRefused(changed, "byte " + i);
        }
    }

    @Test
    void saysWhetherItIsForeignOrDamaged() throws Exception {
        byte[] pack = CataloguePack.write(everything());
        byte[] damaged = pack.clone();
        damaged[pack.length / 2]++;
        byte[] newer = pack.clone();
        newer[HEAD - 2]++;
        assertEquals(
                "catalogue.pack.damaged",
                assertRefused(damaged, "damaged").problem().key());
        for (byte[] foreign : List.of(
                new byte[0],
                newer,
                "{\"document\": \"doorwarden-catalogue\"}".getBytes(StandardCharsets.UTF_8),
                new byte[1 << 20])) {
            assertEquals(
                    "catalogue.pack.foreign",
                    assertRefused(foreign, "foreign").problem().key());
        }
    }

    /** A right checksum is easily made: nonsense under it is refused as well, and asks for no endless memory. */
    @Test
    void nonsenseWithARightChecksumIsRefusedOrReadInPeace() throws Exception {
        byte[] pack = CataloguePack.write(everything());
        SplittableRandom random = new SplittableRandom(2);
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] changed = random.nextInt(4) == 0
                    ? Arrays.copyOf(pack, BODY + random.nextInt(pack.length - BODY))
                    : pack.clone();
            for (int i = 1 + random.nextInt(4); i > 0 && changed.length > BODY; i--) {
                changed[BODY + random.nextInt(changed.length - BODY)] = (byte) random.nextInt(256);
            }
            try {
                CataloguePack.read(NAME, sealed(changed));
            } catch (DocumentException wrong) {
                assertEquals(NAME, wrong.document());
                refused++;
            }
        }
        assertTrue(refused > 2_000, "refused: " + refused);
    }

    /** A catalogue in which every field there is says something. */
    private static Catalogue everything() throws DocumentException {
        return new WrittenCatalogue()
                .base("RpcSs")
                .role(
                        "all",
                        "group: surroundings, excludes: [b], requires: [{service: Full, because: 'So.', source: book}]",
                        "clues: [{running: Full, until: '6.1'}, {feature: Web-Asp}, {program: acme}, {trait: server-core}]")
                .role("b", "group: service, clues: [{running: Other}]")
                .product(
                        "acme",
                        "recognisedBy: ['Acme'], recognisedByPath: ['\\\\acme\\\\'],"
                                + "requires: [{service: Full, because: 'It does.', source: book}]")
                .service(
                        "Full",
                        "alsoNamed: ['Full$*', Other], publisher: Acme, purpose: '" + STRANGE
                                + "', carriesSessions: true",
                        "ports: [{protocol: tcp, port: 1}, {protocol: udp, port: 65535}]",
                        "caution: {text: 'Careful.', sources: [book]}, startTypes: {'2000': manual, '2025': absent}",
                        "laterAdvice: [{from: '10.0', verdict: keep, because: 'New.', sources: [book]},"
                                + "{from: '6.1', verdict: restrict, because: 'Old.', sources: [book]}]",
                        "byRole: {b: {verdict: uninstall, because: 'There.', sources: [book]}}",
                        "positions: [{source: book, says: ok-to-disable, item: '5.1'}]",
                        "alternatives: [One, Two], removal: 'Take it away.'",
                        "needs: [{service: HTTP, because: 'It asks.', source: book}]",
                        "vulnerabilities: [{cve: CVE-2001-0500, bulletin: MS01-033, year: 2001,"
                                + "kind: remote-code-execution, knownAs: ['Code Red'], exploited: true, sources: [here]}]")
                .service("Plain")
                .read();
    }

    private static DocumentException assertRefused(byte[] bytes, String what) {
        DocumentException wrong = assertThrows(DocumentException.class, () -> CataloguePack.read(NAME, bytes), what);
        assertEquals(NAME, wrong.document());
        return wrong;
    }

    private static void assertSameKnowledge(Catalogue one, Catalogue other) {
        assertEquals(one.edition(), other.edition());
        assertEquals(List.copyOf(one.sources()), other.sources());
        assertEquals(one.services(), other.services());
        assertEquals(one.base(), other.base());
        assertEquals(
                new ArrayList<>(one.roles().entrySet()),
                new ArrayList<>(other.roles().entrySet()));
        assertEquals(one.products(), other.products());
    }

    private static byte[] sealed(byte[] pack) {
        CRC32 checksum = new CRC32();
        checksum.update(pack, BODY, pack.length - BODY);
        ByteBuffer.wrap(pack).putInt(HEAD, (int) checksum.getValue());
        return pack;
    }
}
