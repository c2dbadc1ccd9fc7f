package org.doorwarden.model;

import java.util.Objects;

/**
 * The name of a service or driver as the Service Control Manager keeps it. Windows compares these names without regard
 * to case but preserves their spelling, and so does this class: {@code RPCSS} equals {@code RpcSs}.
 *
 * <p>A class and not a record, because it keeps its hash code: names are looked up far more often than made.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-createservicew">CreateServiceW,
 *     lpServiceName</a>
 */
public final class ServiceName implements Comparable<ServiceName> {

    private final String value;
    private final int hash;

    /** @param value the name as spelled by its source; not empty */
    public ServiceName(String value) {
        this.value = Objects.requireNonNull(value, "value");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a service name is not empty");
        }
        this.hash = hash(value);
    }

    /**
     * The name as spelled by its source; never empty. It comes from the server and is not trusted: it may be long, hold
     * any script, and must be escaped wherever it is shown.
     */
    public String value() {
        return value;
    }

    /** Folds as {@link String#equalsIgnoreCase} does, so that equal names have equal hash codes. */
    private static int hash(String value) {
        int hash = 0;
        for (int i = 0; i < value.length(); ) {
            int point = value.codePointAt(i);
            hash = 31 * hash + Character.toLowerCase(Character.toUpperCase(point));
            i += Character.charCount(point);
        }
        return hash;
    }

    @Override
    public boolean equals(Object other) {
        return other == this
                || other instanceof ServiceName that && hash == that.hash && value.equalsIgnoreCase(that.value);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public int compareTo(ServiceName that) {
        return String.CASE_INSENSITIVE_ORDER.compare(value, that.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
