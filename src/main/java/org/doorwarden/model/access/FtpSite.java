package org.doorwarden.model.access;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A site of the FTP service of IIS 7 and later.
 *
 * @param bindings the addresses and ports it listens on
 * @param anonymous whether it lets in who says no name
 * @param basic whether it lets in with name and password
 * @param controlTls {@code SslAllow}, {@code SslRequire} or {@code SslRequireCredentialsOnly}
 * @param dataTls {@code SslAllow}, {@code SslRequire} or {@code SslDeny}
 * @param hasCertificate whether a certificate is set, without which TLS cannot be used
 * @param allowUnlisted whether addresses that no rule speaks of are let in
 * @param addressRules the rules for addresses, in their order
 * @param unreadable why nothing of it can be changed here, if so
 */
public record FtpSite(
        String name,
        List<String> bindings,
        boolean anonymous,
        boolean basic,
        String controlTls,
        String dataTls,
        boolean hasCertificate,
        boolean allowUnlisted,
        List<AddressRule> addressRules,
        Optional<String> unreadable) {

    /**
     * @param address one address, or a domain's name
     * @param mask the subnet mask, empty for the address alone
     */
    public record AddressRule(String address, String mask, boolean allowed) {}

    public FtpSite {
        Objects.requireNonNull(name, "name");
        bindings = List.copyOf(bindings);
        addressRules = List.copyOf(addressRules);
        Objects.requireNonNull(unreadable, "unreadable");
    }
}
