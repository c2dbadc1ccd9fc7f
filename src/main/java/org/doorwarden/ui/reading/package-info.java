/** The second step: reading the server, and what could not be read. */
package org.doorwarden.ui.reading;
