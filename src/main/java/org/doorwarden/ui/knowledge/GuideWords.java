package org.doorwarden.ui.knowledge;

import org.doorwarden.ui.component.Badge.Tone;

/**
 * What a guide or a benchmark says.
 *
 * @param stance in its own terms
 * @param guide which guide, and which rule of it
 */
public record GuideWords(String stance, Tone tone, String guide) {}
