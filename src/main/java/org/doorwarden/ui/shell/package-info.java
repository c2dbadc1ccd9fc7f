/** The frame around the steps: rail, title, row of buttons, status bar, and the state they share. */
package org.doorwarden.ui.shell;
