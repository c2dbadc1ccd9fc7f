package org.doorwarden.document;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorwarden.model.Identified;
import org.doorwarden.text.IoReason;
import org.doorwarden.text.Message;

/** The head that all of Doorwarden's own JSON files share: what the file is, and of which version. */
public final class DocumentFile {

    /** The files there are. */
    public enum Kind implements Identified {
        INVENTORY("doorwarden-inventory", 1, 64 << 20),
        PLAN("doorwarden-plan", 1, 16 << 20),
        POLICY("doorwarden-policy", 1, 1 << 20),
        SNAPSHOT("doorwarden-snapshot", 1, 64 << 20),
        TRAINING_SERVER("doorwarden-training-server", 1, 4 << 20),
        TRAINING_STATE("doorwarden-training-state", 1, 4 << 20),
        CATALOGUE("doorwarden-catalogue", 1, 1 << 20),
        CATALOGUE_SERVICES("doorwarden-catalogue-services", 1, 1 << 20),
        CATALOGUE_TRANSLATION("doorwarden-catalogue-translation", 1, 1 << 20),
        CATALOGUE_ROLES("doorwarden-catalogue-roles", 1, 1 << 20),
        CATALOGUE_PRODUCTS("doorwarden-catalogue-products", 1, 1 << 20),
        CATALOGUE_SOURCES("doorwarden-catalogue-sources", 1, 1 << 20);

        private final String id;
        private final int version;
        private final int mostBytes;

        Kind(String id, int version, int mostBytes) {
            this.id = id;
            this.version = version;
            this.mostBytes = mostBytes;
        }

        @Override
        public String id() {
            return id;
        }

        /** The only version this program reads and writes. */
        public int version() {
            return version;
        }

        /** No file of this kind is larger; a larger one is refused before it is read. */
        public int mostBytes() {
            return mostBytes;
        }
    }

    private DocumentFile() {}

    /** Starts a document of the kind. */
    public static JsonObject start(Kind kind) {
        JsonObject object = new JsonObject();
        object.addProperty("document", kind.id());
        object.addProperty("formatVersion", kind.version());
        return object;
    }

    /** Reads a file from the disk and checks its head. */
    public static ObjectReader open(Kind kind, Path file) throws DocumentException {
        return open(kind, file.toString(), bytes(kind, file));
    }

    /** Checks the head of a document in memory. */
    public static ObjectReader open(Kind kind, String name, byte[] bytes) throws DocumentException {
        if (bytes.length > kind.mostBytes()) {
            throw tooLarge(name, kind.mostBytes());
        }
        ObjectReader reader = ObjectReader.of(name, JsonText.parse(name, bytes));
        requireHead(kind, reader);
        return reader;
    }

    /** A document that says itself what it is. */
    public record Opened(Kind kind, ObjectReader content) {}

    /** Checks the head of a document that may be of any of these kinds. */
    public static Opened openAny(Set<Kind> kinds, String name, byte[] bytes) throws DocumentException {
        int mostBytes = kinds.stream().mapToInt(Kind::mostBytes).max().orElse(0);
        if (bytes.length > mostBytes) {
            throw tooLarge(name, mostBytes);
        }
        ObjectReader reader = ObjectReader.of(name, JsonText.parse(name, bytes));
        Kind kind = reader.constant(Kind.class, "document");
        if (!kinds.contains(kind)) {
            String known = kinds.stream().map(Kind::id).collect(Collectors.joining(", "));
            throw reader.wrong("document", Message.of("document.field.not.one.of", kind.id(), known));
        }
        requireHead(kind, reader);
        return new Opened(kind, reader);
    }

    /** Checks that an object, which may be part of another document, is of the kind and of a version we know. */
    public static void requireHead(Kind kind, ObjectReader reader) throws DocumentException {
        String actual = reader.text("document", "");
        if (!actual.equals(kind.id())) {
            throw reader.wrong("document", Message.of("document.foreign", kind.id(), actual));
        }
        long version = reader.number("formatVersion", 0, Integer.MAX_VALUE);
        if (version != kind.version()) {
            throw reader.wrong("formatVersion", Message.of("document.version", version, kind.version()));
        }
    }

    /** The bytes of a file, if it is there, is a file, and is not larger than its kind may be. */
    public static byte[] bytes(Kind kind, Path file) throws DocumentException {
        return bytes(file, kind.mostBytes());
    }

    /** As {@link #bytes(Kind, Path)}, for what is kept in another form. */
    public static byte[] bytes(Path file, int mostBytes) throws DocumentException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(mostBytes + 1);
            if (bytes.length > mostBytes) {
                throw tooLarge(file.toString(), mostBytes);
            }
            return bytes;
        } catch (NoSuchFileException missing) {
            throw new DocumentException(file.toString(), "", Message.of("document.absent"));
        } catch (IOException unreadable) {
            throw new DocumentException(
                    file.toString(), "", Message.of("document.unreadable", IoReason.of(unreadable)));
        }
    }

    /** Writes a document in one step. */
    public static void save(Path file, JsonObject document) throws DocumentException {
        try {
            AtomicFile.write(file, JsonText.pretty(document).getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new DocumentException(file.toString(), "", Message.of("document.unwritable", IoReason.of(failed)));
        }
    }

    private static DocumentException tooLarge(String name, int mostBytes) {
        return new DocumentException(name, "", Message.of("document.too.large", mostBytes >> 20));
    }
}
