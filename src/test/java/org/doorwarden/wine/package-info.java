/**
 * Tests against the real Windows API: a Windows JVM, the Service Control Manager and the registry of Wine. They run where
 * Wine is installed, and must run where {@code CI} is set.
 */
package org.doorwarden.wine;
