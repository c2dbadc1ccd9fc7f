package org.doorwarden.restrict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.doorwarden.iis.FtpElements;
import org.doorwarden.iis.IisFailure;
import org.doorwarden.iis.IisPart;
import org.doorwarden.iis.Layout;
import org.doorwarden.model.access.FtpSite;
import org.doorwarden.model.access.ServerAccess;
import org.doorwarden.model.setting.IisElement;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.restrict.Ipv4Subnets.Subnet;

/**
 * The list of addresses that a site of the FTP service lets in. IIS reads it from top to bottom, and knows IPv4 only. The
 * addresses of a limit take the place of all that were let in; what was refused stays refused, and comes first. The server
 * itself stays let in, since a limit is about the network.
 *
 * @see <a href="https://learn.microsoft.com/iis/configuration/system.ftpserver/security/ipsecurity/">FTP IP security</a>
 * @see <a href="https://learn.microsoft.com/iis/configuration/system.ftpserver/security/ipsecurity/add">Adding FTP IP
 *     security</a>
 */
final class FtpAddresses {

    private static final String ADD = "add";
    private static final String UNLISTED = "allowUnlisted";
    private static final String ADDRESS = "ipAddress";
    private static final String MASK = "subnetMask";
    private static final String ONE = "255.255.255.255";
    private static final Subnet THIS_SERVER = new Subnet("127.0.0.1", ONE);
    private static final Pattern NUMBERS = Pattern.compile("[0-9./ -]*");
    private static final List<String> CHILDREN = List.of(ADD, "remove", "clear");

    private final ServerAccess access;
    private final IisElement target;

    FtpAddresses(ServerAccess access, String site) {
        this.access = access;
        this.target = FtpElements.ipSecurity(site);
    }

    /** What was said as subnets; names as the IPv4 addresses that were found for them. */
    static List<Subnet> subnets(List<String> said, Lookups lookups, StepList list) {
        Set<Subnet> subnets = new LinkedHashSet<>();
        subnets.add(THIS_SERVER);
        for (String each : said) {
            Optional<List<Subnet>> parsed = Ipv4Subnets.parse(each);
            if (parsed.isPresent()) {
                subnets.addAll(parsed.get());
            } else if (each.contains(":")) {
                list.problem(LimitProblem.Kind.ONLY_IPV4, each);
            } else if (NUMBERS.matcher(each).matches()) {
                list.problem(LimitProblem.Kind.WRONG_VALUE, each);
            } else {
                List<String> found = lookups.host(each).orElse(List.of());
                List<Subnet> addresses = found.stream()
                        .flatMap(address -> Ipv4Subnets.parse(address).stream())
                        .flatMap(List::stream)
                        .toList();
                if (addresses.isEmpty()) {
                    list.problem(found.isEmpty() ? LimitProblem.Kind.UNKNOWN_HOST : LimitProblem.Kind.ONLY_IPV4, each);
                }
                subnets.addAll(addresses);
            }
        }
        return List.copyOf(subnets);
    }

    /** The addresses let in to a site besides the server's own, as they are said. */
    static List<String> allowed(FtpSite site) {
        return site.addressRules().stream()
                .filter(FtpSite.AddressRule::allowed)
                .flatMap(rule -> subnet(rule).stream())
                .map(Subnet::text)
                .toList();
    }

    /** What a rule is about; empty for the server itself. */
    static Optional<Subnet> subnet(FtpSite.AddressRule rule) {
        return Optional.of(new Subnet(rule.address(), rule.mask().isEmpty() ? ONE : rule.mask()))
                .filter(subnet -> !subnet.equals(THIS_SERVER));
    }

    /** The list with those addresses and no others. */
    IisPart limited(IisPart part, List<Subnet> subnets, StepList list) throws IisFailure {
        Optional<IisPart> all = all();
        Optional<String> lock = part.lock(target, UNLISTED, CHILDREN);
        for (IisElement each : FtpElements.ipSecurityOfAll()) {
            if (lock.isEmpty() && all.isPresent() && all.get().holds(each)) {
                lock = all.get().lock(each, UNLISTED, CHILDREN);
            }
        }
        if (lock.isPresent()) {
            list.problem(LimitProblem.Kind.IIS, lock.get());
            return part;
        }
        List<Map<String, String>> own = part.children(target, ADD);
        List<Map<String, String>> inherited = new ArrayList<>();
        boolean cleared = !part.children(target, "clear").isEmpty();
        for (IisElement each : FtpElements.ipSecurityOfAll()) {
            if (!cleared && all.isPresent() && all.get().holds(each)) {
                inherited.addAll(all.get().children(each, ADD));
            }
        }
        if (isAsWanted(part, own, inherited, subnets)) {
            return part;
        }
        IisPart made = part.withAttribute(target, UNLISTED, "false")
                .without(target, ADD, attributes -> isAllowed(attributes) || isOneOf(subnets, attributes));
        if (!inherited.isEmpty()) {
            made = made.without(target, ADD, attributes -> true)
                    .without(target, "remove", attributes -> true)
                    .withChild(target, "clear", Map.of());
            inherited.addAll(own);
            for (Map<String, String> refused : inherited) {
                if (!isAllowed(refused) && !isOneOf(subnets, refused)) {
                    made = made.withChild(target, ADD, refused);
                }
            }
        }
        for (Subnet subnet : subnets) {
            made = made.withChild(target, ADD, entry(subnet));
        }
        return made;
    }

    private boolean isAsWanted(
            IisPart part, List<Map<String, String>> own, List<Map<String, String>> inherited, List<Subnet> subnets)
            throws IisFailure {
        List<Subnet> allowed = own.stream()
                .filter(FtpAddresses::isAllowed)
                .map(FtpAddresses::subnet)
                .toList();
        return part.attribute(target, UNLISTED).equals(Optional.of("false"))
                && inherited.isEmpty()
                && Set.copyOf(allowed).equals(Set.copyOf(subnets));
    }

    /** The list that all sites inherit, if there is one. */
    private Optional<IisPart> all() throws IisFailure {
        for (IisElement each : FtpElements.ipSecurityOfAll()) {
            Optional<SettingValue> found = access.find(each);
            if (found.isPresent()) {
                return Optional.of(IisPart.of(each, found.get(), Layout.of("")));
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> entry(Subnet subnet) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(ADDRESS, subnet.address());
        if (!subnet.mask().equals(ONE)) {
            attributes.put(MASK, subnet.mask());
        }
        attributes.put("allowed", "true");
        return attributes;
    }

    private static boolean isAllowed(Map<String, String> attributes) {
        return attributes.getOrDefault("allowed", "").equalsIgnoreCase("true");
    }

    /** IIS refuses a list that has the same address twice. */
    private static boolean isOneOf(List<Subnet> subnets, Map<String, String> attributes) {
        return subnets.contains(subnet(attributes));
    }

    private static Subnet subnet(Map<String, String> attributes) {
        String mask = attributes.getOrDefault(MASK, "");
        return new Subnet(attributes.getOrDefault(ADDRESS, ""), mask.isEmpty() ? ONE : mask);
    }
}
