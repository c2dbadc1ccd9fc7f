package org.doorwarden.catalogue;

import java.util.List;
import java.util.Locale;
import org.doorwarden.model.Product;

/**
 * A program that needs services.
 *
 * @param id its name on the command line
 * @param recognisedBy parts of the names under which it installs itself; one found in a product's name is enough
 */
public record KnownProduct(String id, String name, List<String> recognisedBy, List<Requirement> requires) {

    public KnownProduct {
        recognisedBy = List.copyOf(recognisedBy);
        requires = List.copyOf(requires);
    }

    /** Whether an installed product is this one. */
    public boolean matches(Product product) {
        String installed = product.name().toLowerCase(Locale.ROOT);
        return recognisedBy.stream().anyMatch(part -> installed.contains(part.toLowerCase(Locale.ROOT)));
    }

    /** Whether a person who says {@code words} means this product. */
    public boolean isMeantBy(String words) {
        return words.equalsIgnoreCase(id) || words.equalsIgnoreCase(name) || matches(new Product(words, "", ""));
    }
}
