package org.doorwarden.backend.windows;

import java.util.Optional;
import java.util.OptionalInt;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.model.ServerIdentity;
import org.doorwarden.model.WindowsVersion;

/** Which computer it is, as its registry says. */
final class ThisComputer {

    private static final String CRYPTOGRAPHY = "SOFTWARE\\Microsoft\\Cryptography";
    private static final String VERSION = "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
    private static final String NAME = "SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ActiveComputerName";

    private ThisComputer() {}

    static ServerIdentity identify() throws WindowsFailure {
        RegistryKey.Buffers buffers = new RegistryKey.Buffers();
        String guid = text(CRYPTOGRAPHY, "MachineGuid", buffers);
        if (guid.isBlank()) {
            throw new WindowsFailure("MachineGuid", WindowsError.FILE_NOT_FOUND);
        }
        String build = text(VERSION, "CurrentBuild", buffers);
        String product = text(VERSION, "ProductName", buffers);
        return new ServerIdentity(
                "windows:" + guid,
                text(NAME, "ComputerName", buffers),
                build.isBlank() ? product : product + " (build " + build + ")",
                version(buffers));
    }

    /** From Windows 10 on two numbers tell the version; the text that did before says 6.3 for ever. */
    private static Optional<WindowsVersion> version(RegistryKey.Buffers buffers) throws WindowsFailure {
        return RegistryKey.localMachine(VERSION, buffers).flatMap(ThisComputer::version);
    }

    private static Optional<WindowsVersion> version(RegistryKey.Content content) {
        OptionalInt major = number(content, "CurrentMajorVersionNumber");
        OptionalInt minor = number(content, "CurrentMinorVersionNumber");
        return major.isPresent() && minor.isPresent()
                ? Optional.of(new WindowsVersion(major.getAsInt(), minor.getAsInt()))
                : WindowsVersion.parse(content.text("CurrentVersion"));
    }

    private static OptionalInt number(RegistryKey.Content content, String name) {
        return content.value(name).map(RegistryValue::number).orElse(OptionalInt.empty());
    }

    private static String text(String path, String value, RegistryKey.Buffers buffers) throws WindowsFailure {
        return RegistryKey.localMachine(path, buffers)
                .map(content -> content.text(value))
                .orElse("");
    }
}
