package org.doorwarden.backend.windows;

import com.sun.jna.Pointer;
import com.sun.jna.WString;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.BackendException.Operation;

/**
 * Starts the program once more with an administrator's rights.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-shellexecutew">ShellExecuteW, verb
 *     runas</a>
 */
public final class Elevation {

    private static final int SHOW_NORMAL = 1;
    /** ShellExecute answers with more than this if it succeeded, and with an error code otherwise. */
    private static final long HIGHEST_ERROR = 32;

    private Elevation() {}

    /** Asks Windows, which asks the person. Returns as soon as the other program is started. */
    public static void restart() throws BackendException {
        ShippedLibrary.prefer();
        Path java = Path.of(System.getProperty("java.home"), "bin", "javaw.exe");
        List<String> arguments = List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // Neither the folder the person happens to be in nor the PATH is searched for libraries.
                "-Djava.library.path=" + Path.of(System.getProperty("java.home"), "bin"),
                "-cp",
                absolute(System.getProperty("java.class.path")),
                "org.doorwarden.Main");
        Pointer answer = Shell.ShellExecuteW(
                null,
                new WString("runas"),
                new WString(java.toString()),
                new WString(quoted(arguments)),
                null,
                SHOW_NORMAL);
        long code = Pointer.nativeValue(answer);
        if (code <= HIGHEST_ERROR) {
            throw new BackendException(Operation.CONNECT, java.toString(), (int) code);
        }
    }

    /** The other program may begin in another folder. */
    static String absolute(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().normalize().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * One command line from which the started program reads the same arguments.
     *
     * @see <a href="https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments">Parsing C command-line
     *     arguments</a>
     */
    static String quoted(List<String> arguments) {
        StringBuilder line = new StringBuilder();
        for (String argument : arguments) {
            line.append(line.length() == 0 ? "\"" : " \"");
            int backslashes = 0;
            for (char each : argument.toCharArray()) {
                if (each == '\\') {
                    backslashes++;
                } else {
                    line.append("\\".repeat(each == '"' ? 2 * backslashes + 1 : backslashes))
                            .append(each);
                    backslashes = 0;
                }
            }
            line.append("\\".repeat(2 * backslashes)).append('"');
        }
        return line.toString();
    }
}
