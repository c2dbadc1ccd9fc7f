package org.doorwarden.backend.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.doorwarden.backend.windows.Machine.Firmware;
import org.doorwarden.model.Trait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineTest {

    @ParameterizedTest
    @CsvSource({
        "Microsoft Corporation, Virtual Machine, Hyper-V",
        "'VMware, Inc.', VMware Virtual Platform, VMware",
        "'VMware, Inc.', 'VMware20,1', VMware",
        "innotek GmbH, VirtualBox, VirtualBox",
        "Oracle Corporation, VirtualBox, VirtualBox",
        "QEMU, 'Standard PC (i440FX + PIIX, 1996)', KVM",
        "Red Hat, KVM, KVM",
        "OpenStack Foundation, OpenStack Nova, KVM",
        "DigitalOcean, QEMU Virtual Machine, KVM",
        "Xen, HVM domU, Xen",
        "Parallels Software International Inc., Parallels Virtual Platform, Parallels",
        "Amazon EC2, m5.large, Amazon EC2",
        "Google, Google Compute Engine, Google Compute Engine",
        "Nutanix, AHV, Nutanix",
        "FreeBSD, BHYVE, bhyve"
    })
    void virtualMachinesAreToldByMakerAndProduct(String maker, String product, String name) {
        assertEquals(Map.of(Trait.VIRTUAL_MACHINE, name), tell(maker, product));
    }

    @ParameterizedTest
    @CsvSource({
        "VRTUAL - 6001702, Hyper-V",
        "Hyper-V UEFI Release v4.1, Hyper-V",
        "VBOX   - 1, VirtualBox",
        "Oracle VM VirtualBox Version 6.1.26 VGA BIOS, VirtualBox",
        "PRLS   - 1, Parallels",
        "Xen - 0, Xen",
        "BOCHS  - 1, KVM"
    })
    void whereThereIsNoMakerTheVersionOfTheFirmwareTells(String version, String name) {
        assertEquals(Map.of(Trait.VIRTUAL_MACHINE, name), tell("", "", "BIOS Date: 01/01/07", version));
    }

    @ParameterizedTest
    @CsvSource({
        "Dell Inc., PowerEdge R740",
        "HP, ProLiant DL380 G7",
        "HPE, ProLiant DL360 Gen10",
        "LENOVO, ThinkSystem SR650 -[7X06CTO1WW]-",
        "IBM, System x3650 M4 -[7915AC1]-",
        "Supermicro, Super Server",
        "Oracle Corporation, ORACLE SERVER X7-2",
        "Nutanix, NX-3060-G5",
        "Amazon EC2, c5.metal"
    })
    void whatMakersOfHardwareMakeIsPhysical(String maker, String product) {
        assertEquals(Map.of(Trait.PHYSICAL_MACHINE, maker + " " + product), tell(maker, product));
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "To Be Filled By O.E.M., To Be Filled By O.E.M.",
        "Some Provider, Virtual Server",
        "Microsoft Corporation, Surface Pro",
        "HPVM Ltd., x",
        "Google, Chromebook",
        "IBM, cx2-2x4"
    })
    void ofWhatNobodyKnowsNothingIsSaid(String maker, String product) {
        assertEquals(Map.of(), tell(maker, product, "INTEL  - 6040000", "PhoenixBIOS 4.0 Release 6.0"));
    }

    @Test
    void aMachineOfAMakerThatRunsOnAHypervisorIsVirtual() {
        assertEquals(Map.of(Trait.VIRTUAL_MACHINE, "KVM"), tell("Dell Inc.", "PowerEdge", "BOCHS  - 1"));
    }

    @Test
    void whatTheFirmwareSaysIsNotTakenWhole() {
        Map<Trait, String> told = tell("Dell " + "|\n".repeat(100_000), "x".repeat(100_000));
        assertTrue(told.getOrDefault(Trait.PHYSICAL_MACHINE, "").length() <= 100, told::toString);
    }

    private static Map<Trait, String> tell(String maker, String product, String... versions) {
        Map<Trait, String> traits = new EnumMap<>(Trait.class);
        Machine.tell(new Firmware(maker, product, List.of(versions)), traits);
        return traits;
    }
}
