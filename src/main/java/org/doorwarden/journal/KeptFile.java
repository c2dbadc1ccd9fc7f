package org.doorwarden.journal;

import com.google.gson.JsonObject;
import java.util.Objects;
import java.util.Optional;
import org.doorwarden.document.DocumentException;
import org.doorwarden.document.ObjectReader;
import org.doorwarden.model.Sha256;
import org.doorwarden.model.access.FileImage;

/**
 * A file of the server that a run keeps a copy of, byte for byte, in its folder.
 *
 * @param path where it is on the server
 * @param digest SHA-256 of its bytes, in hexadecimal digits
 */
public record KeptFile(String path, String digest) {

    public KeptFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(digest, "digest");
    }

    static KeptFile of(FileImage image) {
        return new KeptFile(image.path(), Sha256.of(image.bytes()));
    }

    /** Whether those are the bytes that the file had. */
    public boolean holds(byte[] bytes) {
        return Sha256.of(bytes).equals(digest);
    }

    JsonObject write() {
        JsonObject object = new JsonObject();
        object.addProperty("path", path);
        object.addProperty("digest", digest);
        return object;
    }

    static Optional<KeptFile> readField(ObjectReader reader, String field) throws DocumentException {
        Optional<ObjectReader> item = reader.optionalObject(field);
        if (item.isEmpty()) {
            return Optional.empty();
        }
        KeptFile kept = new KeptFile(item.get().filledText("path"), item.get().filledText("digest"));
        item.get().end();
        return Optional.of(kept);
    }
}
