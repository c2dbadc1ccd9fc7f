package org.doorwarden.testing;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorwarden.journal.Storage;

/**
 * A disk in memory that can be told to fail at its n-th operation, or to crash there. A crash in the middle of an append
 * leaves half of it, as a real one may.
 */
public final class MemoryStorage implements Storage {

    private final Map<Path, byte[]> files = new TreeMap<>();
    private final TreeSet<Path> folders = new TreeSet<>();
    private int operations;
    private int failAt = -1;
    private int crashAt = -1;

    /** Lets the n-th operation from now fail, counted from 0. */
    public void failAt(int operation) {
        failAt = operations + operation;
    }

    public void crashAt(int operation) {
        crashAt = operations + operation;
    }

    public void heal() {
        failAt = -1;
        crashAt = -1;
    }

    public int operations() {
        return operations;
    }

    /** Changes a file behind everybody's back. */
    public void replace(Path file, byte[] bytes) {
        files.put(file, bytes);
    }

    public List<Path> files() {
        return List.copyOf(files.keySet());
    }

    public byte[] content(Path file) {
        return files.get(file).clone();
    }

    @Override
    public void makeFolders(Path folder) throws IOException {
        operate();
        folders.add(folder);
    }

    @Override
    public void makeNewFolder(Path folder) throws IOException {
        operate();
        if (!folders.add(folder)) {
            throw new FileAlreadyExistsException(folder.toString());
        }
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        operate();
        files.put(file, bytes.clone());
    }

    @Override
    public byte[] read(Path file, int most) throws IOException {
        byte[] bytes = files.get(file);
        if (bytes == null) {
            throw new NoSuchFileException(file.toString());
        }
        return Arrays.copyOf(bytes, Math.min(bytes.length, most + 1));
    }

    @Override
    public boolean exists(Path file) {
        return files.containsKey(file);
    }

    @Override
    public List<String> names(Path folder) {
        TreeSet<String> names = new TreeSet<>();
        folders.stream()
                .filter(each -> folder.equals(each.getParent()))
                .forEach(each -> names.add(each.getFileName().toString()));
        return List.copyOf(names);
    }

    @Override
    public Appender append(Path file, long length) throws IOException {
        operate();
        files.put(file, Arrays.copyOf(files.getOrDefault(file, new byte[0]), (int) length));
        return new Appender() {
            private int good = (int) length;

            @Override
            public void append(byte[] bytes) throws IOException {
                try {
                    operate();
                } catch (IOException | Crash torn) {
                    write(Arrays.copyOf(bytes, bytes.length / 2));
                    throw torn;
                }
                write(bytes);
                good += bytes.length;
            }

            private void write(byte[] bytes) {
                byte[] grown = Arrays.copyOf(files.get(file), good + bytes.length);
                System.arraycopy(bytes, 0, grown, good, bytes.length);
                files.put(file, grown);
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }

    @Override
    public void deleteFolder(Path folder) {
        files.keySet().removeIf(file -> file.startsWith(folder));
        folders.remove(folder);
    }

    private void operate() throws IOException {
        int operation = operations++;
        if (operation == crashAt) {
            throw new Crash();
        }
        if (operation == failAt) {
            throw new IOException("the disk is full");
        }
    }
}
