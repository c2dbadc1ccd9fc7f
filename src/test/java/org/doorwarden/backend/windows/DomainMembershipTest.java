package org.doorwarden.backend.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumMap;
import java.util.Map;
import org.doorwarden.backend.windows.DomainMembership.Join;
import org.doorwarden.model.Trait;
import org.junit.jupiter.api.Test;

class DomainMembershipTest {

    private static final int UNKNOWN = 0;
    private static final int UNJOINED = 1;
    private static final int WORKGROUP = 2;
    private static final int DOMAIN = 3;

    @Test
    void membersAreToldWithTheirDomain() {
        assertEquals(Map.of(Trait.DOMAIN_MEMBER, "CONTOSO"), tell("ServerNT", new Join(DOMAIN, "CONTOSO")));
    }

    @Test
    void controllersAreMembersOfAnotherKind() {
        assertEquals(Map.of(Trait.DOMAIN_CONTROLLER, "CONTOSO"), tell("LanmanNT", new Join(DOMAIN, "CONTOSO")));
        assertEquals(Map.of(Trait.DOMAIN_CONTROLLER, ""), tell("LANMANNT", new Join(UNKNOWN, "")));
    }

    @Test
    void aWorkgroupIsNoDomain() {
        assertEquals(Map.of(Trait.STANDALONE, ""), tell("ServerNT", new Join(WORKGROUP, "WORKGROUP")));
        assertEquals(Map.of(Trait.STANDALONE, ""), tell("", new Join(UNJOINED, "")));
    }

    @Test
    void whatWindowsDoesNotKnowIsNotSaid() {
        assertEquals(Map.of(), tell("ServerNT", new Join(UNKNOWN, "")));
        assertEquals(Map.of(), tell("ServerNT", new Join(17, "CONTOSO")));
    }

    private static Map<Trait, String> tell(String productType, Join join) {
        Map<Trait, String> traits = new EnumMap<>(Trait.class);
        DomainMembership.tell(productType, join, traits);
        return traits;
    }
}
