package org.doorwarden.ui.knowledge;

import java.util.Optional;

/**
 * A flaw that was published.
 *
 * @param id the CVE's or the bulletin's; empty for neither
 * @param text what it gives away, and the names it is known by
 * @param link the page about it
 */
public record FlawWords(String year, String id, String text, Optional<String> link) {}
