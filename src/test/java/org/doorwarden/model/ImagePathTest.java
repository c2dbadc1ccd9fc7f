package org.doorwarden.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ImagePathTest {

    @Test
    void imagePathsTellWhoseProgramItIs() {
        assertEquals("C:\\Program Files\\Acme\\a.exe", ImagePath.program("\"C:\\Program Files\\Acme\\a.exe\" -k x"));
        assertEquals("C:\\Program Files\\Acme\\a.exe", ImagePath.program("C:\\Program Files\\Acme\\a.exe -k x"));
        assertTrue(ImagePath.isInWindowsFolder("%SystemRoot%\\System32\\svchost.exe -k netsvcs"));
        assertTrue(ImagePath.isInWindowsFolder("\\SystemRoot\\System32\\drivers\\http.sys"));
        assertTrue(ImagePath.isInWindowsFolder("\\??\\C:\\Windows\\system32\\drivers\\x.sys"));
        assertTrue(ImagePath.isInWindowsFolder("system32\\DRIVERS\\tcpip.sys"));
        assertFalse(ImagePath.isInWindowsFolder("C:\\Windows Update Helper\\evil.exe"));
        assertFalse(ImagePath.isInWindowsFolder("\"C:\\Windows Update Helper\\evil.exe\" C:\\Windows\\x.exe"));
    }
}
