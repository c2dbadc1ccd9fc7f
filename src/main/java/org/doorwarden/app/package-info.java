/** Puts the parts together by plain constructors and decides which face the program shows. */
package org.doorwarden.app;
