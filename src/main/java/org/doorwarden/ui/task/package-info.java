/** Work away from the screen's thread. Nobody else in the wizard has a thread. */
package org.doorwarden.ui.task;
