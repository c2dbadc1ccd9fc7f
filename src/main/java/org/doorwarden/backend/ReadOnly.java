package org.doorwarden.backend;

/** Why a server can be looked at but not changed. */
public enum ReadOnly {
    /** It is an inventory file. */
    FILE,
    /** The program does not run with an administrator's full rights. */
    NOT_ELEVATED
}
