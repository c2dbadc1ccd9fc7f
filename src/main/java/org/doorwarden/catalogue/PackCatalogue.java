package org.doorwarden.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.doorwarden.document.DocumentException;

/** A step of the build: makes the packed catalogue out of the readable files, and stops the build if one is wrong. */
public final class PackCatalogue {

    private PackCatalogue() {}

    /** @param arguments the folder of the readable files, and the file to write */
    public static void main(String[] arguments) throws IOException, DocumentException {
        Catalogue catalogue = CatalogueReader.read(CatalogueFile.in(Path.of(arguments[0]), false), "en");
        Files.write(Path.of(arguments[1]), CataloguePack.write(catalogue));
    }
}
