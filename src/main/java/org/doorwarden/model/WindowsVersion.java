package org.doorwarden.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version number of Windows itself: 5.0 for Windows 2000, 5.2 for Server 2003, 6.0 to 6.3 for Server 2008 to 2012
 * R2, 10.0 for Server 2016 and later.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/sysinfo/operating-system-version">Operating System Version</a>
 */
public record WindowsVersion(int major, int minor) implements Comparable<WindowsVersion> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})");

    /** Reads {@code major.minor}; empty for anything else. */
    public static Optional<WindowsVersion> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        new WindowsVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public int compareTo(WindowsVersion that) {
        int order = Integer.compare(major, that.major);
        return order == 0 ? Integer.compare(minor, that.minor) : order;
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
