package org.doorwarden.model.setting;

import java.util.List;
import java.util.stream.Stream;

/**
 * The settings that decide who can use the services that Doorwarden restricts, and what Group Policy has to say on them.
 */
public final class KnownSettings {

    private static final String WINREG_KEY = "SYSTEM\\CurrentControlSet\\Control\\SecurePipeServers\\winreg";

    /**
     * Who may use the registry from another machine.
     *
     * @see <a href="https://learn.microsoft.com/windows/win32/sysinfo/registry-key-security-and-access-rights">Registry
     *     key security, on winreg</a>
     */
    public static final KeySecurity WINREG = new KeySecurity(WINREG_KEY);

    /** Paths that everybody may use remotely with everything below them, whatever {@link #WINREG} says. */
    public static final RegistrySetting ALLOWED_PATHS = new RegistrySetting(WINREG_KEY + "\\AllowedPaths", "Machine");

    /** Paths that everybody may use remotely, whatever {@link #WINREG} says. */
    public static final RegistrySetting ALLOWED_EXACT_PATHS =
            new RegistrySetting(WINREG_KEY + "\\AllowedExactPaths", "Machine");

    /** The group of those who may use the registry remotely. */
    public static final LocalGroup REGISTRY_EDITORS = new LocalGroup("RemoteRegistryEditors");

    /** The group whose members alone may use Telnet, once it is there. */
    public static final LocalGroup TELNET_CLIENTS = new LocalGroup("TelnetClients");

    private static final String TERMINAL_SERVER = "SYSTEM\\CurrentControlSet\\Control\\Terminal Server";
    private static final String RDP_TCP = TERMINAL_SERVER + "\\WinStations\\RDP-Tcp";
    private static final String TERMINAL_POLICY = "SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services";

    /** 1 for no connections by Remote Desktop. */
    public static final RegistrySetting DENY_CONNECTIONS = new RegistrySetting(TERMINAL_SERVER, "fDenyTSConnections");

    /** 1 for network level authentication. */
    public static final RegistrySetting USER_AUTHENTICATION = new RegistrySetting(RDP_TCP, "UserAuthentication");

    /** 0 for RDP's own, 1 for what both can, 2 for TLS. */
    public static final RegistrySetting SECURITY_LAYER = new RegistrySetting(RDP_TCP, "SecurityLayer");

    /** 1 low, 2 what the client can, 3 high, 4 FIPS. */
    public static final RegistrySetting MIN_ENCRYPTION = new RegistrySetting(RDP_TCP, "MinEncryptionLevel");

    public static final RegistrySetting RDP_PORT = new RegistrySetting(RDP_TCP, "PortNumber");

    public static final GroupMembers REMOTE_DESKTOP_USERS = new GroupMembers(WellKnownSid.REMOTE_DESKTOP_USERS);

    public static final GroupMembers ADMINISTRATORS = new GroupMembers(WellKnownSid.ADMINISTRATORS);

    public static final GroupMembers BACKUP_OPERATORS = new GroupMembers(WellKnownSid.BACKUP_OPERATORS);

    private static final String LANMAN = "SYSTEM\\CurrentControlSet\\Services\\LanmanServer\\Parameters";

    /** 0 for no C$ and ADMIN$ on a server. */
    public static final RegistrySetting AUTO_SHARE_SERVER = new RegistrySetting(LANMAN, "AutoShareServer");

    /** The same on a Windows that is no server. */
    public static final RegistrySetting AUTO_SHARE_WORKSTATION = new RegistrySetting(LANMAN, "AutoShareWks");

    /** 0 for no server of SMB 1. */
    public static final RegistrySetting SMB1 = new RegistrySetting(LANMAN, "SMB1");

    /** 1 to speak only to clients that sign. */
    public static final RegistrySetting REQUIRE_SIGNING = new RegistrySetting(LANMAN, "RequireSecuritySignature");

    /** 1 to sign with clients that can. */
    public static final RegistrySetting ENABLE_SIGNING = new RegistrySetting(LANMAN, "EnableSecuritySignature");

    /** What a reading of a server asks for. */
    public static final List<Setting> READ = List.of(
            WINREG,
            ALLOWED_PATHS,
            ALLOWED_EXACT_PATHS,
            REGISTRY_EDITORS,
            members(REGISTRY_EDITORS),
            TELNET_CLIENTS,
            members(TELNET_CLIENTS),
            DENY_CONNECTIONS,
            USER_AUTHENTICATION,
            SECURITY_LAYER,
            MIN_ENCRYPTION,
            RDP_PORT,
            policy(DENY_CONNECTIONS),
            policy(USER_AUTHENTICATION),
            policy(SECURITY_LAYER),
            policy(MIN_ENCRYPTION),
            REMOTE_DESKTOP_USERS,
            ADMINISTRATORS,
            BACKUP_OPERATORS,
            AUTO_SHARE_SERVER,
            AUTO_SHARE_WORKSTATION,
            SMB1,
            REQUIRE_SIGNING,
            ENABLE_SIGNING);

    private KnownSettings() {}

    /** Who is in a group. */
    public static GroupMembers members(LocalGroup group) {
        return new GroupMembers(group.name());
    }

    /** Where Group Policy sets one of the settings of Remote Desktop; what is there wins. */
    public static RegistrySetting policy(RegistrySetting setting) {
        if (Stream.of(DENY_CONNECTIONS, USER_AUTHENTICATION, SECURITY_LAYER, MIN_ENCRYPTION)
                .noneMatch(setting::equals)) {
            throw new IllegalArgumentException("no policy is known for " + setting);
        }
        return new RegistrySetting(TERMINAL_POLICY, setting.name());
    }
}
