package org.doorwarden.apply;

import java.util.List;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.backend.lab.Fault;
import org.doorwarden.model.Direction;
import org.doorwarden.plan.Change;
import org.doorwarden.plan.Choice;
import org.doorwarden.restrict.Step;
import org.doorwarden.testing.Workbench;

/** How one kind of change is brought about on the {@link ContractServer}, and what somebody else can do to it. */
interface ChangeFixture {

    /** What is there before the plan is made. */
    enum Found {
        ABSENT,
        /** There, and not as the change wants it. */
        OTHERWISE
    }

    Change.Kind kind();

    /** Makes the server as it is to be found. */
    void arrange(Workbench bench, Found found) throws BackendException;

    /** What is chosen; it leads to at most one change of the kind, and to nothing else but what that one needs. */
    Choice choice(Found found);

    /** What restricting sets, for the kinds that are planned so. */
    default List<Step> steps(ServerBackend server) throws BackendException {
        return List.of();
    }

    /** What is there now, and what a journal calls it. */
    Value now(ServerBackend server) throws BackendException;

    /** Whether that is what the change wants. */
    boolean isWanted(Value value);

    /** Makes everything as the change wants it, as somebody else might. */
    void makeWanted(Workbench bench) throws BackendException;

    /** Does what somebody else might do after the change. */
    void meddle(Workbench bench) throws BackendException;

    /** Whether that leads to a third value; otherwise it leads back to the first one. */
    default boolean hasThird() {
        return true;
    }

    /** Does what somebody else might do before the change. */
    default void drift(Workbench bench, Found found) throws BackendException {
        meddle(bench);
    }

    /** Takes away what keeps others' work from being overwritten even by whoever insists. */
    default void giveWay(Workbench bench) throws BackendException {
        // nothing keeps most kinds
    }

    /** The value that a change expects to find where this was found. */
    default Value expected(Value found) {
        return found;
    }

    Fault denied();

    /** Requests are answered with success and come to nothing. */
    Fault ignored(Direction direction);

    /** @param exact the value itself */
    record Value(Object exact, String text) {}
}
