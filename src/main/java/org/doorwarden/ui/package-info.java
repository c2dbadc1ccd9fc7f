/**
 * The wizard: one package for each step, each with a view-model that knows no toolkit and a view that only binds to it.
 * It shows and asks; reading, judging, planning and changing are done by the packages below, as for the command line.
 */
package org.doorwarden.ui;
