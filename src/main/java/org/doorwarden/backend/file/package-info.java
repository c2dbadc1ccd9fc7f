/** An inventory file as a server that can be read and never changed. */
package org.doorwarden.backend.file;
