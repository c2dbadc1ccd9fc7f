package org.doorwarden.backend.windows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.doorwarden.model.Trait;

/**
 * Whether the computer is a virtual machine, told by what its firmware says. Windows keeps the texts of the firmware
 * under {@code HKLM\HARDWARE\DESCRIPTION\System} since Windows 2000; {@code BIOS} below it, with maker and product, came
 * with Windows Vista and Server 2008.
 *
 * <p>A maker that is not known proves nothing: providers of virtual machines put in their own names. So only what a
 * maker of hardware is known for counts as a physical machine, and of everything else nothing is said.
 *
 * @see <a href="https://github.com/systemd/systemd/blob/main/src/basic/virt.c">systemd, the names that virtual machines
 *     have in their firmware</a>
 */
final class Machine {

    static final String FIRMWARE_KEY = "HARDWARE\\DESCRIPTION\\System";
    private static final String BIOS = FIRMWARE_KEY + "\\BIOS";
    private static final int LONGEST_DETAIL = 100;

    /** What gives a machine away. */
    private record Sign(String name, Pattern pattern) {

        static Sign of(String name, String pattern) {
            return new Sign(name, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
        }
    }

    /** Looked for at the start of {@code maker|product}. */
    private static final List<Sign> HYPERVISORS = List.of(
            Sign.of("Hyper-V", "Microsoft Corporation\\|Virtual Machine|[^|]*\\|Hyper-V"),
            Sign.of("VMware", "VMware|VMW|[^|]*\\|VMware"),
            Sign.of("VirtualBox", "innotek GmbH|[^|]*\\|VirtualBox"),
            Sign.of("Parallels", "Parallels|[^|]*\\|Parallels"),
            Sign.of("Nutanix", "Nutanix\\|AHV"),
            Sign.of("Google Compute Engine", "[^|]*\\|Google Compute Engine"),
            // Their largest machines are whole computers, and say so.
            Sign.of("Amazon EC2", "Amazon EC2\\|(?!.*\\.metal)"),
            Sign.of("bhyve", "[^|]*\\|BHYVE"),
            Sign.of("Xen", "Xen"),
            Sign.of(
                    "KVM",
                    "QEMU|KubeVirt|Bochs|[^|]*\\|(?:KVM|QEMU|Bochs|OpenStack|RHEV Hypervisor|oVirt|Standard PC \\()"));

    /** Looked for at the start of the lines of {@code SystemBiosVersion} and {@code VideoBiosVersion}. */
    private static final List<Sign> FIRMWARE = List.of(
            Sign.of("Hyper-V", "VRTUAL|Hyper-V"),
            Sign.of("VirtualBox", "VBOX|(?:Oracle VM )?VirtualBox"),
            Sign.of("Parallels", "PRLS"),
            Sign.of("bhyve", "BHYVE"),
            Sign.of("Xen", "Xen\\b"),
            Sign.of("KVM", "QEMU|BOCHS"));

    private static final Pattern HARDWARE = Pattern.compile(
            "(?:Dell|HPE?\\b|Hewlett[- ]Packard|Lenovo|Fujitsu|Super ?micro|Cisco Systems|ASUS|ASRock|Gigabyte|Micro-Star"
                    + "|Intel|Quanta|Wiwynn|Inspur|NEC\\b|Hitachi|Acer|Toshiba|Unisys|Bull\\b|Sun Microsystems"
                    + "|Amazon EC2\\|.*\\.metal|Nutanix\\|NX-|Oracle Corporation\\|(?:Oracle|Sun)"
                    + "|Apple Inc\\.\\|(?:Mac|Xserve)|IBM\\|\\W*(?:IBM |System x|eServer)).*",
            Pattern.CASE_INSENSITIVE);

    private Machine() {}

    /**
     * What the firmware says.
     *
     * @param versions the versions of BIOS and video BIOS, line by line
     */
    record Firmware(String maker, String product, List<String> versions) {}

    static void read(Map<Trait, String> traits, RegistryKey.Buffers buffers) throws WindowsFailure {
        Optional<RegistryKey.Content> bios = RegistryKey.localMachine(BIOS, buffers);
        List<String> versions = new ArrayList<>();
        RegistryKey.localMachine(FIRMWARE_KEY, buffers).ifPresent(system -> {
            versions.addAll(system.texts("SystemBiosVersion"));
            versions.addAll(system.texts("VideoBiosVersion"));
        });
        tell(
                new Firmware(
                        bios.map(content -> content.text("SystemManufacturer")).orElse(""),
                        bios.map(content -> content.text("SystemProductName")).orElse(""),
                        versions),
                traits);
    }

    static void tell(Firmware firmware, Map<Trait, String> traits) {
        String product = firmware.maker().strip() + "|" + firmware.product().strip();
        Optional<String> hypervisor = find(HYPERVISORS, product);
        for (String version : firmware.versions()) {
            hypervisor = hypervisor.or(() -> find(FIRMWARE, version.strip()));
        }
        if (hypervisor.isPresent()) {
            traits.put(Trait.VIRTUAL_MACHINE, hypervisor.get());
        } else if (HARDWARE.matcher(product).matches()) {
            String both = product.replace('|', ' ').strip();
            traits.put(Trait.PHYSICAL_MACHINE, both.substring(0, Math.min(both.length(), LONGEST_DETAIL)));
        }
    }

    private static Optional<String> find(List<Sign> signs, String text) {
        return signs.stream()
                .filter(sign -> sign.pattern().matcher(text).lookingAt())
                .map(Sign::name)
                .findFirst();
    }
}
