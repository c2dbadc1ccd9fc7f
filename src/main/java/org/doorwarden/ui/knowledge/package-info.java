/**
 * What the catalogue says of a service, in words and as parts of a screen. The Services step shows it of the services
 * of a server, the catalogue's own page of all that are known.
 */
package org.doorwarden.ui.knowledge;
