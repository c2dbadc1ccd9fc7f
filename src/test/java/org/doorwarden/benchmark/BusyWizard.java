package org.doorwarden.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.doorwarden.backend.lab.LabDefinition;
import org.doorwarden.backend.lab.LabDefinitions;
import org.doorwarden.backend.lab.LabService;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.LabWorkplace;
import org.doorwarden.ui.Wizard;
import org.doorwarden.ui.settings.Settings;
import org.doorwarden.ui.shell.StepId;
import org.doorwarden.ui.shell.Theme;
import org.doorwarden.ui.task.BackgroundTasks;

/**
 * The wizard on a server with thousands of services, scrolled, filtered and read again and again:
 * {@code BusyWizard SERVICES WARM-UP-ROUNDS ROUNDS}. For each round and each of the three it prints in milliseconds the
 * longest time from one picture to the next, and the most that the screen's thread worked for one.
 */
public final class BusyWizard {

    private static final int SCROLLED_PICTURES = 150;
    private static final int ROWS_A_PICTURE = 30;
    private static final String SEARCHED = "agent number 47";
    private static final int PICTURES_A_KEY = 6;
    private static final long PATIENCE_SECONDS = 60;

    private final Frames frames = new Frames();
    private Wizard wizard;
    private Scene scene;

    private BusyWizard() {}

    public static void main(String[] arguments) {
        int code = 0;
        try {
            new BusyWizard()
                    .work(
                            Integer.parseInt(arguments[0]),
                            Integer.parseInt(arguments[1]),
                            Integer.parseInt(arguments[2]));
        } catch (Exception | AssertionError failed) {
            failed.printStackTrace();
            code = 1;
        }
        Runtime.getRuntime().halt(code);
    }

    private void work(int services, int warmUpRounds, int rounds) throws Exception {
        LabWorkplace workplace = new LabWorkplace(server(services));
        Platform.startup(() -> {});
        onScreen(() -> {
            open(workplace);
            return true;
        });
        await("the server", () -> isReady("read-server"));
        read();
        for (int round = -warmUpRounds; round < rounds; round++) {
            Longest scrolling = frames.longestWhile(SCROLLED_PICTURES, this::scroll);
            Longest filtering = frames.longestWhile(2 * SEARCHED.length() * PICTURES_A_KEY, this::filter);
            frames.begin();
            read();
            Longest reading = frames.end();
            if (round >= 0) {
                System.out.println(scrolling.text() + " " + filtering.text() + " " + reading.text());
            }
        }
    }

    private static LabDefinition server(int count) {
        LabDefinition small = new LabDefinitions().find("iis5-2001").orElseThrow();
        Map<ServiceName, LabService> services = new LinkedHashMap<>(small.services());
        List<Service> real =
                small.services().values().stream().map(LabService::service).toList();
        for (Service each : LargeServer.services(real, count, new Random(1))) {
            services.computeIfAbsent(
                    each.name(),
                    name -> new LabService(
                            each, name.value(), java.time.Duration.ofMillis(10), java.time.Duration.ofMillis(10)));
        }
        return new LabDefinition(
                small.name(),
                small.computer(),
                small.operatingSystem(),
                small.windowsVersion(),
                small.description(),
                services,
                small.unownedListeners(),
                small.products(),
                small.traits(),
                small.faults());
    }

    private void open(LabWorkplace workplace) {
        Theme.loadFonts();
        wizard = new Wizard(workplace, new BackgroundTasks(Platform::runLater), new Messages(Locale.ENGLISH));
        scene = new Scene(wizard.view(), 1280, 800);
        Theme.apply(scene, Settings.DEFAULT);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        frames.start();
    }

    /** From the first step to the list of services. */
    private void read() throws Exception {
        onScreen(() -> {
            wizard.shell().go(StepId.READING);
            return true;
        });
        await("the purpose", () -> isAt(StepId.PURPOSE) && isReady("to-services"));
        onScreen(() -> {
            ((ButtonBase) scene.lookup("#to-services")).fire();
            return true;
        });
        await(
                "the services",
                () -> isAt(StepId.SERVICES)
                        && scene.lookup("#services") instanceof ListView<?> list
                        && list.getItems().size()
                                > wizard.session()
                                                .readingProperty()
                                                .get()
                                                .inventory()
                                                .services()
                                                .size()
                                        / 2);
    }

    private void scroll(int picture) {
        ListView<?> list = (ListView<?>) scene.lookup("#services");
        int last = list.getItems().size() - 1;
        int there = picture * ROWS_A_PICTURE;
        list.scrollTo(there / last % 2 == 0 ? there % last : last - there % last);
    }

    /** Types the text letter by letter and deletes it again. */
    private void filter(int picture) {
        if (picture % PICTURES_A_KEY == 0) {
            int key = picture / PICTURES_A_KEY + 1;
            int length = key <= SEARCHED.length() ? key : Math.max(0, 2 * SEARCHED.length() - key);
            ((TextField) scene.lookup("#service-search")).setText(SEARCHED.substring(0, length));
        }
    }

    private boolean isAt(StepId step) {
        return wizard.shell().currentProperty().get() == wizard.shell().step(step);
    }

    private boolean isReady(String id) {
        return scene.lookup("#" + id) instanceof ButtonBase button && !button.isDisabled();
    }

    private void await(String what, BooleanSupplier there) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!onScreen(there::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what);
            }
            Thread.sleep(20);
        }
    }

    private static <T> T onScreen(Callable<T> action) throws Exception {
        FutureTask<T> task = new FutureTask<>(action);
        Platform.runLater(task);
        return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private record Longest(double elapsed, double atWork) {

        String text() {
            return String.format(Locale.ROOT, "%.2f %.2f", elapsed, atWork);
        }
    }

    /** Is called before every picture, and does something before each if there is something to be done. */
    private static final class Frames extends AnimationTimer {

        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private final List<Longest> took = new ArrayList<>();
        private IntConsumer work = picture -> {};
        private long before;
        private long workBefore;

        @Override
        public void handle(long now) {
            long here = System.nanoTime();
            long workHere = threads.getCurrentThreadCpuTime();
            if (before != 0) {
                took.add(new Longest((here - before) / 1e6, (workHere - workBefore) / 1e6));
            }
            before = here;
            workBefore = workHere;
            work.accept(took.size());
        }

        void begin() throws Exception {
            begin(picture -> {});
        }

        private void begin(IntConsumer newWork) throws Exception {
            onScreen(() -> {
                took.clear();
                before = 0;
                work = newWork;
                return true;
            });
        }

        Longest end() throws Exception {
            return onScreen(() -> {
                work = picture -> {};
                return new Longest(
                        took.stream().mapToDouble(Longest::elapsed).max().orElseThrow(),
                        took.stream().mapToDouble(Longest::atWork).max().orElseThrow());
            });
        }

        /** The longest while so many pictures are shown and this is done before each. */
        Longest longestWhile(int pictures, IntConsumer newWork) throws Exception {
            begin(newWork);
            while (onScreen(took::size) < pictures) {
                Thread.sleep(20);
            }
            return end();
        }
    }
}
