package org.doorwarden.model;

import java.util.Objects;

/**
 * The name of a service or driver as the Service Control Manager keeps it. Windows compares these names without regard
 * to case but preserves their spelling, and so does this record: {@code RPCSS} equals {@code RpcSs}.
 *
 * @param value the name as spelled by its source; never empty. It comes from the server and is not trusted: it may be
 *     long, hold any script, and must be escaped wherever it is shown.
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-createservicew">CreateServiceW,
 *     lpServiceName</a>
 */
public record ServiceName(String value) implements Comparable<ServiceName> {

    public ServiceName {
        Objects.requireNonNull(value, "value");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a service name is not empty");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ServiceName that && value.equalsIgnoreCase(that.value);
    }

    /** Folds as {@link String#equalsIgnoreCase} does, so that equal names have equal hash codes. */
    @Override
    public int hashCode() {
        int hash = 0;
        for (int i = 0; i < value.length(); ) {
            int point = value.codePointAt(i);
            hash = 31 * hash + Character.toLowerCase(Character.toUpperCase(point));
            i += Character.charCount(point);
        }
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
