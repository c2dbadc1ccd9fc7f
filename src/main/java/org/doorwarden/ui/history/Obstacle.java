package org.doorwarden.ui.history;

import java.util.Optional;
import org.doorwarden.apply.History;
import org.doorwarden.apply.PastRun;
import org.doorwarden.backend.ReadOnly;
import org.doorwarden.text.Message;
import org.doorwarden.ui.shell.OpenServer;

/**
 * What keeps a run from being undone here and now.
 *
 * @param server the one connected, if one is
 */
record Obstacle(History history, Optional<OpenServer> server) {

    Optional<Message> of(PastRun run) {
        if (server.isEmpty()) {
            return Optional.of(Message.of("ui.history.obstacle.no.server"));
        }
        OpenServer connected = server.get();
        if (!run.serverId().equals(connected.identity().id())) {
            return Optional.of(Message.of(
                    "ui.history.obstacle.other.server",
                    run.serverName(),
                    connected.identity().name()));
        }
        if (connected.readOnly().isPresent()) {
            return Optional.of(Message.of(
                    connected.readOnly().get() == ReadOnly.FILE
                            ? "ui.history.obstacle.file"
                            : "ui.history.obstacle.rights"));
        }
        if (!history.damaged().isEmpty()) {
            return Optional.of(Message.of("ui.history.obstacle.damaged"));
        }
        return history.open(run.serverId())
                .filter(open -> !open.id().equals(run.id()))
                .filter(open -> !run.isOpen())
                .map(open -> Message.of("ui.history.obstacle.open", open.id()));
    }
}
