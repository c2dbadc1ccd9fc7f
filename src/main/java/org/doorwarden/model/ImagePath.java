package org.doorwarden.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a service's {@code ImagePath} tells about where its program comes from. */
public final class ImagePath {

    private static final Pattern WINDOWS = Pattern.compile(
            "\"?(\\\\\\?\\?\\\\)?(%systemroot%|%windir%|\\\\systemroot|[a-z]:\\\\windows|[a-z]:\\\\winnt|system32)\\\\",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern UNQUOTED =
            Pattern.compile("^.*?\\.(exe|sys|com|bat|cmd)(?=\\s|$)", Pattern.CASE_INSENSITIVE);

    private ImagePath() {}

    /** The program without quotation marks and arguments; the whole text if it has no recognisable end. */
    public static String program(String imagePath) {
        String path = imagePath.strip();
        if (path.startsWith("\"")) {
            int end = path.indexOf('"', 1);
            return end < 0 ? path.substring(1) : path.substring(1, end);
        }
        Matcher unquoted = UNQUOTED.matcher(path);
        return unquoted.find() ? unquoted.group() : path;
    }

    /** Whether the program lies in the Windows folder. Third parties may put theirs there, too; few do. */
    public static boolean isInWindowsFolder(String imagePath) {
        return WINDOWS.matcher(imagePath.strip()).lookingAt() && imagePath.indexOf("\\..\\") < 0;
    }
}
