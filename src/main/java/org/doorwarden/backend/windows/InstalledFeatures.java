package org.doorwarden.backend.windows;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.doorwarden.model.ReadProblem;
import org.doorwarden.model.ReadProblem.Part;

/**
 * The components of Windows that are installed, by the names their setup programs give them.
 *
 * <ul>
 *   <li>IIS 7 and later notes each of its components under {@code InetStp\Components}: 1 for one that is installed.
 *   <li>Server Manager of Windows Server 2012 and later keeps what it knows of every role and feature under
 *       {@code ServerComponentCache}, with {@code InstallState} 1 for one that is installed. It is a cache: where Server
 *       Manager never ran it is not there, and what was installed without it may be missing.
 *   <li>Setup of Windows 2000 and Server 2003 notes its components under {@code OC Manager\Subcomponents}: 1 for one that
 *       is installed.
 * </ul>
 *
 * <p>All three are in the registry as 64-bit programs see it; this program runs on a 64-bit Java there.
 *
 * @see <a href="https://learn.microsoft.com/iis/install/installing-iis-7/discover-installed-components">Discover
 *     installed components of IIS 7</a>
 * @see <a href="https://learn.microsoft.com/troubleshoot/azure/virtual-machines/windows/troubleshoot-rdp-no-license-server">
 *     Microsoft's use of InstallState</a>
 */
final class InstalledFeatures {

    private static final String IIS = "SOFTWARE\\Microsoft\\InetStp\\Components";
    private static final String SERVER_MANAGER =
            "SOFTWARE\\Microsoft\\ServerManager\\ServicingStorage\\ServerComponentCache";
    private static final String SETUP =
            "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Setup\\OC Manager\\Subcomponents";

    private final Collection<String> features = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final RegistryKey.Buffers buffers = new RegistryKey.Buffers();
    private final List<ReadProblem> problems;

    private InstalledFeatures(List<ReadProblem> problems) {
        this.problems = problems;
    }

    /** The names, sorted. */
    static List<String> read(List<ReadProblem> problems) {
        InstalledFeatures reading = new InstalledFeatures(problems);
        reading.addValues(IIS);
        reading.addValues(SETUP);
        reading.addSubKeys();
        return List.copyOf(reading.features);
    }

    private void addValues(String path) {
        try {
            RegistryKey.localMachine(path, buffers)
                    .ifPresent(components -> components.values().keySet().forEach(name -> {
                        if (components.number(name, 0) == 1) {
                            features.add(name);
                        }
                    }));
        } catch (WindowsFailure failed) {
            problems.add(new ReadProblem(Part.FEATURES, path, failed.code()));
        }
    }

    private void addSubKeys() {
        try {
            Optional<RegistryKey> cache = RegistryKey.localMachine(SERVER_MANAGER);
            if (cache.isPresent()) {
                try (RegistryKey open = cache.get()) {
                    for (String name : open.subKeys()) {
                        if (isInstalled(open, name)) {
                            features.add(name);
                        }
                    }
                }
            }
        } catch (WindowsFailure failed) {
            problems.add(new ReadProblem(Part.FEATURES, SERVER_MANAGER, failed.code()));
        }
    }

    /** One value of many is asked for: the others are texts that nobody needs here. */
    private boolean isInstalled(RegistryKey cache, String name) throws WindowsFailure {
        Optional<RegistryKey> feature = cache.open(name);
        if (feature.isEmpty()) {
            return false;
        }
        try (RegistryKey open = feature.get()) {
            return open.value("InstallState", buffers)
                    .map(state -> state.number().orElse(0) == 1)
                    .orElse(false);
        }
    }
}
