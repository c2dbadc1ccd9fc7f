package org.doorwarden.catalogue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.doorwarden.model.Protocol;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.Trait;
import org.doorwarden.model.Verdict;
import org.doorwarden.model.WindowsVersion;

/** Reads the body of a {@link CataloguePack}, in plain loops: it runs before anything is compiled. */
final class PackReader {

    static final int RUNNING = 0;
    static final int INSTALLED = 1;
    static final int HAS_PROGRAM = 2;
    static final int HAS_TRAIT = 3;

    private final PackedInput in;
    private final Map<String, ServiceName> names = new HashMap<>();
    private Source[] sources = {};

    PackReader(byte[] bytes, int start) {
        this.in = new PackedInput(bytes, start);
    }

    Catalogue catalogue() {
        CatalogueEdition edition = new CatalogueEdition(in.text(), LocalDate.ofEpochDay(in.number()));
        sources = new Source[in.count()];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = new Source(in.text(), in.text(), in.text());
        }
        ServiceKnowledge[] services = new ServiceKnowledge[in.count()];
        for (int i = 0; i < services.length; i++) {
            services[i] = service();
        }
        List<Requirement> base = requirements();
        Map<String, Role> roles = new LinkedHashMap<>();
        for (int i = in.count(); i > 0; i--) {
            Role role = role();
            roles.put(role.id(), role);
        }
        KnownProduct[] products = new KnownProduct[in.count()];
        for (int i = 0; i < products.length; i++) {
            products[i] = new KnownProduct(in.text(), in.text(), in.texts(), in.texts(), requirements());
        }
        return new Catalogue(
                edition,
                List.of(sources),
                List.of(services),
                base,
                Collections.unmodifiableMap(roles),
                List.of(products));
    }

    private Role role() {
        return new Role(
                in.text(),
                in.constant(Role.Group.class),
                in.text(),
                in.text(),
                requirements(),
                clues(),
                Set.copyOf(in.texts()));
    }

    private List<Clue> clues() {
        Clue[] clues = new Clue[in.count()];
        for (int i = 0; i < clues.length; i++) {
            clues[i] = clue(in.number());
        }
        return List.of(clues);
    }

    private Clue clue(int kind) {
        return switch (kind) {
            case RUNNING -> new Clue.Running(name(), until(in.optionalText()));
            case INSTALLED -> new Clue.Installed(in.text());
            case HAS_PROGRAM -> new Clue.HasProgram(in.text());
            case HAS_TRAIT -> new Clue.Has(in.constant(Trait.class));
            default -> throw new IllegalStateException("no clue of kind " + kind);
        };
    }

    private static Optional<WindowsVersion> until(Optional<String> version) {
        return version.isPresent() ? WindowsVersion.parse(version.get()) : Optional.empty();
    }

    private ServiceName name() {
        String text = in.text();
        ServiceName name = names.get(text);
        if (name == null) {
            name = new ServiceName(text);
            names.put(text, name);
        }
        return name;
    }

    private ServiceKnowledge service() {
        return new ServiceKnowledge(
                name(),
                in.texts(),
                in.text(),
                in.constant(ServiceOrigin.class),
                in.optionalText(),
                in.text(),
                ports(),
                new Risk(in.constant(Risk.Severity.class), in.constant(Risk.Reach.class), in.text()),
                use(),
                startTypes(),
                guidance(),
                in.texts(),
                in.optionalText(),
                requirements(),
                in.flag(),
                vulnerabilities(),
                false);
    }

    private List<Port> ports() {
        Port[] ports = new Port[in.count()];
        for (int i = 0; i < ports.length; i++) {
            ports[i] = new Port(in.constant(Protocol.class), in.number());
        }
        return List.of(ports);
    }

    private Use use() {
        return new Use(in.text(), in.text(), in.text(), caution());
    }

    private Optional<Caution> caution() {
        return in.flag() ? Optional.of(new Caution(in.text(), sources())) : Optional.empty();
    }

    private Map<WindowsRelease, DefaultStart> startTypes() {
        int count = in.count();
        if (count == 0) {
            return Map.of();
        }
        Map<WindowsRelease, DefaultStart> startTypes = new EnumMap<>(WindowsRelease.class);
        for (int i = count; i > 0; i--) {
            startTypes.put(in.constant(WindowsRelease.class), in.constant(DefaultStart.class));
        }
        return startTypes;
    }

    private Guidance guidance() {
        return new Guidance(advice(), later(), byRole(), positions());
    }

    private NavigableMap<WindowsVersion, Advice> later() {
        int count = in.count();
        if (count == 0) {
            return Collections.emptyNavigableMap();
        }
        NavigableMap<WindowsVersion, Advice> later = new TreeMap<>();
        for (int i = count; i > 0; i--) {
            later.put(new WindowsVersion(in.number(), in.number()), advice());
        }
        return later;
    }

    private Map<String, Advice> byRole() {
        int count = in.count();
        if (count == 0) {
            return Map.of();
        }
        Map<String, Advice> byRole = new LinkedHashMap<>();
        for (int i = count; i > 0; i--) {
            byRole.put(in.text(), advice());
        }
        return byRole;
    }

    private List<Position> positions() {
        Position[] positions = new Position[in.count()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = new Position(source(), in.constant(Position.Stance.class), in.text());
        }
        return List.of(positions);
    }

    private Advice advice() {
        return new Advice(in.constant(Verdict.class), in.text(), sources());
    }

    private List<Requirement> requirements() {
        Requirement[] requirements = new Requirement[in.count()];
        for (int i = 0; i < requirements.length; i++) {
            requirements[i] = new Requirement(name(), in.text(), source());
        }
        return List.of(requirements);
    }

    private List<Vulnerability> vulnerabilities() {
        Vulnerability[] flaws = new Vulnerability[in.count()];
        for (int i = 0; i < flaws.length; i++) {
            flaws[i] = new Vulnerability(
                    in.optionalText(),
                    in.optionalText(),
                    in.number(),
                    in.constant(Vulnerability.Kind.class),
                    in.texts(),
                    in.flag(),
                    in.texts());
        }
        return List.of(flaws);
    }

    private List<Source> sources() {
        Source[] cited = new Source[in.count()];
        for (int i = 0; i < cited.length; i++) {
            cited[i] = source();
        }
        return List.of(cited);
    }

    private Source source() {
        return sources[in.number()];
    }
}
