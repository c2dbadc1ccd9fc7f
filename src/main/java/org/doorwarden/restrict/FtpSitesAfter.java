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
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;

/** FTP sites as they would be with parts of the configuration of IIS changed. */
public final class FtpSitesAfter {

    private FtpSitesAfter() {}

    /**
     * @param sites as they are
     * @param changed what becomes different; what is no part of an FTP site is passed over
     */
    public static List<FtpSite> of(List<FtpSite> sites, Map<Setting, SettingValue> changed) {
        List<FtpSite> after = new ArrayList<>();
        for (FtpSite site : sites) {
            FtpSite then = site;
            for (Map.Entry<Setting, SettingValue> each : changed.entrySet()) {
                if (each.getKey() instanceof IisElement element) {
                    then = with(then, element, each.getValue());
                }
            }
            after.add(then);
        }
        return after;
    }

    /** What cannot be read, as in a plan that somebody edited, changes nothing that can be foreseen. */
    private static FtpSite with(FtpSite site, IisElement element, SettingValue value) {
        try {
            return with(site, IisPart.of(element, value, Layout.of("")));
        } catch (IisFailure notReadable) {
            return site;
        }
    }

    private static FtpSite with(FtpSite site, IisPart part) throws IisFailure {
        IisElement ssl = FtpElements.ssl(site.name());
        IisElement list = FtpElements.ipSecurity(site.name());
        Optional<String> unlisted = attribute(part, list, "allowUnlisted");
        return new FtpSite(
                site.name(),
                site.bindings(),
                attribute(part, FtpElements.anonymous(site.name()), "enabled")
                        .map("true"::equalsIgnoreCase)
                        .orElse(site.anonymous()),
                site.basic(),
                attribute(part, ssl, "controlChannelPolicy").orElse(site.controlTls()),
                attribute(part, ssl, "dataChannelPolicy").orElse(site.dataTls()),
                site.hasCertificate(),
                unlisted.map("true"::equalsIgnoreCase).orElse(site.allowUnlisted()),
                unlisted.isPresent() ? rules(part, list) : site.addressRules(),
                site.unreadable());
    }

    private static Optional<String> attribute(IisPart part, IisElement element, String name) throws IisFailure {
        return part.holds(element) ? part.attribute(element, name) : Optional.empty();
    }

    private static List<AddressRule> rules(IisPart part, IisElement list) throws IisFailure {
        return part.children(list, "add").stream()
                .map(rule -> new AddressRule(
                        rule.getOrDefault("ipAddress", rule.getOrDefault("domainName", "")),
                        rule.getOrDefault("subnetMask", ""),
                        "true".equalsIgnoreCase(rule.get("allowed"))))
                .toList();
    }
}
