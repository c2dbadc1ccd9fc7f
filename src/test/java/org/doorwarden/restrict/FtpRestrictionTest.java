package org.doorwarden.restrict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorwarden.iis.FtpConfiguration;
import org.doorwarden.iis.IisDocument;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.ServerIdentity;
import org.doorwarden.model.ServerTraits;
import org.doorwarden.model.Service;
import org.doorwarden.model.access.FtpSite;
import org.doorwarden.model.access.ServerAccess;
import org.doorwarden.model.setting.XmlText;
import org.junit.jupiter.api.Test;

class FtpRestrictionTest {

    private static final Service FTP = Service.named("FTPSVC").build();

    private static final String FILE = """
            <configuration>
              <system.applicationHost><sites>
                <site name="A"><bindings><binding protocol="ftp" bindingInformation="*:21:"/></bindings>
                  <ftpServer><security>%s</security></ftpServer></site>
                <siteDefaults><ftpServer><security>%s</security></ftpServer></siteDefaults>
              </sites></system.applicationHost>
              <system.ftpServer><security>%s</security></system.ftpServer>
              <location path="a"><system.ftpServer><security>%s</security></system.ftpServer></location>
            </configuration>
            """;

    private static final String CERTIFICATE = "<ssl serverCertHash='AB' />";

    private static String xml(Step step) {
        return ((XmlText) step.after()).xml();
    }

    @Test
    void theSiteTakesOverWhatItDoesNotSayItself() throws Exception {
        FtpSite site = site(file(
                "<authentication><basicAuthentication enabled='TRUE'/></authentication>",
                "<ssl serverCertHash='AB' dataChannelPolicy='SslDeny'/>"
                        + "<authentication><anonymousAuthentication enabled='true'/><basicAuthentication enabled='false'/></authentication>",
                "<ipSecurity allowUnlisted='false'><add ipAddress='10.0.0.1' allowed='true'/><add ipAddress='10.0.0.2'/></ipSecurity>",
                "<ipSecurity><remove ipAddress='10.0.0.2'/><add domainName='*.example' allowed='true'/></ipSecurity>"));
        assertEquals(
                new FtpSite(
                        "A",
                        List.of("ftp *:21:"),
                        true,
                        true,
                        "SslRequire",
                        "SslDeny",
                        true,
                        false,
                        List.of(
                                new FtpSite.AddressRule("*.example", "", true),
                                new FtpSite.AddressRule("10.0.0.1", "", true)),
                        Optional.empty()),
                site);
    }

    @Test
    void theRulesOfTheFirewallAreNotAskedForWhereIisHasTheAddresses() throws Exception {
        Inventory inventory = file("", "", "", "");
        Steps steps = Restrictions.shipped()
                .steps(inventory, FTP, Limits.NONE.with(Limit.OTHERS, List.of("narrow")), Lookups.NONE);
        assertEquals(List.of(new LimitProblem(LimitProblem.Kind.NOT_OFFERED, Limit.OTHERS.id())), steps.problems());
    }

    @Test
    void offersNothingWhereTheConfigurationWasNotRead() throws Exception {
        Inventory unread = inventory(ServerAccess.UNKNOWN);
        assertEquals(List.of(), Restrictions.shipped().offers(unread, FTP));
        Inventory read = file("", "", "", "");
        assertEquals(
                List.of(Limit.SITES, Limit.FROM, Limit.ANONYMOUS, Limit.TLS),
                new FtpRestriction()
                        .offers(read, FTP).stream().map(Offer::limit).toList());
        assertEquals(
                List.of(),
                new FtpRestriction().offers(read, Service.named("MSFTPSVC").build()));
    }

    @Test
    void whatIsSoByInheritanceNeedsNoStepAndWhatIsNotIsSaidByTheSite() throws Exception {
        assertEquals(
                List.of(),
                steps(file(CERTIFICATE, "", "", ""), Limit.TLS, "required").steps());
        assertEquals(
                List.of(), steps(file("", "", "", ""), Limit.ANONYMOUS, "off").steps());
        Inventory inherits =
                file(CERTIFICATE, "<authentication><anonymousAuthentication enabled='true'/></authentication>", "", "");
        Step step = steps(inherits, Limit.ANONYMOUS, "off").steps().get(0);
        assertTrue(
                step.setting().address().endsWith("/security/authentication"),
                step.setting().address());
        assertTrue(xml(step).contains("<anonymousAuthentication enabled=\"false\" />"));
    }

    @Test
    void tlsNeedsACertificate() throws Exception {
        Inventory bare = file("<ssl controlChannelPolicy='SslAllow'/>", "", "", "");
        assertEquals(problem(LimitProblem.Kind.NO_CERTIFICATE, "A"), steps(bare, Limit.TLS, "required"));
    }

    @Test
    void refusedAddressesStayRefusedAndInheritedOnesAreTakenOver() throws Exception {
        Inventory inventory = file(
                "",
                "",
                "<ipSecurity><add ipAddress='10.6.6.6'/><add ipAddress='192.0.2.1' allowed='true'/></ipSecurity>",
                "<ipSecurity enableReverseDns='false'><!-- kept --><remove ipAddress='1.1.1.1'/>"
                        + "<add ipAddress='10.7.7.7' allowed='false'/><add ipAddress='10.0.0.0' subnetMask='255.0.0.0'/>"
                        + "<add ipAddress='198.51.100.1' allowed='true'/></ipSecurity>");
        String after = xml(steps(inventory, Limit.FROM, "10.0.0.0/8").steps().get(0));
        assertEquals(
                "<ipSecurity enableReverseDns='false' allowUnlisted=\"false\"><!-- kept --><clear />"
                        + "<add ipAddress=\"10.6.6.6\" /><add ipAddress=\"10.7.7.7\" allowed=\"false\" />"
                        + "<add ipAddress=\"127.0.0.1\" allowed=\"true\" />"
                        + "<add ipAddress=\"10.0.0.0\" subnetMask=\"255.0.0.0\" allowed=\"true\" /></ipSecurity>",
                after.replaceAll("\\s*\\R\\s*", "").replace("-->  <", "--><"));
    }

    @Test
    void whatCannotBeLimitedIsSaid() throws Exception {
        Inventory plain = file("", "", "", "");
        assertEquals(problem(LimitProblem.Kind.ONLY_IPV4, "2001:db8::/32"), steps(plain, Limit.FROM, "2001:db8::/32"));
        assertEquals(problem(LimitProblem.Kind.SUBNET_WITH_REST, "10.0.0.1/8"), steps(plain, Limit.FROM, "10.0.0.1/8"));
        assertEquals(problem(LimitProblem.Kind.WRONG_VALUE, "010.0.0.1"), steps(plain, Limit.FROM, "010.0.0.1"));
        assertEquals(problem(LimitProblem.Kind.WRONG_VALUE, "any"), steps(plain, Limit.FROM, "any"));
        assertEquals(problem(LimitProblem.Kind.UNKNOWN_HOST, "nowhere"), steps(plain, Limit.FROM, "nowhere"));
        assertEquals(problem(LimitProblem.Kind.WRONG_VALUE, "maybe"), steps(plain, Limit.ANONYMOUS, "maybe"));
        assertEquals(problem(LimitProblem.Kind.NO_SITE, "B"), steps(plain, Limit.SITES, "B"));
        Lookups lookups =
                new Lookups(Map.of(), Map.of("both", List.of("::1", "192.0.2.7"), "six", List.of("::1")), Map.of());
        Steps both = new FtpRestriction().steps(plain, FTP, limits(Limit.FROM, "both"), lookups);
        assertTrue(xml(both.steps().get(0)).contains("192.0.2.7"));
        assertEquals(
                problem(LimitProblem.Kind.ONLY_IPV4, "six"),
                new FtpRestriction().steps(plain, FTP, limits(Limit.FROM, "six"), lookups));
    }

    @Test
    void aLockIsRespectedWhereverItIs() throws Exception {
        String locked = "<ipSecurity lockAttributes='allowUnlisted'/>";
        Steps expected = problem(LimitProblem.Kind.IIS, "<ipSecurity lockAttributes=\"allowUnlisted\">");
        assertEquals(expected, steps(file("", "", locked, ""), Limit.FROM, "10.0.0.1"));
        assertEquals(expected, steps(file("", "", "", locked), Limit.FROM, "10.0.0.1"));
        assertEquals(
                problem(LimitProblem.Kind.IIS, "<ssl lockItem=\"true\">"),
                steps(
                        file("<ssl lockItem='true' serverCertHash='AB' controlChannelPolicy='SslAllow'/>", "", "", ""),
                        Limit.TLS,
                        "required"));
        Steps twice = steps(file("", "", "", "<ipSecurity/><ipSecurity/>"), Limit.FROM, "10.0.0.1");
        assertEquals(LimitProblem.Kind.IIS, twice.problems().get(0).kind());
    }

    private static Steps problem(LimitProblem.Kind kind, String detail) {
        return new Steps(List.of(), List.of(new LimitProblem(kind, detail)));
    }

    private static Steps steps(Inventory inventory, Limit limit, String said) {
        return new FtpRestriction().steps(inventory, FTP, limits(limit, said), Lookups.NONE);
    }

    private static Limits limits(Limit limit, String said) {
        return new Limits(Map.of(limit, List.of(said)));
    }

    private static FtpSite site(Inventory inventory) {
        return inventory.access().ftpSites().orElseThrow().get(0);
    }

    private static Inventory file(String site, String defaults, String all, String location) throws Exception {
        byte[] bytes = FILE.formatted(site, defaults, all, location).getBytes(StandardCharsets.UTF_8);
        FtpConfiguration ftp = FtpConfiguration.of(IisDocument.read(bytes));
        ServerAccess none = ServerAccess.UNKNOWN.with(ftp.values());
        return inventory(new ServerAccess(
                none.seat(),
                none.values(),
                none.firewall(),
                none.shares(),
                none.indexedScopes(),
                none.smtpServers(),
                Optional.of(ftp.sites())));
    }

    private static Inventory inventory(ServerAccess access) {
        return new Inventory(
                new ServerIdentity("test", "TEST", "Test", Optional.empty()),
                Instant.EPOCH,
                Inventory.byName(List.of(FTP)),
                List.of(),
                List.of(),
                ServerTraits.UNKNOWN,
                access,
                List.of());
    }
}
