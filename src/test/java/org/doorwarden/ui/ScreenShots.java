package org.doorwarden.ui;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.doorwarden.analysis.ServiceAssessment;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.ReadOnly;
import org.doorwarden.backend.ServerBackend;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.backend.lab.Fault;
import org.doorwarden.backend.lab.LabDefinitions;
import org.doorwarden.catalogue.Advice;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.model.ServiceName;
import org.doorwarden.plan.Choice;
import org.doorwarden.plan.Policy;
import org.doorwarden.restrict.Lookups;
import org.doorwarden.text.Message;
import org.doorwarden.text.Messages;
import org.doorwarden.text.WrongUse;
import org.doorwarden.ui.settings.Settings;
import org.doorwarden.ui.shell.StepId;
import org.doorwarden.ui.shell.Theme;
import org.doorwarden.ui.shell.WizardSession;

/** Draws screens into PNG files: {@code ScreenShots FOLDER [PATTERN]}. */
public final class ScreenShots {

    private record Size(int width, int height) {}

    private ScreenShots() {}

    /** The screens and how to get there from the first one. */
    static Map<String, Consumer<Wizard>> screens() {
        Map<String, Consumer<Wizard>> screens = new LinkedHashMap<>();
        screens.put("1-server", wizard -> {});
        screens.put("1-server-interrupted", wizard -> {});
        screens.put("1-server-not-elevated", wizard -> {});
        screens.put("2-reading", wizard -> toPurpose(wizard));
        screens.put("2-purpose", wizard -> toPurpose(wizard));
        screens.put("3-services", wizard -> toServices(wizard));
        screens.put("4-services-smtp", wizard -> {
            toServices(wizard);
            wizard.shell().goToService(new ServiceName("SMTPSVC"));
        });
        screens.put("2-purpose-2022", wizard -> {
            toPurpose(wizard);
            ((TextField) drawn(wizard, "#product-search")).setText("agent");
        });
        screens.put("4-services-site-unknown", wizard -> {
            toServices(wizard);
            wizard.shell().goToService(SiteOfItsOwn.UNKNOWN);
        });
        screens.put("4-services-2022-undeclared", wizard -> {
            toServices(wizard);
            wizard.shell().goToService(new ServiceName("TermService"));
        });
        screens.put("4-services-site-guides", wizard -> {
            toServices(wizard);
            wizard.shell().goToService(new ServiceName("LanmanServer"));
            ((Button) drawn(wizard, "#guides-all")).fire();
        });
        screens.put("5-review", wizard -> toReview(wizard));
        screens.put("5-review-refusals", wizard -> toRefusals(wizard));
        screens.put("5-review-by-hand", wizard -> {
            toReview(wizard);
            ((ToggleButton) wizard.view().lookup("#by-hand")).fire();
        });
        screens.put("6-apply", wizard -> toReview(wizard));
        screens.put("6-result", wizard -> toResult(wizard));
        screens.put("6-failed-run", wizard -> toUndone(wizard, Fault.Kind.CONFIG_DENIED));
        screens.put("6-result-undone", wizard -> {
            toUndone(wizard, Fault.Kind.CONFIG_DENIED);
            perform(wizard);
        });
        screens.put("6-result-residue", wizard -> {
            toUndone(wizard, Fault.Kind.STOP_HANGS);
            perform(wizard);
        });
        screens.put("7-history", wizard -> wizard.shell().openHistory(Optional.empty()));
        screens.put("7-history-preview", wizard -> {
            wizard.shell().openHistory(Optional.empty());
            press(wizard, "undo-all");
        });
        screens.put("7-history-undone", wizard -> {
            wizard.shell().openHistory(Optional.empty());
            press(wizard, "undo-all");
            perform(wizard);
        });
        screens.put("7-history-empty", wizard -> wizard.shell().openHistory(Optional.empty()));
        screens.put("7-history-interrupted", wizard -> wizard.shell().openHistory(Optional.empty()));
        screens.put("9-catalogue", wizard -> wizard.shell().openCatalogue(Optional.empty()));
        screens.put(
                "9-catalogue-entry",
                wizard -> wizard.shell().openCatalogue(Optional.of(new ServiceName("LanmanServer"))));
        screens.put("9-catalogue-found", wizard -> look(wizard, "what is on 445?"));
        screens.put("9-catalogue-similar", wizard -> look(wizard, "Telent"));
        screens.put("9-catalogue-site", wizard -> look(wizard, "task scheduler"));
        screens.put("9-catalogue-broken", wizard -> wizard.shell().openCatalogue(Optional.empty()));
        screens.put("9-catalogue-nothing", wizard -> look(wizard, "zzzz"));
        screens.put("8-settings", wizard -> wizard.shell().openSettings());
        RestrictScreens.addTo(screens);
        return screens;
    }

    /** The training server that a screen is drawn of. */
    static LabWorkplace workplace(String screen) {
        LabWorkplace workplace = screen.contains("-site")
                ? SiteOfItsOwn.workplace()
                : screen.contains("-afar")
                        ? ServerFromAfar.workplace()
                        : screen.contains("-2022")
                                ? new LabWorkplace(
                                        new LabDefinitions().find("iis10-2022").orElseThrow())
                                : new LabWorkplace();
        before(screen).accept(workplace);
        return workplace;
    }

    /** The workplace as the wizard meets it. */
    static Workplace asMet(String screen, LabWorkplace workplace) {
        return screen.contains("broken") ? new WithBrokenEntry(workplace) : workplace;
    }

    private static final class WithBrokenEntry extends PlaceWith {

        WithBrokenEntry(Workplace other) {
            super(other);
        }

        @Override
        public Catalogue catalogue() throws WrongUse {
            throw new WrongUse(Message.of(
                    "ui.catalogue.own.wrong",
                    Message.of(
                            "catalogue.check.wrong",
                            "C:\\ProgramData\\Doorwarden\\entries\\acme.json",
                            "11",
                            "services[0].risk.severity",
                            Message.of("document.field.not.one.of", "lowest", "low, medium, high"))));
        }
    }

    /** What was done on the training server before a screen is drawn. */
    private static Consumer<LabWorkplace> before(String screen) {
        if (screen.equals("1-server-interrupted")) {
            return EarlierRuns::interrupted;
        }
        if (screen.equals("1-server-not-elevated")) {
            return workplace -> workplace.readOnly = Optional.of(ReadOnly.NOT_ELEVATED);
        }
        if (screen.equals("2-reading")) {
            return workplace -> workplace.drafts.put(
                    "lab:" + workplace.definition.name(),
                    new Policy(
                            List.of("static-site"),
                            List.of(),
                            false,
                            List.of(Choice.of(new ServiceName("Spooler"), Choice.Action.DISABLE))));
        }
        if (screen.equals("4-uninstall-afar-failed")) {
            return workplace -> workplace.featuresFail = Optional.of(new BackendException(
                    BackendException.Operation.READ_SETTING, "IIS-FTPServer", WindowsError.ACCESS_DENIED));
        }
        if (!screen.startsWith("7-history") || screen.contains("empty")) {
            return workplace -> {};
        }
        if (screen.contains("afar")) {
            return EarlierRuns::settings;
        }
        return screen.contains("interrupted")
                ? workplace -> {
                    EarlierRuns.several(workplace);
                    EarlierRuns.interrupted(workplace);
                }
                : EarlierRuns::several;
    }

    private static void toPurpose(Wizard wizard) {
        wizard.shell().go(StepId.READING);
    }

    /** As a plain web server, so that there is something to close. */
    static void toServices(Wizard wizard) {
        toPurpose(wizard);
        wizard.session().roles().retainAll(Set.of(Catalogue.ASSUMED_ROLE));
        perform(wizard);
    }

    static void fire(Wizard wizard, String... buttons) {
        for (String button : buttons) {
            ((ButtonBase) drawn(wizard, button)).fire();
        }
    }

    private static void toReview(Wizard wizard) {
        toServices(wizard);
        choose(
                wizard,
                wizard.session().assessmentProperty().get().services().values().stream()
                        .filter(each -> each.isOpenDoor())
                        .limit(12)
                        .toList());
        plan(wizard);
        wizard.shell().go(StepId.REVIEW);
    }

    private static void choose(Wizard wizard, List<ServiceAssessment> services) {
        services.forEach(each -> wizard.session()
                .choices()
                .put(
                        each.service().name(),
                        new Choice(
                                each.service().name(),
                                Choice.Action.DISABLE,
                                Choice.Origin.RECOMMENDATION,
                                each.advice().map(Advice::because).orElse(""))));
    }

    private static void plan(Wizard wizard) {
        WizardSession session = wizard.session();
        session.planProperty()
                .set(WizardSession.plan(
                        new LabWorkplace().catalogue(),
                        session.readingProperty().get(),
                        session.assessmentProperty().get(),
                        session.policy(),
                        Lookups.NONE,
                        Instant.EPOCH));
    }

    /** A plan in which some things cannot be done. */
    private static void toRefusals(Wizard wizard) {
        toServices(wizard);
        choose(
                wizard,
                List.copyOf(
                        wizard.session().assessmentProperty().get().services().values()));
        ServiceName needed = new ServiceName("RpcSs");
        wizard.session().choices().put(needed, Choice.of(needed, Choice.Action.DISABLE));
        plan(wizard);
        wizard.shell().go(StepId.REVIEW);
    }

    private static void toUndone(Wizard wizard, Fault.Kind fault) {
        toReview(wizard);
        try {
            // The training server as the wizard has it, below the screen.
            ServerBackend server = wizard.session().serverProperty().get().backend();
            ServiceName last =
                    wizard.session().planProperty().get().changes().get(7).service();
            LabWorkplace.faults(server, new Fault(fault, last, Fault.ALWAYS));
        } catch (BackendException failed) {
            throw new IllegalStateException(failed);
        }
        perform(wizard);
    }

    private static void toResult(Wizard wizard) {
        toReview(wizard);
        perform(wizard);
    }

    /** What lies in something that scrolls is there as soon as that is drawn. */
    static Node drawn(Wizard wizard, String id) {
        wizard.view().applyCss();
        wizard.view().layout();
        return wizard.view().lookup(id);
    }

    private static void look(Wizard wizard, String words) {
        wizard.shell().openCatalogue(Optional.empty());
        ((TextField) wizard.view().lookup("#entry-search")).setText(words);
    }

    static void press(Wizard wizard, String action) {
        wizard.shell().currentProperty().get().secondary().stream()
                .filter(each -> each.id().equals(action))
                .forEach(each -> each.perform());
    }

    static void perform(Wizard wizard) {
        wizard.shell().currentProperty().get().primary().ifPresent(action -> action.perform());
    }

    /** Draws every screen in whose name the pattern is found; to be called on the screen's thread. */
    static void draw(Path folder, String pattern) throws Exception {
        Predicate<String> wanted = Pattern.compile(pattern).asPredicate();
        for (Size size : new Size[] {new Size(1024, 700), new Size(1600, 1000)}) {
            for (Settings.Theme theme : Settings.Theme.values()) {
                for (Map.Entry<String, Consumer<Wizard>> screen : screens().entrySet()) {
                    String name = screen.getKey() + "-" + size.width() + "-"
                            + theme.name().toLowerCase(Locale.ROOT);
                    Settings settings = Settings.DEFAULT.withTheme(theme);
                    Picturing picturing = new Picturing(screen.getKey(), screen.getValue(), size, settings);
                    if (wanted.test(name)) {
                        picturing.draw(new Messages(Locale.ENGLISH), folder.resolve(name + ".png"));
                    }
                    if (wanted.test(name + "-pseudo")) {
                        picturing.draw(PseudoLanguage.messages(), folder.resolve(name + "-pseudo.png"));
                    }
                    if (size.width() == 1600 && wanted.test(name + "-presenter")) {
                        new Picturing(screen.getKey(), screen.getValue(), size, settings.withPresenter(true))
                                .draw(new Messages(Locale.ENGLISH), folder.resolve(name + "-presenter.png"));
                    }
                }
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        Throwable[] failure = new Throwable[1];
        Platform.startup(() -> {
            try {
                Theme.loadFonts();
                draw(Path.of(arguments[0]), arguments.length > 1 ? arguments[1] : "");
            } catch (Throwable failed) {
                failure[0] = failed;
            } finally {
                done.countDown();
            }
        });
        done.await();
        Platform.exit();
        if (failure[0] != null) {
            throw new IllegalStateException(failure[0]);
        }
    }

    /** One screen to be drawn, in whichever language. */
    private record Picturing(String screen, Consumer<Wizard> journey, Size size, Settings settings) {

        void draw(Messages messages, Path file) throws Exception {
            LabWorkplace workplace = workplace(screen);
            workplace.settings = settings;
            SteppedTasks tasks = new SteppedTasks();
            Wizard wizard = new Wizard(asMet(screen, workplace), tasks, messages);
            Scene scene = new Scene(wizard.view(), size.width(), size.height());
            Theme.apply(scene, workplace.settings);
            journey.accept(wizard);
            if (screen.equals("6-apply")) {
                tasks.hold();
                perform(wizard);
                tasks.let(17);
            }
            wizard.view().applyCss();
            wizard.view().layout();
            // Where a scroll bar came or went, the rest follows.
            wizard.view().layout();
            Picture.save(scene, file);
        }
    }
}
