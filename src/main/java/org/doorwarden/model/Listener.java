package org.doorwarden.model;

import java.util.Objects;

/**
 * A port somebody may knock at: a listening TCP socket or a bound UDP socket.
 *
 * @param address the local address in numbers, IPv4 or IPv6, without a zone; {@code 0.0.0.0} and {@code ::} are all
 * @param port 0 to 65535
 * @param shared true if several services live in the owning process, so that the port belongs to one of them and the
 *     server did not say to which
 */
public record Listener(Protocol protocol, String address, int port, boolean shared) implements Comparable<Listener> {

    public Listener {
        Objects.requireNonNull(protocol, "protocol");
        Objects.requireNonNull(address, "address");
        if (port < 0 || port > 0xFFFF) {
            throw new IllegalArgumentException("no port has the number " + port);
        }
    }

    /** Whether only programs on the server itself can reach it. */
    public boolean loopback() {
        return address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
    }

    /** Whether another machine can reach it, as far as the socket is concerned; a firewall may still be in between. */
    public boolean reachable() {
        return !loopback();
    }

    @Override
    public int compareTo(Listener that) {
        int order = protocol.compareTo(that.protocol);
        if (order == 0) {
            order = Integer.compare(port, that.port);
        }
        if (order == 0) {
            order = address.compareTo(that.address);
        }
        return order == 0 ? Boolean.compare(shared, that.shared) : order;
    }
}
