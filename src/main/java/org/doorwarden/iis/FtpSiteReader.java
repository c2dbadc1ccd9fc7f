package org.doorwarden.iis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorwarden.model.access.FtpSite;
import org.doorwarden.model.access.FtpSite.AddressRule;

/**
 * Reads what counts for one FTP site: what it says itself, else what the defaults of sites say, else what the schema of
 * IIS says.
 *
 * @see <a href="https://learn.microsoft.com/iis/configuration/system.applicationhost/sites/site/ftpserver/security/ssl">
 *     FTP over SSL</a>
 * @see <a href="https://learn.microsoft.com/iis/configuration/system.applicationhost/sites/site/ftpserver/security/authentication/anonymousauthentication">
 *     FTP anonymous authentication</a>
 */
final class FtpSiteReader {

    private static final int MOST_RULES = 10_000;

    private final XmlElement root;
    private final XmlElement site;

    FtpSiteReader(XmlElement root, XmlElement site) {
        this.root = root;
        this.site = site;
    }

    boolean isFtp() {
        return bindings().anyMatch(binding -> binding.attribute("protocol").equalsIgnoreCase("ftp"));
    }

    /** @param unreadable why nothing of it can be changed, if so */
    FtpSite read(Optional<String> unreadable) {
        String name = site.attribute("name");
        List<XmlElement> own = ipSecurity(FtpElements.location(name));
        List<XmlElement> all = Stream.of(FtpElements.CONFIGURATION, FtpElements.location(""), FtpElements.location("."))
                .flatMap(place -> ipSecurity(place).stream())
                .toList();
        return new FtpSite(
                WebSites.shortened(name),
                bindings()
                        .map(WebSites::binding)
                        .filter(binding -> binding.startsWith("ftp "))
                        .toList(),
                isOn("anonymousAuthentication"),
                isOn("basicAuthentication"),
                ssl("controlChannelPolicy", "SslRequire"),
                ssl("dataChannelPolicy", "SslRequire"),
                !ssl("serverCertHash", "").isBlank(),
                Stream.concat(own.stream(), all.stream())
                        .filter(each -> each.attributes().containsKey("allowUnlisted"))
                        .map(each -> !each.attribute("allowUnlisted").equalsIgnoreCase("false"))
                        .findFirst()
                        .orElse(true),
                rules(own, all),
                unreadable);
    }

    private Stream<XmlElement> bindings() {
        return site.children("bindings").flatMap(bindings -> bindings.children("binding"));
    }

    private List<XmlElement> ipSecurity(IisPath place) {
        return place.then(FtpElements.IP_SECURITY.toArray(IisPath.Step[]::new)).in(root);
    }

    private boolean isOn(String authentication) {
        return security("authentication", authentication)
                .filter(element -> element.attributes().containsKey("enabled"))
                .map(element -> element.attribute("enabled").equalsIgnoreCase("true"))
                .findFirst()
                .orElse(false);
    }

    private String ssl(String attribute, String schema) {
        return security("ssl")
                .filter(element -> element.attributes().containsKey(attribute))
                .map(element -> WebSites.shortened(element.attribute(attribute)))
                .findFirst()
                .orElse(schema);
    }

    /** The element of the site itself, and that of all sites. */
    private Stream<XmlElement> security(String... names) {
        Stream<XmlElement> found =
                Stream.concat(Stream.of(site), FtpElements.SITES.then(IisPath.step("siteDefaults")).in(root).stream());
        for (IisPath.Step step : FtpElements.SECURITY) {
            found = found.flatMap(element -> element.children(step.name()));
        }
        for (String name : names) {
            found = found.flatMap(element -> element.children(name));
        }
        return found;
    }

    private static List<AddressRule> rules(List<XmlElement> own, List<XmlElement> all) {
        List<AddressRule> rules = new ArrayList<>();
        boolean cleared = false;
        for (XmlElement list : own) {
            cleared |= list.child("clear").isPresent();
            add(list, rules);
        }
        if (!cleared) {
            List<AddressRule> removed = own.stream()
                    .flatMap(list -> list.children("remove"))
                    .map(FtpSiteReader::rule)
                    .toList();
            List<AddressRule> inherited = new ArrayList<>();
            all.forEach(list -> add(list, inherited));
            inherited.removeIf(rule -> removed.stream()
                    .anyMatch(gone -> gone.address().equalsIgnoreCase(rule.address())
                            && gone.mask().equals(rule.mask())));
            rules.addAll(inherited);
        }
        return rules.size() > MOST_RULES ? rules.subList(0, MOST_RULES) : rules;
    }

    private static void add(XmlElement list, List<AddressRule> rules) {
        list.children("add").map(FtpSiteReader::rule).forEach(rules::add);
    }

    private static AddressRule rule(XmlElement element) {
        String address = element.attribute("ipAddress");
        return new AddressRule(
                WebSites.shortened(address.isEmpty() ? element.attribute("domainName") : address),
                WebSites.shortened(element.attribute("subnetMask")),
                element.attribute("allowed").equalsIgnoreCase("true"));
    }
}
