package org.doorwarden.iis;

import java.util.List;
import java.util.Optional;
import org.doorwarden.model.WebSite;

/**
 * Reads the web sites of IIS 7 and later, and where their configuration is.
 *
 * @see <a href="https://learn.microsoft.com/iis/configuration/system.applicationhost/sites/site/bindings/">Bindings of a
 *     site</a>
 */
public final class WebSites {

    private static final int LONGEST_TEXT = 300;

    private WebSites() {}

    /**
     * The web sites; a site that only speaks something else, such as FTP, is none.
     *
     * @throws IisFailure if the file keeps its sites somewhere else
     */
    public static List<WebSite> of(IisDocument applicationHost) throws IisFailure {
        XmlElement root = applicationHost.source().root();
        requireHere(root);
        return FtpElements.SITES.then(IisPath.step("site")).in(root).stream()
                .map(site -> new WebSite(
                        name(site.attribute("name"), site.attribute("id")),
                        site.children("bindings")
                                .flatMap(bindings -> bindings.children("binding"))
                                .map(WebSites::binding)
                                .toList()))
                .filter(WebSites::isWebSite)
                .toList();
    }

    /** The folder where a {@code redirection.config} says that the configuration is; empty if it is where it always was. */
    public static Optional<String> redirection(byte[] redirection) throws IisFailure {
        XmlElement root = IisDocument.read(redirection).source().root();
        return FtpElements.CONFIGURATION.then(IisPath.step("configurationRedirection")).in(root).stream()
                .filter(element -> element.attribute("enabled").equalsIgnoreCase("true"))
                .map(element -> shortened(element.attribute("path")))
                .findFirst();
    }

    static void requireHere(XmlElement root) throws IisFailure {
        for (XmlElement sites : FtpElements.SITES.in(root)) {
            Optional<String> elsewhere = Locks.elsewhere(sites);
            if (elsewhere.isPresent()) {
                throw new IisFailure(IisFailure.Kind.ELSEWHERE, elsewhere.get());
            }
        }
    }

    static String binding(XmlElement binding) {
        return shortened((binding.attribute("protocol") + " " + binding.attribute("bindingInformation")).strip());
    }

    static String name(String name, String number) {
        return name.isBlank() ? "W3SVC/" + shortened(number) : shortened(name);
    }

    static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }

    private static boolean isWebSite(WebSite site) {
        return site.bindings().isEmpty() || site.bindings().stream().anyMatch(binding -> binding.startsWith("http"));
    }
}
