package org.doorwarden.catalogue;

import java.util.List;
import java.util.Locale;
import org.doorwarden.model.Product;

/**
 * A program that needs services.
 *
 * @param id its name on the command line
 * @param recognisedBy parts of the names under which it installs itself, in lower case; one is enough
 * @param recognisedByPath parts of the paths of its services' programs, in lower case; one is enough
 */
public record KnownProduct(
        String id, String name, List<String> recognisedBy, List<String> recognisedByPath, List<Requirement> requires) {

    public KnownProduct {
        Stated.requireText(id, "the id of a product");
        recognisedBy = Stated.some(recognisedBy, "what a product is recognised by");
        recognisedByPath = List.copyOf(recognisedByPath);
        requires = List.copyOf(requires);
    }

    /** Whether an installed product is this one. */
    public boolean matches(Product product) {
        return isPartOf(plain(product.name()), recognisedBy);
    }

    /** Whether one of these paths, in lower case and put together, is that of a program of this product. */
    public boolean owns(String paths) {
        return isPartOf(paths, recognisedByPath);
    }

    /** Whether a person who says {@code words} means this product. */
    public boolean isMeantBy(String words) {
        return words.equalsIgnoreCase(id) || words.equalsIgnoreCase(name) || isPartOf(plain(words), recognisedBy);
    }

    private static boolean isPartOf(String text, List<String> parts) {
        for (String part : parts) {
            if (text.contains(part)) {
                return true;
            }
        }
        return false;
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
