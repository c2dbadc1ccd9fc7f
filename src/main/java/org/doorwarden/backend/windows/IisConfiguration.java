package org.doorwarden.backend.windows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.doorwarden.model.WebSite;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads the configuration files of IIS. They are not trusted: no document type is accepted, nothing outside the file is
 * looked up, and what is too deep or too long is refused or cut.
 *
 * @see <a href="https://learn.microsoft.com/iis/configuration/system.applicationhost/sites/site/bindings/">Bindings of a
 *     site, IIS 7 and later</a>
 * @see <a href="https://learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2003/cc784572(v=ws.10)">
 *     Metabase structure in IIS 6.0</a>
 */
final class IisConfiguration {

    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 300;
    private static final List<String> SITES = List.of("configuration", "system.applicationHost", "sites");
    private static final List<String> SITE = List.of("configuration", "system.applicationHost", "sites", "site");
    private static final List<String> BINDING =
            List.of("configuration", "system.applicationHost", "sites", "site", "bindings", "binding");
    private static final List<String> REDIRECTION = List.of("configuration", "configurationRedirection");
    private static final Pattern METABASE_SITE = Pattern.compile("/LM/W3SVC/(\\d+)", Pattern.CASE_INSENSITIVE);

    private IisConfiguration() {}

    /** What to do with an element; its path starts at the root. */
    private interface Visitor {

        void visit(List<String> path, Attributes attributes) throws SAXException;
    }

    /**
     * The web sites of an {@code applicationHost.config}; a site that only speaks something else, such as FTP, is none.
     *
     * @throws SAXException if it is not a file to be read, or keeps its sites somewhere else
     */
    static List<WebSite> sites(byte[] applicationHost) throws SAXException {
        List<String> names = new ArrayList<>();
        List<List<String>> bindings = new ArrayList<>();
        read(applicationHost, (path, attributes) -> {
            if (path.equals(SITES)
                    && (has(attributes, "configSource") || has(attributes, "configProtectionProvider"))) {
                throw new SAXException("the sites are kept elsewhere, or encrypted");
            }
            if (path.equals(SITE)) {
                names.add(name(text(attributes, "name"), text(attributes, "id")));
                bindings.add(new ArrayList<>());
            } else if (path.equals(BINDING)) {
                String binding = text(attributes, "protocol") + " " + text(attributes, "bindingInformation");
                bindings.get(bindings.size() - 1).add(shortened(binding.strip()));
            }
        });
        return IntStream.range(0, names.size())
                .mapToObj(i -> new WebSite(names.get(i), bindings.get(i)))
                .filter(IisConfiguration::isWebSite)
                .toList();
    }

    /** The web sites of a {@code MetaBase.xml}. */
    static List<WebSite> metabaseSites(byte[] metabase) throws SAXException {
        List<WebSite> sites = new ArrayList<>();
        read(metabase, (path, attributes) -> {
            Matcher location = METABASE_SITE.matcher(text(attributes, "Location"));
            if (path.get(path.size() - 1).equals("IIsWebServer") && location.matches()) {
                List<String> bindings = Stream.concat(
                                bindings("http", text(attributes, "ServerBindings")),
                                bindings("https", text(attributes, "SecureBindings")))
                        .toList();
                sites.add(new WebSite(name(text(attributes, "ServerComment"), location.group(1)), bindings));
            }
        });
        return sites;
    }

    /** The folder where a {@code redirection.config} says that the configuration is; empty if it is where it always was. */
    static Optional<String> redirection(byte[] redirection) throws SAXException {
        List<String> found = new ArrayList<>();
        read(redirection, (path, attributes) -> {
            if (path.equals(REDIRECTION) && text(attributes, "enabled").equalsIgnoreCase("true")) {
                found.add(shortened(text(attributes, "path")));
            }
        });
        return found.stream().findFirst();
    }

    private static void read(byte[] file, Visitor visitor) throws SAXException {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(new ByteArrayInputStream(file), new Walk(visitor));
        } catch (IOException wrongEncoding) {
            throw new SAXException(wrongEncoding);
        } catch (ParserConfigurationException bug) {
            throw new IllegalStateException(bug);
        }
    }

    /** Knows where in the document it is. */
    private static final class Walk extends DefaultHandler {

        private final Visitor visitor;
        private final List<String> path = new ArrayList<>();

        Walk(Visitor visitor) {
            this.visitor = visitor;
        }

        @Override
        public void startElement(String namespace, String name, String prefixed, Attributes attributes)
                throws SAXException {
            path.add(name);
            if (path.size() > DEEPEST) {
                throw new SAXException("too deep");
            }
            visitor.visit(path, attributes);
        }

        @Override
        public void endElement(String namespace, String name, String prefixed) {
            path.remove(path.size() - 1);
        }
    }

    private static boolean isWebSite(WebSite site) {
        return site.bindings().isEmpty() || site.bindings().stream().anyMatch(binding -> binding.startsWith("http"));
    }

    /** Several bindings of one property are on lines of their own, which XML turns into blanks. */
    private static Stream<String> bindings(String protocol, String property) {
        return Arrays.stream(property.strip().split("\\s+"))
                .filter(binding -> !binding.isEmpty())
                .map(binding -> binding.startsWith(":") ? "*" + binding : binding)
                .map(binding -> shortened(protocol + " " + binding));
    }

    private static String name(String name, String number) {
        return name.isBlank() ? "W3SVC/" + shortened(number) : shortened(name);
    }

    private static boolean has(Attributes attributes, String name) {
        return attributes.getValue(name) != null;
    }

    private static String text(Attributes attributes, String name) {
        String value = attributes.getValue(name);
        return value == null ? "" : value;
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }
}
