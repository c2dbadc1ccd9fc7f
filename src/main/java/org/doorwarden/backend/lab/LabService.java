package org.doorwarden.backend.lab;

import java.time.Duration;
import org.doorwarden.model.Service;

/**
 * A service of a training server.
 *
 * @param service the service as it is when nobody has touched the server; its ports are there only while it runs, and
 *     what it accepts only while it runs
 * @param process the process it lives in; services of one name share a process
 * @param starting how long it is pending when started
 * @param stopping how long it is pending when stopped, paused or continued
 */
public record LabService(Service service, String process, Duration starting, Duration stopping) {}
