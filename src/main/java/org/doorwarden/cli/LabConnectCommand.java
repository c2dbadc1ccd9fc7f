package org.doorwarden.cli;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.lab.LabAnswer;
import org.doorwarden.backend.lab.LabBackend;
import org.doorwarden.backend.lab.LabClient;
import org.doorwarden.document.Json;
import org.doorwarden.model.Identified;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Protocol;
import org.doorwarden.model.Service;
import org.doorwarden.model.setting.Account;
import org.doorwarden.model.setting.FirewallProfile;
import org.doorwarden.model.setting.FirewallRule;
import org.doorwarden.network.AddressRange;
import org.doorwarden.network.Decision;
import org.doorwarden.text.Message;
import org.doorwarden.text.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lab connect}: knocks at a training server from somewhere on the network. */
@Command(name = "connect")
final class LabConnectCommand implements Callable<Integer> {

    private static final int HIGHEST_PORT = 0xFFFF;

    private final Globals globals;

    @Parameters(paramLabel = "NAME", arity = "0..1", descriptionKey = "parameter.lab")
    private String name;

    @Option(names = "--from", paramLabel = "ADDRESS", required = true, descriptionKey = "option.connect.from")
    private String from;

    @Option(names = "--service", paramLabel = "SERVICE", descriptionKey = "option.connect.service")
    private String service;

    @Option(names = "--port", paramLabel = "N", descriptionKey = "option.connect.port")
    private Integer port;

    @Option(names = "--protocol", paramLabel = "PROTOCOL", descriptionKey = "option.connect.protocol")
    private String protocol = Protocol.TCP.id();

    @Option(names = "--account", paramLabel = "ACCOUNT", descriptionKey = "option.connect.account")
    private String account;

    LabConnectCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() throws Exception {
        AddressRange address =
                AddressRange.address(from).orElseThrow(() -> new WrongUse(Message.of("wrong.connect.from", from)));
        if ((service == null) == (port == null)) {
            throw new WrongUse(Message.of("wrong.connect.what"));
        }
        String lab = LabCommand.labName(globals, name);
        try (LabBackend backend = globals.surroundings().lab(lab, globals.state())) {
            Inventory inventory = Reading.of(globals, backend).inventory();
            LabClient client = new LabClient(inventory, address, account(backend));
            List<LabAnswer> answers = service == null
                    ? List.of(client.knock(protocol(), port()))
                    : client.visit(Names.service(inventory, service));
            show(address, answers);
            return answers.stream().anyMatch(LabAnswer::letsIn) ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private Optional<Account> account(LabBackend backend) throws BackendException, WrongUse {
        if (account == null) {
            return Optional.empty();
        }
        return Optional.of(
                backend.account(account).orElseThrow(() -> new WrongUse(Message.of("wrong.connect.account", account))));
    }

    private Protocol protocol() throws WrongUse {
        return Identified.find(Protocol.class, protocol)
                .orElseThrow(() -> Names.unknown(
                        "wrong.connect.protocol",
                        protocol,
                        Arrays.stream(Protocol.values()).map(Protocol::id).toList()));
    }

    private int port() throws WrongUse {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new WrongUse(Message.of("wrong.connect.port", port.toString()));
        }
        return port;
    }

    private void show(AddressRange address, List<LabAnswer> answers) {
        if (globals.json()) {
            JsonObject object = new JsonObject();
            object.addProperty("from", address.toString());
            object.addProperty("letIn", answers.stream().anyMatch(LabAnswer::letsIn));
            object.add("answers", Json.list(answers, LabConnectCommand::json));
            globals.show(object);
        } else if (answers.isEmpty()) {
            globals.line("lab.connect.nothing", service);
        } else {
            answers.forEach(answer -> globals.line(
                    "lab.connect." + answer.outcome().id(),
                    answer.protocol().id(),
                    Integer.toString(answer.port()),
                    answer.service().map(found -> found.name().value()).orElse("-"),
                    answer.barrier()
                            .map(barrier -> Message.of("lab.barrier." + barrier.id()))
                            .orElse(decision(answer)),
                    answer.shares().isEmpty()
                            ? ""
                            : Message.of("lab.connect.shares", String.join(", ", answer.shares()))));
        }
    }

    private static Message decision(LabAnswer answer) {
        return answer.firewall()
                .map(decision -> Message.of(
                        "decision." + decision.why().id(),
                        decision.rule().map(FirewallRule::name).orElse(""),
                        decision.profile().map(FirewallProfile::id).orElse("")))
                .orElse(Message.of("lab.connect.nobody"));
    }

    private static JsonObject json(LabAnswer answer) {
        JsonObject object = new JsonObject();
        object.addProperty("outcome", answer.outcome().id());
        object.addProperty("protocol", answer.protocol().id());
        object.addProperty("port", answer.port());
        object.addProperty(
                "service",
                answer.service().map(Service::name).map(Object::toString).orElse(null));
        object.addProperty(
                "firewall",
                answer.firewall().map(Decision::why).map(Decision.Why::id).orElse(null));
        object.addProperty(
                "rule",
                answer.firewall()
                        .flatMap(Decision::rule)
                        .map(FirewallRule::name)
                        .orElse(null));
        object.addProperty(
                "barrier", answer.barrier().map(LabAnswer.Barrier::id).orElse(null));
        object.add("shares", Json.texts(answer.shares()));
        return object;
    }
}
