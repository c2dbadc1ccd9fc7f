package org.doorwarden.restrict;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.setting.WindowsFeature;

/**
 * The components of Windows that can be uninstalled, by the services that one wants to be rid of. The first version of
 * SMB is one without services of its own: its drivers leave with it when the machine is restarted.
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
            component("PNRPsvc", "P2P-PnrpOnly", "", "PNRP"),
            component("IISADMIN", "IIS-Metabase", "", "Web-Metabase", "Metabase"),
            component("RemoteAccess", "RemoteAccess", "", "RemoteAccess"),
            alone("TelnetClient", "Telnet-Client"),
            alone("TFTP", "TFTP-Client"),
            alone("SMB1Protocol", "FS-SMB1"),
            alone("IIS-WebDAV", "Web-DAV-Publishing"),
            alone("MicrosoftWindowsPowerShellV2", "PowerShell-V2"));

    private Components() {}

    /**
     * The component to uninstall.
     *
     * @param named the service to be rid of; where no component is known for such a service, the component itself, by
     *     the name that DISM, Server Manager or the setup program knows it by
     * @return empty if there is none, or it is not installed
     */
    public static Optional<WindowsFeature> of(Inventory inventory, ServiceName named) {
        boolean dism = inventory
                .server()
                .windowsVersion()
                .map(version -> version.major() >= FIRST_WITH_DISM)
                .orElse(true);
        Set<String> installed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        installed.addAll(inventory.traits().features());
        Optional<Component> byService =
                first(component -> component.service().filter(named::equals).isPresent(), dism, installed);
        return byService
                .or(() -> inventory.find(named).isPresent()
                        ? Optional.empty()
                        : first(component -> component.isCalled(named.value()), dism, installed))
                .map(component -> new WindowsFeature(dism ? component.dism() : component.setup()));
    }

    /** The components that are installed and have no services, by which they could be chosen. */
    public static List<String> withoutServices(Inventory inventory) {
        return KNOWN.stream()
                .filter(component -> component.service().isEmpty())
                .filter(component ->
                        of(inventory, new ServiceName(component.dism())).isPresent())
                .map(Component::dism)
                .toList();
    }

    private static Optional<Component> first(Predicate<Component> which, boolean dism, Set<String> installed) {
        return KNOWN.stream()
                .filter(which)
                .filter(component -> dism
                        ? component.serverManager().stream().anyMatch(installed::contains)
                        : installed.contains(component.setup()))
                .findFirst();
    }

    private static Component component(String service, String dism, String setup, String... serverManager) {
        return new Component(Optional.of(new ServiceName(service)), dism, List.of(serverManager), setup);
    }

    /** One without services of its own, of the time since Windows Server 2008. */
    private static Component alone(String dism, String... serverManager) {
        return new Component(Optional.empty(), dism, List.of(serverManager), "");
    }
}
