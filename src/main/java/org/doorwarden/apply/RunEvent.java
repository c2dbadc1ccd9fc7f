package org.doorwarden.apply;

import org.doorwarden.model.Direction;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.UndoCause;
import org.doorwarden.plan.Change;
import org.doorwarden.text.Message;

/** What happens during a run, for whoever shows it. */
public sealed interface RunEvent {

    /** The snapshot is safe, the changes begin. */
    record Begun(String run, int changes) implements RunEvent {}

    /** @param number which change of how many, counted from one in the direction of travel */
    record ChangeBegun(Direction direction, Change change, int number, int of) implements RunEvent {}

    /** The service of the change is on its way; comes about as often as it is asked for its state. */
    record Waiting(Direction direction, Change change, ServiceState state) implements RunEvent {}

    /** The server says how far it is with the change. */
    record Advanced(Direction direction, Change change, int percent) implements RunEvent {}

    /** The change took effect; {@code readBack} is what the server now says. */
    record ChangeDone(Direction direction, Change change, ChangeValue readBack) implements RunEvent {}

    record ChangeFailed(Direction direction, Change change, Message reason) implements RunEvent {}

    /** All changes are made; the whole server is read to see whether it is as planned. */
    record Verifying() implements RunEvent {}

    record UndoBegun(UndoCause cause, int changes) implements RunEvent {}
}
