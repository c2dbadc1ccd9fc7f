package org.doorwarden.restrict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorwarden.iis.FtpElements;
import org.doorwarden.iis.IisFailure;
import org.doorwarden.iis.IisPart;
import org.doorwarden.iis.Layout;
import org.doorwarden.model.access.FtpSite;
import org.doorwarden.model.access.FtpSite.AddressRule;
import org.doorwarden.model.setting.IisElement;
import org.doorwarden.network.Ipv4Subnet;

/** FTP sites as they would be once parts of the configuration of IIS are as steps make them. */
public final class FtpSites {

    private FtpSites() {}

    /** The sites once these steps are taken. */
    public static List<FtpSite> after(List<FtpSite> sites, List<Step> steps) {
        List<FtpSite> then = new ArrayList<>(sites);
        for (Step step : steps) {
            if (step.setting() instanceof IisElement element) {
                then.replaceAll(site -> after(site, element, step));
            }
        }
        return then;
    }

    /** An address or a subnet, as {@code 10.0.0.0/8}; empty for the server itself, which every limit leaves in. */
    public static Optional<String> text(AddressRule rule) {
        return FtpAddresses.subnet(rule).map(Ipv4Subnet::text);
    }

    private static FtpSite after(FtpSite site, IisElement element, Step step) {
        try {
            IisPart before = IisPart.of(element, step.before(), Layout.of(""));
            IisPart part = IisPart.of(element, step.after(), Layout.of(""));
            IisElement anonymous = FtpElements.anonymous(site.name());
            IisElement ssl = FtpElements.ssl(site.name());
            IisElement addresses = FtpElements.ipSecurity(site.name());
            boolean listed = part.holds(addresses);
            return new FtpSite(
                    site.name(),
                    site.bindings(),
                    attribute(part, anonymous, "enabled")
                            .map("true"::equalsIgnoreCase)
                            .orElse(site.anonymous()),
                    site.basic(),
                    attribute(part, ssl, "controlChannelPolicy").orElse(site.controlTls()),
                    attribute(part, ssl, "dataChannelPolicy").orElse(site.dataTls()),
                    site.hasCertificate(),
                    attribute(part, addresses, "allowUnlisted")
                            .map("true"::equalsIgnoreCase)
                            .orElse(site.allowUnlisted()),
                    listed ? rules(site, before, part, addresses) : site.addressRules(),
                    site.unreadable());
        } catch (IisFailure unknown) {
            return site;
        }
    }

    private static Optional<String> attribute(IisPart part, IisElement element, String name) throws IisFailure {
        return part.holds(element) ? part.attribute(element, name) : Optional.empty();
    }

    /** The site's own rules come first; what it takes over from all sites stays, until it clears that. */
    private static List<AddressRule> rules(FtpSite site, IisPart before, IisPart part, IisElement addresses)
            throws IisFailure {
        List<AddressRule> rules = new ArrayList<>(own(part, addresses));
        if (part.children(addresses, "clear").isEmpty()) {
            int owned =
                    Math.min(own(before, addresses).size(), site.addressRules().size());
            rules.addAll(site.addressRules().subList(owned, site.addressRules().size()));
        }
        return rules;
    }

    private static List<AddressRule> own(IisPart part, IisElement addresses) throws IisFailure {
        return part.children(addresses, "add").stream().map(FtpSites::rule).toList();
    }

    private static AddressRule rule(Map<String, String> attributes) {
        return new AddressRule(
                attributes.getOrDefault("ipAddress", attributes.getOrDefault("domainName", "")),
                attributes.getOrDefault("subnetMask", ""),
                "true".equalsIgnoreCase(attributes.get("allowed")));
    }
}
