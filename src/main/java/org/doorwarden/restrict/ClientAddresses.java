package org.doorwarden.restrict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorwarden.network.AddressInput;
import org.doorwarden.network.AddressRange;
import org.doorwarden.network.Addresses;

/** What somebody said of "from where", with the names of hosts looked up. */
final class ClientAddresses {

    private final StepList problems;
    private final Lookups lookups;
    private final List<String> shown = new ArrayList<>();
    private Addresses addresses = Addresses.NONE;

    private ClientAddresses(StepList problems, Lookups lookups) {
        this.problems = problems;
        this.lookups = lookups;
    }

    /**
     * Reads it; what cannot be used becomes a problem.
     *
     * @param said at least one thing: a rule without addresses is one for everybody, which is what nobody means by none
     */
    static ClientAddresses read(List<String> said, Lookups lookups, StepList problems) {
        ClientAddresses read = new ClientAddresses(problems, lookups);
        if (said.isEmpty()) {
            problems.problem(LimitProblem.Kind.WRONG_VALUE, "");
        }
        said.forEach(read::add);
        if (read.addresses.isAny() && said.size() > 1) {
            problems.problem(LimitProblem.Kind.CONTRADICTION, String.join(", ", said));
        }
        return read;
    }

    Addresses addresses() {
        return addresses;
    }

    /** For people to see later what was meant: names with the addresses they had. */
    String shown() {
        return String.join(", ", shown);
    }

    private void add(String text) {
        AddressInput input = AddressInput.of(text);
        switch (input.kind()) {
            case ADDRESSES, ANY -> {
                addresses = addresses.and(input.addresses());
                shown.add(input.addresses().toString());
            }
            case HOST_NAME -> addHost(text.strip());
            case SUBNET_WITH_REST -> problems.problem(LimitProblem.Kind.SUBNET_WITH_REST, text);
            case NOTHING -> problems.problem(LimitProblem.Kind.WRONG_VALUE, text);
        }
    }

    private void addHost(String name) {
        Addresses found = Addresses.NONE;
        for (String address : lookups.host(name).orElse(List.of())) {
            Optional<AddressRange> range = AddressRange.address(address);
            if (range.isPresent()) {
                found = found.and(Addresses.ofRule(List.of(address)));
            }
        }
        if (found.isEmpty()) {
            problems.problem(LimitProblem.Kind.UNKNOWN_HOST, name);
        } else {
            addresses = addresses.and(found);
            shown.add(name + "=" + String.join("+", found.texts()));
        }
    }
}
