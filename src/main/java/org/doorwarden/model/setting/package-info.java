/**
 * What can be set on a server besides its services: registry values, who may use a registry key, groups, firewall rules,
 * the configuration of IIS, components of Windows. A setting is an address; a value is what is found there, and "it is
 * not there" is a value, too.
 */
package org.doorwarden.model.setting;
