package org.doorwarden.apply;

import java.time.Duration;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.backend.lab.Fault;
import org.doorwarden.model.Direction;
import org.doorwarden.model.Identified;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.StartType;
import org.doorwarden.plan.Change;
import org.doorwarden.plan.Choice;
import org.doorwarden.testing.Workbench;

/**
 * The two kinds of changes of a service; what is absent is a service that is not installed.
 *
 * @param kind one of the two
 */
record ServiceFixture(Change.Kind kind) implements ChangeFixture {

    private static final ServiceName NOBODY = new ServiceName("DwNobody");

    private boolean stops() {
        return kind == Change.Kind.STOP_SERVICE;
    }

    @Override
    public void arrange(Workbench bench, Found found) {
        // the server begins so
    }

    @Override
    public Choice choice(Found found) {
        return Choice.of(
                found == Found.ABSENT ? NOBODY : ContractServer.TARGET,
                stops() ? Choice.Action.STOP : Choice.Action.MANUAL);
    }

    @Override
    public Value now(ServerBackend server) throws BackendException {
        var condition = server.condition(ContractServer.TARGET);
        Identified value = stops() ? condition.state() : condition.startType();
        return new Value(value, value.id());
    }

    @Override
    public boolean isWanted(Value value) {
        return value.exact() == (stops() ? ServiceState.STOPPED : StartType.MANUAL);
    }

    @Override
    public void makeWanted(Workbench bench) throws BackendException {
        if (stops()) {
            bench.lab.requestStop(ContractServer.TARGET);
            bench.pace.pause(Duration.ofSeconds(5));
        } else {
            bench.lab.setStartType(ContractServer.TARGET, StartType.MANUAL);
        }
    }

    @Override
    public void meddle(Workbench bench) throws BackendException {
        if (!stops()) {
            bench.lab.setStartType(ContractServer.TARGET, StartType.DISABLED);
            return;
        }
        try {
            bench.lab.requestStart(ContractServer.TARGET);
        } catch (BackendException running) {
            if (running.code() != WindowsError.SERVICE_ALREADY_RUNNING) {
                throw running;
            }
        }
        bench.pace.pause(Duration.ofSeconds(5));
        bench.lab.requestPause(ContractServer.TARGET);
        bench.pace.pause(Duration.ofSeconds(5));
    }

    @Override
    public Fault denied() {
        return new Fault(
                stops() ? Fault.Kind.ACCESS_DENIED : Fault.Kind.CONFIG_DENIED, ContractServer.TARGET, Fault.ALWAYS);
    }

    @Override
    public Fault ignored(Direction direction) {
        Fault.Kind ofState = direction == Direction.APPLY ? Fault.Kind.RESTARTS_ITSELF : Fault.Kind.START_FAILS;
        return new Fault(
                stops() ? ofState : Fault.Kind.CONFIG_IGNORED,
                ContractServer.TARGET,
                stops() && direction == Direction.APPLY ? 1 : Fault.ALWAYS);
    }
}
