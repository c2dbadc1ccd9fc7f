package org.doorwarden.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.doorwarden.app.TypedCommands.Answer;
import org.doorwarden.model.Identified;
import org.doorwarden.plan.Refusal;
import org.doorwarden.restrict.LimitProblem;
import org.doorwarden.text.Message;
import org.doorwarden.text.Messages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Slips in what shall be limited, and the help that leads out of them. */
class WrongLimitsTest {

    private static final String SERVER = "--server=lab:iis10-2022";

    @TempDir
    Path folder;

    private TypedCommands commands;

    @BeforeEach
    void begin() {
        commands = new TypedCommands(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TermService:nla=maybe | on, off",
                "TermService:nla= | say none",
                "TermService:members= | say none",
                "TermService:members=, | say none",
                "TermService:nla=on,off | Say it once",
                "TermService:encryption=HIGH | low, client-compatible, high, fips",
                "TermService:from=10.0.0.9-10.0.0.1 | the lower one first",
                "TermService:from=010.0.0.1 | no zeros in front",
                "TermService:from=10.1 | nothing shortened",
                "TermService:from=10.0.0.5/8 | 10.0.0.0/8 for a whole network",
                "FTPSVC:from=10.0.0.5/8 | 10.0.0.0/8 for a whole network",
                "TermService:nonsense=on | doorwarden show SERVICE",
                "TermService:nla | SERVICE:LIMIT=VALUE",
                "Nonsense:nla=on | no service",
            })
    void aSlipIsWrongUseAndSaysWhatToWrite(String limit, String hint) {
        Answer answer =
                commands.run("apply", SERVER, "--restrict", limit, "--yes").expect(2);
        assertTrue(answer.err().contains(hint), answer.err());
        assertEquals("", answer.out());
        assertTrue(commands.run("history").expect(0).out().contains("No run"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FTPSVC:sites=No such | FTPSVC:tls=required | no FTP site",
                "FTPSVC:sites=Partner FTP | | limits nothing by itself",
                "FTPSVC:from=10.0.0.0/8 | FTPSVC:others=narrow | cannot be limited",
                "FTPSVC:from=2001:db8::/32 | | IPv4",
            })
    void whatIisCannotDoIsRefused(String first, String second, String hint) {
        String[] plan = {"plan", SERVER, "--restrict", first, second};
        Answer answer =
                commands.run(second == null ? Arrays.copyOf(plan, 4) : plan).expect(3);
        assertTrue(answer.out().replaceAll("\\s+", " ").contains(hint), answer.out());
    }

    @Test
    void rulesOfOthersAreNotOfferedWhereTheServiceLimitsAddresses() {
        JsonObject document =
                commands.run("show", SERVER, "FTPSVC", "--json").expect(0).json();
        assertEquals("IIS-FTPServer", document.get("component").getAsString());
        String shown = document.get("limits").toString();
        assertTrue(shown.contains("FTPSVC:from=") && !shown.contains("FTPSVC:others="), shown);
    }

    @Test
    void whoGetsIntoAnFtpSiteThenIsWhatIsPlanned() {
        String plan = commands.run(
                        "plan",
                        SERVER,
                        "--restrict",
                        "FTPSVC:anonymous=off",
                        "FTPSVC:tls=required",
                        "FTPSVC:from=10.0.0.0/8")
                .expect(0)
                .out()
                .replaceAll("\\s+", " ");
        assertTrue(plan.contains("TLS of the FTP site “Partner FTP”: from optional to required"), plan);
        assertTrue(
                plan.contains(
                        "Partner FTP: from 10.0.0.0/8 only; sign-in with name and password;" + " encrypted (TLS)"),
                plan);
    }

    @Test
    void aGroupOfWindowsIsNotPutIntoAGroup() {
        Answer answer = commands.run("plan", SERVER, "--restrict", "RemoteRegistry:members=Administrators")
                .expect(3);
        assertTrue((answer.out() + answer.err()).replaceAll("\\s+", " ").contains("Windows puts none of these"));
    }

    @Test
    void aPlanForAnotherServerIsNotEvenShown() {
        Path plan = folder.resolve("plan.json");
        commands.run("plan", SERVER, "--restrict", "TermService:nla=on", "--out", plan.toString())
                .expect(0);
        Answer answer = commands.run("apply", "--server=lab:iis5-2001", plan.toString(), "--yes")
                .expect(3);
        assertEquals("", answer.out());
        assertTrue(answer.err().contains("lab:iis10-2022"), answer.err());
    }

    @Test
    void undoingShowsWhatComesBack() {
        commands.run("apply", SERVER, "--restrict", "TermService:nla=on", "--yes")
                .expect(0);
        String undone = commands.run("undo", SERVER, "--yes").expect(0).out();
        assertTrue(undone.contains("network level authentication: back from required to not required"), undone);
        assertTrue(undone.contains("network level authentication: not required, as before"), undone);
    }

    @Test
    void helpIsForTheCommandNamedAfterIt() {
        assertTrue(commands.run("help").expect(0).out().contains("Commands:"));
        assertTrue(commands.run("help", "lab", "connect").expect(0).out().contains("--account"));
        commands.run("help", "nonsense").expect(2);
    }

    @ParameterizedTest
    @EnumSource(LimitProblem.Kind.class)
    void everyProblemOfALimitHasAText(LimitProblem.Kind kind) {
        Refusal.Why why = Identified.find(Refusal.Why.class, kind.id()).orElseThrow();
        String said = new Messages(Locale.ENGLISH).say(Message.of("refusal." + why.id(), "SVC", "", "DETAIL"));
        assertTrue(said.startsWith("SVC: "), said);
    }
}
