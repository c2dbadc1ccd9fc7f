package org.doorwarden.wine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.doorwarden.document.ResourceFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The configuration of IIS as a real file of Windows: restricted, undone, and byte for byte as before. */
@ExtendWith(WineExtension.class)
class IisOnWindowsIT {

    private static final List<String> RESTRICT = List.of(
            "--restrict",
            "FTPSVC:anonymous=off",
            "--restrict",
            "FTPSVC:tls=required",
            "--restrict",
            "FTPSVC:from=10.0.0.0/8");

    private WineSession wine;
    private Path folder;
    private Path file;
    private byte[] before;

    @BeforeEach
    void installFtp(WineSession session) throws Exception {
        wine = session;
        folder = Files.createDirectories(wine.driveC().resolve("windows/system32/inetsrv/config"));
        file = folder.resolve("applicationHost.config");
        before = new ResourceFolder("lab")
                .find("iis10-2022.applicationHost.config")
                .orElseThrow();
        Files.write(file, before);
        wine.wine("sc", "create", "FTPSVC", "binPath=", "C:\\windows\\system32\\svchost.exe -k ftpsvc")
                .expect(0);
    }

    @AfterEach
    void clear() throws Exception {
        wine.wine("sc", "delete", "FTPSVC");
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder.resolve("redirection.config"));
    }

    @Test
    void ftpIsRestrictedAndComesBackByteForByte() throws Exception {
        WineSession.Answer applied = doorwarden("apply").expect(0);
        String run = JsonParser.parseString(applied.out())
                .getAsJsonObject()
                .get("run")
                .getAsString();
        String text = Files.readString(file);
        assertTrue(text.contains("<anonymousAuthentication enabled=\"false\" />"), text);
        assertTrue(text.contains("<add ipAddress=\"10.0.0.0\" subnetMask=\"255.0.0.0\" allowed=\"true\" />"), text);
        wine.java(TestClassPath.windows(), "org.doorwarden.Main", "--state", state(), "undo", run, "--yes")
                .expect(0);
        assertArrayEquals(before, Files.readAllBytes(file));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(
                    List.of("applicationHost.config"),
                    left.map(each -> each.getFileName().toString()).toList());
        }
    }

    @Test
    void aConfigurationThatIsKeptElsewhereIsNotChanged() throws Exception {
        Files.writeString(
                folder.resolve("redirection.config"),
                "<configuration><configurationRedirection enabled='true' path='\\\\files\\iis'/></configuration>",
                StandardCharsets.UTF_8);
        WineSession.Answer refused = doorwarden("apply");
        assertTrue(refused.code() != 0, refused.out());
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    private WineSession.Answer doorwarden(String command) throws Exception {
        List<String> arguments = Stream.concat(
                        Stream.of("org.doorwarden.Main", "--state", state(), command, "--yes", "--json"),
                        RESTRICT.stream())
                .toList();
        return wine.java(TestClassPath.windows(), arguments.toArray(String[]::new));
    }

    private String state() {
        return WineSession.windowsPath(wine.folder().resolve("iis-state"));
    }
}
