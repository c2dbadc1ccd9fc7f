/**
 * Texts for people. What happened is a {@link org.doorwarden.text.Message}, a key with arguments, wherever it happens;
 * only the two faces, the wizard and the command line, turn it into words, from the resource bundles beside this
 * package.
 */
package org.doorwarden.text;
