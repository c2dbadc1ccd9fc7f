package org.doorwarden.backend.lab;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorwarden.model.Product;
import org.doorwarden.model.ServerTraits;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.UnownedListener;
import org.doorwarden.model.WindowsVersion;
import org.doorwarden.model.access.FileImage;
import org.doorwarden.model.access.Seat;
import org.doorwarden.model.access.ServerAccess;
import org.doorwarden.model.setting.Account;

/**
 * A training server as it is when nobody has touched it.
 *
 * @param name its name on the command line, after {@code lab:}
 * @param computer the name of the computer it plays
 * @param description what it shows, for people
 * @param accounts the users and groups that it knows by name, besides those named where they may get in
 * @param components the components of Windows that can be installed and uninstalled, by their names
 * @param iisConfiguration its {@code applicationHost.config}; empty if it has none
 * @param faults what goes wrong on it from the beginning
 */
public record LabDefinition(
        String name,
        String computer,
        String operatingSystem,
        Optional<WindowsVersion> windowsVersion,
        String description,
        Map<ServiceName, LabService> services,
        List<UnownedListener> unownedListeners,
        List<Product> products,
        ServerTraits traits,
        ServerAccess access,
        List<Account> accounts,
        Map<String, LabComponent> components,
        Optional<FileImage> iisConfiguration,
        List<Fault> faults) {

    public LabDefinition {
        services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
        unownedListeners = List.copyOf(unownedListeners);
        products = List.copyOf(products);
        accounts = List.copyOf(accounts);
        components = Collections.unmodifiableMap(new LinkedHashMap<>(components));
        faults = List.copyOf(faults);
    }

    /** One that says nothing of who can get in; whoever works with it sits at it. */
    public LabDefinition(
            String name,
            String computer,
            String operatingSystem,
            Optional<WindowsVersion> windowsVersion,
            String description,
            Map<ServiceName, LabService> services,
            List<UnownedListener> unownedListeners,
            List<Product> products,
            ServerTraits traits,
            List<Fault> faults) {
        this(
                name,
                computer,
                operatingSystem,
                windowsVersion,
                description,
                services,
                unownedListeners,
                products,
                traits,
                ServerAccess.UNKNOWN.from(new Seat(Seat.Kind.CONSOLE, "")),
                List.of(),
                Map.of(),
                Optional.empty(),
                faults);
    }
}
