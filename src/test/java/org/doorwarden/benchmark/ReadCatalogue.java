package org.doorwarden.benchmark;

import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.CatalogueFile;
import org.doorwarden.catalogue.CatalogueReader;

/** Reads the catalogue as the first thing in a process, and prints how many nanoseconds that took. */
public final class ReadCatalogue {

    /** The argument for reading the readable files rather than what the program reads. */
    static final String FILES = "files";

    private ReadCatalogue() {}

    public static void main(String[] arguments) throws Exception {
        boolean files = arguments.length > 0 && arguments[0].equals(FILES);
        long before = System.nanoTime();
        Catalogue catalogue = files ? CatalogueReader.read(CatalogueFile.bundled(), "en") : CatalogueReader.bundled();
        long took = System.nanoTime() - before;
        // The process can be believed only if it read something.
        System.out.println(took + " " + catalogue.services().size());
    }
}
