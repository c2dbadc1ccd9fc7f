/** The fourth step, the heart: the services one by one, each explained and decided. */
package org.doorwarden.ui.services;
