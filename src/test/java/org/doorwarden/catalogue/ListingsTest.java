package org.doorwarden.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.doorwarden.model.ServiceName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names of services as they were found on real servers: whatever Microsoft puts there is explained. */
class ListingsTest {

    private static final Path FOLDER = Path.of("src/test/resources/facts/listings");
    private static final Pattern INSTANCE_SUFFIX = Pattern.compile("_[0-9a-fA-F]{3,}$");

    private final Catalogue catalogue = CatalogueReader.bundled();

    static List<Path> listings() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.endsWith("unknown-on-purpose.txt"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("listings")
    void everyServiceOfMicrosoftsIsExplained(Path listing) throws IOException {
        Set<String> others = Set.copyOf(names(FOLDER.resolve("unknown-on-purpose.txt")));
        Set<String> unknown = new TreeSet<>();
        for (String name : names(listing)) {
            String template = INSTANCE_SUFFIX.matcher(name).replaceFirst("");
            if (catalogue.find(new ServiceName(name)).isEmpty()
                    && catalogue.find(new ServiceName(template)).isEmpty()
                    && !others.contains(name)) {
                unknown.add(name);
            }
        }
        assertEquals(Set.of(), unknown);
    }

    @Test
    void nobodyIsExcusedWhoIsExplained() throws IOException {
        Set<String> explained = new TreeSet<>();
        for (String name : names(FOLDER.resolve("unknown-on-purpose.txt"))) {
            catalogue.find(new ServiceName(name)).ifPresent(known -> explained.add(name));
        }
        assertEquals(Set.of(), explained);
    }

    @Test
    void theListingsAreThere() throws IOException {
        assertTrue(listings().size() >= 10);
        for (Path listing : listings()) {
            assertTrue(names(listing).size() > 50, listing.toString());
        }
    }

    private static List<String> names(Path listing) throws IOException {
        return Files.readAllLines(listing).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }
}
