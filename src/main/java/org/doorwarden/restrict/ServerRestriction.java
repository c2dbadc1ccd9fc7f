package org.doorwarden.restrict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.WindowsVersion;
import org.doorwarden.model.setting.KnownSettings;
import org.doorwarden.model.setting.RegistryData;
import org.doorwarden.model.setting.RegistrySetting;
import org.doorwarden.model.setting.TakesEffect;

/**
 * The Server service: its hidden administrative shares, signed messages, and the first version of SMB. The service reads
 * all of them when it starts.
 *
 * @see <a href="https://github.com/jeffpar/kbarchive">KB 245117 and 219017, AutoShareServer and AutoShareWks</a>
 * @see <a href="https://learn.microsoft.com/windows-server/storage/file-server/troubleshoot/detect-enable-and-disable-smbv1-v2-v3">
 *     How to detect, enable and disable SMBv1, SMBv2 and SMBv3</a>
 */
public final class ServerRestriction implements Restriction {

    private static final ServiceName SERVICE = new ServiceName("LanmanServer");
    private static final WindowsVersion FIRST_WITH_SMB2 = new WindowsVersion(6, 0);

    ServerRestriction() {}

    /** Whether SMB 1 is the only version there is, so that it cannot be done without. */
    public static boolean hasOnlySmb1(Inventory inventory) {
        return inventory
                .server()
                .windowsVersion()
                .map(version -> version.compareTo(FIRST_WITH_SMB2) < 0)
                .orElse(false);
    }

    /** The value that decides about administrative shares here: each kind of Windows looks only at its own. */
    public static RegistrySetting autoShare(Inventory inventory) {
        boolean server =
                inventory.server().operatingSystem().toLowerCase(Locale.ROOT).contains("server");
        return server ? KnownSettings.AUTO_SHARE_SERVER : KnownSettings.AUTO_SHARE_WORKSTATION;
    }

    @Override
    public List<Offer> offers(Inventory inventory, Service service) {
        if (!service.name().equals(SERVICE)) {
            return List.of();
        }
        List<Offer> offers = new ArrayList<>();
        offers.add(offer(Limit.ADMIN_SHARES, number(inventory, autoShare(inventory), 1), "off", "on", "off"));
        offers.add(offer(
                Limit.SIGNING,
                number(inventory, KnownSettings.REQUIRE_SIGNING, 0),
                "optional",
                "required",
                "required"));
        if (!hasOnlySmb1(inventory)) {
            offers.add(offer(Limit.SMB1, number(inventory, KnownSettings.SMB1), "off", "on", "off"));
        }
        return offers;
    }

    private static Offer offer(Limit limit, Optional<Long> number, String zero, String other, String advised) {
        List<String> now =
                number.map(found -> List.of(found == 0 ? zero : other)).orElse(List.of());
        return new Offer(limit, now, List.of(advised), TakesEffect.SERVICE_RESTART);
    }

    /** What the value says, or means by not being there; empty if it was not read. */
    private static Optional<Long> number(Inventory inventory, RegistrySetting setting, long absent) {
        return inventory.access().find(setting).isEmpty()
                ? Optional.empty()
                : Optional.of(number(inventory, setting).orElse(absent));
    }

    private static Optional<Long> number(Inventory inventory, RegistrySetting setting) {
        return inventory
                .access()
                .find(setting)
                .filter(RegistryData.class::isInstance)
                .map(value -> ((RegistryData) value).number())
                .filter(number -> number.isPresent())
                .map(number -> number.getAsLong());
    }

    @Override
    public Steps steps(Inventory inventory, Service service, Limits limits, Lookups lookups) {
        StepList list = new StepList(inventory.access());
        choose(limits, Limit.ADMIN_SHARES, list, on -> set(list, autoShare(inventory), on));
        choose(limits, Limit.SIGNING, list, required -> {
            if (required) {
                set(list, KnownSettings.ENABLE_SIGNING, true);
            }
            set(list, KnownSettings.REQUIRE_SIGNING, required);
        });
        if (!hasOnlySmb1(inventory)) {
            choose(limits, Limit.SMB1, list, on -> set(list, KnownSettings.SMB1, on));
        }
        return list.steps();
    }

    private static void set(StepList list, RegistrySetting setting, boolean on) {
        list.set(setting, RegistryData.number(on ? 1 : 0), TakesEffect.SERVICE_RESTART);
    }

    @FunctionalInterface
    private interface Chosen {
        void first(boolean word);
    }

    /** Each of these limits has two words; the first switches something on. */
    private static void choose(Limits limits, Limit limit, StepList list, Chosen chosen) {
        limits.of(limit).ifPresent(said -> {
            Optional<String> word = limits.word(limit).filter(limit.words()::contains);
            word.ifPresentOrElse(
                    known -> chosen.first(known.equals(limit.words().get(0))),
                    () -> list.problem(LimitProblem.Kind.WRONG_VALUE, String.join(", ", said)));
        });
    }
}
