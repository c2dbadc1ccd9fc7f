package org.doorwarden.backend.lab;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.doorwarden.model.Identified;
import org.doorwarden.model.Protocol;
import org.doorwarden.model.Service;
import org.doorwarden.network.Decision;

/**
 * What a client gets when it knocks at a port of a training server.
 *
 * @param service whose port it is, as far as that is known
 * @param firewall what the firewall did; empty where nobody listens
 * @param barrier what else is in the way, if something is
 * @param shares the shares that can be used from there, where files are shared
 */
public record LabAnswer(
        Outcome outcome,
        Protocol protocol,
        int port,
        Optional<Service> service,
        Optional<Decision> firewall,
        Optional<Barrier> barrier,
        List<String> shares) {

    /** What comes of it. */
    public enum Outcome implements Identified {
        LET_IN("let-in"),
        /** Nobody listens there. */
        REFUSED("refused"),
        /** The firewall keeps it out. */
        BLOCKED("blocked"),
        /** It gets to the service, which turns it away. */
        NOT_AUTHORISED("not-authorised");

        private final String id;

        Outcome(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    /** Why a service turns a client away. */
    public enum Barrier implements Identified {
        /** Nobody gets in without saying who they are. */
        ACCOUNT_NEEDED("account-needed"),
        /** Remote Desktop takes no connections. */
        CONNECTIONS_OFF("connections-off"),
        NOT_IN_REMOTE_DESKTOP_USERS("not-in-remote-desktop-users"),
        NOT_IN_TELNET_CLIENTS("not-in-telnet-clients"),
        /** The access list of winreg does not name the account. */
        NOT_IN_WINREG("not-in-winreg"),
        /** No FTP site takes clients from that address. */
        FTP_ADDRESS("ftp-address");

        private final String id;

        Barrier(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    public LabAnswer {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(protocol, "protocol");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(firewall, "firewall");
        Objects.requireNonNull(barrier, "barrier");
        shares = List.copyOf(shares);
    }

    public boolean letsIn() {
        return outcome == Outcome.LET_IN;
    }
}
