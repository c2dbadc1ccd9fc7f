package org.doorwarden.ui.knowledge;

/**
 * Something that is said, and by whom.
 *
 * @param source as a sentence; empty for nobody in particular
 */
public record Cited(String text, String source) {}
