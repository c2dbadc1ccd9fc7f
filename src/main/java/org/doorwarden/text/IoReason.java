package org.doorwarden.text;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why reading or writing a file failed, in words. */
public final class IoReason {

    private IoReason() {}

    public static Message of(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return Message.of("io.absent");
        }
        if (failure instanceof AccessDeniedException) {
            return Message.of("io.denied");
        }
        if (failure instanceof FileAlreadyExistsException || failure instanceof NotDirectoryException) {
            return Message.of("io.no.folder");
        }
        if (failure instanceof FileSystemException known && known.getReason() != null) {
            return Message.of("io.other", known.getReason());
        }
        return Message.of("io.other", String.valueOf(failure.getMessage()));
    }
}
