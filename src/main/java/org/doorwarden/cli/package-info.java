/**
 * The command line: one class a command, and what they share. It holds no logic of its own; it reads what the person
 * typed, makes the five calls (read, assess, plan, apply, undo) and shows what they say, for people or as JSON.
 */
package org.doorwarden.cli;
