/** The sixth step: the run, change by change. */
package org.doorwarden.ui.apply;
