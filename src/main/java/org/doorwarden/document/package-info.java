/**
 * The JSON files that Doorwarden reads and writes, and the one place that knows how to read JSON with suspicion: every
 * file has a size limit, a {@code formatVersion}, no field twice and none too many, and every complaint names file and
 * field.
 */
package org.doorwarden.document;
