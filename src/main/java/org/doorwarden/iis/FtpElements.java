package org.doorwarden.iis;

import java.util.List;
import java.util.Optional;
import org.doorwarden.model.setting.IisElement;

/**
 * Where the settings of FTP sites are in {@code applicationHost.config}.
 *
 * @see <a href="https://learn.microsoft.com/iis/configuration/system.applicationhost/sites/site/ftpserver/security/">
 *     Security of an FTP site</a>
 * @see <a href="https://learn.microsoft.com/iis/configuration/system.ftpserver/security/ipsecurity/">FTP IP security</a>:
 *     set for a site in a location element of this file
 */
public final class FtpElements {

    static final IisPath SITES =
            IisPath.of(IisPath.step("configuration"), IisPath.step("system.applicationHost"), IisPath.step("sites"));

    static final List<IisPath.Step> SECURITY = List.of(IisPath.step("ftpServer"), IisPath.step("security"));

    static final List<IisPath.Step> IP_SECURITY =
            List.of(IisPath.step("system.ftpServer"), IisPath.step("security"), IisPath.step("ipSecurity"));

    static final IisPath CONFIGURATION = IisPath.of(IisPath.step("configuration"));

    private FtpElements() {}

    /** Whether names and passwords are encrypted, and with which certificate. */
    public static IisElement ssl(String site) {
        return security(site).then(IisPath.step("ssl")).element();
    }

    /** Whether those who say no name are let in. */
    public static IisElement anonymous(String site) {
        return security(site)
                .then(IisPath.step("authentication"), IisPath.step("anonymousAuthentication"))
                .element();
    }

    /** Which addresses are let in to a site. */
    public static IisElement ipSecurity(String site) {
        return location(site).then(IP_SECURITY.toArray(IisPath.Step[]::new)).element();
    }

    /** What a site listens on: always there, so it shows how the file is written down. */
    public static IisElement bindings(String site) {
        return site(site).then(IisPath.step("bindings")).element();
    }

    /** Which addresses are let in to all sites that say nothing else; in a file it is at one of these places. */
    public static List<IisElement> ipSecurityOfAll() {
        return List.of(
                CONFIGURATION.then(IP_SECURITY.toArray(IisPath.Step[]::new)).element(),
                location("").then(IP_SECURITY.toArray(IisPath.Step[]::new)).element(),
                location(".").then(IP_SECURITY.toArray(IisPath.Step[]::new)).element());
    }

    /** The element around another one; empty for the root. */
    public static Optional<IisElement> above(IisElement element) throws IisFailure {
        IisPath path = IisPath.of(element);
        return path.size() > 1 ? Optional.of(path.first(path.size() - 1).element()) : Optional.empty();
    }

    static IisPath site(String site) {
        return SITES.then(IisPath.step("site", "name", site));
    }

    static IisPath security(String site) {
        return site(site).then(SECURITY.toArray(IisPath.Step[]::new));
    }

    static IisPath location(String path) {
        return CONFIGURATION.then(IisPath.step("location", "path", path));
    }
}
