/** The forms that say who may use a service that stays, and what goes with a component that is uninstalled. */
package org.doorwarden.ui.restrict;
