package org.doorwarden.backend.windows;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.BackendException.Operation;
import org.doorwarden.backend.ReadOnly;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.backend.SettingProgress;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.ReadProblem;
import org.doorwarden.model.ServerIdentity;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceCondition;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.StartType;
import org.doorwarden.model.UnownedListener;
import org.doorwarden.model.access.FeatureDetail;
import org.doorwarden.model.access.FileImage;
import org.doorwarden.model.setting.Account;
import org.doorwarden.model.setting.FirewallRuleName;
import org.doorwarden.model.setting.IisElement;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.WindowsFeature;

/** The Windows computer that the program runs on. */
public final class WindowsBackend implements ServerBackend {

    private final ServiceManager manager;
    private final ServiceRegistry registry;
    private final AccessRights rights;
    private final ServerIdentity identity;
    private final Path systemRoot;
    private final WindowsFirewall firewall = new WindowsFirewall(new WindowsCom());
    private final WindowsComponents components;
    private final NetworkManagement network = new NetApi();
    private final SeatReader seats = new SeatReader(new SessionLibrary(), System::getenv, ProcessHandle.current());
    private final IisSettings iis;

    private WindowsBackend(
            ServiceManager manager,
            ServiceRegistry registry,
            AccessRights rights,
            ServerIdentity identity,
            Path systemRoot) {
        this.manager = manager;
        this.registry = registry;
        this.rights = rights;
        this.identity = identity;
        this.systemRoot = systemRoot;
        this.components = WindowsComponents.of(systemRoot);
        this.iis = new IisSettings(systemRoot);
    }

    /** @param systemRoot the Windows folder */
    public static WindowsBackend open(Path systemRoot) throws BackendException {
        ShippedLibrary.prefer();
        try {
            return new WindowsBackend(
                    ServiceManager.open(),
                    ServiceRegistry.open(),
                    AccessRights.ofThisProcess(),
                    ThisComputer.identify(),
                    systemRoot);
        } catch (WindowsFailure failed) {
            throw failed.as(Operation.CONNECT, "Windows");
        }
    }

    @Override
    public ServerIdentity identity() {
        return identity;
    }

    @Override
    public Inventory read() throws BackendException {
        List<ReadProblem> problems = new ArrayList<>();
        List<Service> services;
        PolicyServices policy = PolicyServices.read(systemRoot, problems);
        try {
            services = new ServiceReader(registry, rights, policy, problems).read(manager.enumerate());
        } catch (WindowsFailure failed) {
            throw failed.as(Operation.READ, identity.name());
        }
        List<UnownedListener> unowned = new ArrayList<>();
        List<Service> published = new Publishers(System::getenv, problems).assign(services);
        List<Service> listening = Listeners.read(problems).assign(published, unowned);
        IisFiles iisFiles = IisFiles.read(systemRoot, problems);
        AccessReader access = new AccessReader(settings(), network, seats, problems);
        return new Inventory(
                identity,
                Instant.now(),
                Inventory.byName(listening),
                unowned,
                InstalledProducts.read(problems),
                Traits.read(iisFiles.sites(), problems),
                access.read(iisFiles).behind(firewall.read(problems)),
                problems);
    }

    @Override
    public Optional<ReadOnly> readOnly() {
        return rights.elevated() ? Optional.empty() : Optional.of(ReadOnly.NOT_ELEVATED);
    }

    @Override
    public ServiceCondition condition(ServiceName service) throws BackendException {
        try {
            EnumeratedService.Status status = manager.status(service);
            return new ServiceCondition(
                    registry.startType(service),
                    ServiceState.ofCode(status.state()),
                    status.exitCode(),
                    status.checkPoint(),
                    Duration.ofMillis(Integer.toUnsignedLong(status.waitHint())));
        } catch (WindowsFailure failed) {
            throw failure(Operation.QUERY, service, failed);
        }
    }

    /**
     * The delayed flag is touched only where it would otherwise say the wrong thing: it stays as it is under every
     * other start type, where Windows ignores it, so that bringing back an automatic start brings back the delay.
     *
     * <p>What was not to be changed is looked at, too: Wine's Service Control Manager loses the dependencies whenever
     * anything is configured, and they are put back.
     */
    @Override
    public void setStartType(ServiceName service, StartType startType) throws BackendException {
        if (startType == StartType.UNKNOWN) {
            throw new BackendException(Operation.SET_START_TYPE, service.value(), WindowsError.INVALID_DATA);
        }
        try {
            Dependencies dependencies = registry.dependencies(service);
            manager.setStartType(service, startType.registryValue());
            if (!dependencies.isEmpty() && !registry.dependencies(service).equals(dependencies)) {
                manager.setDependencies(service, dependencies);
            }
            boolean delayed = startType == StartType.AUTOMATIC_DELAYED;
            if ((delayed || startType == StartType.AUTOMATIC) && registry.delayed(service) != delayed) {
                manager.setDelayed(service, delayed);
            }
        } catch (WindowsFailure failed) {
            throw failure(Operation.SET_START_TYPE, service, failed);
        }
    }

    @Override
    public void requestStop(ServiceName service) throws BackendException {
        try {
            manager.stop(service);
        } catch (WindowsFailure failed) {
            throw failure(Operation.STOP, service, failed);
        }
    }

    @Override
    public void requestStart(ServiceName service) throws BackendException {
        try {
            manager.start(service);
        } catch (WindowsFailure failed) {
            throw failure(Operation.START, service, failed);
        }
    }

    @Override
    public void requestPause(ServiceName service) throws BackendException {
        try {
            manager.pause(service);
        } catch (WindowsFailure failed) {
            throw failure(Operation.PAUSE, service, failed);
        }
    }

    @Override
    public SettingValue setting(Setting setting) throws BackendException {
        if (setting instanceof FirewallRuleName rule) {
            return firewall.rule(rule);
        }
        if (setting instanceof WindowsFeature feature) {
            return components.state(feature);
        }
        if (setting instanceof IisElement element) {
            return iis.read(element);
        }
        try {
            return settings().read(setting);
        } catch (WindowsFailure failed) {
            throw failed.as(Operation.READ_SETTING, setting.address());
        }
    }

    @Override
    public void set(Setting setting, SettingValue value, SettingProgress progress) throws BackendException {
        if (setting instanceof FirewallRuleName rule) {
            firewall.set(rule, value);
        } else if (setting instanceof WindowsFeature feature) {
            components.set(feature, value, progress);
        } else if (setting instanceof IisElement element) {
            iis.set(element, value);
        } else {
            try {
                settings().write(setting, value);
            } catch (WindowsFailure failed) {
                throw failed.as(Operation.SET_SETTING, setting.address());
            }
        }
    }

    private WindowsSettings settings() {
        return new WindowsSettings(network, new Accounts(new AccountLibrary()));
    }

    @Override
    public Optional<Account> account(String name) throws BackendException {
        try {
            return new Accounts(new AccountLibrary()).find(name);
        } catch (WindowsFailure failed) {
            throw failed.as(Operation.FIND_ACCOUNT, name);
        }
    }

    @Override
    public Optional<FeatureDetail> feature(WindowsFeature feature) throws BackendException {
        return components.detail(feature);
    }

    @Override
    public Optional<FileImage> iisConfiguration() throws BackendException {
        return iis.image();
    }

    @Override
    public void close() {
        rights.close();
        registry.close();
        manager.close();
    }

    private static BackendException failure(Operation operation, ServiceName service, WindowsFailure failed) {
        return failed.as(operation, service.value());
    }
}
