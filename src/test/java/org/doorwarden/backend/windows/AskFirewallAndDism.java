package org.doorwarden.backend.windows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.doorwarden.backend.BackendException;
import org.doorwarden.model.ReadProblem;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.FirewallProfile;
import org.doorwarden.model.setting.FirewallRule;
import org.doorwarden.model.setting.FirewallRuleName;
import org.doorwarden.model.setting.WindowsFeature;
import org.doorwarden.text.Messages;

/** Asks the firewall and DISM of the Windows that it runs on, and prints what came of it, a line for each question. */
public final class AskFirewallAndDism {

    private static final FirewallRuleName NAME = new FirewallRuleName("Doorwarden: test");

    private AskFirewallAndDism() {}

    /** A question that a server may refuse to answer. */
    private interface Question {
        Object ask() throws BackendException;
    }

    public static void main(String[] arguments) {
        WindowsFirewall firewall = new WindowsFirewall(new WindowsCom());
        WindowsComponents components = WindowsComponents.of(Path.of(System.getenv("SystemRoot")));
        List<ReadProblem> problems = new ArrayList<>();
        System.out.println("read: " + firewall.read(problems).isPresent() + " " + problems);
        print("rule", () -> firewall.rule(NAME));
        print("add", () -> {
            firewall.set(NAME, rule());
            return "";
        });
        print("remove", () -> {
            firewall.set(NAME, Absent.ITSELF);
            return "";
        });
        print("component", () -> components.state(new WindowsFeature("TelnetServer")));
        print("detail", () -> components.detail(new WindowsFeature("TelnetServer")));
    }

    private static void print(String what, Question question) {
        try {
            System.out.println(what + ": answered " + question.ask());
        } catch (BackendException failed) {
            System.out.println(what + ": " + new Messages(Locale.ENGLISH).say(failed.explanation()));
        }
    }

    private static FirewallRule rule() {
        return new FirewallRule(
                NAME.name(),
                "A test.",
                "Doorwarden",
                true,
                true,
                true,
                6,
                List.of("3389"),
                List.of(),
                List.of(),
                List.of("10.0.0.0/8"),
                Set.of(FirewallProfile.values()),
                "",
                "");
    }
}
