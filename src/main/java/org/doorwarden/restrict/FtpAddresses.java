package org.doorwarden.restrict;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorwarden.iis.FtpElements;
import org.doorwarden.iis.IisFailure;
import org.doorwarden.iis.IisPart;
import org.doorwarden.iis.Layout;
import org.doorwarden.model.access.FtpSite;
import org.doorwarden.model.access.ServerAccess;
import org.doorwarden.model.setting.IisElement;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.network.AddressInput;
import org.doorwarden.network.AddressRange;
import org.doorwarden.network.Addresses;
import org.doorwarden.network.Ipv4Subnet;

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
    private static final Ipv4Subnet THIS_SERVER = new Ipv4Subnet("127.0.0.1", Ipv4Subnet.ONE);
    private static final List<String> CHILDREN = List.of(ADD, "remove", "clear");

    private final ServerAccess access;
    private final IisElement target;

    FtpAddresses(ServerAccess access, String site) {
        this.access = access;
        this.target = FtpElements.ipSecurity(site);
    }

    /** What was said as subnets; names as the IPv4 addresses that were found for them. */
    static List<Ipv4Subnet> subnets(List<String> said, Lookups lookups, StepList list) {
        Set<Ipv4Subnet> subnets = new LinkedHashSet<>();
        subnets.add(THIS_SERVER);
        for (String each : said) {
            AddressInput input = AddressInput.of(each);
            switch (input.kind()) {
                case ADDRESSES ->
                    input.addresses()
                            .ipv4Subnets()
                            .ifPresentOrElse(subnets::addAll, () -> list.problem(LimitProblem.Kind.ONLY_IPV4, each));
                case HOST_NAME -> subnets.addAll(host(each, lookups, list));
                case SUBNET_WITH_REST -> list.problem(LimitProblem.Kind.SUBNET_WITH_REST, each);
                case ANY, NOTHING -> list.problem(LimitProblem.Kind.WRONG_VALUE, each);
            }
        }
        return List.copyOf(subnets);
    }

    private static List<Ipv4Subnet> host(String name, Lookups lookups, StepList list) {
        List<String> found = lookups.host(name.strip()).orElse(List.of());
        List<Ipv4Subnet> addresses = found.stream()
                .flatMap(address -> AddressRange.address(address).stream())
                .flatMap(address -> Addresses.ofRule(List.of(address.toString())).ipv4Subnets().stream())
                .flatMap(List::stream)
                .toList();
        if (addresses.isEmpty()) {
            list.problem(found.isEmpty() ? LimitProblem.Kind.UNKNOWN_HOST : LimitProblem.Kind.ONLY_IPV4, name);
        }
        return addresses;
    }

    /** The addresses let in to a site besides the server's own, as they are said. */
    static List<String> allowed(FtpSite site) {
        return site.addressRules().stream()
                .filter(FtpSite.AddressRule::allowed)
                .flatMap(rule -> subnet(rule).stream())
                .map(Ipv4Subnet::text)
                .toList();
    }

    /** What a rule is about; empty for the server itself. */
    static Optional<Ipv4Subnet> subnet(FtpSite.AddressRule rule) {
        return Optional.of(new Ipv4Subnet(rule.address(), rule.mask().isEmpty() ? Ipv4Subnet.ONE : rule.mask()))
                .filter(subnet -> !subnet.equals(THIS_SERVER));
    }

    /** The list with those addresses and no others. */
    IisPart limited(IisPart part, List<Ipv4Subnet> subnets, StepList list) throws IisFailure {
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
            Set<List<String>> listed = new HashSet<>();
            for (Map<String, String> refused : inherited) {
                if (!isAllowed(refused) && !isOneOf(subnets, refused) && listed.add(key(refused))) {
                    made = made.withChild(target, ADD, refused);
                }
            }
        }
        for (Ipv4Subnet subnet : subnets) {
            made = made.withChild(target, ADD, entry(subnet));
        }
        return made;
    }

    private boolean isAsWanted(
            IisPart part, List<Map<String, String>> own, List<Map<String, String>> inherited, List<Ipv4Subnet> subnets)
            throws IisFailure {
        List<Ipv4Subnet> allowed = own.stream()
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

    private static Map<String, String> entry(Ipv4Subnet subnet) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(ADDRESS, subnet.address());
        if (!subnet.mask().equals(Ipv4Subnet.ONE)) {
            attributes.put(MASK, subnet.mask());
        }
        attributes.put("allowed", "true");
        return attributes;
    }

    private static boolean isAllowed(Map<String, String> attributes) {
        return attributes.getOrDefault("allowed", "").equalsIgnoreCase("true");
    }

    /** What IIS tells the entries of a list apart by. */
    private static List<String> key(Map<String, String> attributes) {
        Ipv4Subnet subnet = subnet(attributes);
        String domain = attributes.getOrDefault("domainName", "").toLowerCase(Locale.ROOT);
        return List.of(subnet.address(), subnet.mask(), domain);
    }

    /** IIS refuses a list that has the same address twice. */
    private static boolean isOneOf(List<Ipv4Subnet> subnets, Map<String, String> attributes) {
        return subnets.contains(subnet(attributes));
    }

    private static Ipv4Subnet subnet(Map<String, String> attributes) {
        String mask = attributes.getOrDefault(MASK, "");
        return new Ipv4Subnet(attributes.getOrDefault(ADDRESS, ""), mask.isEmpty() ? Ipv4Subnet.ONE : mask);
    }
}
