package org.doorwarden.model.setting;

import java.util.Map;

/**
 * The accounts that every Windows has, by SID. Their names differ by language; the SIDs do not.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/secauthz/well-known-sids">Well-known SIDs</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/secauthz/sid-strings">SID strings</a>
 */
public final class WellKnownSid {

    public static final String EVERYONE = "S-1-1-0";
    public static final String ANONYMOUS = "S-1-5-7";
    public static final String AUTHENTICATED_USERS = "S-1-5-11";
    public static final String SYSTEM = "S-1-5-18";
    public static final String LOCAL_SERVICE = "S-1-5-19";
    public static final String NETWORK_SERVICE = "S-1-5-20";
    public static final String ADMINISTRATORS = "S-1-5-32-544";
    public static final String USERS = "S-1-5-32-545";
    public static final String BACKUP_OPERATORS = "S-1-5-32-551";
    public static final String REMOTE_DESKTOP_USERS = "S-1-5-32-555";
    public static final String REMOTE_MANAGEMENT_USERS = "S-1-5-32-580";

    /** The two letters that the string form of a security descriptor uses for some of them. */
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("WD", EVERYONE),
            Map.entry("CO", "S-1-3-0"),
            Map.entry("CG", "S-1-3-1"),
            Map.entry("OW", "S-1-3-4"),
            Map.entry("NU", "S-1-5-2"),
            Map.entry("IU", "S-1-5-4"),
            Map.entry("SU", "S-1-5-6"),
            Map.entry("AN", ANONYMOUS),
            Map.entry("AU", AUTHENTICATED_USERS),
            Map.entry("RC", "S-1-5-12"),
            Map.entry("SY", SYSTEM),
            Map.entry("LS", LOCAL_SERVICE),
            Map.entry("NS", NETWORK_SERVICE),
            Map.entry("BA", ADMINISTRATORS),
            Map.entry("BU", USERS),
            Map.entry("BG", "S-1-5-32-546"),
            Map.entry("PU", "S-1-5-32-547"),
            Map.entry("AO", "S-1-5-32-548"),
            Map.entry("SO", "S-1-5-32-549"),
            Map.entry("PO", "S-1-5-32-550"),
            Map.entry("BO", BACKUP_OPERATORS),
            Map.entry("RD", REMOTE_DESKTOP_USERS),
            Map.entry("NO", "S-1-5-32-556"),
            Map.entry("MU", "S-1-5-32-558"),
            Map.entry("LU", "S-1-5-32-559"),
            Map.entry("AC", "S-1-15-2-1"));

    private WellKnownSid() {}

    /** The SID that two letters stand for, or the text itself. */
    static String resolve(String text) {
        return LETTERS.getOrDefault(text, text);
    }
}
