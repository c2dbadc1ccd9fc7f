package org.doorwarden.iis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorwarden.model.access.FtpSite;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.IisElement;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.XmlText;

/**
 * The FTP sites of an {@code applicationHost.config}, and the parts of the file that hold who may use them: of each site
 * the smallest element that is there, or the place where it would be. No part holds a site's folders or their passwords.
 *
 * @param values the parts, as they are written
 */
public record FtpConfiguration(List<FtpSite> sites, Map<Setting, SettingValue> values) {

    static final int LONGEST_NAME = 300;

    public FtpConfiguration {
        sites = List.copyOf(sites);
        values = Map.copyOf(values);
    }

    /** @throws IisFailure if the sites are kept elsewhere */
    public static FtpConfiguration of(IisDocument document) throws IisFailure {
        XmlElement root = document.source().root();
        WebSites.requireHere(root);
        List<FtpSite> sites = new ArrayList<>();
        Map<Setting, SettingValue> values = new LinkedHashMap<>();
        for (XmlElement site : FtpElements.SITES.then(IisPath.step("site")).in(root)) {
            FtpSiteReader reader = new FtpSiteReader(root, site);
            if (reader.isFtp()) {
                sites.add(reader.read(putParts(document, site.attribute("name"), values)));
            }
        }
        if (!sites.isEmpty()) {
            for (IisElement each : FtpElements.ipSecurityOfAll()) {
                List<XmlElement> there = IisPath.of(each).in(root);
                if (there.size() == 1) {
                    values.put(each, new XmlText(document.source().textOf(there.get(0))));
                }
            }
        }
        return new FtpConfiguration(sites, values);
    }

    /** Puts the parts that a site's settings are in; tells why they cannot be changed, if so, and then puts none. */
    private static Optional<String> putParts(IisDocument document, String name, Map<Setting, SettingValue> values) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            return Optional.of("<site name=\"" + WebSites.shortened(name) + "\">");
        }
        Map<Setting, SettingValue> parts = new LinkedHashMap<>();
        try {
            document.requireSameBytes();
            parts.put(FtpElements.bindings(name), document.value(FtpElements.bindings(name)));
            putPart(document, FtpElements.site(name), FtpElements.SECURITY, parts);
            List<IisPath.Step> ipSecurity =
                    new ArrayList<>(List.of(FtpElements.location(name).last()));
            ipSecurity.addAll(FtpElements.IP_SECURITY);
            putPart(document, FtpElements.CONFIGURATION, ipSecurity, parts);
        } catch (IisFailure notChangeable) {
            return Optional.of(notChangeable.detail());
        }
        values.putAll(parts);
        return Optional.empty();
    }

    /** Puts the deepest of nested elements that is there, or that it is not there in one that is. */
    private static void putPart(
            IisDocument document, IisPath base, List<IisPath.Step> steps, Map<Setting, SettingValue> parts)
            throws IisFailure {
        IisPath whole = base.then(steps.toArray(IisPath.Step[]::new));
        SettingValue found = document.value(whole.element());
        if (!(found instanceof Absent)) {
            parts.put(whole.element(), found);
            return;
        }
        for (int size = whole.size() - 1; size >= base.size(); size--) {
            List<XmlElement> there = whole.first(size).in(document.source().root());
            if (there.stream().anyMatch(each -> !each.isSelfClosed())) {
                parts.put(whole.first(size + 1).element(), Absent.ITSELF);
                return;
            }
            if (!there.isEmpty()) {
                IisElement closed = whole.first(size).element();
                parts.put(closed, document.value(closed));
                return;
            }
        }
    }
}
