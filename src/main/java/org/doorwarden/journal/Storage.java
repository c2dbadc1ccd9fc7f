package org.doorwarden.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The few things a journal asks of a disk. */
public interface Storage {

    /** Makes a folder and those above it; does nothing for those that exist. */
    void makeFolders(Path folder) throws IOException;

    /**
     * Makes a new folder in an existing one.
     *
     * @throws java.nio.file.FileAlreadyExistsException if it exists
     */
    void makeNewFolder(Path folder) throws IOException;

    /** Writes a whole file and forces it to the disk: afterwards it is there completely, or not at all. */
    void write(Path file, byte[] bytes) throws IOException;

    /** Reads a file of at most {@code most} bytes; of a larger one, one byte more. */
    byte[] read(Path file, int most) throws IOException;

    boolean exists(Path file) throws IOException;

    /** The names in a folder, sorted; none if there is no such folder. */
    List<String> names(Path folder) throws IOException;

    /** Opens a file to append to, made if it is not there, after cutting it to its first {@code length} bytes. */
    Appender append(Path file, long length) throws IOException;

    /** Deletes a folder with the files in it. */
    void deleteFolder(Path folder) throws IOException;

    /** A file that grows. */
    interface Appender extends AutoCloseable {

        /** Writes at the end and forces it to the disk. After a failure the end is cut off again before the next try. */
        void append(byte[] bytes) throws IOException;

        @Override
        void close() throws IOException;
    }
}
