package org.doorwarden.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.doorwarden.journal.DiskStorage;
import org.doorwarden.journal.Storage;

/**
 * The program as it is, but that it stands still at its n-th journal record until somebody kills it: just before the
 * record is written, in the middle of it, or when it is safely on the disk. Its first argument is {@code before},
 * {@code torn} or {@code after}, its second is n, counted from 1; the others are the command.
 */
public final class StoppableMain {

    /** What it says when it stands still. */
    public static final String STANDING = "STANDING STILL";

    private StoppableMain() {}

    public static void main(String[] arguments) {
        Where where = Where.valueOf(arguments[0].toUpperCase(java.util.Locale.ROOT));
        Storage storage = new StoppingStorage(where, Integer.parseInt(arguments[1]));
        Launch.run(Arrays.copyOfRange(arguments, 2, arguments.length), storage);
    }

    private enum Where {
        BEFORE,
        TORN,
        AFTER
    }

    private static void standStill() {
        System.out.println(STANDING);
        System.out.flush();
        while (true) {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException goOn) {
                // only being killed ends this
            }
        }
    }

    private static final class StoppingStorage implements Storage {

        private final Storage disk = new DiskStorage();
        private final Where where;
        private final int record;
        private int appended;

        StoppingStorage(Where where, int record) {
            this.where = where;
            this.record = record;
        }

        @Override
        public Appender append(Path file, long length) throws IOException {
            Appender appender = disk.append(file, length);
            return new Appender() {
                @Override
                public void append(byte[] bytes) throws IOException {
                    boolean here = ++appended == record;
                    if (here && where == Where.BEFORE) {
                        standStill();
                    }
                    appender.append(here && where == Where.TORN ? Arrays.copyOf(bytes, bytes.length / 2) : bytes);
                    if (here) {
                        standStill();
                    }
                }

                @Override
                public void close() throws IOException {
                    appender.close();
                }
            };
        }

        @Override
        public void makeFolders(Path folder) throws IOException {
            disk.makeFolders(folder);
        }

        @Override
        public void makeNewFolder(Path folder) throws IOException {
            disk.makeNewFolder(folder);
        }

        @Override
        public void write(Path file, byte[] bytes) throws IOException {
            disk.write(file, bytes);
        }

        @Override
        public byte[] read(Path file, int most) throws IOException {
            return disk.read(file, most);
        }

        @Override
        public boolean exists(Path file) throws IOException {
            return disk.exists(file);
        }

        @Override
        public List<String> names(Path folder) throws IOException {
            return disk.names(folder);
        }

        @Override
        public void deleteFolder(Path folder) throws IOException {
            disk.deleteFolder(folder);
        }
    }
}
