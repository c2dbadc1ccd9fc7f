package org.doorwarden.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.doorwarden.backend.lab.LabDefinition;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.plan.Choice;
import org.doorwarden.plan.Plan;
import org.doorwarden.plan.Policy;
import org.doorwarden.restrict.Limit;
import org.doorwarden.restrict.Limits;
import org.doorwarden.testing.RandomServer;
import org.doorwarden.testing.RandomSettings;
import org.doorwarden.testing.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inventories, plans and policies survive the way to a file and back; what is not one of them is refused by name. */
class DocumentsTest {

    @TempDir
    Path folder;

    @Test
    void inventoriesAndPlansComeBackAsTheyWere() throws Exception {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Workbench bench = new Workbench(RandomServer.make(random));
            Inventory inventory = bench.read();
            byte[] file = bytes(InventoryDocument.write(inventory));
            assertEquals(inventory, InventoryDocument.read("inventory.json", file));
            Plan plan = bench.plan(Workbench.randomChoices(random, inventory));
            assertEquals(plan, PlanDocument.read("plan.json", bytes(PlanDocument.write(plan))));
        }
    }

    @Test
    void settingsAndPlansOfThemComeBackWhateverTheirTextsAre() throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        RandomSettings settings = new RandomSettings(random);
        for (int i = 0; i < 2_000; i++) {
            Setting setting = settings.anySetting();
            SettingValue value = random.nextInt(8) == 0 ? Absent.WITH_ITS_KEY : settings.value(setting);
            ObjectReader written = ObjectReader.of("s", copy(SettingDocument.setting(setting)));
            assertEquals(setting, SettingDocument.readSetting(written));
            ObjectReader told = ObjectReader.of("v", copy(SettingDocument.value(value)));
            assertEquals(value, SettingDocument.readValue(setting, told));
        }
        for (int seed = 0; seed < 100; seed++) {
            SplittableRandom next = new SplittableRandom(seed);
            LabDefinition definition = RandomServer.makeWithSettings(next);
            Workbench bench = new Workbench(definition);
            Inventory inventory = bench.read();
            assertEquals(inventory, InventoryDocument.read("i.json", bytes(InventoryDocument.write(inventory))));
            Plan plan = new RandomSettings(next)
                    .with(
                            bench.plan(List.of()),
                            inventory,
                            bench.lab,
                            List.copyOf(definition.components().keySet()));
            assertEquals(plan, PlanDocument.read("plan.json", bytes(PlanDocument.write(plan))));
        }
    }

    private static JsonElement copy(JsonObject object) {
        return JsonParser.parseString(object.toString());
    }

    @Test
    void aPlanCutOffAnywhereIsRefused() throws Exception {
        byte[] plan = plan();
        for (int length = 0; length < plan.length - 2; length++) {
            byte[] cut = Arrays.copyOf(plan, length);
            DocumentException wrong = assertThrows(DocumentException.class, () -> PlanDocument.read("plan.json", cut));
            assertEquals("plan.json", wrong.document());
        }
    }

    @Test
    void aPlanWithOneByteChangedIsRefused() throws Exception {
        byte[] plan = plan();
        Plan original = PlanDocument.read("plan.json", plan);
        SplittableRandom random = new SplittableRandom(1);
        int refused = 0;
        for (int i = 0; i < plan.length; i++) {
            byte[] changed = plan.clone();
            changed[i] = (byte) random.nextInt(256);
            try {
                // White space may change; nothing that means something may.
                assertEquals(original, PlanDocument.read("plan.json", changed), "byte " + i);
            } catch (DocumentException wrong) {
                refused++;
            }
        }
        assertTrue(refused > plan.length / 2, refused + " of " + plan.length);
    }

    @Test
    void aPlanSomebodyEditedIsRefused() throws Exception {
        String edited = new String(plan(), StandardCharsets.UTF_8).replace("\"disabled\"", "\"manual\"");
        assertNotEquals(edited, new String(plan(), StandardCharsets.UTF_8));
        DocumentException wrong = assertThrows(
                DocumentException.class, () -> PlanDocument.read("plan.json", edited.getBytes(StandardCharsets.UTF_8)));
        assertEquals("digest", wrong.field());
    }

    @Test
    void foreignNewerAndMisspeltFilesAreNamed() throws Exception {
        String plan = new String(plan(), StandardCharsets.UTF_8);
        assertProblem("document.foreign", "document", "{\"name\":\"left-pad\",\"version\":\"1.0.0\"}");
        assertProblem(
                "document.version", "formatVersion", plan.replace("\"formatVersion\": 1", "\"formatVersion\": 2"));
        assertProblem("document.field.unknown", "chnages", plan.replace("\"roles\"", "\"chnages\": [],\n  \"roles\""));
        assertProblem("document.field.missing", "keepsRunning", plan.replace("\"keepsRunning\"", "\"keepsRuning\""));
        assertProblem("document.not.object", "", "[]");
        assertProblem("document.truncated", "", "");
    }

    @Test
    void aHugeFileIsRefusedBeforeItIsRead() throws Exception {
        Path huge = folder.resolve("huge.json");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(6L << 30);
        }
        DocumentException wrong = assertThrows(DocumentException.class, () -> PlanDocument.read(huge));
        assertEquals("document.too.large", wrong.problem().key());
        assertThrows(DocumentException.class, () -> InventoryDocument.read(huge));
        assertThrows(DocumentException.class, () -> PolicyDocument.read(huge));
    }

    @Test
    void aFileThatIsNotThereOrIsAFolderIsNamed() {
        DocumentException absent =
                assertThrows(DocumentException.class, () -> PlanDocument.read(folder.resolve("none.json")));
        assertEquals("document.absent", absent.problem().key());
        DocumentException notAFile = assertThrows(DocumentException.class, () -> PlanDocument.read(folder));
        assertEquals("document.unreadable", notAFile.problem().key());
    }

    @Test
    void policiesComeBackAsTheyWere() throws Exception {
        Path file = folder.resolve("kept.json");
        List<Policy> policies = List.of(
                new Policy(List.of(), List.of(), false, List.of()),
                new Policy(
                        List.of("static-site", "mail-sending"),
                        List.of("languard-selm", "Any “name” of \\ a program\n"),
                        true,
                        Arrays.stream(Choice.Action.values())
                                .map(action -> new Choice(
                                        new ServiceName("A " + action.id()),
                                        action,
                                        action == Choice.Action.RESTRICT ? limits() : Limits.NONE,
                                        Choice.Origin.ADMINISTRATOR,
                                        "because \"" + action + "\"\u0007"))
                                .toList()));
        for (Policy policy : policies) {
            Files.write(file, PolicyDocument.toBytes(policy));
            assertEquals(policy, PolicyDocument.read(file));
        }
    }

    @Test
    void aPolicyHoldsOneChoiceAService() throws Exception {
        Path file = folder.resolve("policy.json");
        Files.writeString(file, """
                {"document": "doorwarden-policy", "formatVersion": 1, "roles": ["static-site"],
                 "choices": [{"service": "TlntSvr", "action": "disable", "note": "nobody uses it"},
                             {"service": "tlntsvr", "action": "keep"}]}
                """);
        DocumentException twice = assertThrows(DocumentException.class, () -> PolicyDocument.read(file));
        assertEquals("choices[1].service", twice.field());
    }

    private static void assertProblem(String problem, String field, String text) {
        DocumentException wrong = assertThrows(
                DocumentException.class, () -> PlanDocument.read("plan.json", text.getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of(problem, field), List.of(wrong.problem().key(), wrong.field()));
    }

    /** A plan with something in it. */
    private static byte[] plan() throws Exception {
        for (int seed = 0; ; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Workbench bench = new Workbench(RandomServer.make(random));
            Plan plan = bench.plan(Workbench.randomChoices(random, bench.read()));
            if (plan.changes().size() > 3 && plan.changes().toString().contains("DISABLED")) {
                return bytes(PlanDocument.write(plan));
            }
        }
    }

    private static byte[] bytes(com.google.gson.JsonObject document) {
        return JsonText.pretty(document).getBytes(StandardCharsets.UTF_8);
    }

    private static Limits limits() {
        return Limits.NONE
                .with(Limit.FROM, List.of("10.0.0.0/8", "fe80::1"))
                .with(Limit.MEMBERS, List.of())
                .with(Limit.NLA, List.of("on"));
    }
}
