package org.doorwarden.backend.windows;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;

/**
 * The functions of advapi32.dll that Doorwarden calls, mapped directly: hundreds of registry values are read in one go,
 * and a call through a proxy costs several times as much. Names and parameters are Windows' own.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winsvc/">winsvc.h</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winreg/">winreg.h</a>
 */
final class Advapi {

    static {
        Native.register("advapi32");
    }

    private Advapi() {}

    static native Pointer OpenSCManagerW(WString machine, WString database, int access);

    static native Pointer OpenServiceW(Pointer manager, WString service, int access);

    static native boolean CloseServiceHandle(Pointer handle);

    static native boolean EnumServicesStatusExW(
            Pointer manager,
            int infoLevel,
            int serviceType,
            int serviceState,
            Pointer services,
            int size,
            IntByReference needed,
            IntByReference returned,
            IntByReference resume,
            WString group);

    static native boolean QueryServiceStatusEx(
            Pointer service, int infoLevel, Pointer status, int size, IntByReference needed);

    static native boolean ControlService(Pointer service, int control, Pointer status);

    static native boolean StartServiceW(Pointer service, int argumentCount, Pointer arguments);

    static native boolean ChangeServiceConfigW(
            Pointer service,
            int serviceType,
            int startType,
            int errorControl,
            WString binaryPath,
            WString loadOrderGroup,
            Pointer tag,
            Pointer dependencies,
            WString account,
            WString password,
            WString displayName);

    static native boolean ChangeServiceConfig2W(Pointer service, int infoLevel, Pointer info);

    static native int RegOpenKeyExW(Pointer key, WString subKey, int options, int access, PointerByReference opened);

    static native int RegCloseKey(Pointer key);

    static native int RegQueryInfoKeyW(
            Pointer key,
            Pointer className,
            Pointer classSize,
            Pointer reserved,
            IntByReference subKeys,
            IntByReference longestSubKey,
            Pointer longestClass,
            IntByReference values,
            IntByReference longestValueName,
            IntByReference longestValue,
            Pointer securityDescriptorSize,
            Pointer lastWrite);

    static native int RegEnumValueW(
            Pointer key,
            int index,
            Pointer name,
            IntByReference nameLength,
            Pointer reserved,
            IntByReference type,
            Pointer data,
            IntByReference dataSize);

    static native int RegQueryValueExW(
            Pointer key, WString value, Pointer reserved, IntByReference type, Pointer data, IntByReference dataSize);

    static native int RegEnumKeyExW(
            Pointer key,
            int index,
            Pointer name,
            IntByReference nameLength,
            Pointer reserved,
            Pointer className,
            Pointer classSize,
            Pointer lastWrite);

    static native int RegLoadMUIStringW(
            Pointer key, WString value, Pointer text, int size, IntByReference needed, int flags, WString folder);

    static native int RegCreateKeyExW(
            Pointer key,
            WString subKey,
            int reserved,
            WString className,
            int options,
            int access,
            Pointer securityAttributes,
            PointerByReference opened,
            IntByReference disposition);

    static native int RegSetValueExW(Pointer key, WString value, int reserved, int type, Pointer data, int size);

    static native int RegDeleteValueW(Pointer key, WString value);

    static native int RegDeleteKeyW(Pointer key, WString subKey);

    static native int RegGetKeySecurity(Pointer key, int parts, Pointer securityDescriptor, IntByReference size);

    static native int RegSetKeySecurity(Pointer key, int parts, Pointer securityDescriptor);

    static native boolean OpenProcessToken(Pointer process, int access, PointerByReference token);

    static native boolean DuplicateToken(Pointer token, int impersonationLevel, PointerByReference duplicate);

    static native boolean GetTokenInformation(
            Pointer token, int infoClass, Pointer info, int size, IntByReference needed);

    static native boolean AccessCheck(
            Pointer securityDescriptor,
            Pointer clientToken,
            int desiredAccess,
            Pointer genericMapping,
            Pointer privilegeSet,
            IntByReference privilegeSetSize,
            IntByReference grantedAccess,
            IntByReference accessStatus);

    static native int GetNamedSecurityInfoW(
            WString name,
            int objectType,
            int parts,
            Pointer owner,
            Pointer group,
            Pointer dacl,
            Pointer sacl,
            PointerByReference securityDescriptor);

    static native boolean ConvertSecurityDescriptorToStringSecurityDescriptorW(
            Pointer securityDescriptor, int revision, int parts, PointerByReference text, IntByReference length);

    static native boolean ConvertStringSecurityDescriptorToSecurityDescriptorW(
            WString text, int revision, PointerByReference securityDescriptor, IntByReference size);

    static native boolean ConvertSidToStringSidW(Pointer sid, PointerByReference text);
}
