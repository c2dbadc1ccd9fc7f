package org.doorwarden.backend.windows;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.AccessList;
import org.doorwarden.model.setting.KeySecurity;
import org.doorwarden.model.setting.SettingValue;

/**
 * Who may use a registry key. The list is set on the key alone: {@code SetNamedSecurityInfo} would work it into the keys
 * below as well, and undoing that would not bring back what those had.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regsetkeysecurity">RegSetKeySecurity</a>
 * @see <a href="https://devblogs.microsoft.com/oldnewthing/20200102-00/?p=103287">Why doesn’t RegSetKeySecurity propagate
 *     inheritable ACEs</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/secauthz/security-information">SECURITY_INFORMATION</a>
 */
final class KeyAccess {

    private static final int DACL = 0x4;
    private static final int PROTECTED_DACL = 0x80000000;
    private static final int UNPROTECTED_DACL = 0x20000000;
    private static final int READ_CONTROL = 0x20000;
    private static final int WRITE_DAC = 0x40000;
    private static final int SDDL_REVISION = 1;
    private static final int INSUFFICIENT_BUFFER = 122;
    private static final int FIRST_SIZE = 1024;

    /** What a key without any list is as good as. */
    private static final String EVERYBODY = "D:NO_ACCESS_CONTROL";

    private final Accounts accounts;

    KeyAccess(Accounts accounts) {
        this.accounts = accounts;
    }

    SettingValue read(KeySecurity setting) throws WindowsFailure {
        PointerByReference opened = new PointerByReference();
        int error =
                Advapi.RegOpenKeyExW(RegistryKey.LOCAL_MACHINE, new WString(setting.key()), 0, READ_CONTROL, opened);
        if (error == WindowsError.FILE_NOT_FOUND) {
            return Absent.WITH_ITS_KEY;
        }
        WindowsFailure.check("RegOpenKeyEx", error);
        try {
            String text = text(descriptor(opened.getValue()));
            AccessList list = AccessList.of(text.isEmpty() ? EVERYBODY : text);
            return new AccessList(list.sddl(), accounts.in(list));
        } finally {
            Advapi.RegCloseKey(opened.getValue());
        }
    }

    private static Memory descriptor(Pointer key) throws WindowsFailure {
        IntByReference size = new IntByReference(FIRST_SIZE);
        while (true) {
            Memory descriptor = new Memory(size.getValue());
            int error = Advapi.RegGetKeySecurity(key, DACL, descriptor, size);
            if (error == 0) {
                return descriptor;
            }
            if (error != INSUFFICIENT_BUFFER || size.getValue() <= descriptor.size()) {
                throw new WindowsFailure("RegGetKeySecurity", error);
            }
        }
    }

    private static String text(Pointer descriptor) throws WindowsFailure {
        PointerByReference text = new PointerByReference();
        if (!Advapi.ConvertSecurityDescriptorToStringSecurityDescriptorW(descriptor, SDDL_REVISION, DACL, text, null)) {
            throw new WindowsFailure("ConvertSecurityDescriptorToStringSecurityDescriptor", Native.getLastError());
        }
        try {
            return WideText.terminated(text.getValue());
        } finally {
            Kernel.LocalFree(text.getValue());
        }
    }

    /** Putting back that there was no key removes it, if nothing else has come into it. */
    void write(KeySecurity setting, SettingValue value) throws WindowsFailure {
        if (value instanceof AccessList list) {
            set(setting.key(), list);
        } else if (!RegistrySettings.removeIfEmpty(setting.key())) {
            throw new WindowsFailure("RegDeleteKey", WindowsError.NOT_EMPTY);
        }
    }

    private static void set(String path, AccessList list) throws WindowsFailure {
        PointerByReference descriptor = new PointerByReference();
        if (!Advapi.ConvertStringSecurityDescriptorToSecurityDescriptorW(
                new WString(required(list.sddl())), SDDL_REVISION, descriptor, null)) {
            throw new WindowsFailure("ConvertStringSecurityDescriptorToSecurityDescriptor", Native.getLastError());
        }
        try {
            Pointer key = open(path, descriptor.getValue());
            try {
                int kind = list.isProtected() ? PROTECTED_DACL : UNPROTECTED_DACL;
                WindowsFailure.check(
                        "RegSetKeySecurity", Advapi.RegSetKeySecurity(key, DACL | kind, descriptor.getValue()));
            } finally {
                Advapi.RegCloseKey(key);
            }
        } finally {
            Kernel.LocalFree(descriptor.getValue());
        }
    }

    /** Where there is no key it is made with the list, so that there is no moment without it. */
    private static Pointer open(String path, Pointer descriptor) throws WindowsFailure {
        // SECURITY_ATTRIBUTES: its length, the descriptor, and whether the handle is inherited.
        Memory attributes = new Memory(3L * Native.POINTER_SIZE);
        attributes.clear();
        attributes.setInt(0, (int) attributes.size());
        attributes.setPointer(Native.POINTER_SIZE, descriptor);
        PointerByReference opened = new PointerByReference();
        WindowsFailure.check(
                "RegCreateKeyEx",
                Advapi.RegCreateKeyExW(
                        RegistryKey.LOCAL_MACHINE, new WString(path), 0, null, 0, WRITE_DAC, attributes, opened, null));
        return opened.getValue();
    }

    /**
     * That a list follows the one above, {@code AI}, is kept by Windows only together with {@code AR}, which itself is not
     * kept. Samba found that out by trying and does the same.
     *
     * @see <a href="https://git.samba.org/?p=samba.git;a=blob;f=source3/smbd/smb2_nttrans.c">Samba,
     *     canonicalize_inheritance_bits</a>
     */
    private static String required(String sddl) {
        int flags = sddl.indexOf('(') < 0 ? sddl.length() : sddl.indexOf('(');
        String control = sddl.substring(0, flags);
        return control.contains("AI") && !control.contains("AR")
                ? control.replace("AI", "ARAI") + sddl.substring(flags)
                : sddl;
    }
}
