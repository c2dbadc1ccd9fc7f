package org.doorwarden.backend.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.BackendException.Operation;
import org.doorwarden.backend.ReadOnly;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.backend.SettingProgress;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.document.DocumentException;
import org.doorwarden.model.Changeability;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.ReadProblem;
import org.doorwarden.model.ServerIdentity;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceCondition;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.StartType;
import org.doorwarden.model.access.FeatureDetail;
import org.doorwarden.model.access.FileImage;
import org.doorwarden.model.access.Seat;
import org.doorwarden.model.setting.Account;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.WindowsFeature;
import org.doorwarden.text.IoReason;
import org.doorwarden.text.Message;

/**
 * A training server. Every request takes the stored state, lets the time that has passed take its effect, and stores
 * what has become of it, so that several processes can work with one training server as they can with a real one.
 */
public final class LabBackend implements ServerBackend {

    /** The largest factor by which pending states can be made shorter. */
    public static final int FASTEST = 10_000;

    private static final int PROGRESS_STEPS = 10;

    private final LabDefinition definition;
    private final LabStore store;
    private final InstantSource clock;
    private final Pause pause;

    /** Lets time pass while the server works. */
    @FunctionalInterface
    interface Pause {
        void last(Duration duration);
    }

    LabBackend(LabDefinition definition, LabStore store, InstantSource clock, Pause pause) {
        this.definition = definition;
        this.store = store;
        this.clock = clock;
        this.pause = pause;
    }

    /** @param folder where its state is kept; it is made when the server is first changed */
    public static LabBackend onDisk(LabDefinition definition, Path folder, InstantSource clock) {
        return new LabBackend(definition, new DiskLabStore(definition, folder), clock, LabBackend::sleep);
    }

    @Override
    public ServerIdentity identity() {
        return new ServerIdentity(
                "lab:" + definition.name(),
                definition.computer(),
                definition.operatingSystem(),
                definition.windowsVersion());
    }

    @Override
    public Inventory read() throws BackendException {
        return look(Operation.READ, definition.computer(), scm -> {
            List<Service> services = new ArrayList<>();
            List<ReadProblem> problems = new ArrayList<>();
            for (LabService each : scm.present()) {
                Service service = scm.service(each);
                services.add(service);
                if (service.changeability().kind() == Changeability.Kind.NOT_READ) {
                    problems.add(new ReadProblem(
                            ReadProblem.Part.CONFIGURATION, service.name().value(), WindowsError.ACCESS_DENIED));
                }
            }
            return new Inventory(
                    identity(),
                    clock.instant(),
                    Inventory.byName(services),
                    definition.unownedListeners(),
                    definition.products(),
                    scm.settings().traits(),
                    scm.settings().access(),
                    problems);
        });
    }

    @Override
    public Optional<ReadOnly> readOnly() {
        return Optional.empty();
    }

    @Override
    public ServiceCondition condition(ServiceName service) throws BackendException {
        return look(Operation.QUERY, service.value(), scm -> scm.condition(service));
    }

    @Override
    public void setStartType(ServiceName service, StartType startType) throws BackendException {
        change(Operation.SET_START_TYPE, service.value(), scm -> scm.setStartType(service, startType));
    }

    @Override
    public void requestStop(ServiceName service) throws BackendException {
        change(Operation.STOP, service.value(), scm -> scm.requestStop(service));
    }

    @Override
    public void requestStart(ServiceName service) throws BackendException {
        change(Operation.START, service.value(), scm -> scm.requestStart(service));
    }

    @Override
    public void requestPause(ServiceName service) throws BackendException {
        change(Operation.PAUSE, service.value(), scm -> scm.requestPause(service));
    }

    /** Makes the server as it was when nobody had touched it. */
    public void reset() throws BackendException {
        exclusively(Operation.SET_START_TYPE, definition.computer(), stored -> {
            store.delete();
            return null;
        });
    }

    /** The faults switched on now. */
    public List<Fault> faults() throws BackendException {
        return exclusively(
                Operation.READ,
                definition.computer(),
                stored -> stored.map(state -> List.copyOf(state.faults)).orElse(definition.faults()));
    }

    /** Replaces the faults, those the server begins with as well. */
    public void setFaults(List<Fault> faults) throws BackendException {
        alter(state -> {
            state.faults.clear();
            state.faults.addAll(faults);
        });
    }

    /** Makes pending states pass that many times faster than in life. */
    public void setSpeed(int speed) throws BackendException {
        alter(state -> state.speed = speed);
    }

    /** Restarts the machine. */
    public void restart() throws BackendException {
        change(Operation.START, definition.computer(), LabScm::restart);
    }

    /** Seats whoever works with the server somewhere else. */
    public void setSeat(Seat seat) throws BackendException {
        alter(state -> state.seat = Optional.of(seat));
    }

    @Override
    public SettingValue setting(Setting setting) throws BackendException {
        return look(
                Operation.READ_SETTING, setting.address(), scm -> scm.settings().read(setting));
    }

    @Override
    public void set(Setting setting, SettingValue value, SettingProgress progress) throws BackendException {
        if (setting instanceof WindowsFeature feature) {
            setComponent(feature, value, progress);
        } else {
            change(
                    Operation.SET_SETTING,
                    setting.address(),
                    scm -> scm.settings().set(setting, value));
        }
    }

    /** Windows answers when it is done, and so does a training server. */
    private void setComponent(WindowsFeature feature, SettingValue value, SettingProgress progress)
            throws BackendException {
        Duration lasting = look(
                Operation.SET_SETTING,
                feature.address(),
                scm -> scm.components().lasting(feature, value));
        if (!lasting.isZero()) {
            for (int step = 0; step < PROGRESS_STEPS; step++) {
                progress.at(step * 100 / PROGRESS_STEPS);
                pause.last(lasting.dividedBy(PROGRESS_STEPS));
            }
        }
        change(Operation.SET_SETTING, feature.address(), scm -> scm.components().set(feature, value));
        progress.at(100);
    }

    /** A wait that is interrupted is cut short: what was begun is brought to its end, as DISM does it. */
    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException shorter) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Optional<Account> account(String name) throws BackendException {
        return look(Operation.FIND_ACCOUNT, name, scm -> scm.settings().account(name));
    }

    @Override
    public Optional<FeatureDetail> feature(WindowsFeature feature) throws BackendException {
        return look(
                Operation.READ_SETTING,
                feature.address(),
                scm -> scm.components().detail(feature));
    }

    @Override
    public Optional<FileImage> iisConfiguration() throws BackendException {
        return look(
                Operation.READ_SETTING,
                definition.computer(),
                scm -> scm.settings().iisConfiguration());
    }

    @Override
    public void close() {
        // nothing is held open between requests
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask(LabScm scm) throws BackendException;
    }

    @FunctionalInterface
    private interface Request {
        void make(LabScm scm) throws BackendException;
    }

    @FunctionalInterface
    private interface Alteration {
        void make(LabState state);
    }

    /** Asks without storing anything: the time that has passed can be counted again next time. */
    private <T> T look(Operation operation, String target, Question<T> question) throws BackendException {
        try {
            LabState state = store.load().orElseGet(() -> LabState.fresh(definition));
            return question.ask(new LabScm(definition, state, clock.instant()));
        } catch (IOException | DocumentException unreadable) {
            throw lost(operation, target, unreadable);
        }
    }

    private void change(Operation operation, String target, Request request) throws BackendException {
        exclusively(operation, target, stored -> {
            LabState state = stored.orElseGet(() -> LabState.fresh(definition));
            LabScm scm = new LabScm(definition, state, clock.instant());
            try {
                request.make(scm);
            } finally {
                // A refused request may have used up a fault or started a dependency.
                store.save(state);
            }
            return null;
        });
    }

    private void alter(Alteration alteration) throws BackendException {
        exclusively(Operation.SET_START_TYPE, definition.computer(), stored -> {
            LabState state = stored.orElseGet(() -> LabState.fresh(definition));
            alteration.make(state);
            store.save(state);
            return null;
        });
    }

    private <T> T exclusively(Operation operation, String target, LabStore.Work<T> work) throws BackendException {
        try {
            return store.exclusively(work);
        } catch (IOException | DocumentException unusable) {
            throw lost(operation, target, unusable);
        }
    }

    private static BackendException lost(Operation operation, String target, Exception unusable) {
        Message reason = unusable instanceof DocumentException damaged
                ? damaged.explanation()
                : Message.of("lab.state.unusable", IoReason.of((IOException) unusable));
        return new BackendException(operation, target, reason, unusable);
    }
}
