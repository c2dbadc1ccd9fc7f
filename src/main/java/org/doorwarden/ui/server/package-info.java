/** The first step: which server. */
package org.doorwarden.ui.server;
