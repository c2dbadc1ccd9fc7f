/** The third step: what the server is for. */
package org.doorwarden.ui.purpose;
