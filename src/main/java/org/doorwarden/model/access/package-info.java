/** Who can reach a server and get in: where the administrator sits, settings, the firewall, shares, what is published. */
package org.doorwarden.model.access;
