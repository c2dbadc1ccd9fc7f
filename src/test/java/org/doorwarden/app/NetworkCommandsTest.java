package org.doorwarden.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import org.doorwarden.app.TypedCommands.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Addresses on the command line: limiting, knocking, undoing, and the IPsec variant. */
class NetworkCommandsTest {

    private static final String SERVER = "--server=lab:iis10-2022";
    private static final String FROM = "TermService:from=10.1.0.0/16";

    @TempDir
    Path folder;

    private TypedCommands commands;

    @BeforeEach
    void begin() {
        commands = new TypedCommands(folder);
    }

    private Answer connect(String from, String... more) {
        String[] all = new String[more.length + 4];
        System.arraycopy(new String[] {"lab", "connect", "iis10-2022", "--from=" + from}, 0, all, 0, 4);
        System.arraycopy(more, 0, all, 4, more.length);
        return commands.run(all);
    }

    @Test
    void whoIsLetInBeforeDuringAndAfter() {
        connect("192.0.2.99", "--service", "TermService").expect(0);
        Answer refused =
                commands.run("apply", SERVER, "--restrict", FROM, "--yes").expect(3);
        assertTrue((refused.out() + refused.err()).contains("RDP admins"), refused.out() + refused.err());
        commands.run("apply", SERVER, "--restrict", FROM, "--restrict", "TermService:others=narrow", "--yes")
                .expect(0);
        JsonObject answer = connect("192.0.2.99", "--service", "TermService", "--json")
                .expect(1)
                .json();
        assertEquals(2, answer.getAsJsonArray("answers").size());
        JsonObject first = answer.getAsJsonArray("answers").get(0).getAsJsonObject();
        assertEquals("blocked", first.get("outcome").getAsString());
        assertEquals("default-block", first.get("firewall").getAsString());
        connect("10.1.7.7", "--port", "3389").expect(0);
        connect("10.1.7.7", "--port", "3389", "--protocol", "udp").expect(0);
        commands.run("undo", SERVER, "--yes").expect(0);
        connect("192.0.2.99", "--service", "TermService").expect(0);
    }

    @Test
    void knockingSaysWhatIsInTheWay() {
        assertTrue(connect("192.0.2.99", "--port", "7777").expect(1).out().contains("nobody listens"));
        assertTrue(connect("198.51.100.7", "--port", "80").expect(1).out().contains("Known scanners"));
        connect("192.0.2.99").expect(2);
        connect("192.0.2.99", "--port", "80", "--service", "W3SVC").expect(2);
        connect("192.0.2.99", "--port", "70000").expect(2);
        connect("192.0.2.99", "--port", "80", "--protocol", "icmp").expect(2);
        connect("192.0.2.99", "--port", "80", "--account", "nobody at all").expect(2);
        connect("192.0.2.0/24", "--port", "80").expect(2);
    }

    @Test
    void theIpsecVariantIsWrittenAndNothingIsChanged() {
        Answer written = commands.run("ipsec", "TermService", SERVER, "--auth", "kerberos")
                .expect(0);
        for (String line : written.out().lines().filter(each -> !each.isEmpty()).toList()) {
            assertTrue(line.startsWith("rem ") || line.startsWith("\"%SystemRoot%\\System32\\netsh.exe\" "), line);
        }
        JsonObject document = commands.run("ipsec", "TermService", SERVER, "--auth", "kerberos", "--json")
                .json();
        assertEquals(2, document.getAsJsonArray("commands").size());
        assertEquals(2, document.getAsJsonArray("undo").size());
        commands.run("ipsec", "TermService", SERVER, "--auth", "certificate").expect(2);
        commands.run("ipsec", "TermService", SERVER, "--auth", "psk").expect(2);
        commands.run("ipsec", "TermService", SERVER, "--auth", "certificate", "--ca", "x\"&calc")
                .expect(2);
        commands.run("ipsec", "W3SVC", "--server=lab:iis5-2001", "--auth", "kerberos")
                .expect(3);
    }
}
