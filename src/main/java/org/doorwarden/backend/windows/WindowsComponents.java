package org.doorwarden.backend.windows;

import com.sun.jna.Native;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.BackendException.Operation;
import org.doorwarden.backend.SettingProgress;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.model.access.FeatureDetail;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.FeatureState;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.WindowsFeature;
import org.doorwarden.text.Message;

/**
 * The components of Windows, through DISM. Every call takes seconds, so it is asked only about what is to be
 * uninstalled.
 *
 * <p>DISM tells neither how large a component is nor which services are in it; both stay empty.
 */
final class WindowsComponents {

    private final Library library;
    /** What each component is part of: the same as long as this Windows is. */
    private final Map<String, List<String>> parents = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** Where DISM is found. */
    @FunctionalInterface
    interface Library {

        /** @return empty if this Windows has none */
        Optional<Dism> load();
    }

    WindowsComponents(Library library) {
        this.library = library;
    }

    /**
     * From System32 and nowhere else.
     *
     * @param systemRoot the Windows folder
     */
    static WindowsComponents of(Path systemRoot) {
        Path file = systemRoot.resolve("System32").resolve("dismapi.dll");
        return new WindowsComponents(() -> Files.exists(file)
                ? Optional.of(Native.load(file.toAbsolutePath().toString(), Dism.class))
                : Optional.empty());
    }

    /** A {@link FeatureState}, or that this Windows has no such component. */
    SettingValue state(WindowsFeature feature) throws BackendException {
        return with(Operation.READ_SETTING, feature, session -> {
            Optional<DismFeature> found = session.find(feature.name());
            return found.isPresent() ? found.get().featureState() : Absent.ITSELF;
        });
    }

    /** Installs or uninstalls it, and returns when DISM is done; a restart may still be due then. */
    void set(WindowsFeature feature, SettingValue value, SettingProgress progress) throws BackendException {
        with(Operation.SET_SETTING, feature, session -> {
            if (!(value instanceof FeatureState wanted)) {
                throw new WindowsFailure("DISM", WindowsError.INVALID_PARAMETER);
            }
            if (wanted.isInstalled()) {
                session.enable(feature.name(), progress);
            } else {
                session.disable(feature.name(), progress);
            }
            return wanted;
        });
    }

    /**
     * What is to be known before it is uninstalled. Its files stay with Windows when Doorwarden uninstalls it, so they are
     * there for installing it again unless somebody removed them already.
     */
    Optional<FeatureDetail> detail(WindowsFeature feature) throws BackendException {
        return with(Operation.READ_SETTING, feature, session -> {
            Optional<DismFeature> found = session.find(feature.name());
            if (found.isEmpty()) {
                return Optional.empty();
            }
            DismFeature dism = found.get();
            FeatureState state = dism.featureState();
            return Optional.of(new FeatureDetail(
                    feature.name(),
                    dism.displayName().isBlank() ? feature.name() : dism.displayName(),
                    state,
                    OptionalLong.empty(),
                    dism.restartNeed(),
                    state.isInstalled() ? installedPartsOf(feature.name(), session) : List.of(),
                    List.of(),
                    Optional.of(state != FeatureState.REMOVED)));
        });
    }

    /** Parts of parts come before the part they are in. */
    private List<String> installedPartsOf(String name, DismSession session) throws WindowsFailure {
        Map<String, Set<String>> parts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (DismFeature each : session.features()) {
            if (each.featureState().isInstalled()) {
                for (String parent : parentsOf(each.name(), session)) {
                    parts.computeIfAbsent(parent, key -> new TreeSet<>()).add(each.name());
                }
            }
        }
        Set<String> innermostFirst = new LinkedHashSet<>();
        collect(name, parts, new TreeSet<>(String.CASE_INSENSITIVE_ORDER), innermostFirst);
        innermostFirst.remove(name);
        return List.copyOf(innermostFirst);
    }

    /** @param begun guards against parts that contain each other */
    private static void collect(
            String name, Map<String, Set<String>> parts, Set<String> begun, Set<String> innermostFirst) {
        if (begun.add(name)) {
            for (String part : parts.getOrDefault(name, Set.of())) {
                collect(part, parts, begun, innermostFirst);
            }
            innermostFirst.add(name);
        }
    }

    private List<String> parentsOf(String name, DismSession session) throws WindowsFailure {
        List<String> known = parents.get(name);
        if (known == null) {
            List<String> names = new ArrayList<>();
            for (DismFeature parent : session.parents(name)) {
                names.add(parent.name());
            }
            known = List.copyOf(names);
            parents.put(name, known);
        }
        return known;
    }

    @FunctionalInterface
    private interface Work<T> {
        T in(DismSession session) throws WindowsFailure;
    }

    /** One at a time, as DISM wants it. */
    private synchronized <T> T with(Operation operation, WindowsFeature feature, Work<T> work) throws BackendException {
        try {
            Dism dism = library.load()
                    .orElseThrow(() -> new BackendException(
                            operation,
                            feature.address(),
                            WindowsError.MODULE_NOT_FOUND,
                            Message.of("windows.error.no.dism")));
            try (DismSession session = DismSession.open(dism)) {
                return work.in(session);
            }
        } catch (WindowsFailure failed) {
            throw failed.as(operation, feature.address());
        } catch (UnsatisfiedLinkError missing) {
            throw new BackendException(operation, feature.address(), WindowsError.PROCEDURE_NOT_FOUND);
        }
    }
}
