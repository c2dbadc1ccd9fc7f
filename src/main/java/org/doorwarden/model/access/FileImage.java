package org.doorwarden.model.access;

import java.util.Arrays;
import java.util.Objects;

/** A file, byte for byte. */
public final class FileImage {

    private final String path;
    private final byte[] bytes;

    /** @param path where it is on the server */
    public FileImage(String path, byte[] bytes) {
        this.path = Objects.requireNonNull(path, "path");
        this.bytes = bytes.clone();
    }

    public String path() {
        return path;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileImage image && image.path.equals(path) && Arrays.equals(image.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return 31 * path.hashCode() + Arrays.hashCode(bytes);
    }
}
