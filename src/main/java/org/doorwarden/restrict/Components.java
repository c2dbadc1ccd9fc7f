package org.doorwarden.restrict;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.setting.WindowsFeature;

/**
 * The components of Windows that can be uninstalled, by the services that one wants to be rid of.
 *
 * @see <a href="https://learn.microsoft.com/windows-server/administration/server-core/server-core-roles-and-services">
 *     Roles, role services and features</a>
 */
public final class Components {

    private static final int FIRST_WITH_DISM = 6;

    private static final List<Component> KNOWN = List.of(
            component("TlntSvr", "TelnetServer", "", "Telnet-Server"),
            component("FTPSVC", "IIS-FTPServer", "", "Web-Ftp-Server", "FTPServer"),
            component("MSFTPSVC", "IIS-FTPServer", "iis_ftp", "FTPServer"),
            component("SMTPSVC", "Smtpsvc-Service-Update-Name", "iis_smtp", "SMTP-Server"),
            component("cisvc", "Indexing-Service-Package", "indexsrv_system"),
            component("WSearch", "SearchEngine-Server-Package", "", "Search-Service"),
            component("MSMQ", "MSMQ-Services", "msmq", "MSMQ", "MSMQ-Services"),
            component("SNMP", "SNMP", "snmp", "SNMP-Service"),
            component("simptcp", "SimpleTCP", "simptcp", "Simple-TCPIP"),
            component("Fax", "FaxServiceRole", "fax", "Fax"),
            component("WINS", "WINSRuntime", "wins", "WINS"),
            component("DHCPServer", "DHCPServer", "dhcpserver", "DHCP"),
            component("DNS", "DNS-Server-Full-Role", "dns", "DNS"),
            component("LPDSVC", "Printing-LPDPrintService", "lpdsvc", "Print-LPD-Service"),
            component("WMSVC", "IIS-ManagementService", "", "Web-Mgmt-Service", "AdminService"),
            component("PNRPsvc", "P2P-PnrpOnly", "", "PNRP"));

    private Components() {}

    /** The component to uninstall to be rid of a service; empty if there is none, or it is not installed. */
    public static Optional<WindowsFeature> of(Inventory inventory, ServiceName service) {
        boolean dism = inventory
                .server()
                .windowsVersion()
                .map(version -> version.major() >= FIRST_WITH_DISM)
                .orElse(true);
        TreeSet<String> installed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        installed.addAll(inventory.traits().features());
        return KNOWN.stream()
                .filter(component -> component.service().equals(service))
                .filter(component -> dism
                        ? component.serverManager().stream().anyMatch(installed::contains)
                        : installed.contains(component.setup()))
                .map(component -> new WindowsFeature(dism ? component.dism() : component.setup()))
                .findFirst();
    }

    private static Component component(String service, String dism, String setup, String... serverManager) {
        return new Component(new ServiceName(service), dism, List.of(serverManager), setup);
    }
}
