package org.doorwarden.apply;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.access.FeatureDetail;
import org.doorwarden.model.setting.Account;
import org.doorwarden.model.setting.WindowsFeature;
import org.doorwarden.plan.Choice;
import org.doorwarden.plan.Choice.Action;
import org.doorwarden.restrict.Components;
import org.doorwarden.restrict.Limit;
import org.doorwarden.restrict.Lookups;

/** Looks up, once, what the names in choices mean on a server, before a plan is made of them. */
public final class ChoiceLookups {

    private final ServerBackend backend;
    private final HostNames hostNames;
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, List<String>> hosts = new HashMap<>();
    private final Map<String, FeatureDetail> features = new HashMap<>();

    private ChoiceLookups(ServerBackend backend, HostNames hostNames) {
        this.backend = backend;
        this.hostNames = hostNames;
    }

    /**
     * What cannot be found is left out, and the plan says so.
     *
     * @throws BackendException if the server does not answer
     */
    public static Lookups of(
            ServerBackend backend, HostNames hostNames, Inventory inventory, Collection<Choice> choices)
            throws BackendException {
        ChoiceLookups lookups = new ChoiceLookups(backend, hostNames);
        for (Choice choice : choices) {
            lookups.add(inventory, choice);
        }
        return new Lookups(lookups.accounts, lookups.hosts, lookups.features);
    }

    private void add(Inventory inventory, Choice choice) throws BackendException {
        if (choice.action() == Action.UNINSTALL) {
            Optional<WindowsFeature> feature = Components.of(inventory, choice.service());
            if (feature.isPresent()) {
                addFeature(feature.get());
            }
        }
        for (Map.Entry<Limit, List<String>> limit : choice.limits().values().entrySet()) {
            for (String said : limit.getValue()) {
                if (limit.getKey().form() == Limit.Form.ACCOUNTS) {
                    Optional<Account> account = backend.account(said);
                    account.ifPresent(found -> accounts.put(said, found));
                } else if (limit.getKey().form() == Limit.Form.ADDRESSES) {
                    List<String> addresses = hostNames.addresses(said);
                    if (!addresses.isEmpty()) {
                        hosts.put(said, addresses);
                    }
                }
            }
        }
    }

    /** Its parts as well: the services in them go with it. */
    private void addFeature(WindowsFeature feature) throws BackendException {
        Optional<FeatureDetail> detail = backend.feature(feature);
        if (detail.isPresent() && features.put(feature.name(), detail.get()) == null) {
            for (String part : detail.get().takesAlong()) {
                addFeature(new WindowsFeature(part));
            }
        }
    }
}
