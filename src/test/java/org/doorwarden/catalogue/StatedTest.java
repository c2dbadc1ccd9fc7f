package org.doorwarden.catalogue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.doorwarden.catalogue.Role.Group;
import org.doorwarden.catalogue.Vulnerability.Kind;
import org.doorwarden.document.DocumentException;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.Verdict;
import org.doorwarden.testing.WrittenCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must hold of an entry holds wherever it comes from: no reader can make one of which it does not. */
class StatedTest {

    private static final Source BOOK = new Source("book", "A book", "here");
    private static final List<Source> SOURCES = List.of(BOOK);
    private static final Optional<String> NONE = Optional.empty();

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void onlyWhatMayBeAdvisedIsAdvised(Verdict verdict) {
        Executable made = () -> new Advice(verdict, "So.", SOURCES);
        if (verdict == Verdict.REQUIRED || verdict == Verdict.UNKNOWN) {
            assertThrows(IllegalArgumentException.class, made);
        } else {
            assertEquals(verdict, new Advice(verdict, "So.", SOURCES).verdict());
        }
    }

    @Test
    void whatNobodySaysIsNotSaid() {
        refused(() -> new Advice(Verdict.KEEP, "So.", List.of()));
        refused(() -> new Advice(Verdict.KEEP, " ", SOURCES));
        refused(() -> new Caution("Careful.", List.of()));
        refused(() -> new Caution("", SOURCES));
        refused(() -> flaw(Optional.of("CVE-2001-0500"), NONE, List.of()));
        refused(() -> new Requirement(new ServiceName("HTTP"), "", BOOK));
    }

    @Test
    void whatIsCitedHasAnId() {
        assertEquals(
                NONE, flaw(Optional.of("CVE-2001-0500"), NONE, List.of("here")).bulletin());
        refused(() -> flaw(NONE, NONE, List.of("here")));
        refused(() -> flaw(NONE, Optional.of("MS"), List.of("here")));
        refused(() -> new Source("", "A book", "here"));
        refused(() -> new Source("book", "", "here"));
        refused(() -> new Source("book", "A book", ""));
        refused(() -> new Role("", Group.SITE, "Site", "A site.", List.of(), List.of(), Set.of()));
        refused(() -> new KnownProduct(" ", "Acme", List.of("acme"), List.of(), List.of()));
        refused(() -> new KnownProduct("acme", "Acme", List.of(), List.of(), List.of()));
        refused(() -> new Clue.HasProgram(""));
        refused(() -> new Clue.Installed(" "));
    }

    @Test
    void aServiceOfOthersHasAMaker() throws DocumentException {
        ServiceKnowledge service = new WrittenCatalogue()
                .service("Agent")
                .read()
                .find(new ServiceName("Agent"))
                .orElseThrow();
        refused(() -> like(service, ServiceOrigin.THIRD_PARTY, "It does something.", "Agent"));
        refused(() -> like(service, ServiceOrigin.WINDOWS, "", "Agent"));
        refused(() -> like(service, ServiceOrigin.WINDOWS, "It does something.", ""));
        assertEquals(
                "Agent",
                like(service, ServiceOrigin.WINDOWS, "It does something.", "Agent")
                        .displayName());
    }

    /** A pack can be made by hand, with a right checksum; what it says is held to the same. */
    @Test
    void aPackIsHeldToIt() throws DocumentException {
        byte[] pack = CataloguePack.write(new WrittenCatalogue()
                .service("Agent", "advice: {verdict: disable, because: 'REASON', sources: [book]}")
                .read());
        byte[] without =
                new String(pack, ISO_8859_1).replace("REASON", "      ").getBytes(ISO_8859_1);
        DocumentException wrong =
                assertThrows(DocumentException.class, () -> CataloguePack.read("a.pack", sealed(without)));
        assertEquals("catalogue.pack.foreign", wrong.problem().key());
    }

    private static void refused(Executable making) {
        assertThrows(IllegalArgumentException.class, making);
    }

    private static Vulnerability flaw(Optional<String> cve, Optional<String> bulletin, List<String> sources) {
        return new Vulnerability(cve, bulletin, 2001, Kind.REMOTE_CODE, List.of(), false, sources);
    }

    private static ServiceKnowledge like(
            ServiceKnowledge service, ServiceOrigin origin, String purpose, String displayName) {
        return new ServiceKnowledge(
                service.name(),
                service.alsoNamed(),
                displayName,
                origin,
                service.publisher(),
                purpose,
                service.ports(),
                service.risk(),
                service.use(),
                service.startTypes(),
                service.guidance(),
                service.alternatives(),
                service.removal(),
                service.needs(),
                service.carriesSessions(),
                service.vulnerabilities(),
                service.local());
    }

    private static byte[] sealed(byte[] pack) {
        int head = "doorwarden-catalogue-pack 1\n".length();
        int body = head + Integer.BYTES;
        CRC32 checksum = new CRC32();
        checksum.update(pack, body, pack.length - body);
        ByteBuffer.wrap(pack).putInt(head, (int) checksum.getValue());
        return pack;
    }
}
