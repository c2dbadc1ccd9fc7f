package org.doorwarden.report;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.FeatureState;
import org.doorwarden.model.setting.FirewallRule;
import org.doorwarden.model.setting.FirewallRuleName;
import org.doorwarden.model.setting.RegistryData;
import org.doorwarden.model.setting.RegistrySetting;
import org.doorwarden.model.setting.WindowsFeature;
import org.doorwarden.plan.Change;

/**
 * A setting's change as a command for the Windows command prompt, where one command does just that and everything in it
 * is known to mean nothing else.
 *
 * @see <a href="https://learn.microsoft.com/windows-server/administration/windows-commands/reg-add">reg add</a>
 * @see <a href="https://learn.microsoft.com/windows-hardware/manufacture/desktop/dism-operating-system-package-servicing-command-line-options">
 *     DISM, servicing</a>
 * @see <a href="https://learn.microsoft.com/troubleshoot/windows-server/networking/netsh-advfirewall-firewall-control-firewall-behavior">
 *     netsh advfirewall firewall</a>
 */
final class SettingCommand {

    /** The group that Doorwarden's own firewall rules are in. */
    private static final String OWN_GROUP = "Doorwarden";

    private static final Pattern REGISTRY =
            Pattern.compile("[\\p{L}\\p{Nd} _.$+#@:\\\\-]{0,1000}[\\p{L}\\p{Nd} _.$+#@:-]");
    private static final Pattern FEATURE = Pattern.compile("[A-Za-z0-9._-]{1,256}");
    /** With our word before the rest: to {@code netsh} the name {@code all} is that of every rule. */
    private static final Pattern RULE = Pattern.compile("Doorwarden: [\\p{L}\\p{Nd} _.$+#@:,/()-]{1,256}");

    private static final Pattern ENDS = Pattern.compile("[0-9A-Za-z.:/-]{1,100}");
    private static final Pattern SERVICE = Pattern.compile("[\\p{L}\\p{Nd}_.$+#@-]{1,256}");
    private static final int TCP = 6;
    private static final int UDP = 17;

    private SettingCommand() {}

    /** The command; empty where only Doorwarden makes the change as it is planned. */
    static Optional<String> of(Change.SetSetting change) {
        if (change.setting() instanceof RegistrySetting setting) {
            return registry(setting, change);
        }
        if (change.setting() instanceof WindowsFeature feature) {
            return change.after() == FeatureState.UNINSTALLED
                            && FEATURE.matcher(feature.name()).matches()
                    ? Optional.of("dism.exe /Online /Disable-Feature /FeatureName:" + feature.name() + " /NoRestart")
                    : Optional.empty();
        }
        return change.setting() instanceof FirewallRuleName rule ? firewall(rule, change) : Optional.empty();
    }

    private static Optional<String> registry(RegistrySetting setting, Change.SetSetting change) {
        String key = "HKLM\\" + setting.key();
        if (!REGISTRY.matcher(key).matches()
                || !REGISTRY.matcher(setting.name()).matches()) {
            return Optional.empty();
        }
        String value = " \"" + key + "\" /v \"" + setting.name() + "\"";
        if (change.after() instanceof Absent) {
            return Optional.of("reg.exe delete" + value + " /f");
        }
        return data((RegistryData) change.after()).map(data -> "reg.exe add" + value + data + " /f");
    }

    /** Type and data, if writing them gives the same bytes again. */
    private static Optional<String> data(RegistryData data) {
        if (data.number().isPresent()
                && data.equals(RegistryData.number(data.number().getAsLong()))) {
            return Optional.of(" /t REG_DWORD /d " + data.number().getAsLong());
        }
        List<String> texts = data.texts();
        // reg.exe takes \0 for the end of a text.
        if (texts.isEmpty()
                || !texts.stream().allMatch(text -> REGISTRY.matcher(text).matches() && !text.contains("\\0"))) {
            return Optional.empty();
        }
        if (data.equals(RegistryData.texts(texts))) {
            return Optional.of(" /t REG_MULTI_SZ /d \"" + String.join("\\0", texts) + "\"");
        }
        return data.equals(RegistryData.text(texts.get(0)))
                ? Optional.of(" /t REG_SZ /d \"" + texts.get(0) + "\"")
                : Optional.empty();
    }

    /** Our own rules only: a name may stand for several rules of others. */
    private static Optional<String> firewall(FirewallRuleName name, Change.SetSetting change) {
        if (!RULE.matcher(name.name()).matches()) {
            return Optional.empty();
        }
        if (change.after() instanceof Absent) {
            return change.before() instanceof FirewallRule rule && isOurs(rule)
                    ? Optional.of("netsh.exe advfirewall firewall delete rule name=\"" + name.name() + "\" dir=in")
                    : Optional.empty();
        }
        return change.before() instanceof Absent && change.after() instanceof FirewallRule rule && isOurs(rule)
                ? added(rule)
                : Optional.empty();
    }

    private static boolean isOurs(FirewallRule rule) {
        return rule.group().equals(OWN_GROUP) && rule.inbound();
    }

    private static Optional<String> added(FirewallRule rule) {
        boolean simple = (rule.protocol() == TCP || rule.protocol() == UDP)
                && rule.localAddresses().isEmpty()
                && rule.remotePorts().isEmpty()
                && rule.program().isEmpty()
                && !rule.localPorts().isEmpty()
                && !rule.profiles().isEmpty()
                && (rule.service().isEmpty() || SERVICE.matcher(rule.service()).matches())
                && areEnds(rule.localPorts())
                && areEnds(rule.remoteAddresses());
        if (!simple) {
            return Optional.empty();
        }
        return Optional.of("netsh.exe advfirewall firewall add rule name=\"" + rule.name() + "\" dir=in action="
                + (rule.allows() ? "allow" : "block")
                + " enable=" + (rule.enabled() ? "yes" : "no")
                + " profile="
                + rule.profiles().stream().map(profile -> profile.id()).sorted().collect(Collectors.joining(","))
                + (rule.service().isEmpty() ? "" : " service=" + rule.service())
                + " protocol=" + (rule.protocol() == TCP ? "TCP" : "UDP")
                + " localport=" + String.join(",", rule.localPorts())
                + " remoteip=" + (rule.remoteAddresses().isEmpty() ? "any" : String.join(",", rule.remoteAddresses())));
    }

    private static boolean areEnds(List<String> ends) {
        return ends.stream().allMatch(end -> ENDS.matcher(end).matches());
    }
}
