package org.doorwarden.apply;

/** What a run needs to be agreed to by itself, beside the plan as a whole. */
public enum Agreement {
    /** It touches what carries the session of whoever applies it. */
    MAY_CUT_SESSION,
    /** It uninstalls something, which undoing cannot promise to bring back. */
    UNINSTALL
}
