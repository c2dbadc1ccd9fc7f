/**
 * What Doorwarden knows: services, roles, products that need services, vulnerabilities, and the sources of all that. The
 * knowledge itself lies in the readable files under {@code assets/catalogue}; here they are read and checked.
 */
package org.doorwarden.catalogue;
