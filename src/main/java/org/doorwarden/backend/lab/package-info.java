/**
 * Training servers: a simulated Service Control Manager that answers as the real one does, with its error codes, its
 * order of checks and its pending states, and keeps its state on disk between two runs of the program. People learn
 * from it, so where Windows documents a behaviour this is that behaviour; faults can be switched on to show what goes
 * wrong on real machines.
 */
package org.doorwarden.backend.lab;
