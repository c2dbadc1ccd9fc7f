package org.doorwarden.wine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorwarden.document.InventoryDocument;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.ReadProblem;
import org.doorwarden.model.ReadProblem.Part;
import org.doorwarden.model.ServerTraits;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.Trait;
import org.doorwarden.model.WebSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a computer is like beside its services, and who made their programs, read from the real registry, files and
 * version resources. {@code reg.exe} and {@code sc.exe} write what is to be found.
 */
@ExtendWith(WineExtension.class)
class TraitsOnWindowsIT {

    private static final String VERSION = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
    private static final String PRODUCT = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\ProductOptions";
    private static final String FIRMWARE = "HKLM\\HARDWARE\\DESCRIPTION\\System";
    private static final String IIS = "HKLM\\SOFTWARE\\Microsoft\\InetStp";
    private static final String SERVER_MANAGER = "HKLM\\SOFTWARE\\Microsoft\\ServerManager";
    private static final String SETUP = "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Setup\\OC Manager";

    private static final Set<Part> ELSEWHERE = EnumSet.of(
            Part.CONFIGURATION, Part.SETTING, Part.FIREWALL, Part.SHARES, Part.SEAT, Part.INDEXED, Part.SMTP, Part.FTP);

    private static final String RESOURCE = """
            1 VERSIONINFO
            {
                BLOCK "StringFileInfo" { BLOCK "%s" { VALUE "CompanyName", "%s" } }
                %s
            }
            """;

    private WineSession wine;
    private Path folder;

    @BeforeEach
    void bareWindows(WineSession session) throws Exception {
        wine = session;
        folder = Files.createDirectories(wine.driveC().resolve("windows/system32/inetsrv/config"));
        clear();
    }

    /** Wine passes on what the firmware of its host says, so that is cleared before, too. */
    @AfterEach
    void clear() throws Exception {
        for (String key : List.of(IIS, SERVER_MANAGER, SETUP)) {
            wine.wine("reg", "delete", key, "/f");
        }
        wine.wine("reg", "delete", VERSION, "/v", "InstallationType", "/f");
        wine.wine("reg", "delete", FIRMWARE, "/v", "SystemBiosVersion", "/f");
        set(FIRMWARE + "\\BIOS", "SystemManufacturer", "REG_SZ", "");
        set(FIRMWARE + "\\BIOS", "SystemProductName", "REG_SZ", "");
        set(PRODUCT, "ProductType", "REG_SZ", "WinNT");
        Files.deleteIfExists(folder.resolve("applicationHost.config"));
        Files.deleteIfExists(folder.getParent().resolve("MetaBase.xml"));
    }

    @Test
    void aBareComputerHasNothingToTellAndNoProblem() throws Exception {
        Inventory inventory = read();
        assertEquals(new ServerTraits(Map.of(Trait.STANDALONE, ""), List.of(), List.of()), inventory.traits());
        assertEquals(List.of(), problems(inventory));
    }

    @Test
    void aModernServerTellsWhatItIs() throws Exception {
        set(VERSION, "InstallationType", "REG_SZ", "Server Core");
        set(PRODUCT, "ProductType", "REG_SZ", "LanmanNT");
        set(FIRMWARE + "\\BIOS", "SystemManufacturer", "REG_SZ", "VMware, Inc.");
        set(FIRMWARE + "\\BIOS", "SystemProductName", "REG_SZ", "VMware7,1");
        set(IIS + "\\Components", "ASPNET45", "REG_DWORD", "1");
        set(IIS + "\\Components", "CGI", "REG_DWORD", "0");
        set(IIS + "\\Components", "ASP", "REG_SZ", "1");
        String cache = SERVER_MANAGER + "\\ServicingStorage\\ServerComponentCache";
        set(cache + "\\Web-CGI", "InstallState", "REG_DWORD", "0");
        set(cache + "\\Web-Server", "InstallState", "REG_DWORD", "1");
        set(cache + "\\NLB", "InstallState", "REG_DWORD", "1");
        set(cache + "\\Half", "DisplayName", "REG_SZ", "Half a feature");
        Files.writeString(
                folder.resolve("applicationHost.config"),
                "\ufeff<?xml version=\"1.0\" encoding=\"UTF-8\"?><configuration><system.applicationHost><sites>"
                        + "<site name=\"Łódź\" id=\"1\"><bindings>"
                        + "<binding protocol=\"https\" bindingInformation=\"*:443:www.example.com\" />"
                        + "</bindings></site></sites></system.applicationHost></configuration>");

        Inventory inventory = read();

        assertEquals(
                new ServerTraits(
                        Map.of(
                                Trait.SERVER_CORE, "",
                                Trait.DOMAIN_CONTROLLER, "",
                                Trait.VIRTUAL_MACHINE, "VMware"),
                        List.of("ASPNET45", "NLB", "Web-Server"),
                        List.of(new WebSite("Łódź", List.of("https *:443:www.example.com")))),
                inventory.traits());
        assertEquals(List.of(), problems(inventory));
    }

    @Test
    void anOldServerTellsWhatItIs() throws Exception {
        set(FIRMWARE, "SystemBiosVersion", "REG_MULTI_SZ", "VRTUAL - 5000805\\0BIOS Date: 05/05/08");
        set(SETUP + "\\Subcomponents", "iis_asp", "REG_DWORD", "1");
        set(SETUP + "\\Subcomponents", "fax", "REG_DWORD", "0");
        Files.writeString(
                folder.getParent().resolve("MetaBase.xml"),
                "<?xml version =\"1.0\"?><configuration xmlns=\"urn:microsoft-catalog:XML_Metabase_V54_0\"><MBProperty>"
                        + "<IIsWebServer\tLocation =\"/LM/W3SVC/1\"\r\n\t\tServerBindings=\":80:\r\n\t\t\t:81:\"\r\n"
                        + "\t\tServerComment=\"Default Web Site\"\r\n\t>\r\n</IIsWebServer></MBProperty></configuration>");

        Inventory inventory = read();

        assertEquals(
                new ServerTraits(
                        Map.of(Trait.STANDALONE, "", Trait.VIRTUAL_MACHINE, "Hyper-V"),
                        List.of("iis_asp"),
                        List.of(new WebSite("Default Web Site", List.of("http *:80:", "http *:81:")))),
                inventory.traits());
        assertEquals(List.of(), problems(inventory));
    }

    @Test
    void sitesThatCannotBeReadAreAProblemAndTheRestIsRead() throws Exception {
        set(IIS + "\\Components", "W3SVC", "REG_DWORD", "1");
        Files.writeString(
                folder.resolve("applicationHost.config"),
                "<!DOCTYPE x SYSTEM \"file:///C:/windows/win.ini\"><configuration/>");

        Inventory inventory = read();

        assertEquals(
                List.of(new ReadProblem(
                        Part.SITES, "C:\\windows\\System32\\inetsrv\\config\\applicationHost.config", 13)),
                problems(inventory));
        assertEquals(new ServerTraits(Map.of(Trait.STANDALONE, ""), List.of("W3SVC"), List.of()), inventory.traits());
    }

    @Test
    void programsOutsideTheWindowsFolderTellWhoMadeThem() throws Exception {
        Path acme = Files.createDirectories(wine.driveC().resolve("Program Files/Acme Tools"));
        String translation = "BLOCK \"VarFileInfo\" { VALUE \"Translation\", 0x407, 0x4b0 }";
        publish(acme.resolve("german.exe"), "040704b0", "Łódź & Söhne", translation);
        publish(acme.resolve("plain.exe"), "040904e4", "Acme", "");
        publish(acme.resolve("unnamed.exe"), "040904b0", "", "");
        publish(wine.driveC().resolve("windows/acme.exe"), "040904b0", "Acme in Windows", "");
        Files.copy(wine.folder().resolve("hold.exe"), acme.resolve("silent.exe"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(acme.resolve("text.exe"), "no program");
        Map<String, String> programs = Map.of(
                "DwGerman", "\"C:\\Program Files\\Acme Tools\\german.exe\" -x",
                "DwGermanAgain", "%ProgramFiles%\\Acme Tools\\german.exe -y",
                "DwPlain", "C:/Program Files/Acme Tools/plain.exe",
                "DwUnnamed", "C:\\Program Files\\Acme Tools\\unnamed.exe",
                "DwSilent", "C:\\Program Files\\Acme Tools\\silent.exe",
                "DwText", "C:\\Program Files\\Acme Tools\\text.exe",
                "DwGone", "C:\\Program Files\\Acme Tools\\gone.exe",
                "DwShare", "\\\\?\\UNC\\127.0.0.1\\c$\\Program Files\\Acme Tools\\german.exe",
                "DwWindows", "C:\\windows\\acme.exe");
        for (Map.Entry<String, String> each : programs.entrySet()) {
            wine.wine("sc", "create", each.getKey(), "binPath=", "C:\\x.exe").expect(0);
            set(
                    "HKLM\\SYSTEM\\CurrentControlSet\\Services\\" + each.getKey(),
                    "ImagePath",
                    "REG_EXPAND_SZ",
                    each.getValue());
        }
        try {
            Inventory inventory = read();
            for (String name : programs.keySet()) {
                String publisher =
                        switch (name) {
                            case "DwGerman", "DwGermanAgain" -> "Łódź & Söhne";
                            case "DwPlain" -> "Acme";
                            default -> "";
                        };
                assertEquals(
                        publisher,
                        inventory.services().get(new ServiceName(name)).publisher(),
                        name);
            }
            assertEquals(List.of(), problems(inventory));
        } finally {
            for (String name : programs.keySet()) {
                wine.wine("sc", "delete", name).expect(0);
            }
        }
    }

    private void publish(Path program, String table, String company, String translation) throws Exception {
        Path resource = wine.compileResources(RESOURCE.formatted(table, company, translation));
        Files.move(wine.compile("published.c", resource.toString()), program, StandardCopyOption.REPLACE_EXISTING);
    }

    private void set(String key, String value, String type, String data) throws Exception {
        wine.wine("reg", "add", key, "/v", value, "/t", type, "/d", data, "/f").expect(0);
    }

    /** What could not be read of what this test is about; there are things that Wine does not have. */
    private static List<ReadProblem> problems(Inventory inventory) {
        return inventory.problems().stream()
                .filter(problem -> !ELSEWHERE.contains(problem.what()))
                .toList();
    }

    private Inventory read() throws Exception {
        Path file = wine.folder().resolve("traits.json");
        wine.java(TestClassPath.windows(), "org.doorwarden.Main", "inventory", "--out", WineSession.windowsPath(file))
                .expect(0);
        return InventoryDocument.read(file);
    }
}
