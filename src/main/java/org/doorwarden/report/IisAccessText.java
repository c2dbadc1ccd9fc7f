package org.doorwarden.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.access.FtpSite;
import org.doorwarden.model.access.FtpSite.AddressRule;
import org.doorwarden.restrict.FtpSites;
import org.doorwarden.text.Message;

/** Who can use the FTP sites of IIS, in words. */
public final class IisAccessText {

    private static final ServiceName FTP = new ServiceName("FTPSVC");
    private static final String REQUIRE = "SslRequire";

    private IisAccessText() {}

    /** One line a site; nothing for other services, or where the configuration of IIS was not read. */
    public static List<Message> now(Inventory inventory, Service service) {
        List<Message> lines = new ArrayList<>();
        if (service.name().equals(FTP)) {
            for (FtpSite site : inventory.access().ftpSites().orElse(List.of())) {
                lines.add(Message.of(
                        "access.ftp.site",
                        site.name(),
                        Message.of("access.ftp.joined", from(site), signIn(site), encryption(site))));
                site.unreadable().ifPresent(why -> lines.add(Message.of("access.ftp.unchangeable", site.name(), why)));
            }
        }
        return lines;
    }

    private static Message from(FtpSite site) {
        List<AddressRule> exceptions = site.addressRules().stream()
                .filter(rule -> rule.allowed() != site.allowUnlisted())
                .toList();
        String listed = exceptions.stream()
                .flatMap(rule -> FtpSites.text(rule).stream())
                .collect(Collectors.joining(", "));
        if (site.allowUnlisted()) {
            return listed.isEmpty()
                    ? Message.of("access.ftp.from.all")
                    : Message.of("access.ftp.from.unlisted", listed);
        }
        return listed.isEmpty()
                ? Message.of(exceptions.isEmpty() ? "access.ftp.from.nobody" : "access.ftp.from.itself")
                : Message.of("access.ftp.from.listed", listed);
    }

    private static Message signIn(FtpSite site) {
        if (site.anonymous()) {
            return Message.of("access.ftp.anonymous");
        }
        return Message.of(site.basic() ? "access.ftp.signed" : "access.ftp.other");
    }

    private static Message encryption(FtpSite site) {
        if (!site.hasCertificate()) {
            return Message.of(site.controlTls().equals("SslAllow") ? "access.ftp.tls.none" : "access.ftp.tls.broken");
        }
        if (site.controlTls().equals(REQUIRE) && site.dataTls().equals(REQUIRE)) {
            return Message.of("access.ftp.tls.required");
        }
        return Message.of(
                site.controlTls().equals("SslAllow") ? "access.ftp.tls.optional" : "access.ftp.tls.credentials");
    }
}
