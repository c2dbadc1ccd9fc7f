package org.doorwarden.iis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.doorwarden.model.WebSite;
import org.doorwarden.model.access.SmtpServer;
import org.doorwarden.model.access.SmtpServer.Relay;

/**
 * The {@code MetaBase.xml} of IIS 6, which later servers have for their SMTP service.
 *
 * @see <a href="https://learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2003/cc784572(v=ws.10)">
 *     Metabase structure in IIS 6.0</a>
 */
public final class Metabase {

    private static final Pattern SITE = Pattern.compile("/LM/W3SVC/(\\d+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SMTP = Pattern.compile("/LM/SMTPSVC(?:/(\\d+))?", Pattern.CASE_INSENSITIVE);

    private final List<XmlElement> keys = new ArrayList<>();

    private Metabase(XmlElement root) {
        collect(root);
    }

    public static Metabase read(byte[] bytes) throws IisFailure {
        return new Metabase(IisDocument.read(bytes).source().root());
    }

    /** The web sites. */
    public List<WebSite> sites() {
        List<WebSite> sites = new ArrayList<>();
        for (XmlElement key : keys) {
            Matcher location = SITE.matcher(key.attribute("Location"));
            if (key.name().equals("IIsWebServer") && location.matches()) {
                List<String> bindings = Stream.concat(
                                bindings("http ", key.attribute("ServerBindings")),
                                bindings("https ", key.attribute("SecureBindings")))
                        .toList();
                sites.add(new WebSite(WebSites.name(key.attribute("ServerComment"), location.group(1)), bindings));
            }
        }
        return sites;
    }

    /**
     * The virtual servers of the SMTP service; each takes over what it does not say itself from the service. Where no list
     * is set, only who signs in may relay, if that is on. The list itself is binary, in a form that Microsoft does not
     * document.
     *
     * @see <a href="https://learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2003/cc780293(v=ws.10)">
     *     RelayIpList</a>
     * @see <a href="https://learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2003/cc778501(v=ws.10)">
     *     RelayForAuth</a>
     */
    public List<SmtpServer> smtpServers() {
        Optional<XmlElement> service = Optional.empty();
        Map<Integer, XmlElement> servers = new TreeMap<>();
        for (XmlElement key : keys) {
            Matcher location = SMTP.matcher(key.attribute("Location"));
            if (key.name().equals("IIsSmtpService") && location.matches()) {
                service = Optional.of(key);
            } else if (key.name().equals("IIsSmtpServer") && location.matches() && location.group(1) != null) {
                number(location.group(1)).ifPresent(number -> servers.putIfAbsent(number, key));
            }
        }
        List<SmtpServer> found = new ArrayList<>();
        for (Map.Entry<Integer, XmlElement> server : servers.entrySet()) {
            List<XmlElement> says = Stream.concat(Stream.of(server.getValue()), service.stream())
                    .toList();
            String comment = server.getValue().attribute("ServerComment");
            found.add(new SmtpServer(
                    comment.isBlank() ? "SMTPSVC/" + server.getKey() : WebSites.shortened(comment),
                    bindings("", said(says, "ServerBindings").orElse("")).toList(),
                    said(says, "RelayIpList").isPresent() ? Relay.NOT_READ : Relay.NOBODY,
                    !said(says, "RelayForAuth").orElse("0").strip().equals("0"),
                    List.of()));
        }
        return found;
    }

    private static Optional<String> said(List<XmlElement> says, String property) {
        return says.stream()
                .filter(key -> key.attributes().containsKey(property))
                .map(key -> key.attribute(property))
                .findFirst();
    }

    private static Optional<Integer> number(String digits) {
        try {
            return Optional.of(Integer.valueOf(digits));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    private void collect(XmlElement element) {
        keys.add(element);
        element.children().forEach(this::collect);
    }

    /** Several bindings of one property are on lines of their own, which XML turns into blanks. */
    private static Stream<String> bindings(String prefix, String property) {
        return Arrays.stream(property.strip().split("\\s+"))
                .filter(binding -> !binding.isEmpty())
                .map(binding -> binding.startsWith(":") ? "*" + binding : binding)
                .map(binding -> WebSites.shortened(prefix + binding));
    }
}
