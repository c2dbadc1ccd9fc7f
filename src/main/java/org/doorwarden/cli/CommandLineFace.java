package org.doorwarden.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ResourceBundle;
import org.doorwarden.apply.ServerRuns.Busy;
import org.doorwarden.backend.BackendException;
import org.doorwarden.document.DocumentException;
import org.doorwarden.text.Explained;
import org.doorwarden.text.IoReason;
import org.doorwarden.text.Message;
import org.doorwarden.text.Messages;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line as a whole: runs what was typed and answers with an exit code, never with a stack trace. */
public final class CommandLineFace {

    private static final String HELP = "help";
    /** The options that may be said before a command, with a value of their own. */
    private static final List<String> WITH_VALUE = List.of("--server", "--state", "--entries");

    private static final String COMPLETION = "generate-completion";
    private static final List<String> COMMANDS = List.of(
            "services",
            "show",
            "inventory",
            "assess",
            "plan",
            "apply",
            "history",
            "undo",
            "recover",
            "lab",
            "explain",
            "catalogue",
            "ipsec",
            COMPLETION);

    private final Surroundings surroundings;
    private final Messages messages;

    public CommandLineFace(Surroundings surroundings, Messages messages) {
        this.surroundings = surroundings;
        this.messages = messages;
    }

    /** Runs one command. */
    public int run(String... typed) {
        String[] arguments = asked(List.of(typed)).toArray(String[]::new);
        int code = commandLine(List.of(arguments)).execute(arguments);
        surroundings.terminal().out().flush();
        surroundings.terminal().err().flush();
        return code;
    }

    /** {@code help plan} asks for what {@code plan --help} does. */
    private static List<String> asked(List<String> typed) {
        int at = typed.indexOf(HELP);
        boolean asks = at >= 0
                && Collections.disjoint(COMMANDS, typed.subList(0, at))
                && (at == 0 || !WITH_VALUE.contains(typed.get(at - 1)));
        if (!asks) {
            return typed;
        }
        List<String> asked = new ArrayList<>(typed);
        asked.remove(at);
        boolean unknown = at < asked.size() && !COMMANDS.contains(asked.get(at));
        if (!unknown) {
            asked.add("--" + HELP);
        }
        return asked;
    }

    /**
     * Builds only the commands that the arguments name: describing all of them costs more than most commands do. Where
     * none is named, as for help and for misspelt names, all are there.
     */
    private CommandLine commandLine(List<String> arguments) {
        Globals globals = new Globals(surroundings, messages);
        boolean all = arguments.contains(COMPLETION) || Collections.disjoint(COMMANDS, arguments);
        CommandLine commandLine = new CommandLine(globals);
        for (String name : COMMANDS) {
            if (all || arguments.contains(name)) {
                commandLine.addSubcommand(name, command(name, globals));
            }
        }
        commandLine.setOut(surroundings.terminal().out());
        commandLine.setErr(surroundings.terminal().err());
        commandLine.setExecutionStrategy(result -> execute(commandLine, result));
        commandLine.setParameterExceptionHandler(this::wrongParameter);
        commandLine.setExecutionExceptionHandler(this::failed);
        return commandLine;
    }

    private static Object command(String name, Globals globals) {
        return switch (name) {
            case "services" -> new ServicesCommand(globals);
            case "show" -> new ShowCommand(globals);
            case "inventory" -> new InventoryCommand(globals);
            case "assess" -> new AssessCommand(globals);
            case "plan" -> new PlanCommand(globals);
            case "apply" -> new ApplyCommand(globals);
            case "history" -> new HistoryCommand(globals);
            case "undo" -> new UndoCommand(globals);
            case "recover" -> new RecoverCommand(globals);
            case "lab" ->
                new CommandLine(new LabCommand(globals))
                        .addSubcommand(new LabCommand.ListCommand(globals))
                        .addSubcommand(new LabCommand.ResetCommand(globals))
                        .addSubcommand(new LabRestartCommand(globals))
                        .addSubcommand(new LabSeatCommand(globals))
                        .addSubcommand(new LabConnectCommand(globals))
                        .addSubcommand(new LabFaultCommand(globals));
            case "ipsec" -> new IpsecCommand(globals);
            case "explain" -> new ExplainCommand(globals);
            case "catalogue" ->
                new CommandLine(new CatalogueCommand(globals))
                        .addSubcommand(new CatalogueCommand.ListCommand(globals))
                        .addSubcommand(new CatalogueCommand.CheckCommand(globals))
                        .addSubcommand(new CatalogueCommand.CompareCommand(globals))
                        .addSubcommand(new CatalogueCommand.UseCommand(globals));
            case COMPLETION -> new GenerateCompletion();
            default -> throw new IllegalArgumentException("no command " + name);
        };
    }

    /** The texts of the help are loaded when help is asked for. */
    private static int execute(CommandLine commandLine, ParseResult result) {
        boolean help = result.asCommandLineList().stream().anyMatch(CommandLine::isUsageHelpRequested);
        if (help) {
            commandLine.setResourceBundle(ResourceBundle.getBundle("org.doorwarden.text.usage"));
        }
        return new CommandLine.RunLast().execute(result);
    }

    private int wrongParameter(ParameterException wrong, String[] arguments) {
        say(Message.of("wrong.use", String.valueOf(wrong.getMessage())));
        CommandLine command = wrong.getCommandLine();
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr())) {
            say(Message.of("wrong.use.help", command.getCommandSpec().qualifiedName()));
        }
        return ExitCode.WRONG_USE;
    }

    private int failed(Exception exception, CommandLine command, ParseResult result) {
        if (exception instanceof Explained explained) {
            say(explained.explanation());
            return code(exception);
        }
        if (exception instanceof IOException io) {
            say(Message.of("failed.io", fileOf(io), IoReason.of(io)));
            return ExitCode.WRONG_USE;
        }
        StackTraceElement[] trace = exception.getStackTrace();
        say(Message.of(
                "failed.bug",
                exception.getClass().getName(),
                String.valueOf(exception.getMessage()),
                trace.length == 0 ? "-" : trace[0].toString()));
        return ExitCode.FAILED;
    }

    private static String fileOf(IOException failure) {
        return failure instanceof FileSystemException known && known.getFile() != null ? known.getFile() : "-";
    }

    private static int code(Exception exception) {
        if (exception instanceof Busy) {
            return ExitCode.REFUSED;
        }
        boolean damagedFile = exception.getCause() instanceof DocumentException;
        return exception instanceof BackendException && !damagedFile ? ExitCode.FAILED : ExitCode.WRONG_USE;
    }

    private void say(Message message) {
        surroundings.terminal().err().println(messages.say(message));
    }
}
