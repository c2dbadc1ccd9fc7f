package org.doorwarden.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Restricting as a person types it: shown, planned, applied, shown again, undone. */
class RestrictCommandTest {

    @TempDir
    Path folder;

    @Test
    void indexingAndTelnetOfTheArticlesServer() throws Exception {
        job(
                "lab:iis5-2001",
                "cisvc",
                "\"C:\\\\: indexed, AND NOT PUBLIC",
                "cisvc:folders=C:\\Inetpub\\wwwroot",
                "TlntSvr:members=webmaster",
                "RemoteRegistry:members=webmaster");
    }

    @Test
    void registrySharesAndRemoteDesktopOfToday() throws Exception {
        job(
                "lab:iis10-2022",
                "RemoteRegistry",
                "\"Administrators: may use the registry",
                "RemoteRegistry:members=CORP\\alice,deploy",
                "RemoteRegistry:paths=none",
                "LanmanServer:admin-shares=off",
                "LanmanServer:smb1=off",
                "TermService:members=CORP\\server-ops");
    }

    private void job(String server, String shown, String openDoor, String... limits) throws Exception {
        TypedCommands commands = new TypedCommands(folder.resolve("state"));
        commands.run("lab", "reset", server.substring(4), "--speed", "10000").expect(0);
        JsonObject before = inventory(commands, server);
        assertTrue(show(commands, server, shown).contains(openDoor));
        String[] chosen = new String[limits.length + 4];
        System.arraycopy(new String[] {"plan", "--server", server, "--restrict"}, 0, chosen, 0, 4);
        System.arraycopy(limits, 0, chosen, 4, limits.length);
        String plan = commands.run(chosen).expect(0).out();
        assertTrue(plan.contains("Who gets in then"), plan);
        assertTrue(plan.contains("Counts only once"), plan);
        chosen[0] = "apply";
        String[] sure = Arrays.copyOf(chosen, chosen.length + 1);
        sure[chosen.length] = "--yes";
        commands.run(sure).expect(0);
        String after = show(commands, server, shown);
        assertTrue(!after.contains(openDoor), after);
        commands.run("undo", "--server", server, "--yes").expect(0);
        assertEquals(before, inventory(commands, server));
    }

    private static String show(TypedCommands commands, String server, String service) {
        JsonObject document = commands.run("show", "--server", server, service, "--json")
                .expect(0)
                .json();
        assertTrue(document.getAsJsonArray("limits").size() > 0);
        assertTrue(document.getAsJsonArray("limits")
                .get(0)
                .getAsJsonObject()
                .get("option")
                .getAsString()
                .contains("--restrict"));
        return document.get("access").toString();
    }

    private JsonObject inventory(TypedCommands commands, String server) throws Exception {
        Path file = folder.resolve("inventory.json");
        Files.deleteIfExists(file);
        commands.run("inventory", "--server", server, "--out", file.toString()).expect(0);
        JsonObject inventory = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        inventory.remove("takenAt");
        return inventory;
    }
}
