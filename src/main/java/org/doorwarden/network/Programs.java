package org.doorwarden.network;

import java.util.List;
import java.util.Locale;
import org.doorwarden.model.Listener;
import org.doorwarden.model.Protocol;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;

/**
 * Whose socket a port is, as the firewall sees it: not always the service's that answers there.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/http/http-api-start-page">The driver HTTP, which listens for
 *     IIS and WinRM</a>
 */
public final class Programs {

    /** The firewall's name for the kernel and its drivers. */
    public static final String SYSTEM = "System";

    private static final ServiceName HTTP = new ServiceName("HTTP");
    private static final List<ServiceName> SMB = List.of(new ServiceName("LanmanServer"), new ServiceName("NetBT"));

    private Programs() {}

    /** One of the ports of a service. */
    public static Door door(Service service, Listener listener) {
        boolean kernel = isOfKernel(service, listener);
        return new Door(
                listener.protocol(),
                listener.port(),
                kernel ? SYSTEM : of(service),
                kernel ? "" : service.name().value(),
                listener.shared());
    }

    /** A service that needs the driver HTTP has its sites there; what it listens at by itself are ports of RPC or UDP. */
    private static boolean isOfKernel(Service service, Listener listener) {
        boolean site = service.dependsOn().contains(HTTP)
                && listener.protocol() == Protocol.TCP
                && !Ports.isDynamic(listener.port());
        return site || service.isDriver() || SMB.contains(service.name());
    }

    /** The program of a service, without quotes and parameters; empty where it is not known. */
    public static String of(Service service) {
        return path(service.imagePath());
    }

    private static String path(String command) {
        String text = command.strip();
        if (text.startsWith("\"")) {
            int end = text.indexOf('"', 1);
            return end < 0 ? text.substring(1) : text.substring(1, end);
        }
        int end = text.toLowerCase(Locale.ROOT).indexOf(".exe");
        return end < 0 ? text : text.substring(0, end + 4);
    }

    /** Whether two paths are the same program, however they name the folder of Windows. */
    public static boolean same(String one, String other) {
        return normal(one).equals(normal(other));
    }

    private static String normal(String path) {
        String lower = path.strip().toLowerCase(Locale.ROOT).replace('/', '\\');
        for (String root : List.of("%systemroot%\\", "%windir%\\", "\\systemroot\\")) {
            if (lower.startsWith(root)) {
                return "c:\\windows\\" + lower.substring(root.length());
            }
        }
        if (lower.startsWith("%programfiles%\\")) {
            return "c:\\program files\\" + lower.substring("%programfiles%\\".length());
        }
        return lower;
    }
}
