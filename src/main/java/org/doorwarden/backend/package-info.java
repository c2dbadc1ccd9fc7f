/**
 * The port to a server: reading it, and the few ways to change it. What implements it lives in the packages below: a
 * Windows machine, a training server, an inventory file. Only {@code apply} may call what changes a server.
 */
package org.doorwarden.backend;
