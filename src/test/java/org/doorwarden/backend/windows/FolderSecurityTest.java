package org.doorwarden.backend.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FolderSecurityTest {

    private static final String ACCOUNT = "S-1-5-21-1-2-3-1001";

    @ParameterizedTest
    @ValueSource(
            strings = {
                FolderSecurity.ADMINISTRATORS_ONLY,
                "O:SYG:SYD:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)(A;OICIIOID;GA;;;CO)",
                // Reading is not writing.
                "O:BAD:(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;FRFX;;;BU)(A;OICI;0x1200a9;;;AU)(A;;GXGR;;;WD)",
                // To be denied is no right, nor is being watched.
                "O:BAD:(D;;FA;;;BG)(A;;FA;;;BA)S:(AU;SAFA;FA;;;WD)",
                "O:S-1-5-21-1-2-3-1001D:(A;;FA;;;S-1-5-21-1-2-3-1001)(A;;FA;;;BA)",
                "O:S-1-5-32-544D:(A;;FA;;;S-1-5-18)",
            })
    void foldersThatOnlyAdministratorsCanChange(String descriptor) {
        assertEquals(Optional.empty(), FolderSecurity.stranger(descriptor, ACCOUNT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    O:S-1-5-21-9-9-9-1002D:(A;;FA;;;BA) | S-1-5-21-9-9-9-1002
                    O:BUD:(A;;FA;;;BA) | BU
                    O:BAD:(A;;FA;;;BA)(A;OICI;0x1301bf;;;BU) | BU
                    O:BAD:(A;;FA;;;BA)(A;CI;DCLCRP;;;BU) | BU
                    O:BAD:(A;;FA;;;BA)(A;;WO;;;S-1-5-21-9-9-9-1002) | S-1-5-21-9-9-9-1002
                    O:BAD:(A;;FA;;;BA)(A;;GW;;;WD) | WD
                    O:BAD:(A;;FA;;;BA)(XA;;FA;;;AU;(Member_of {SID(BA)})) | AU
                    O:BAD:(A;;FA;;;BA)(A;;ZZ;;;AU) | AU
                    O:BAD:NO_ACCESS_CONTROL | WD
                    O:BA | WD
                    D:(A;;FA;;;BA) | ?
                    """)
    void foldersThatSomebodyElseCanChange(String descriptor, String stranger) {
        assertEquals(Optional.of(stranger), FolderSecurity.stranger(descriptor, ACCOUNT));
    }

    @Test
    void rightsGivenPieceByPieceAddUp() {
        assertEquals(
                Optional.of("BU"),
                FolderSecurity.stranger("O:BAD:(A;;FA;;;BA)(A;OICI;FRFX;;;BU)(A;CI;LC;;;BU)(A;CIIO;DC;;;BU)", ACCOUNT));
    }
}
