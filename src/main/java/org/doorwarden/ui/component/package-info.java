/** Parts that several screens are made of. */
package org.doorwarden.ui.component;
