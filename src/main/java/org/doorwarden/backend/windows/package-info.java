/**
 * The computer the program runs on, over the Windows API; the only place that knows JNA. Native reads are thin and
 * yield bytes; what the bytes mean is decided by pure functions beside them.
 */
package org.doorwarden.backend.windows;
