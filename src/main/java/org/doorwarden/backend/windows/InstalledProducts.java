package org.doorwarden.backend.windows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorwarden.model.Product;
import org.doorwarden.model.ReadProblem;
import org.doorwarden.model.ReadProblem.Part;

/** What the uninstall entries of this computer name, for 64-bit and 32-bit programs. */
final class InstalledProducts {

    private static final List<String> PATHS = List.of(
            "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall",
            "SOFTWARE\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall");

    private InstalledProducts() {}

    static List<Product> read(List<ReadProblem> problems) {
        List<Product> products = new ArrayList<>();
        RegistryKey.Buffers buffers = new RegistryKey.Buffers();
        for (String path : PATHS) {
            try {
                Optional<RegistryKey> key = RegistryKey.localMachine(path);
                if (key.isPresent()) {
                    try (RegistryKey open = key.get()) {
                        readAll(open, buffers, products);
                    }
                }
            } catch (WindowsFailure failed) {
                problems.add(new ReadProblem(Part.PRODUCTS, path, failed.code()));
            }
        }
        return products;
    }

    private static void readAll(RegistryKey uninstall, RegistryKey.Buffers buffers, List<Product> products)
            throws WindowsFailure {
        for (String name : uninstall.subKeys()) {
            Optional<RegistryKey> key = uninstall.open(name);
            if (key.isEmpty()) {
                continue;
            }
            try (RegistryKey open = key.get()) {
                RegistryKey.Content content = open.read(buffers);
                String displayName = content.text("DisplayName");
                if (!displayName.isBlank()) {
                    products.add(new Product(displayName, content.text("Publisher"), content.text("DisplayVersion")));
                }
            }
        }
    }
}
