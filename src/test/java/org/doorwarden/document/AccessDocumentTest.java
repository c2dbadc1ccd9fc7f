package org.doorwarden.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.access.FtpSite;
import org.doorwarden.model.access.IndexedScope;
import org.doorwarden.model.access.Seat;
import org.doorwarden.model.access.ServerAccess;
import org.doorwarden.model.access.Share;
import org.doorwarden.model.access.SmtpServer;
import org.doorwarden.testing.RandomSettings;
import org.doorwarden.testing.WrittenServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who can reach a server survives the way to a file and back, whatever shares, sites and folders are called. */
class AccessDocumentTest {

    private static final Inventory SERVER = new WrittenServer().read();

    @Test
    void whateverWasReadComesBackAsItWas() throws Exception {
        for (int seed = 0; seed < 400; seed++) {
            Inventory inventory = with(access(new SplittableRandom(seed)));
            assertEquals(inventory, read(InventoryDocument.write(inventory)), "seed " + seed);
        }
    }

    @Test
    void whatWasNotReadIsNotAnEmptyList() throws Exception {
        ServerAccess nothing = ServerAccess.UNKNOWN;
        ServerAccess none = new ServerAccess(
                nothing.seat(),
                nothing.values(),
                nothing.firewall(),
                Optional.of(List.of()),
                List.of(),
                List.of(),
                Optional.of(List.of()));
        for (ServerAccess access : List.of(nothing, none)) {
            assertEquals(access, read(InventoryDocument.write(with(access))).access());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"nobody\"          | \"no one\"             | access.smtpServers[0].relay",
                "\"the public\"      | [\"the public\"]       | access.shares[0].remark",
                "[\"*:21:\"]         | \"*:21:\"              | access.ftpSites[0].bindings",
                "\"10.0.0.1\"        | 10                     | access.ftpSites[0].addressRules[0].address",
                "\"D:\\\\Memos\"     | null                   | access.indexedScopes[0].path",
                "\"dataTls\"         | \"more\": 1, \"dataTls\" | access.ftpSites[0].more",
                "\"hasCertificate\": true | \"hasCertificate\": 1 | access.ftpSites[0].hasCertificate",
            })
    void whatIsWrongIsNamed(String right, String wrong, String field) {
        ServerAccess access = new ServerAccess(
                Seat.UNKNOWN,
                Map.of(),
                Optional.empty(),
                Optional.of(List.of(new Share("www", "C:\\www", "the public", false, List.of()))),
                List.of(new IndexedScope("Web", "D:\\Memos", true, "key")),
                List.of(new SmtpServer("one", List.of(), SmtpServer.Relay.NOBODY, false, List.of())),
                Optional.of(List.of(new FtpSite(
                        "ftp",
                        List.of("*:21:"),
                        false,
                        true,
                        "SslAllow",
                        "SslAllow",
                        true,
                        true,
                        List.of(new FtpSite.AddressRule("10.0.0.1", "", true)),
                        Optional.empty()))));
        String text = JsonText.pretty(InventoryDocument.write(with(access)));
        String broken = text.replaceAll("\\[\\s+(\"\\*:21:\")\\s+]", "[$1]").replace(right, wrong);
        DocumentException complaint = assertThrows(
                DocumentException.class, () -> InventoryDocument.read("x", broken.getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of("x", field), List.of(complaint.document(), complaint.field()));
    }

    private static ServerAccess access(SplittableRandom random) {
        RandomSettings settings = new RandomSettings(random);
        ServerAccess some = settings.access();
        return new ServerAccess(
                new Seat(one(random, Seat.Kind.values()), settings.text()),
                some.values(),
                some.firewall(),
                some(random, () -> share(random, settings)),
                some(random, () -> scope(random, settings)).orElse(List.of()),
                some(random, () -> smtp(random, settings)).orElse(List.of()),
                some(random, () -> ftp(random, settings)));
    }

    private static Share share(SplittableRandom random, RandomSettings settings) {
        return new Share(
                settings.text(), settings.text(), settings.text(), random.nextBoolean(), texts(random, settings));
    }

    private static IndexedScope scope(SplittableRandom random, RandomSettings settings) {
        return new IndexedScope(settings.text(), settings.text(), random.nextBoolean(), settings.text());
    }

    private static SmtpServer smtp(SplittableRandom random, RandomSettings settings) {
        return new SmtpServer(
                settings.text(),
                texts(random, settings),
                one(random, SmtpServer.Relay.values()),
                random.nextBoolean(),
                texts(random, settings));
    }

    private static FtpSite ftp(SplittableRandom random, RandomSettings settings) {
        return new FtpSite(
                settings.text(),
                texts(random, settings),
                random.nextBoolean(),
                random.nextBoolean(),
                settings.text(),
                settings.text(),
                random.nextBoolean(),
                random.nextBoolean(),
                some(random, () -> new FtpSite.AddressRule(settings.text(), settings.text(), random.nextBoolean()))
                        .orElse(List.of()),
                random.nextBoolean() ? Optional.of(settings.text()) : Optional.empty());
    }

    private static List<String> texts(SplittableRandom random, RandomSettings settings) {
        return some(random, settings::text).orElse(List.of());
    }

    private static <T> Optional<List<T>> some(SplittableRandom random, Supplier<T> make) {
        if (random.nextInt(4) == 0) {
            return Optional.empty();
        }
        List<T> some = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            some.add(make.get());
        }
        return Optional.of(some);
    }

    private static <T> T one(SplittableRandom random, T[] all) {
        return all[random.nextInt(all.length)];
    }

    private static Inventory with(ServerAccess access) {
        return new Inventory(
                SERVER.server(),
                SERVER.takenAt(),
                SERVER.services(),
                SERVER.unownedListeners(),
                SERVER.products(),
                SERVER.traits(),
                access,
                SERVER.problems());
    }

    private static Inventory read(JsonObject document) throws DocumentException {
        return InventoryDocument.read("x", JsonText.pretty(document).getBytes(StandardCharsets.UTF_8));
    }
}
