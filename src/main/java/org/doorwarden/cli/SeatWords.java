package org.doorwarden.cli;

import org.doorwarden.model.access.Seat;
import org.doorwarden.text.Message;

/** Where somebody sits, in words. */
final class SeatWords {

    private SeatWords() {}

    static Message of(Seat seat) {
        Message kind = Message.of("seat." + seat.kind().id());
        return seat.client().isEmpty() ? kind : Message.of("seat.from", kind, seat.client());
    }
}
