/**
 * From choices to a plan: ordered changes with their causes, their impact, and the refusals of what must not or cannot
 * be changed. Everything here is a pure function; nothing touches a server.
 */
package org.doorwarden.plan;
