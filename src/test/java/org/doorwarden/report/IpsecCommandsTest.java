package org.doorwarden.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.doorwarden.model.Listener;
import org.doorwarden.model.Protocol;
import org.doorwarden.model.Service;
import org.doorwarden.model.WindowsVersion;
import org.doorwarden.report.IpsecCommands.Line;
import org.doorwarden.report.IpsecCommands.Script;
import org.doorwarden.report.IpsecCommands.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpsecCommandsTest {

    private static final Optional<WindowsVersion> NEW = Optional.of(new WindowsVersion(10, 0));
    private static final String CA = "CN=Corp Root CA, O=Corp";

    private static Service service(String name, Listener... listeners) {
        return Service.named(name).listeners(List.of(listeners)).build();
    }

    private static Listener tcp(String address, int port) {
        return new Listener(Protocol.TCP, address, port, false);
    }

    private static List<String> commands(List<Line> lines) {
        return lines.stream().map(Line::command).toList();
    }

    @Test
    void aRuleForEachPortAndWhatTakesItBack() {
        Script script = new IpsecCommands(Shell.CMD, Optional.empty())
                .of(service("TermService", tcp("0.0.0.0", 3389), tcp("::", 3389), tcp("127.0.0.1", 99)), NEW);
        assertEquals(
                List.of("\"%SystemRoot%\\System32\\netsh.exe\" advfirewall consec add rule "
                        + "name=Doorwarden-TermService-TCP-3389 endpoint1=any endpoint2=any port1=3389 port2=any "
                        + "protocol=tcp profile=any action=requireinrequestout auth1=computerkerb"),
                commands(script.commands()));
        assertEquals(
                List.of("\"%SystemRoot%\\System32\\netsh.exe\" advfirewall consec delete rule "
                        + "name=Doorwarden-TermService-TCP-3389"),
                commands(script.undo()));
    }

    @Test
    void theAuthorityIsQuotedAsTheShellWantsIt() {
        Service service = service("TermService", tcp("0.0.0.0", 3389));
        String cmd = new IpsecCommands(Shell.CMD, Optional.of(CA))
                .of(service, NEW)
                .commands()
                .get(0)
                .command();
        assertTrue(cmd.endsWith(" auth1=computercert auth1ca=\"" + CA + "\""), cmd);
        String powershell = new IpsecCommands(Shell.POWERSHELL, Optional.of(CA))
                .of(service, NEW)
                .commands()
                .get(0)
                .command();
        assertTrue(powershell.startsWith("& \"$env:SystemRoot\\System32\\netsh.exe\" advfirewall "), powershell);
        assertTrue(powershell.endsWith(" auth1=computercert 'auth1ca=" + CA + "'"), powershell);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a\"b", "a'b", "a%PATH%", "a&b", "a|b", "a^b", "a`b", "$x", "a;b", "a\nb", "a<b", "a!b", "ä"
            })
    void whatCouldMeanSomethingElseIsRefused(String authority) {
        assertFalse(IpsecCommands.isHarmless(authority));
        assertThrows(IllegalArgumentException.class, () -> new IpsecCommands(Shell.CMD, Optional.of(authority)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "x&calc", "x\"", "%x%", "$(calc)", "MSSQL$A", "é"})
    void aServiceWithAnOddNameIsNotNamed(String name) {
        for (Shell shell : Shell.values()) {
            for (WindowsVersion version : List.of(new WindowsVersion(5, 2), new WindowsVersion(6, 1))) {
                Script script = new IpsecCommands(shell, Optional.empty())
                        .of(service(name, tcp("0.0.0.0", 80)), Optional.of(version));
                assertFalse(script.commands().isEmpty());
                for (String command : commands(script.commands())) {
                    assertFalse(command.contains(name), command);
                }
            }
        }
    }

    @Test
    void server2003GetsAPolicyAndWindows2000AnExplanation() {
        IpsecCommands kerberos = new IpsecCommands(Shell.CMD, Optional.empty());
        Service web = service("W3SVC", tcp("0.0.0.0", 80), tcp("0.0.0.0", 443));
        Script policy = kerberos.of(web, Optional.of(new WindowsVersion(5, 2)));
        assertEquals(7, policy.commands().size());
        assertTrue(commands(policy.commands()).stream()
                .allMatch(command -> command.startsWith("\"%SystemRoot%\\System32\\netsh.exe\" ipsec static ")));
        assertTrue(commands(policy.commands()).get(5).endsWith(" kerberos=yes"));
        assertEquals(4, policy.undo().size());
        Script none = kerberos.of(web, Optional.of(new WindowsVersion(5, 0)));
        assertEquals(List.of(), none.commands());
        assertEquals("ipsec.windows2000", none.notes().get(0).key());
    }

    @Test
    void portsThatChangeGetNoRule() {
        Script script = new IpsecCommands(Shell.CMD, Optional.empty()).of(service("x", tcp("::", 49731)), NEW);
        assertEquals(List.of(), script.commands());
        assertEquals("ipsec.no.ports", script.notes().get(0).key());
    }
}
