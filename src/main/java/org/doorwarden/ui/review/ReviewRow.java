package org.doorwarden.ui.review;

import java.util.List;
import org.doorwarden.model.ServiceName;

/**
 * What would become of one service, or of one setting.
 *
 * @param numbers of its changes in the order of all changes, as {@code 3, 4}
 * @param service that it is about, and whose choice can be edited
 * @param title fit to be shown, as all texts here
 * @param meta small print under the title
 * @param values as they are and as they would be: state and start type of a service, or what is at a setting
 * @param whole all of it in sentences, for somebody who wants to know exactly
 */
public record ReviewRow(
        String numbers,
        ServiceName service,
        String title,
        String meta,
        List<Value> values,
        String whole,
        List<Mark> marks) {

    /** What stands out about a row. */
    public enum Mark {
        /** It is stopped only because it needs another one. */
        DEPENDENT,
        /** Administrators' remote sessions come through it. */
        REMOTE,
        /** It touches what carries the session of whoever sits there. */
        SESSION,
        /** It uninstalls something. */
        UNINSTALL
    }

    public ReviewRow {
        values = List.copyOf(values);
        marks = List.copyOf(marks);
    }

    /** One value, now and then. */
    public record Value(String before, String after) {

        public boolean changes() {
            return !before.equals(after);
        }
    }
}
