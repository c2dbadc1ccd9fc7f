package org.doorwarden.backend.windows;

import com.sun.jna.WString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorwarden.model.ImagePath;

/**
 * Finds the programs of services among the files of this computer. Whoever set up a service chose its path, and opening
 * a file on another computer would send that computer the account of whoever runs this program; so only fixed drives are
 * looked at, and no folder or file that is a link to somewhere else.
 */
final class LocalPrograms {

    private static final Pattern LOCAL =
            Pattern.compile("(?:\\\\\\?\\?\\\\|\\\\\\\\\\?\\\\)?([A-Za-z]:[\\\\/][^:*?\"<>|]+)");
    private static final Pattern VARIABLE = Pattern.compile("%([^%]+)%");
    private static final int LONGEST_PATH = 1024;
    private static final int DRIVE_FIXED = 3;

    private final Map<Path, Boolean> plainFolders = new HashMap<>();

    /**
     * The path of a program outside the Windows folder, on a drive of this computer as far as the text tells.
     *
     * @param environment gives the value of a variable, or null
     */
    static Optional<String> path(String imagePath, UnaryOperator<String> environment) {
        if (imagePath.isBlank() || imagePath.length() > LONGEST_PATH || ImagePath.isInWindowsFolder(imagePath)) {
            return Optional.empty();
        }
        Matcher local = LOCAL.matcher(expand(ImagePath.program(imagePath), environment));
        return local.matches() ? Optional.of(local.group(1)) : Optional.empty();
    }

    private static String expand(String path, UnaryOperator<String> environment) {
        return VARIABLE.matcher(path).replaceAll(variable -> {
            String value = environment.apply(variable.group(1));
            return Matcher.quoteReplacement(value == null ? variable.group() : value);
        });
    }

    /**
     * Whether there is a file of that name, and nothing on the way to it is a link.
     *
     * @throws WindowsFailure if that could not be seen
     */
    boolean isPlainFile(Path program) throws WindowsFailure {
        try {
            Path folder = program.getParent();
            return folder != null
                    && isPlainFolder(folder)
                    && attributes(program).isRegularFile();
        } catch (NoSuchFileException absent) {
            return false;
        } catch (IOException unreadable) {
            throw WindowsFailure.reading(program, unreadable);
        }
    }

    private boolean isPlainFolder(Path folder) throws IOException {
        Boolean known = plainFolders.get(folder);
        if (known == null) {
            Path parent = folder.getParent();
            known = parent == null ? isFixedDrive(folder) : isPlainFolder(parent) && isPlain(attributes(folder));
            plainFolders.put(folder, known);
        }
        return known;
    }

    private static boolean isFixedDrive(Path root) {
        return Kernel.GetDriveTypeW(new WString(root.toString())) == DRIVE_FIXED;
    }

    /** A junction is a folder, and something else as well. */
    private static boolean isPlain(BasicFileAttributes folder) {
        return folder.isDirectory() && !folder.isOther();
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }
}
