package org.doorwarden.backend.windows;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.doorwarden.model.ReadProblem;
import org.doorwarden.model.ReadProblem.Part;
import org.doorwarden.model.ServerTraits;
import org.doorwarden.model.Trait;
import org.doorwarden.model.WebSite;

/** What this computer is like beside its services. What cannot be told is left out, and what cannot be read is named. */
final class Traits {

    private static final String VERSION = "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";

    private Traits() {}

    /** Reads the traits of one kind. */
    private interface Source {

        void read(Map<Trait, String> traits, RegistryKey.Buffers buffers) throws WindowsFailure;
    }

    /** @param sites the web sites, which IIS keeps in files of its own */
    static ServerTraits read(List<WebSite> sites, List<ReadProblem> problems) {
        Map<Trait, String> traits = new EnumMap<>(Trait.class);
        RegistryKey.Buffers buffers = new RegistryKey.Buffers();
        attempt(VERSION, Traits::readInstallation, traits, buffers, problems);
        attempt("NetGetJoinInformation", DomainMembership::read, traits, buffers, problems);
        attempt(Machine.FIRMWARE_KEY, Machine::read, traits, buffers, problems);
        return new ServerTraits(traits, InstalledFeatures.read(problems), sites);
    }

    private static void attempt(
            String what,
            Source source,
            Map<Trait, String> traits,
            RegistryKey.Buffers buffers,
            List<ReadProblem> problems) {
        try {
            source.read(traits, buffers);
        } catch (WindowsFailure failed) {
            problems.add(new ReadProblem(Part.TRAITS, what, failed.code()));
        }
    }

    /**
     * {@code InstallationType} is there since Windows Server 2008 R2, without being documented; what Microsoft documents
     * since Server 2012, the key {@code ServerLevels}, says the same.
     *
     * @see <a href="https://learn.microsoft.com/previous-versions/windows/desktop/legacy/hh846315(v=vs.85)">Determining
     *     whether Server Core is running</a>
     */
    private static void readInstallation(Map<Trait, String> traits, RegistryKey.Buffers buffers) throws WindowsFailure {
        if (RegistryKey.localMachine(VERSION, buffers)
                .filter(content -> content.text("InstallationType").equalsIgnoreCase("Server Core"))
                .isPresent()) {
            traits.put(Trait.SERVER_CORE, "");
        }
    }
}
