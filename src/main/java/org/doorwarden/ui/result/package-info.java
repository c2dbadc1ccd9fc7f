/** The last step: what was done, read back from the server. */
package org.doorwarden.ui.result;
