package org.doorwarden.wine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorwarden.backend.windows.NetFw;
import org.doorwarden.document.InventoryDocument;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.ReadProblem;
import org.doorwarden.model.ReadProblem.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The firewall's interface and DISM, really called. Wine has neither behind the interface; what it answers must become an
 * error. What the other tests take for the layout of the interfaces is compared with the headers of Windows.
 */
@ExtendWith(WineExtension.class)
class FirewallOnWindowsIT {

    @Test
    void theHeadersOfWindowsHaveTheSameLayout(WineSession wine) throws Exception {
        wine.compile("interfaces.c", "-luuid", "-loleaut32");
        Map<String, String> headers = new HashMap<>();
        wine.wine(wine.program("interfaces.exe"))
                .expect(0)
                .out()
                .lines()
                .map(line -> line.split(" "))
                .forEach(line -> headers.put(line[0], line[1]));

        Map<String, String> ours = new HashMap<>(Map.of(
                "CLSID_NetFwPolicy2", NetFw.POLICY_CLASS,
                "IID_INetFwPolicy2", NetFw.POLICY_INTERFACE,
                "CLSID_NetFwRule", NetFw.RULE_CLASS,
                "IID_INetFwRule", NetFw.RULE_INTERFACE,
                "IID_IEnumVARIANT", NetFw.ENUM_VARIANT,
                "IEnumVARIANT.Next", "3",
                "VARIANT", "24",
                "VARIANT.pdispVal", "8"));
        ours.putAll(Map.of(
                "DismFeature", "12",
                "DismFeature.State", "8",
                "DismFeatureInfo", "44",
                "DismFeatureInfo.FeatureState", "8",
                "DismFeatureInfo.DisplayName", "12",
                "DismFeatureInfo.Description", "20",
                "DismFeatureInfo.RestartRequired", "28",
                "DismFeatureInfo.CustomProperty", "32",
                "DismFeatureInfo.CustomPropertyCount", "40",
                "DismString.Value", "0"));
        Map.of("INetFwPolicy2", NetFw.POLICY_TABLE, "INetFwRules", NetFw.RULES_TABLE, "INetFwRule", NetFw.RULE_TABLE)
                .forEach((name, table) -> table.forEach(function ->
                        ours.put(name + "." + function, String.valueOf(NetFw.FIRST_SLOT + table.indexOf(function)))));
        assertEquals(ours, headers);
    }

    @Test
    void whatCannotBeReadOrChangedIsSaid(WineSession wine) throws Exception {
        List<String> answers = wine.java(TestClassPath.windows(), "org.doorwarden.backend.windows.AskFirewallAndDism")
                .expect(0)
                .out()
                .lines()
                .toList();

        String notThere = "error 0x80004001, this Windows has not implemented it.";
        String noDism =
                "Could not read TelnetServer: this Windows has no DISM interface for programs, which is there since"
                        + " Windows Server 2012; uninstall it in Server Manager.";
        assertEquals(
                List.of(
                        "read: false [ReadProblem[what=FIREWALL, target=INetFwPolicy2.CurrentProfileTypes,"
                                + " code=-2147467263]]",
                        "rule: Could not read Doorwarden: test: " + notThere,
                        "add: Could not change Doorwarden: test: " + notThere,
                        "remove: Could not change Doorwarden: test: " + notThere,
                        "component: " + noDism,
                        "detail: " + noDism),
                answers);
    }

    @Test
    void aReadingNamesTheFirewallAsAProblem(WineSession wine) throws Exception {
        Path file = wine.folder().resolve("firewall.json");
        wine.java(TestClassPath.windows(), "org.doorwarden.Main", "inventory", "--out", WineSession.windowsPath(file))
                .expect(0);
        Inventory inventory = InventoryDocument.read(file);

        assertEquals(Optional.empty(), inventory.access().firewall());
        List<ReadProblem> problems = inventory.problems().stream()
                .filter(problem -> problem.what() == Part.FIREWALL)
                .toList();
        assertTrue(problems.size() == 1, problems::toString);
    }
}
