/**
 * Addresses, ports and what the Windows firewall decides with them: pure, from what was read of a server to whether a
 * client gets in.
 */
package org.doorwarden.network;
