package org.doorwarden.cli;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.doorwarden.document.Json;
import org.doorwarden.model.Identified;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.report.IpsecCommands;
import org.doorwarden.report.IpsecCommands.Line;
import org.doorwarden.report.IpsecCommands.Script;
import org.doorwarden.report.IpsecCommands.Shell;
import org.doorwarden.text.Message;
import org.doorwarden.text.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ipsec}: writes commands by which clients have to prove who they are. It changes nothing. */
@Command(name = "ipsec")
final class IpsecCommand implements Callable<Integer> {

    private static final String CERTIFICATE = "certificate";
    private static final List<String> METHODS = List.of("kerberos", CERTIFICATE);

    private final Globals globals;

    @Parameters(paramLabel = "SERVICE", descriptionKey = "parameter.service")
    private String service;

    @Option(names = "--auth", paramLabel = "METHOD", required = true, descriptionKey = "option.ipsec.auth")
    private String method;

    @Option(names = "--ca", paramLabel = "NAME", descriptionKey = "option.ipsec.ca")
    private String authority;

    @Option(names = "--shell", paramLabel = "SHELL", descriptionKey = "option.ipsec.shell")
    private String shell = Shell.CMD.id();

    IpsecCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() throws Exception {
        Shell language = Identified.find(Shell.class, shell)
                .orElseThrow(() -> Names.unknown(
                        "wrong.ipsec.shell",
                        shell,
                        Arrays.stream(Shell.values()).map(Shell::id).toList()));
        IpsecCommands commands = new IpsecCommands(language, certificate());
        Inventory inventory = Reading.take(globals).inventory();
        Service found = Names.service(inventory, service);
        Script script = commands.of(found, inventory.server().windowsVersion());
        if (globals.json()) {
            show(found, script);
        } else {
            say(language, script);
        }
        return script.commands().isEmpty() ? ExitCode.REFUSED : ExitCode.DONE;
    }

    private Optional<String> certificate() throws WrongUse {
        if (!METHODS.contains(method)) {
            throw Names.unknown("wrong.ipsec.auth", method, METHODS);
        }
        boolean needed = method.equals(CERTIFICATE);
        if (needed != (authority != null)) {
            throw new WrongUse(Message.of("wrong.ipsec.ca"));
        }
        if (needed && !IpsecCommands.isHarmless(authority)) {
            throw new WrongUse(Message.of("wrong.ipsec.ca.characters", authority));
        }
        return Optional.ofNullable(authority);
    }

    /** A script that can be run as it is: what is said beside the commands is in remarks. */
    private void say(Shell language, Script script) {
        String remark = language == Shell.CMD ? "rem " : "# ";
        script.notes().forEach(note -> globals.plain(remark + globals.messages().say(note)));
        say(remark, script.commands());
        if (!script.undo().isEmpty()) {
            globals.plain("");
            globals.plain(remark + globals.messages().say("ipsec.undo"));
            script.undo().forEach(line -> {
                globals.plain(remark + globals.messages().say(line.explanation()));
                globals.plain(remark + line.command());
            });
        }
    }

    private void say(String remark, List<Line> lines) {
        for (Line line : lines) {
            globals.plain("");
            globals.plain(remark + globals.messages().say(line.explanation()));
            globals.plain(line.command());
        }
    }

    private void show(Service found, Script script) {
        JsonObject object = new JsonObject();
        object.addProperty("service", found.name().value());
        object.add(
                "notes",
                Json.texts(script.notes().stream().map(globals.messages()::say).toList()));
        object.add("commands", Json.list(script.commands(), this::json));
        object.add("undo", Json.list(script.undo(), this::json));
        globals.show(object);
    }

    private JsonObject json(Line line) {
        JsonObject object = new JsonObject();
        object.addProperty("command", line.command());
        object.addProperty("explanation", globals.messages().say(line.explanation()));
        return object;
    }
}
