package org.doorwarden.backend.windows;

import com.sun.jna.Native;
import com.sun.jna.WString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.BackendException.Operation;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.iis.IisDocument;
import org.doorwarden.iis.IisFailure;
import org.doorwarden.model.access.FileImage;
import org.doorwarden.model.setting.IisElement;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.text.Message;

/**
 * Elements of this computer's {@code applicationHost.config}. The new file is written beside it, forced to the disk, and
 * takes its place by {@code ReplaceFile}: nobody ever reads half of it, and it gets the access list, time of creation,
 * compression and encryption of the old one. A configuration that is kept elsewhere is another computer's as well, and is not changed.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-replacefilew">ReplaceFile</a>
 */
final class IisSettings {

    private static final int ERROR_UNABLE_TO_REMOVE_REPLACED = 1175;
    private static final int ERROR_UNABLE_TO_MOVE_REPLACEMENT = 1176;
    private static final int ERROR_UNABLE_TO_MOVE_REPLACEMENT_2 = 1177;

    /** IIS, a virus scanner or an indexer may just look into one of the files; both still have their names. */
    private static final Set<Integer> BUSY =
            Set.of(WindowsError.SHARING_VIOLATION, ERROR_UNABLE_TO_REMOVE_REPLACED, ERROR_UNABLE_TO_MOVE_REPLACEMENT);

    private static final int TRIES = 10;

    private static final long PAUSE_MILLIS = 50;

    private final Path systemRoot;
    private final Path file;

    IisSettings(Path systemRoot) {
        this.systemRoot = systemRoot;
        this.file = IisFiles.applicationHost(systemRoot);
    }

    SettingValue read(IisElement element) throws BackendException {
        try {
            return document(Operation.READ_SETTING, element).value(element);
        } catch (IisFailure failed) {
            throw refused(Operation.READ_SETTING, element, failed);
        }
    }

    void set(IisElement element, SettingValue value) throws BackendException {
        IisDocument now = document(Operation.SET_SETTING, element);
        try {
            IisDocument wanted = now.with(element, value);
            replace(element, now.bytes(), wanted.bytes());
        } catch (IisFailure failed) {
            throw refused(Operation.SET_SETTING, element, failed);
        } catch (WindowsFailure failed) {
            throw failed.as(Operation.SET_SETTING, element.address());
        } catch (IOException failed) {
            throw WindowsFailure.writing(file, failed).as(Operation.SET_SETTING, element.address());
        }
    }

    /** The file as it is; empty if there is none, or it is kept elsewhere. */
    Optional<FileImage> image() throws BackendException {
        try {
            return IisFiles.redirection(systemRoot).isPresent()
                    ? Optional.empty()
                    : IisFiles.bytes(file).map(bytes -> new FileImage(file.toString(), bytes));
        } catch (WindowsFailure failed) {
            throw failed.as(Operation.READ_SETTING, file.toString());
        }
    }

    private IisDocument document(Operation operation, IisElement element) throws BackendException {
        try {
            Optional<String> elsewhere = IisFiles.redirection(systemRoot);
            if (elsewhere.isPresent()) {
                throw refused(operation, element, new IisFailure(IisFailure.Kind.ELSEWHERE, elsewhere.get()));
            }
            byte[] bytes = IisFiles.bytes(file)
                    .orElseThrow(() -> new WindowsFailure(file.toString(), WindowsError.FILE_NOT_FOUND));
            return IisDocument.read(bytes);
        } catch (WindowsFailure failed) {
            throw failed.as(operation, element.address());
        } catch (IisFailure failed) {
            throw refused(operation, element, failed);
        }
    }

    /** @param before what the new bytes were made from; if the file is no longer that, somebody else is at it */
    private void replace(IisElement element, byte[] before, byte[] after)
            throws WindowsFailure, IOException, BackendException {
        Path beside = Files.createTempFile(file.getParent(), "applicationHost", ".new");
        try {
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(after);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            takeItsPlace(element, before, beside);
        } finally {
            discard(beside);
        }
    }

    private void takeItsPlace(IisElement element, byte[] before, Path beside) throws WindowsFailure, BackendException {
        // With a backup the old file is still there, under one name or the other, whatever fails.
        Path backup = file.resolveSibling(beside.getFileName() + ".old");
        for (int tries = 1; ; tries++) {
            if (!Arrays.equals(before, IisFiles.bytes(file).orElse(new byte[0]))) {
                throw new WindowsFailure(file.toString(), WindowsError.SHARING_VIOLATION);
            }
            if (Kernel.ReplaceFileW(wide(file), wide(beside), wide(backup), 0, null, null)) {
                discard(backup);
                return;
            }
            int error = Native.getLastError();
            if (error == ERROR_UNABLE_TO_MOVE_REPLACEMENT_2) {
                giveNameBack(backup, element);
            }
            if (!BUSY.contains(error) || tries == TRIES || !pause()) {
                throw new WindowsFailure("ReplaceFile", error);
            }
        }
    }

    private void giveNameBack(Path backup, IisElement element) throws BackendException {
        try {
            Files.move(backup, file);
        } catch (IOException failed) {
            throw new BackendException(
                    Operation.SET_SETTING,
                    element.address(),
                    Message.of("windows.error.file.aside", backup, file.getFileName()),
                    failed);
        }
    }

    /** One that somebody keeps open stays: it is in nobody's way, and what was done or not done is what counts. */
    private static void discard(Path leftOver) {
        for (int tries = 1; tries <= TRIES; tries++) {
            try {
                Files.deleteIfExists(leftOver);
                return;
            } catch (IOException open) {
                if (!pause()) {
                    return;
                }
            }
        }
    }

    /** @return false if the thread was told to end */
    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static WString wide(Path path) {
        return new WString(path.toString());
    }

    private static BackendException refused(Operation operation, IisElement element, IisFailure failed) {
        Message reason = failed.explanation();
        return new BackendException(operation, element.address(), reason, failed);
    }
}
