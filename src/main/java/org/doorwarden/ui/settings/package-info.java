/** Theme, text size and state folder: how they are chosen and remembered. */
package org.doorwarden.ui.settings;
