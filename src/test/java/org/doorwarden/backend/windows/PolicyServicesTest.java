package org.doorwarden.backend.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorwarden.model.ReadProblem;
import org.doorwarden.model.ServiceName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyServicesTest {

    private static final String TEMPLATE = """
            [Unicode]
            Unicode=yes
            [Version]
            signature="$CHICAGO$"
            [Service General Setting]
            "Spooler",4,""
            TlntSvr,4,"D:AR(A;;CCLCSWRPWPDTLOCRRC;;;SY)"
            "MACHINE\\System\\CurrentControlSet\\Services\\Alerter", 4, ""
            "TrkWks",9,"no start type"
            [Registry Values]
            "W3SVC",4,"another section"
            """;

    @TempDir
    Path systemRoot;

    private final List<ReadProblem> problems = new ArrayList<>();

    @Test
    void namesTheServicesThatAppliedTemplatesSet() throws IOException {
        Path folder = Files.createDirectories(systemRoot.resolve("security/templates/policies"));
        Files.write(folder.resolve("gpt00000.dom"), utf16("GPOPath=\\\\x\\SysVol\\{31B2F340}\\MACHINE\n" + TEMPLATE));
        Files.writeString(folder.resolve("readme.txt"), "[Service General Setting]\n\"Browser\",4,\"\"");

        PolicyServices policy = PolicyServices.read(systemRoot, problems);

        String origin = "\\\\x\\SysVol\\{31B2F340}\\MACHINE";
        assertEquals(Optional.of(origin), policy.settingOf(new ServiceName("spooler")));
        assertEquals(Optional.of(origin), policy.settingOf(new ServiceName("TlntSvr")));
        assertEquals(Optional.of(origin), policy.settingOf(new ServiceName("Alerter")));
        assertEquals(Optional.empty(), policy.settingOf(new ServiceName("TrkWks")));
        assertEquals(Optional.empty(), policy.settingOf(new ServiceName("W3SVC")));
        assertEquals(Optional.empty(), policy.settingOf(new ServiceName("Browser")), "not a template");
        assertEquals(List.of(), problems);
    }

    @Test
    void aTemplateThatDoesNotSayWhereItComesFromIsNamedByItsFile() throws IOException {
        Path folder = Files.createDirectories(systemRoot.resolve("security/templates/policies"));
        Files.writeString(folder.resolve("tmpgptfl.inf"), TEMPLATE, StandardCharsets.UTF_8);

        PolicyServices policy = PolicyServices.read(systemRoot, problems);

        assertEquals(Optional.of("tmpgptfl.inf"), policy.settingOf(new ServiceName("Spooler")));
    }

    @Test
    void aServerWithoutPolicyHasNone() {
        assertEquals(Optional.empty(), PolicyServices.read(systemRoot, problems).settingOf(new ServiceName("Spooler")));
        assertEquals(List.of(), problems);
    }

    private static byte[] utf16(String text) {
        return ('\uFEFF' + text.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_16LE);
    }
}
