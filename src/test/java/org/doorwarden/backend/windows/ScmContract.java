package org.doorwarden.backend.windows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.doorwarden.backend.BackendContract;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.model.ServiceName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;

/**
 * The contract on Windows itself. It runs inside a Windows JVM, which {@code WindowsContractIT} starts under Wine; on a
 * Windows machine for tests it can be run as it is.
 */
class ScmContract extends BackendContract {

    private static final List<ServiceName> ALL = List.of(WORKER, DEPENDENT, PAUSABLE, STUBBORN, FAILING, DANGLING);

    private final String program = System.getProperty("doorwarden.test.service");
    private WindowsBackend backend;

    @BeforeAll
    void install() throws Exception {
        install(WORKER, DISPLAY_NAME, GROUP, "-", "listen=" + PORT);
        install(DEPENDENT, "Dependent", "-", WORKER.value() + "/+" + GROUP);
        install(PAUSABLE, "Pausable", "-", "-", "pausable");
        install(STUBBORN, "Stubborn", "-", "-", "stubborn");
        install(FAILING, "Failing", "-", "-", "fails");
        install(DANGLING, "Dangling", "-", "DwNotThere");
        backend = WindowsBackend.open(Path.of(System.getenv("SystemRoot")));
    }

    @AfterAll
    void remove() throws Exception {
        backend.close();
        for (ServiceName name : ALL) {
            run(program, "remove", name.value());
        }
    }

    @Override
    protected ServerBackend backend() {
        return backend;
    }

    @Override
    protected void letTimePass(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    protected boolean enforcesDependencies() {
        return !isWine();
    }

    @Override
    protected boolean knowsDelayedStart() {
        return !isWine();
    }

    private static boolean isWine() {
        return Boolean.getBoolean("doorwarden.test.wine");
    }

    private void install(ServiceName name, String display, String group, String needs, String... flags)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(program, "install", name.value(), display, group, needs));
        command.addAll(Arrays.asList(flags));
        Assertions.assertEquals(0, run(command.toArray(String[]::new)), name.value());
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
