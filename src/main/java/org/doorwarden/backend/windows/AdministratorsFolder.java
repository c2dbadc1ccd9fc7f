package org.doorwarden.backend.windows;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.doorwarden.text.Explained;
import org.doorwarden.text.Message;

/**
 * A folder whose content an elevated program may believe. Anybody may make folders in ProgramData; one that was there
 * before and that others could have filled is refused, since a forged journal would be carried out as an undo.
 */
public final class AdministratorsFolder {

    private static final int SDDL_REVISION = 1;
    private static final int SE_FILE_OBJECT = 1;
    private static final int OWNER_AND_ACCESS_LIST = 0x1 | 0x4;
    private static final int ALREADY_EXISTS = 183;

    private AdministratorsFolder() {}

    /** The folder belongs, or is open for writing, to somebody who is no administrator. */
    public static final class Unsafe extends Exception implements Explained {

        private static final long serialVersionUID = 1L;

        private final transient Message explanation;

        Unsafe(Path folder, String stranger) {
            super(folder + " " + stranger);
            this.explanation = Message.of("state.unsafe", folder, stranger);
        }

        @Override
        public Message explanation() {
            return explanation;
        }
    }

    /** Makes the folder for administrators only, or looks whether an existing one is. */
    public static void prepare(Path folder) throws IOException, Unsafe {
        Path absolute = folder.toAbsolutePath();
        if (absolute.getParent() != null) {
            Files.createDirectories(absolute.getParent());
        }
        try {
            if (!create(absolute)) {
                refuseStrangers(absolute);
            }
        } catch (WindowsFailure failed) {
            throw new IOException(absolute + ": " + failed.getMessage(), failed);
        }
    }

    /** Looks whether an existing folder is for administrators only. */
    public static void require(Path folder) throws IOException, Unsafe {
        Path absolute = folder.toAbsolutePath();
        try {
            refuseStrangers(absolute);
        } catch (WindowsFailure failed) {
            throw new IOException(absolute + ": " + failed.getMessage(), failed);
        }
    }

    private static void refuseStrangers(Path folder) throws WindowsFailure, Unsafe {
        Optional<String> stranger = FolderSecurity.stranger(descriptorOf(folder), AccessRights.accountSid());
        if (stranger.isPresent()) {
            throw new Unsafe(folder, stranger.get());
        }
    }

    /** Makes the folder with its permissions in one step, so that there is no moment without them. */
    private static boolean create(Path folder) throws WindowsFailure {
        PointerByReference descriptor = new PointerByReference();
        if (!Advapi.ConvertStringSecurityDescriptorToSecurityDescriptorW(
                new WString(FolderSecurity.ADMINISTRATORS_ONLY), SDDL_REVISION, descriptor, null)) {
            throw new WindowsFailure("ConvertStringSecurityDescriptorToSecurityDescriptor", Native.getLastError());
        }
        try {
            // SECURITY_ATTRIBUTES: its length, the descriptor, and whether the handle is inherited.
            Memory attributes = new Memory(3L * Native.POINTER_SIZE);
            attributes.clear();
            attributes.setInt(0, (int) attributes.size());
            attributes.setPointer(Native.POINTER_SIZE, descriptor.getValue());
            if (Kernel.CreateDirectoryW(new WString(folder.toString()), attributes)) {
                return true;
            }
            int error = Native.getLastError();
            if (error != ALREADY_EXISTS) {
                throw new WindowsFailure("CreateDirectory", error);
            }
            return false;
        } finally {
            Kernel.LocalFree(descriptor.getValue());
        }
    }

    static String descriptorOf(Path folder) throws WindowsFailure {
        PointerByReference descriptor = new PointerByReference();
        int error = Advapi.GetNamedSecurityInfoW(
                new WString(folder.toString()),
                SE_FILE_OBJECT,
                OWNER_AND_ACCESS_LIST,
                null,
                null,
                null,
                null,
                descriptor);
        if (error != 0) {
            throw new WindowsFailure("GetNamedSecurityInfo", error);
        }
        try {
            return text(descriptor.getValue());
        } finally {
            Kernel.LocalFree(descriptor.getValue());
        }
    }

    private static String text(Pointer descriptor) throws WindowsFailure {
        PointerByReference text = new PointerByReference();
        if (!Advapi.ConvertSecurityDescriptorToStringSecurityDescriptorW(
                descriptor, SDDL_REVISION, OWNER_AND_ACCESS_LIST, text, null)) {
            throw new WindowsFailure("ConvertSecurityDescriptorToStringSecurityDescriptor", Native.getLastError());
        }
        try {
            return WideText.terminated(text.getValue());
        } finally {
            Kernel.LocalFree(text.getValue());
        }
    }
}
