package org.doorwarden.ui.services;

import org.doorwarden.model.ServiceName;
import org.doorwarden.model.Verdict;
import org.doorwarden.ui.component.Badge.Tone;

/**
 * A service as the list shows it. Everything is worked out beforehand, so that scrolling only sets texts and filtering
 * only compares them.
 *
 * @param title the display name, printable
 * @param meta name and ports, printable
 * @param spoken name, ports and verdict for a screen reader
 * @param badge how bad it is, or the verdict, in a word
 * @param openDoor whether a recommendation to close it is not yet followed
 * @param reachable whether another machine can reach one of its ports
 * @param thirdParty whether it seems not to be part of Windows
 * @param names in lower case what it is called
 * @param words in lower case what is said of it
 * @param ports its port numbers, a space before each
 */
public record ServiceRow(
        ServiceName name,
        String title,
        String meta,
        String spoken,
        Verdict verdict,
        DoorLook door,
        String badge,
        Tone badgeTone,
        boolean openDoor,
        boolean reachable,
        boolean running,
        boolean thirdParty,
        String names,
        String words,
        String ports)
        implements ServiceEntry {

    /** Whether one word of a search is found here; a number is the beginning of a port, or part of a name. */
    boolean matches(String word) {
        if (names.contains(word)) {
            return true;
        }
        return Character.isDigit(word.charAt(0)) ? ports.contains(" " + word) : words.contains(word);
    }
}
