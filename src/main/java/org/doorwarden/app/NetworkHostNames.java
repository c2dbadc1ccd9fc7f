package org.doorwarden.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.doorwarden.apply.HostNames;

/** Asks the resolver of this machine, once for each name. */
final class NetworkHostNames implements HostNames {

    @Override
    public List<String> addresses(String name) {
        try {
            return Arrays.stream(InetAddress.getAllByName(name))
                    .map(InetAddress::getHostAddress)
                    .distinct()
                    .sorted()
                    .toList();
        } catch (UnknownHostException unknown) {
            return List.of();
        }
    }
}
