/** Everything that is known, to be searched and read: before a server is chosen, and at any time of a walk. */
package org.doorwarden.ui.catalogue;
