package org.doorwarden.ui.shell;

import java.util.Optional;
import org.doorwarden.backend.ReadOnly;
import org.doorwarden.backend.ServerAddress;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.model.ServerIdentity;

/**
 * The server the wizard is connected to.
 *
 * @param readOnly why nothing can be changed on it, if so
 */
public record OpenServer(
        ServerAddress address, ServerBackend backend, ServerIdentity identity, Optional<ReadOnly> readOnly) {}
