package org.doorwarden.backend.windows;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.Map;
import org.doorwarden.model.Trait;

/**
 * Whether the computer belongs to a domain, and whether it is one of its controllers.
 *
 * <p>A controller is told by {@code ProductType} under {@code HKLM\SYSTEM\CurrentControlSet\Control\ProductOptions}:
 * {@code LanmanNT} there, {@code ServerNT} on other servers. Windows answers for a controller as for any other member.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/lmjoin/nf-lmjoin-netgetjoininformation">
 *     NetGetJoinInformation</a>, which needs no special rights
 * @see <a href="https://github.com/jeffpar/kbarchive/blob/master/kb/152/Q152078/README.md">KB Q152078, the product types</a>
 */
final class DomainMembership {

    private static final String PRODUCT_OPTIONS = "SYSTEM\\CurrentControlSet\\Control\\ProductOptions";
    private static final String CONTROLLER = "LanmanNT";
    /** Values of NETSETUP_JOIN_STATUS; 0 is that Windows does not know. */
    private static final int UNJOINED = 1;

    private static final int WORKGROUP = 2;
    private static final int DOMAIN = 3;

    private DomainMembership() {}

    /** What Windows answers: how it is joined, and the NetBIOS name of what it is joined to. */
    record Join(int status, String name) {}

    static void read(Map<Trait, String> traits, RegistryKey.Buffers buffers) throws WindowsFailure {
        String productType = RegistryKey.localMachine(PRODUCT_OPTIONS, buffers)
                .map(options -> options.text("ProductType"))
                .orElse("");
        tell(productType, join(), traits);
    }

    static void tell(String productType, Join join, Map<Trait, String> traits) {
        String domain = join.status() == DOMAIN ? join.name() : "";
        if (productType.equalsIgnoreCase(CONTROLLER)) {
            traits.put(Trait.DOMAIN_CONTROLLER, domain);
        } else if (join.status() == DOMAIN) {
            traits.put(Trait.DOMAIN_MEMBER, domain);
        } else if (join.status() == UNJOINED || join.status() == WORKGROUP) {
            traits.put(Trait.STANDALONE, "");
        }
    }

    private static Join join() throws WindowsFailure {
        PointerByReference name = new PointerByReference();
        IntByReference status = new IntByReference();
        NetApi netApi = new NetApi();
        int error = netApi.NetGetJoinInformation(null, name, status);
        if (error != 0) {
            throw new WindowsFailure("NetGetJoinInformation", error);
        }
        Pointer text = name.getValue();
        if (text == null) {
            return new Join(status.getValue(), "");
        }
        try {
            return new Join(status.getValue(), WideText.terminated(text));
        } finally {
            netApi.NetApiBufferFree(text);
        }
    }
}
