package org.doorwarden.ui.services;

import org.doorwarden.model.Verdict;

/**
 * The head of a group of services with one verdict.
 *
 * @param count how many of them the list shows
 */
public record GroupHead(Verdict verdict, int count) implements ServiceEntry {}
