package org.doorwarden.restrict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorwarden.iis.FtpElements;
import org.doorwarden.iis.IisFailure;
import org.doorwarden.iis.IisPart;
import org.doorwarden.iis.Layout;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.access.FtpSite;
import org.doorwarden.model.access.ServerAccess;
import org.doorwarden.model.setting.IisElement;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.TakesEffect;
import org.doorwarden.model.setting.XmlText;
import org.doorwarden.network.Ipv4Subnet;

/**
 * The FTP service of IIS 7 and later, by the configuration of IIS: which addresses a site lets in, whether it asks for a
 * name, whether it insists on TLS. Where that configuration was not read, it offers nothing, and only the firewall can
 * limit addresses.
 */
final class FtpRestriction implements Restriction {

    private static final ServiceName SERVICE = new ServiceName("FTPSVC");
    private static final String REQUIRE = "SslRequire";
    private static final String ALLOW = "SslAllow";
    private static final String CONTROL = "controlChannelPolicy";
    private static final String DATA = "dataChannelPolicy";

    @Override
    public List<Offer> offers(Inventory inventory, Service service) {
        List<FtpSite> sites = inventory.access().ftpSites().orElse(List.of());
        if (!service.name().equals(SERVICE) || sites.isEmpty()) {
            return List.of();
        }
        String anonymous = sites.stream().anyMatch(FtpSite::anonymous) ? "on" : "off";
        String tls = sites.stream().allMatch(FtpRestriction::requiresTls) ? "required" : "optional";
        return List.of(
                new Offer(Limit.SITES, names(sites), List.of(), TakesEffect.NOW),
                new Offer(Limit.FROM, from(sites), List.of(), TakesEffect.NOW),
                new Offer(Limit.ANONYMOUS, List.of(anonymous), List.of("off"), TakesEffect.NOW),
                new Offer(Limit.TLS, List.of(tls), List.of("required"), TakesEffect.NOW));
    }

    @Override
    public Steps steps(Inventory inventory, Service service, Limits limits, Lookups lookups) {
        StepList list = new StepList(inventory.access());
        List<FtpSite> meant = meant(inventory.access().ftpSites().orElse(List.of()), limits.of(Limit.SITES), list);
        if (list.steps().problems().isEmpty() && limits.values().keySet().equals(Set.of(Limit.SITES))) {
            list.problem(LimitProblem.Kind.INCOMPLETE, Limit.SITES.id());
        }
        for (FtpSite site : meant) {
            if (site.unreadable().isPresent()) {
                list.problem(
                        LimitProblem.Kind.IIS,
                        site.name() + ": " + site.unreadable().get());
                continue;
            }
            try {
                take(inventory.access(), site, limits, lookups, list);
            } catch (IisFailure failed) {
                list.problem(LimitProblem.Kind.IIS, site.name() + ": " + failed.detail());
            }
        }
        return list.steps();
    }

    private static void take(ServerAccess access, FtpSite site, Limits limits, Lookups lookups, StepList list)
            throws IisFailure {
        Optional<SettingValue> bindings = access.find(FtpElements.bindings(site.name()));
        Optional<IisPart> security = part(access, FtpElements.ssl(site.name()), bindings);
        Optional<IisPart> ipSecurity = part(access, FtpElements.ipSecurity(site.name()), bindings);
        if (security.isEmpty() || ipSecurity.isEmpty()) {
            list.problem(LimitProblem.Kind.NOT_READ, site.name());
            return;
        }
        IisPart wanted = anonymous(security.get(), site, limits, list);
        change(tls(wanted, site, limits, list), list);
        if (limits.of(Limit.FROM).isPresent()) {
            List<Ipv4Subnet> subnets =
                    FtpAddresses.subnets(limits.of(Limit.FROM).get(), lookups, list);
            change(new FtpAddresses(access, site.name()).limited(ipSecurity.get(), subnets, list), list);
        }
    }

    private static IisPart anonymous(IisPart part, FtpSite site, Limits limits, StepList list) throws IisFailure {
        Optional<List<String>> said = limits.of(Limit.ANONYMOUS);
        if (said.isEmpty()) {
            return part;
        }
        if (!Limit.ANONYMOUS.words().contains(limits.word(Limit.ANONYMOUS).orElse(""))) {
            list.problem(LimitProblem.Kind.WRONG_VALUE, String.join(", ", said.get()));
            return part;
        }
        boolean on = said.get().get(0).equals("on");
        return site.anonymous() == on
                ? part
                : set(part, FtpElements.anonymous(site.name()), "enabled", Boolean.toString(on), list);
    }

    private static IisPart tls(IisPart part, FtpSite site, Limits limits, StepList list) throws IisFailure {
        Optional<List<String>> said = limits.of(Limit.TLS);
        if (said.isEmpty()) {
            return part;
        }
        if (!Limit.TLS.words().contains(limits.word(Limit.TLS).orElse(""))) {
            list.problem(LimitProblem.Kind.WRONG_VALUE, String.join(", ", said.get()));
            return part;
        }
        boolean required = said.get().get(0).equals("required");
        if (required == requiresTls(site)) {
            return part;
        }
        if (required && !site.hasCertificate()) {
            list.problem(LimitProblem.Kind.NO_CERTIFICATE, site.name());
            return part;
        }
        IisElement ssl = FtpElements.ssl(site.name());
        String policy = required ? REQUIRE : ALLOW;
        return set(set(part, ssl, CONTROL, policy, list), ssl, DATA, policy, list);
    }

    private static IisPart set(IisPart part, IisElement element, String attribute, String value, StepList list)
            throws IisFailure {
        Optional<String> lock = part.lock(element, attribute, List.of());
        if (lock.isPresent()) {
            list.problem(LimitProblem.Kind.IIS, lock.get());
            return part;
        }
        return part.withAttribute(element, attribute, value);
    }

    private static void change(IisPart wanted, StepList list) {
        for (IisPart.Replacement each : wanted.replacements()) {
            list.change(each.element(), each.before(), each.after(), TakesEffect.NOW);
        }
    }

    /** The part of the file that an element is in, or would be put into. */
    private static Optional<IisPart> part(ServerAccess access, IisElement target, Optional<SettingValue> bindings)
            throws IisFailure {
        Layout layout = bindings.filter(XmlText.class::isInstance)
                .map(value -> Layout.of(((XmlText) value).xml()))
                .orElse(Layout.of(""));
        for (Optional<IisElement> at = Optional.of(target); at.isPresent(); at = FtpElements.above(at.get())) {
            Optional<SettingValue> found = access.find(at.get());
            if (found.isPresent()) {
                return Optional.of(IisPart.of(at.get(), found.get(), layout));
            }
        }
        return Optional.empty();
    }

    private static List<FtpSite> meant(List<FtpSite> sites, Optional<List<String>> said, StepList list) {
        if (said.isEmpty()) {
            return sites;
        }
        List<FtpSite> meant = new ArrayList<>();
        for (String name : said.get()) {
            Optional<FtpSite> site = sites.stream()
                    .filter(each -> each.name().equalsIgnoreCase(name))
                    .findFirst();
            site.ifPresentOrElse(meant::add, () -> list.problem(LimitProblem.Kind.NO_SITE, name));
        }
        return meant;
    }

    private static boolean requiresTls(FtpSite site) {
        return site.controlTls().equals(REQUIRE) && site.dataTls().equals(REQUIRE);
    }

    private static List<String> names(List<FtpSite> sites) {
        return sites.stream().map(FtpSite::name).toList();
    }

    /** The addresses that all sites let in, if all say so; whoever sits at the server is not counted. */
    private static List<String> from(List<FtpSite> sites) {
        Map<List<String>, Boolean> lists = new LinkedHashMap<>();
        sites.forEach(site -> lists.put(FtpAddresses.allowed(site), site.allowUnlisted()));
        return lists.size() == 1 && !lists.containsValue(true)
                ? lists.keySet().iterator().next()
                : List.of();
    }
}
