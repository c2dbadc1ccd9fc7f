package org.doorwarden.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.doorwarden.analysis.Reason;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.lab.LabAnswer;
import org.doorwarden.catalogue.Risk;
import org.doorwarden.catalogue.Vulnerability;
import org.doorwarden.model.ChangeState;
import org.doorwarden.model.Changeability;
import org.doorwarden.model.Direction;
import org.doorwarden.model.Identified;
import org.doorwarden.model.ReadProblem;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.ServiceType;
import org.doorwarden.model.StartType;
import org.doorwarden.model.UndoCause;
import org.doorwarden.model.Verdict;
import org.doorwarden.model.setting.FirewallProfile;
import org.doorwarden.network.Decision;
import org.doorwarden.plan.Cause;
import org.doorwarden.plan.Change;
import org.doorwarden.plan.Refusal;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("org.doorwarden.text.messages", Locale.ENGLISH);
    private static final Pattern SPOKEN = Pattern.compile(
            "(?:Message\\.of|\\bsay|\\bline|\\bunknown|\\bfield|\\bsection|new Step)\\(\\s*(?:table, |catalogue, )?\"([a-z0-9.-]+)\"");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9.-]*)\"");

    @Test
    void everyTextThatIsSpokenExists() throws IOException {
        Set<String> missing = new TreeSet<>();
        sources(source -> {
            for (Matcher spoken = SPOKEN.matcher(source); spoken.find(); ) {
                String key = spoken.group(1);
                if (!key.endsWith(".") && !BUNDLE.containsKey(key)) {
                    missing.add(key);
                }
            }
        });
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyTextThatExistsIsSpoken() throws IOException {
        Set<String> literals = new TreeSet<>();
        sources(source -> {
            for (Matcher literal = LITERAL.matcher(source); literal.find(); ) {
                literals.add(literal.group(1));
            }
        });
        Set<String> idle = new TreeSet<>();
        for (String key : BUNDLE.keySet()) {
            boolean used = literals.contains(key)
                    || literals.stream().anyMatch(literal -> literal.endsWith(".") && key.startsWith(literal));
            if (!used) {
                idle.add(key);
            }
        }
        assertEquals(Set.of(), idle);
    }

    @Test
    void everyValueOfAKindHasItsWord() {
        Set<String> missing = new TreeSet<>();
        family(missing, "state.", ServiceState.values());
        family(missing, "start.type.", StartType.values());
        family(missing, "type.", ServiceType.values());
        family(missing, "changeable.", Changeability.Kind.values());
        family(missing, "verdict.", Verdict.values());
        family(missing, "assess.group.", Verdict.values());
        family(missing, "outcome.", RunOutcome.values());
        family(missing, "run.outcome.", RunOutcome.values());
        family(missing, "severity.", Risk.Severity.values());
        family(missing, "reach.", Risk.Reach.values());
        family(missing, "vulnerability.", Vulnerability.Kind.values());
        family(missing, "refusal.", Refusal.Why.values());
        family(missing, "cause.", Cause.Kind.values());
        family(missing, "change.kind.", Change.Kind.values());
        family(missing, "change.state.", ChangeState.values());
        family(missing, "read.problem.", ReadProblem.Part.values());
        family(missing, "backend.failed.", BackendException.Operation.values());
        family(missing, "progress.undo.", UndoCause.values());
        family(missing, "progress.stop.", Direction.values());
        family(missing, "progress.start.type.", Direction.values());
        family(missing, "decision.", Decision.Why.values());
        family(missing, "lab.connect.", LabAnswer.Outcome.values());
        family(missing, "lab.barrier.", LabAnswer.Barrier.values());
        family(missing, "firewall.profile.", FirewallProfile.values());
        family(missing, "reason.origin.", Reason.Origin.SERVER, Reason.Origin.NOBODY);
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyTextIsWellFormed() {
        Object[] arguments = {1, 2, 3, 4, 5};
        for (String key : BUNDLE.keySet()) {
            String text = BUNDLE.getString(key);
            assertFalse(text.contains("'"), key + " has an apostrophe that the formatter would swallow");
            assertFalse(
                    new MessageFormat(text, Locale.ENGLISH).format(arguments).isBlank(), key);
        }
    }

    @Test
    void whatAServerSaysCannotMoveTheCursor() {
        String said = new Messages(Locale.ENGLISH).say("wrong.service", "Evil\u001b[2J\r\nService\u202e");
        assertEquals("There is no service “Evil\\u001b[2J\\u000d\\u000aService\\u202e” on this server.", said);
    }

    private static void family(Set<String> missing, String prefix, Identified... values) {
        for (Identified value : values) {
            if (!BUNDLE.containsKey(prefix + value.id())) {
                missing.add(prefix + value.id());
            }
        }
    }

    private static void sources(Consumer<String> visitor) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    (Iterable<Path>) files.filter(each -> each.toString().endsWith(".java"))::iterator) {
                visitor.accept(Files.readString(file));
            }
        }
    }
}
