package org.doorwarden.restrict;

import java.util.List;
import org.doorwarden.model.Identified;

/** What may be limited on a service. */
public enum Limit implements Identified {
    /** From which client addresses it may be reached. */
    FROM("from", Form.ADDRESSES),
    /** What becomes of rules of others that open the same ports to more addresses. */
    OTHERS("others", Form.ONE_OF, "keep", "narrow"),
    /** Who may use it. */
    MEMBERS("members", Form.ACCOUNTS),
    /** Which registry paths stay readable to everybody who can sign in, whatever the list of members says. */
    PATHS("paths", Form.REGISTRY_PATHS),
    /** Whether it accepts connections at all. */
    CONNECTIONS("connections", Form.ONE_OF, "on", "off"),
    /** Whether clients must sign in before a session is made for them. */
    NLA("nla", Form.ONE_OF, "on", "off"),
    /** How Remote Desktop secures its traffic. */
    SECURITY_LAYER("security-layer", Form.ONE_OF, "rdp", "negotiate", "tls"),
    /** The least encryption of Remote Desktop. */
    ENCRYPTION("encryption", Form.ONE_OF, "low", "client-compatible", "high", "fips"),
    /** Whether the Server service makes its hidden administrative shares. */
    ADMIN_SHARES("admin-shares", Form.ONE_OF, "on", "off"),
    /** Whether the Server service speaks only to clients that sign their messages. */
    SIGNING("signing", Form.ONE_OF, "required", "optional"),
    /** Whether the Server service speaks the first version of SMB. */
    SMB1("smb1", Form.ONE_OF, "on", "off"),
    /** Whether FTP lets in who says no name. */
    ANONYMOUS("anonymous", Form.ONE_OF, "on", "off"),
    /** Whether FTP insists on TLS. */
    TLS("tls", Form.ONE_OF, "required", "optional"),
    /** Which FTP sites are meant; all if this is not said. */
    SITES("sites", Form.TEXTS),
    /** Which folders are indexed. */
    FOLDERS("folders", Form.FOLDERS);

    /** How a limit is said. */
    public enum Form {
        /** IPv4 and IPv6 addresses, subnets, ranges and names of hosts. */
        ADDRESSES,
        /** Users and groups by name or SID; may be empty. */
        ACCOUNTS,
        REGISTRY_PATHS,
        FOLDERS,
        TEXTS,
        ONE_OF
    }

    private final String id;
    private final Form form;
    private final List<String> words;

    Limit(String id, Form form, String... words) {
        this.id = id;
        this.form = form;
        this.words = List.of(words);
    }

    @Override
    public String id() {
        return id;
    }

    public Form form() {
        return form;
    }

    /** The words that can be said, for {@link Form#ONE_OF}. */
    public List<String> words() {
        return words;
    }
}
