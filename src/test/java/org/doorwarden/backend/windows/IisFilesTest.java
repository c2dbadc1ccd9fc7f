package org.doorwarden.backend.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.doorwarden.model.ReadProblem;
import org.doorwarden.model.ReadProblem.Part;
import org.doorwarden.model.WebSite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IisFilesTest {

    private static final String APPLICATION_HOST =
            "<configuration><system.applicationHost><sites><site name='New'/></sites></system.applicationHost></configuration>";
    private static final String METABASE =
            "<configuration><IIsWebServer Location='/LM/W3SVC/1' ServerComment='Old'/></configuration>";

    @TempDir
    Path systemRoot;

    private final List<ReadProblem> problems = new ArrayList<>();
    private Path folder;

    @BeforeEach
    void makeTheFolders() throws IOException {
        folder = systemRoot.resolve("System32/inetsrv");
        Files.createDirectories(folder.resolve("config"));
    }

    @Test
    void aServerWithoutIisHasNoSitesAndNoProblem() throws IOException {
        assertEquals(List.of(), read());
        Files.delete(folder.resolve("config"));
        Files.writeString(folder.resolve("MetaBase.bin"), "IIS 5");
        assertEquals(List.of(), read());
        assertEquals(List.of(), problems);
    }

    @Test
    void theNewConfigurationCountsBeforeTheOld() throws IOException {
        Files.writeString(folder.resolve("MetaBase.xml"), METABASE);
        assertEquals(List.of(new WebSite("Old", List.of())), read());
        Files.writeString(folder.resolve("config/applicationHost.config"), APPLICATION_HOST);
        assertEquals(List.of(new WebSite("New", List.of())), read());
        assertEquals(List.of(), problems);
    }

    @Test
    void aSharedConfigurationIsAProblemAndNotFetched() throws IOException {
        Files.writeString(folder.resolve("config/applicationHost.config"), APPLICATION_HOST);
        Files.writeString(
                folder.resolve("config/redirection.config"),
                "<configuration><configurationRedirection enabled='true' path='\\\\files\\iis'/></configuration>");
        assertEquals(List.of(), read());
        assertEquals(List.of(new ReadProblem(Part.SITES, "\\\\files\\iis", 50)), problems);
    }

    @Test
    void whatCannotBeReadIsNamedAndNotReplaced() throws IOException {
        Path file = folder.resolve("config/applicationHost.config");
        Files.writeString(folder.resolve("MetaBase.xml"), METABASE);
        Files.writeString(file, "<configuration>");
        assertEquals(List.of(), read());
        Files.delete(file);
        Files.createDirectory(file);
        assertEquals(List.of(), read());
        Files.delete(file);
        try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength((16 << 20) + 1);
        }
        assertEquals(List.of(), read());
        assertEquals(
                List.of(
                        new ReadProblem(Part.SITES, file.toString(), 13),
                        new ReadProblem(Part.SITES, file.toString(), 30),
                        new ReadProblem(Part.SITES, file.toString(), 223)),
                problems);
    }

    @Test
    void mailIsInTheOldFileAndFtpInTheNew() throws IOException {
        Files.writeString(
                folder.resolve("MetaBase.xml"),
                "<configuration><IIsSmtpServer Location='/LM/SMTPSVC/1' ServerBindings=':25:'/></configuration>");
        Files.writeString(
                folder.resolve("config/applicationHost.config"),
                "<configuration><system.applicationHost><sites><site name='F'><bindings><binding protocol='ftp'"
                        + " bindingInformation='*:21:'/></bindings></site></sites></system.applicationHost></configuration>");
        IisFiles files = IisFiles.read(systemRoot, problems);
        assertEquals(List.of("*:25:"), files.smtpServers().get(0).bindings());
        assertEquals("F", files.ftpSites().orElseThrow().get(0).name());
        assertEquals(List.of(), files.sites());
        Files.writeString(folder.resolve("MetaBase.xml"), "<configuration>");
        assertEquals(List.of(), IisFiles.read(systemRoot, problems).smtpServers());
        assertEquals(
                List.of(new ReadProblem(
                        Part.SMTP, folder.resolve("MetaBase.xml").toString(), 13)),
                problems);
    }

    private List<WebSite> read() {
        return IisFiles.read(systemRoot, problems).sites();
    }
}
