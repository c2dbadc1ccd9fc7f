package org.doorwarden.ui.catalogue;

/** What the list shows in one line: the head of a kind, or an entry. */
public sealed interface CatalogueLine permits EntryHead, EntryRow {}
