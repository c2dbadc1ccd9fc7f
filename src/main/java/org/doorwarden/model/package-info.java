/**
 * The words of the design as plain immutable values: a server, its services, their dependencies' names, their start
 * types and states, and one reading of them all, the inventory. Nothing here reads, writes or decides anything.
 */
package org.doorwarden.model;
