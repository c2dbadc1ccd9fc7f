/**
 * The configuration files of IIS: reads them, and changes single elements of {@code applicationHost.config} so that every
 * byte outside them stays as it was. Pure: bytes in, bytes out. The files are not trusted: no document type is accepted,
 * nothing outside a file is looked up, and what is too deep is refused.
 */
package org.doorwarden.iis;
