package org.doorwarden.analysis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.KnownProduct;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;

/** Finds the known products on a server, by the names they installed under and the paths of their services' programs. */
public final class ProductsInUse {

    private ProductsInUse() {}

    /** The products found, in the catalogue's order. */
    public static List<KnownProduct> find(Catalogue catalogue, Inventory inventory) {
        Set<String> paths = new LinkedHashSet<>();
        for (Service service : inventory.services().values()) {
            paths.add(service.imagePath());
        }
        // One long text is searched much faster than thousands of short ones.
        String all = String.join("\n", paths).toLowerCase(Locale.ROOT);
        return catalogue.products().stream()
                .filter(product -> inventory.products().stream().anyMatch(product::matches) || product.owns(all))
                .toList();
    }
}
