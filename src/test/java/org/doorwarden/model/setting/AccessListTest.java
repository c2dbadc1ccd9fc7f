package org.doorwarden.model.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessListTest {

    /** A list that we do not understand is put back with its protection all the same. */
    @ParameterizedTest
    @CsvSource({
        "D:P(A;;KA;;;BA),true",
        "D:PAI(A;;KA;;;BA),true",
        "D:PAR,true",
        "D:AI(A;;KA;;;BA),false",
        "D:ARAI,false",
        "D:,false",
        "D:NO_ACCESS_CONTROL,false",
        "D:(A;;KA;;;PU),false",
        "D:PAI(XA;;KA;;;WD;(@User.Title == \"PM\")),true",
        "D:AI(XA;;KA;;;WD;(Member_of {SID(BA)})),false"
    })
    void protectionIsToldByTheFlagsAlone(String sddl, boolean isProtected) {
        assertEquals(isProtected, AccessList.of(sddl).isProtected());
    }

    @ParameterizedTest
    @CsvSource({"D:NO_ACCESS_CONTROL", "D:PAI(XA;;KA;;;WD;(Member_of {SID(BA)}))", "D:(AU;SA;KA;;;WD)", "D:(A;;KA)"})
    void aListThatWeDoNotUnderstandHasNoEntriesAndMatchesItselfOnly(String sddl) {
        AccessList list = AccessList.of(sddl);
        assertEquals(Optional.empty(), list.entries());
        assertEquals(sddl, list.text());
    }
}
