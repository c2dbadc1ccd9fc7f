package org.doorwarden.cli;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.doorwarden.model.Listener;
import org.doorwarden.model.Service;
import org.doorwarden.report.InventoryJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code services}: what is on the server. */
@Command(name = "services")
final class ServicesCommand implements Callable<Integer> {

    private final Globals globals;

    @Option(names = "--drivers", descriptionKey = "option.drivers")
    private boolean drivers;

    ServicesCommand(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Integer call() throws Exception {
        Reading reading = Reading.take(globals);
        if (globals.json()) {
            globals.show(InventoryJson.services(reading.inventory(), reading.graph()));
            return ExitCode.DONE;
        }
        List<Service> services = reading.inventory().servicesOnly().toList();
        globals.line(
                "services.head",
                reading.inventory().server().name(),
                reading.inventory().server().operatingSystem(),
                services.size(),
                services.stream().filter(Service::isActive).count());
        globals.plain("");
        table(services).forEach(globals::plain);
        List<Service> all = reading.inventory().driversOnly().toList();
        globals.plain("");
        if (drivers) {
            table(all).forEach(globals::plain);
        } else {
            globals.line("services.drivers", all.size());
        }
        return ExitCode.DONE;
    }

    private List<String> table(List<Service> services) {
        TextTable table = new TextTable(28, 14, 20, 24);
        table.row(
                globals.messages().say("column.name"),
                globals.messages().say("column.state"),
                globals.messages().say("column.start.type"),
                globals.messages().say("column.ports"),
                globals.messages().say("column.display.name"));
        for (Service service : services) {
            table.row(
                    service.name(),
                    globals.messages().say("state." + service.state().id()),
                    globals.messages().say("start.type." + service.startType().id()),
                    ports(service.listeners()),
                    service.displayName());
        }
        return table.lines("");
    }

    /** The ports in short, each once, as {@code tcp 80, 443}. */
    static String ports(List<Listener> listeners) {
        return listeners.stream()
                .collect(Collectors.groupingBy(
                        listener -> listener.protocol().id(),
                        TreeMap::new,
                        Collectors.mapping(Listener::port, Collectors.toCollection(TreeSet::new))))
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + " "
                        + entry.getValue().stream().map(String::valueOf).collect(Collectors.joining(",")))
                .collect(Collectors.joining(" "));
    }
}
