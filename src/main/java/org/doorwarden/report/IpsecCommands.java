package org.doorwarden.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.doorwarden.model.Identified;
import org.doorwarden.model.Listener;
import org.doorwarden.model.Protocol;
import org.doorwarden.model.Service;
import org.doorwarden.model.WindowsVersion;
import org.doorwarden.network.Ports;
import org.doorwarden.text.Message;

/**
 * Commands by which a server asks the computers that come to a service's ports to prove who they are. They are for
 * people to read, to understand and to run; Doorwarden runs none of them.
 *
 * <p>There is no way to make them with a pre-shared key: every administrator of every client can read it.
 *
 * @param shell whose language the commands are in
 * @param certificate the name of the authority whose certificates count, as {@code CN=Corp Root CA}; empty for Kerberos
 * @see <a
 *     href="https://learn.microsoft.com/troubleshoot/windows-server/networking/netsh-advfirewall-firewall-control-firewall-behavior">netsh
 *     advfirewall</a>
 * @see <a
 *     href="https://learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2003/cc739550(v=ws.10)">Netsh
 *     commands for IPsec, Windows Server 2003</a>
 */
public record IpsecCommands(Shell shell, Optional<String> certificate) {

    /** The shells that commands can be written for. */
    public enum Shell implements Identified {
        CMD("cmd"),
        POWERSHELL("powershell");

        private final String id;

        Shell(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    /** A command and what it does. */
    public record Line(String command, Message explanation) {}

    /**
     * @param commands in their order; none on a Windows that has no such commands
     * @param undo what takes them back
     * @param notes what to know before
     */
    public record Script(List<Line> commands, List<Line> undo, List<Message> notes) {

        public Script {
            commands = List.copyOf(commands);
            undo = List.copyOf(undo);
            notes = List.copyOf(notes);
        }
    }

    private record Port(Protocol protocol, int number) {}

    private static final int FIRST_WITH_ADVFIREWALL = 6;
    private static final WindowsVersion FIRST_WITH_NETSH_IPSEC = new WindowsVersion(5, 2);
    private static final String NETSH = "\\System32\\netsh.exe";
    /** What means nothing to either shell, nor to netsh, within quotes. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9 ._=,+-]{1,256}");

    private static final Pattern HARMLESS_NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    public IpsecCommands {
        certificate.filter(name -> !isHarmless(name)).ifPresent(name -> {
            throw new IllegalArgumentException("not safe to write in a command: " + name);
        });
    }

    /** Whether the name of a certificate authority can be written so that nothing but the name is meant. */
    public static boolean isHarmless(String certificateAuthority) {
        return HARMLESS.matcher(certificateAuthority).matches();
    }

    /**
     * The commands for a service.
     *
     * @return no commands if the service has no port that stays the same
     */
    public Script of(Service service, Optional<WindowsVersion> version) {
        List<Port> ports = service.listeners().stream()
                .filter(Listener::reachable)
                .filter(listener -> !Ports.isDynamic(listener.port()))
                .map(listener -> new Port(listener.protocol(), listener.port()))
                .distinct()
                .toList();
        boolean old =
                version.filter(known -> known.major() < FIRST_WITH_ADVFIREWALL).isPresent();
        List<Message> notes = new ArrayList<>();
        if (ports.isEmpty()) {
            return new Script(List.of(), List.of(), List.of(Message.of("ipsec.no.ports")));
        }
        if (old && version.get().compareTo(FIRST_WITH_NETSH_IPSEC) < 0) {
            return new Script(
                    List.of(), List.of(), List.of(Message.of("ipsec.windows2000", numbers(ports)), clients()));
        }
        notes.add(clients());
        notes.add(Message.of(certificate.isPresent() ? "ipsec.certificate" : "ipsec.kerberos"));
        notes.add(Message.of("ipsec.no.key"));
        return old ? policy(service, ports, notes) : rules(service, ports, notes);
    }

    private static Message clients() {
        return Message.of("ipsec.clients");
    }

    private static String numbers(List<Port> ports) {
        return String.join(
                ", ",
                new TreeSet<>(ports.stream()
                        .map(port -> port.protocol().id() + "/" + port.number())
                        .toList()));
    }

    /** Connection security rules, from Windows Server 2008 on. */
    private Script rules(Service service, List<Port> ports, List<Message> notes) {
        List<Line> commands = new ArrayList<>();
        List<Line> undo = new ArrayList<>();
        for (Port port : ports) {
            String name = name(service) + "-" + port.protocol().name() + "-" + port.number();
            List<String> words = new ArrayList<>(List.of(
                    "advfirewall",
                    "consec",
                    "add",
                    "rule",
                    "name=" + name,
                    "endpoint1=any",
                    "endpoint2=any",
                    "port1=" + port.number(),
                    "port2=any",
                    "protocol=" + port.protocol().id(),
                    "profile=any",
                    "action=requireinrequestout"));
            if (certificate.isPresent()) {
                words.addAll(List.of("auth1=computercert", "auth1ca=" + certificate.get()));
            } else {
                words.add("auth1=computerkerb");
            }
            commands.add(line(words, Message.of("ipsec.rule.add", shown(port))));
            undo.add(line(
                    List.of("advfirewall", "consec", "delete", "rule", "name=" + name),
                    Message.of("ipsec.rule.delete", shown(port))));
        }
        return new Script(commands, undo, notes);
    }

    /** A policy, on Windows Server 2003. One policy at a time can be in force. */
    private Script policy(Service service, List<Port> ports, List<Message> notes) {
        String name = name(service);
        UnaryOperator<String> part = word -> "name=" + name + "-" + word;
        List<Line> commands = new ArrayList<>();
        commands.add(fixed(Message.of("ipsec.policy.add"), "add", "policy", part.apply("policy")));
        commands.add(fixed(Message.of("ipsec.filterlist.add"), "add", "filterlist", part.apply("ports")));
        for (Port port : ports) {
            commands.add(fixed(
                    Message.of("ipsec.filter.add", shown(port)),
                    "add",
                    "filter",
                    "filterlist=" + name + "-ports",
                    "srcaddr=any",
                    "dstaddr=me",
                    "protocol=" + port.protocol().name(),
                    "srcport=0",
                    "dstport=" + port.number(),
                    "mirrored=yes"));
        }
        commands.add(fixed(
                Message.of("ipsec.filteraction.add"),
                "add",
                "filteraction",
                part.apply("action"),
                "action=negotiate",
                "soft=no"));
        commands.add(fixed(
                Message.of("ipsec.policy.rule.add"),
                "add",
                "rule",
                part.apply("rule"),
                "policy=" + name + "-policy",
                "filterlist=" + name + "-ports",
                "filteraction=" + name + "-action",
                certificate.map(authority -> "rootca=" + authority).orElse("kerberos=yes")));
        commands.add(fixed(Message.of("ipsec.policy.assign"), "set", "policy", part.apply("policy"), "assign=yes"));
        List<Line> undo = List.of(
                fixed(Message.of("ipsec.policy.unassign"), "set", "policy", part.apply("policy"), "assign=no"),
                fixed(Message.of("ipsec.policy.delete"), "delete", "policy", part.apply("policy")),
                fixed(Message.of("ipsec.filterlist.delete"), "delete", "filterlist", part.apply("ports")),
                fixed(Message.of("ipsec.filteraction.delete"), "delete", "filteraction", part.apply("action")));
        notes.add(Message.of("ipsec.policy.one"));
        return new Script(commands, undo, notes);
    }

    private Line fixed(Message explanation, String... words) {
        List<String> all = new ArrayList<>(List.of("ipsec", "static"));
        all.addAll(List.of(words));
        return line(all, explanation);
    }

    private Line line(List<String> words, Message explanation) {
        StringBuilder command = new StringBuilder(
                shell == Shell.CMD ? "\"%SystemRoot%" + NETSH + '"' : "& \"$env:SystemRoot" + NETSH + '"');
        words.forEach(word -> command.append(' ').append(quoted(word)));
        return new Line(command.toString(), explanation);
    }

    /** A value with blanks or commas in quotes; in it is nothing that means something within quotes. */
    private String quoted(String word) {
        if (word.chars().noneMatch(c -> c == ' ' || c == ',' || c == '+')) {
            return word;
        }
        int equals = word.indexOf('=') + 1;
        return shell == Shell.CMD ? word.substring(0, equals) + '"' + word.substring(equals) + '"' : "'" + word + "'";
    }

    /** The service's name comes from the server: it is written only if it is nothing but a name. */
    private static String name(Service service) {
        String name = service.name().value();
        return HARMLESS_NAME.matcher(name).matches() ? "Doorwarden-" + name : "Doorwarden";
    }

    private static String shown(Port port) {
        return port.protocol().name().toLowerCase(Locale.ROOT) + "/" + port.number();
    }
}
