package org.doorwarden.wine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Windows of its own: a Wine prefix, a Windows JVM, and the programs of {@code src/test/native}. */
public final class WineSession implements AutoCloseable {

    private static final Path NATIVE = Path.of("src/test/native").toAbsolutePath();

    private final Path folder;
    private final Path jre;
    private Process holder;
    /** The X server that windows are shown on; null for none. */
    private String display;

    private WineSession(Path folder, Path jre) {
        this.folder = folder;
        this.jre = jre;
    }

    /** What a program said. */
    public record Answer(int code, String out, String err) {

        public Answer expect(int expected) {
            assertEquals(expected, code, () -> out + err);
            return this;
        }
    }

    /** Sets up the prefix, compiles the programs, and keeps the session alive. */
    static WineSession start(Path folder, Path jre) throws IOException, InterruptedException {
        WineSession session = new WineSession(folder, jre);
        session.clear();
        session.compile("service.c", "-municode", "-lws2_32", "-ladvapi32");
        session.compile("hold.c");
        session.wine("wineboot", "-i").expect(0);
        // A session that is about to end of itself would take the next program with it.
        session.close();
        session.hold();
        return session;
    }

    /** Compiles a program for Windows into the session's folder. */
    public Path compile(String source, String... options) throws IOException, InterruptedException {
        Path program = folder.resolve(source.replace(".c", ".exe"));
        List<String> command = new ArrayList<>(List.of(
                "x86_64-w64-mingw32-gcc",
                "-O2",
                "-o",
                program.toString(),
                NATIVE.resolve(source).toString()));
        command.addAll(Arrays.asList(options));
        build(command);
        return program;
    }

    /** Compiles resources, in UTF-8, into an object to link to a program. */
    Path compileResources(String resources) throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve("resources.rc"), resources);
        Path object = folder.resolve("resources.o");
        build(List.of("x86_64-w64-mingw32-windres", "-c", "65001", source.toString(), object.toString()));
        return object;
    }

    private static void build(List<String> command) throws IOException, InterruptedException {
        Process compiler = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = text(compiler.getInputStream());
        assertEquals(0, compiler.waitFor(), said);
    }

    /** The name that Windows programs know a file by. */
    public static String windowsPath(Path path) {
        return "Z:" + path.toAbsolutePath().toString().replace('/', '\\');
    }

    /** A program of the session's folder. */
    public String program(String name) {
        return windowsPath(folder.resolve(name));
    }

    /** Somewhere to put files. */
    public Path folder() {
        return folder;
    }

    /** The drive C: of this Windows. */
    public Path driveC() {
        return folder.resolve("prefix/drive_c");
    }

    /** Runs a Windows program to its end. */
    public Answer wine(String... command) throws IOException, InterruptedException {
        return start(command).finish();
    }

    /** Runs the Windows JVM to its end. */
    public Answer java(String classPath, String... arguments) throws IOException, InterruptedException {
        return startJava(classPath, arguments).finish();
    }

    /** Starts the Windows JVM. */
    public Program startJava(String classPath, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                jre.resolve("bin/java.exe").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath));
        command.addAll(Arrays.asList(arguments));
        return start(command.toArray(String[]::new));
    }

    /**
     * A Windows program under way. What it says goes to files: the first program of a session starts Windows' own, which
     * inherit its pipes and never close them.
     */
    public record Program(Process process, Path out, Path err) {

        private static final long PATIENCE_SECONDS = 180;

        /** What it has said so far on standard output. */
        public String saidSoFar() throws IOException {
            return text(out);
        }

        Answer finish() throws IOException, InterruptedException {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new IOException("no end after " + PATIENCE_SECONDS + " s: " + text(out) + text(err));
            }
            return new Answer(process.exitValue(), text(out), text(err));
        }

        /** Not read strictly: Windows' own programs do not all write UTF-8. */
        private static String text(Path file) throws IOException {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }

    /** Brings a service list into the registry; a service that is there is as the list says afterwards. */
    public void importServices(ServiceList list) throws IOException, InterruptedException {
        Path registry = folder.resolve("services.reg");
        list.writeRegistryFile(registry);
        wine("regedit", windowsPath(registry)).expect(0);
        restart();
    }

    /** Lets the Service Control Manager read its services anew, as at a start of the machine. */
    public void restart() throws IOException, InterruptedException {
        close();
        hold();
    }

    /** As {@link #restart()}; from then on windows are shown on a screen. */
    public void restartOn(Screen screen) throws IOException, InterruptedException {
        display = screen.name();
        restart();
    }

    /** As {@link #restart()}; from then on there is no screen any more. */
    public void restartWithoutScreen() throws IOException, InterruptedException {
        display = null;
        restart();
    }

    /** Ends every Windows program of the session. */
    @Override
    public void close() throws IOException {
        try {
            server("-k");
            server("-w");
            if (holder != null) {
                holder.waitFor(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Leaves nothing of an earlier session. */
    private void clear() throws IOException, InterruptedException {
        if (Files.exists(folder)) {
            server("-k");
            server("-w");
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(folder);
    }

    private void hold() throws IOException, InterruptedException {
        holder = start(folder.resolve("hold.exe").toString()).process();
        wine("cmd", "/c", "exit").expect(0);
    }

    private Program start(String... command) throws IOException {
        Path out = Files.createTempFile(folder, "said", ".out");
        Path err = Files.createTempFile(folder, "said", ".err");
        ProcessBuilder builder = builder(command);
        Process process = builder.redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
        return new Program(process, out, err);
    }

    private void server(String option) throws IOException, InterruptedException {
        ProcessBuilder server = new ProcessBuilder("wineserver", option).redirectErrorStream(true);
        environment(server);
        Process process = server.start();
        text(process.getInputStream());
        process.waitFor();
    }

    private ProcessBuilder builder(String... command) {
        List<String> all = new ArrayList<>(List.of("wine"));
        all.addAll(Arrays.asList(command));
        ProcessBuilder builder = new ProcessBuilder(all);
        environment(builder);
        return builder;
    }

    private void environment(ProcessBuilder builder) {
        builder.environment().put("WINEPREFIX", folder.resolve("prefix").toString());
        builder.environment().put("WINEDEBUG", "-all");
        builder.environment().remove("DISPLAY");
        if (display != null) {
            builder.environment().put("DISPLAY", display);
        }
        builder.environment().remove("JAVA_TOOL_OPTIONS");
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
