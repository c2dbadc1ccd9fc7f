package org.doorwarden.ui.catalogue;

/**
 * The head of the entries of a kind.
 *
 * @param count how many of them the list shows
 */
public record EntryHead(EntryKind kind, int count) implements CatalogueLine {}
