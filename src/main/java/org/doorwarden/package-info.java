/** Doorwarden closes the doors of a Windows web server. */
package org.doorwarden;
