package org.doorwarden.ui.catalogue;

import org.doorwarden.model.ServiceName;
import org.doorwarden.ui.component.Badge.Tone;

/**
 * An entry as the list shows it, in words.
 *
 * @param title the display name
 * @param meta the name, and what else there is room for
 * @param spoken all of it for a screen reader
 * @param badge how bad it is
 * @param local whether it is this site's own
 */
public record EntryRow(
        ServiceName name, String title, String meta, String spoken, String badge, Tone badgeTone, boolean local)
        implements CatalogueLine {}
