package org.doorwarden.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorwarden.analysis.Assessment;
import org.doorwarden.analysis.Assessor;
import org.doorwarden.analysis.Purpose;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.KnownProduct;
import org.doorwarden.catalogue.Role;
import org.doorwarden.text.Message;
import org.doorwarden.text.WrongUse;
import picocli.CommandLine.Option;

/** What the server is for, said on the command line. */
final class PurposeOptions {

    @Option(names = "--role", paramLabel = "ROLE", descriptionKey = "option.role")
    private List<String> roles = new ArrayList<>();

    @Option(names = "--product", paramLabel = "NAME", descriptionKey = "option.product")
    private List<String> products = new ArrayList<>();

    Assessment assess(Catalogue catalogue, Reading reading) throws WrongUse {
        return assess(catalogue, reading, List.of(), List.of());
    }

    /** Assesses for the roles and products said here and those of a policy. */
    Assessment assess(Catalogue catalogue, Reading reading, List<String> moreRoles, List<String> moreProducts)
            throws WrongUse {
        Map<String, Role> chosen = new LinkedHashMap<>();
        for (String id : joined(roles, moreRoles)) {
            Role role = catalogue.roles().get(id);
            if (role == null) {
                throw Names.unknown("wrong.role", id, catalogue.roles().keySet());
            }
            chosen.put(id, role);
        }
        List<KnownProduct> named = new ArrayList<>();
        for (String words : joined(products, moreProducts)) {
            named.add(catalogue
                    .product(words)
                    .orElseThrow(() -> Names.unknown(
                            "wrong.product",
                            words,
                            catalogue.products().stream()
                                    .map(KnownProduct::name)
                                    .toList())));
        }
        boolean assumed = chosen.isEmpty();
        if (assumed) {
            chosen.put(Catalogue.ASSUMED_ROLE, catalogue.roles().get(Catalogue.ASSUMED_ROLE));
        }
        requireTogether(chosen.values());
        Purpose purpose =
                new Purpose(List.copyOf(chosen.values()), assumed, named).withDetected(catalogue, reading.inventory());
        return Assessor.assess(catalogue, reading.inventory(), reading.graph(), purpose);
    }

    private static void requireTogether(Collection<Role> roles) throws WrongUse {
        for (Role role : roles) {
            for (Role other : roles) {
                if (role.excludes().contains(other.id())) {
                    throw new WrongUse(Message.of("wrong.roles.exclude", role.id(), other.id()));
                }
            }
        }
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
