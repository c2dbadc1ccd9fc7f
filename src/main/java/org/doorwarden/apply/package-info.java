/**
 * Applies plans, verifies, undoes and recovers; the only package that changes a server. Before the first change a
 * snapshot is on the disk and read back; each change is written down before it is made and after its effect was read
 * back; whatever fails in the middle is undone. Everything here runs on the caller's thread.
 */
package org.doorwarden.apply;
