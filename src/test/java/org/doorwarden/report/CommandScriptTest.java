package org.doorwarden.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.StartType;
import org.doorwarden.plan.Cause;
import org.doorwarden.plan.Change;
import org.doorwarden.plan.Impact;
import org.doorwarden.plan.Plan;
import org.doorwarden.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandScriptTest {

    private final Messages messages = new Messages(Locale.ENGLISH);

    @Test
    void writesEachChangeAsACommandInOrder() {
        assertEquals(
                List.of(
                        "sc.exe stop \"Spooler\"",
                        "sc.exe config \"Spooler\" start= disabled",
                        "sc.exe config \"A\" start= demand",
                        "sc.exe config \"B\" start= auto",
                        "sc.exe config \"C\" start= delayed-auto"),
                script(
                        stop("Spooler"),
                        set("Spooler", StartType.DISABLED),
                        set("A", StartType.MANUAL),
                        set("B", StartType.AUTOMATIC),
                        set("C", StartType.AUTOMATIC_DELAYED)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MSSQL$SQLEXPRESS", "clr_optimization_v4.0.30319_64", "Два слова", "a b-c"})
    void keepsNamesThatRealServicesHave(String name) {
        assertEquals(Optional.of('"' + name + '"'), CommandScript.quoted(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\" & calc & \"",
                "%COMSPEC%",
                "!COMSPEC!",
                "a\r\ncalc",
                "a\ncalc",
                "a\u0000b",
                "a\\",
                "\\\\other\\server",
                "a^",
                "a|calc",
                "a>b",
                "a&calc",
                "a`b",
                "$(calc)",
                "a\uFF02b",
                "a\u201Db",
                "evil\u202ename",
                "a\u00a0b"
            })
    void leavesOutANameThatCouldMeanSomethingElse(String name) {
        List<String> script = script(stop("Spooler"), stop(name), set(name, StartType.DISABLED));
        assertEquals("sc.exe stop \"Spooler\"", script.get(0));
        assertEquals(
                List.of("rem ", "rem "),
                List.of(script.get(1).substring(0, 4), script.get(2).substring(0, 4)));
        script.forEach(line -> assertFalse(line.contains(name), line));
    }

    @Test
    void leavesOutANameLongerThanAnyService() {
        assertEquals(Optional.empty(), CommandScript.quoted("a".repeat(257)));
    }

    private List<String> script(Change... changes) {
        Impact none = new Impact(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        Plan plan = new Plan(
                "lab:x",
                "X",
                Instant.EPOCH,
                List.of(),
                List.of(),
                List.of(),
                List.of(changes),
                List.of(),
                none,
                List.of());
        return CommandScript.lines(plan, messages);
    }

    private static Change stop(String name) {
        return new Change.StopService("c1", new ServiceName(name), ServiceState.RUNNING, chosen(name));
    }

    private static Change set(String name, StartType after) {
        return new Change.SetStartType("c1", new ServiceName(name), StartType.BOOT, after, chosen(name));
    }

    private static Cause chosen(String name) {
        return new Cause(Cause.Kind.CHOSEN, new ServiceName(name), "");
    }
}
