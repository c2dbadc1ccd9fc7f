package org.doorwarden.backend.windows;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * A process without an operating system: what it is called, when it started and what it was started by. It has the number
 * of this process.
 */
record RecordedProcess(Optional<String> path, Instant started, Optional<ProcessHandle> parent)
        implements ProcessHandle, ProcessHandle.Info {

    /**
     * @param path empty where this account may not know it
     * @param second when it started, in seconds since 1970
     * @param parent null if that has ended
     */
    static RecordedProcess of(String path, long second, ProcessHandle parent) {
        return new RecordedProcess(
                Optional.of(path).filter(known -> !known.isEmpty()),
                Instant.ofEpochSecond(second),
                Optional.ofNullable(parent));
    }

    @Override
    public long pid() {
        return ProcessHandle.current().pid();
    }

    @Override
    public Info info() {
        return this;
    }

    @Override
    public Optional<String> command() {
        return path;
    }

    @Override
    public Optional<Instant> startInstant() {
        return path.map(known -> started);
    }

    @Override
    public Optional<String> commandLine() {
        return Optional.empty();
    }

    @Override
    public Optional<String[]> arguments() {
        return Optional.empty();
    }

    @Override
    public Optional<Duration> totalCpuDuration() {
        return Optional.empty();
    }

    @Override
    public Optional<String> user() {
        return Optional.empty();
    }

    @Override
    public Stream<ProcessHandle> children() {
        return Stream.empty();
    }

    @Override
    public Stream<ProcessHandle> descendants() {
        return Stream.empty();
    }

    @Override
    public CompletableFuture<ProcessHandle> onExit() {
        return new CompletableFuture<>();
    }

    @Override
    public boolean supportsNormalTermination() {
        return false;
    }

    @Override
    public boolean destroy() {
        return false;
    }

    @Override
    public boolean destroyForcibly() {
        return false;
    }

    @Override
    public boolean isAlive() {
        return true;
    }

    @Override
    public int compareTo(ProcessHandle other) {
        return Long.compare(pid(), other.pid());
    }
}
