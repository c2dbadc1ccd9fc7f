package org.doorwarden.report;

import java.util.ArrayList;
import java.util.List;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.setting.AccessList;
import org.doorwarden.model.setting.KnownSettings;
import org.doorwarden.model.setting.RegistryData;
import org.doorwarden.model.setting.RegistrySetting;
import org.doorwarden.model.setting.WellKnownSid;
import org.doorwarden.restrict.ServerRestriction;
import org.doorwarden.restrict.Step;
import org.doorwarden.text.Message;

/** What nobody can do any more once steps are taken. */
final class LostAccess {

    private final List<Step> steps;
    private final List<Message> lines = new ArrayList<>();

    private LostAccess(List<Step> steps) {
        this.steps = steps;
    }

    static List<Message> lines(Inventory before, Inventory after, List<Step> steps) {
        LostAccess lost = new LostAccess(steps);
        if (administratorsGetIn(before) && !administratorsGetIn(after)) {
            lost.say("access.lost.registry");
        }
        lost.sayIf(ServerRestriction.autoShare(before), 0, "access.lost.admin-shares");
        lost.sayIf(KnownSettings.REQUIRE_SIGNING, 1, "access.lost.signing");
        lost.sayIf(KnownSettings.SMB1, 0, "access.lost.smb1");
        lost.sayIf(KnownSettings.DENY_CONNECTIONS, 1, "access.lost.desktop");
        lost.sayIf(KnownSettings.USER_AUTHENTICATION, 1, "access.lost.nla");
        lost.sayIf(KnownSettings.SECURITY_LAYER, 2, "access.lost.tls");
        return lost.lines;
    }

    private static boolean administratorsGetIn(Inventory inventory) {
        return inventory
                .access()
                .find(KnownSettings.WINREG)
                .map(value -> !(value instanceof AccessList list)
                        || list.entries().orElse(List.of()).stream()
                                .anyMatch(entry -> entry.allows()
                                        && entry.countsHere()
                                        && entry.sid().equals(WellKnownSid.ADMINISTRATORS)))
                .orElse(false);
    }

    private void sayIf(RegistrySetting setting, int number, String key) {
        if (steps.stream()
                .anyMatch(step -> step.setting().identity().equals(setting.identity())
                        && step.after().matches(RegistryData.number(number)))) {
            say(key);
        }
    }

    private void say(String key) {
        lines.add(Message.of(key));
    }
}
