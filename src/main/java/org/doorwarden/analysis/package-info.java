/**
 * What an inventory means: the dependency graph, and for each service a verdict with its reasons. Everything here is a
 * pure function of the inventory, the catalogue and the administrator's word.
 */
package org.doorwarden.analysis;
