/** Runs of before, and how they are undone. */
package org.doorwarden.ui.history;
