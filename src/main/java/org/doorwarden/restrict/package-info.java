/**
 * Services that stay and that fewer may use: what can be limited on each of them, what that means for who gets in, and
 * into which settings of the server it turns. Pure: it looks at an inventory, and changes nothing.
 */
package org.doorwarden.restrict;
