package org.doorwarden.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.doorwarden.backend.ReadOnly;
import org.doorwarden.backend.lab.Fault;
import org.doorwarden.backend.lab.LabDefinitions;
import org.doorwarden.backend.lab.TrainingServers;
import org.doorwarden.model.RunOutcome;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.StartType;
import org.doorwarden.model.setting.KnownSettings;
import org.doorwarden.model.setting.RegistryData;
import org.doorwarden.model.setting.RegistrySetting;
import org.doorwarden.text.Messages;
import org.doorwarden.ui.settings.Settings;
import org.doorwarden.ui.shell.StepId;
import org.doorwarden.ui.shell.Theme;
import org.doorwarden.ui.task.BackgroundTasks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A person goes through the wizard with mouse and keyboard, on the training server. */
@ExtendWith(ApplicationExtension.class)
class WizardJourneyTest {

    private static final ServiceName TELNET = new ServiceName("TlntSvr");
    private static final ServiceName SPOOLER = new ServiceName("Spooler");

    private LabWorkplace workplace = new LabWorkplace();
    private final BackgroundTasks tasks = new BackgroundTasks(Platform::runLater);
    private Stage stage;
    private Wizard wizard;

    @Start
    void open(Stage shown) {
        stage = shown;
        Theme.loadFonts();
        begin();
        stage.show();
    }

    @AfterEach
    void end() {
        tasks.close();
    }

    private void begin() {
        wizard = new Wizard(workplace, tasks, new Messages(Locale.ENGLISH));
        Scene scene = new Scene(wizard.view(), 1280, 800);
        Theme.apply(scene, workplace.settings);
        wizard.settings().settingsProperty().addListener((property, before, now) -> Theme.apply(scene, now));
        stage.setScene(scene);
    }

    /** Begins anew after something was prepared. */
    private void beginAgain() {
        WaitForAsyncUtils.asyncFx(this::begin);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void closesTwoDoorsAndOpensOneOfThemAgain(FxRobot robot) throws Exception {
        toServices(robot);
        choose(robot, TELNET, "#choose-disable");
        choose(robot, SPOOLER, "#choose-disable");
        click(robot, "#to-review");
        click(robot, "#apply-plan");
        await(() -> at(StepId.RESULT));
        assertEquals(RunOutcome.APPLIED, wizard.session().reportProperty().get().outcome());
        assertClosed(TELNET);
        assertClosed(SPOOLER);
        click(robot, "#to-history");
        tick(robot, SPOOLER);
        click(robot, "#undo-selected");
        click(robot, "#undo-consent");
        await(() -> !closed(SPOOLER));
        assertEquals(StartType.AUTOMATIC, service(SPOOLER).startType());
        assertTrue(service(SPOOLER).isActive());
        assertClosed(TELNET);
    }

    @Test
    void restrictsRemoteDesktopAndUndoesThat(FxRobot robot) throws Exception {
        workplace = new LabWorkplace(new LabDefinitions().find("iis10-2022").orElseThrow());
        beginAgain();
        ServiceName term = ServerFromAfar.REMOTE_DESKTOP;
        RegistryData before = remoteDesktop(KnownSettings.SECURITY_LAYER);
        toServices(robot);
        WaitForAsyncUtils.asyncFx(() -> wizard.shell().goToService(term));
        WaitForAsyncUtils.waitForFxEvents();
        click(robot, "#choose-restrict");
        click(robot, "#limit-nla-on");
        click(robot, "#limit-security-layer-tls");
        click(robot, "#restrict-keep");
        await(() -> wizard.session().choice(term).isPresent());
        assertEquals("choose-restrict", stage.getScene().getFocusOwner().getId());
        click(robot, "#to-review");
        click(robot, "#apply-plan");
        await(() -> at(StepId.RESULT));
        assertEquals(RunOutcome.APPLIED, wizard.session().reportProperty().get().outcome());
        assertEquals(RegistryData.number(1), remoteDesktop(KnownSettings.USER_AUTHENTICATION));
        assertEquals(RegistryData.number(2), remoteDesktop(KnownSettings.SECURITY_LAYER));
        await(() -> robot.lookup("#result-table").queryTableView().getItems().stream()
                .anyMatch(row -> row.toString().contains("Network level authentication")));
        click(robot, "#to-history");
        click(robot, "#undo-all");
        click(robot, "#undo-consent");
        await(() -> shown(robot, "#undo-result"));
        assertEquals(RegistryData.number(0), remoteDesktop(KnownSettings.USER_AUTHENTICATION));
        assertEquals(before, remoteDesktop(KnownSettings.SECURITY_LAYER));
    }

    private RegistryData remoteDesktop(RegistrySetting setting) throws Exception {
        return (RegistryData) workplace.lab().setting(setting);
    }

    @Test
    void aFailingChangeBringsEverythingBack(FxRobot robot) throws Exception {
        String before = picture();
        workplace.lab().setFaults(List.of(new Fault(Fault.Kind.STOP_TIMES_OUT, SPOOLER, Fault.ALWAYS)));
        toServices(robot);
        choose(robot, TELNET, "#choose-disable");
        choose(robot, SPOOLER, "#choose-disable");
        click(robot, "#to-review");
        click(robot, "#apply-plan");
        await(() -> wizard.session().reportProperty().get() != null);
        assertEquals(RunOutcome.UNDONE, wizard.session().reportProperty().get().outcome());
        assertEquals(before, picture());
    }

    @Test
    void cancelInTheMiddleBringsEverythingBack(FxRobot robot) throws Exception {
        String before = picture();
        workplace.workbench.pace.takeReally(Duration.ofMillis(300));
        toServices(robot);
        choose(robot, TELNET, "#choose-disable");
        choose(robot, SPOOLER, "#choose-disable");
        click(robot, "#to-review");
        click(robot, "#apply-plan");
        click(robot, "#cancel-run");
        await(() -> wizard.session().reportProperty().get() != null);
        assertEquals(RunOutcome.UNDONE, wizard.session().reportProperty().get().outcome());
        assertEquals(before, picture());
    }

    @Test
    void anInterruptedRunIsTheFirstThingShownAndIsUndone(FxRobot robot) throws Exception {
        String before = picture();
        EarlierRuns.interrupted(workplace);
        beginAgain();
        click(robot, "#recover-undo");
        await(() -> shown(robot, "#recovered"));
        assertEquals(before, picture());
        await(() -> !robot.lookup("#read-server").query().isDisabled());
    }

    @Test
    void withoutRightsEverythingIsShownAndNothingApplied(FxRobot robot) throws Exception {
        workplace.readOnly = Optional.of(ReadOnly.NOT_ELEVATED);
        beginAgain();
        await(() -> shown(robot, "#restart-elevated"));
        click(robot, "#restart-elevated");
        await(() -> workplace.restarted);
        toServices(robot);
        choose(robot, TELNET, "#choose-disable");
        click(robot, "#to-review");
        await(() -> shown(robot, "#apply-plan"));
        assertTrue(robot.lookup("#apply-plan").query().isDisabled());
    }

    @Test
    void backLosesNoChoice(FxRobot robot) {
        toServices(robot);
        choose(robot, TELNET, "#choose-disable");
        click(robot, "#back");
        await(() -> at(StepId.PURPOSE));
        click(robot, "#to-services");
        await(() -> at(StepId.SERVICES));
        assertTrue(wizard.session().choice(TELNET).isPresent());
    }

    @Test
    void goesToTheServicesByTheKeyboardAlone(FxRobot robot) {
        await(() -> shown(robot, "#read-server")
                && !robot.lookup("#read-server").query().isDisabled());
        tabTo(robot, "read-server");
        robot.type(KeyCode.SPACE);
        await(() -> at(StepId.PURPOSE));
        tabTo(robot, "role-ftp-publishing");
        robot.type(KeyCode.SPACE);
        assertFalse(wizard.session().roles().contains("ftp-publishing"));
        assertTrue(wizard.session().roles().contains("static-site"));
        robot.type(KeyCode.ENTER);
        await(() -> at(StepId.SERVICES));
        await(() -> stage.getScene().getFocusOwner() != null
                && "services".equals(stage.getScene().getFocusOwner().getId()));
        int before = wizard.session().choices().size();
        robot.type(KeyCode.DIGIT1);
        await(() -> wizard.session().choices().size() == before + 1);
        robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        await(() -> at(StepId.PURPOSE));
    }

    @Test
    void looksSomethingUpInTheMiddleOfTheWalkAndGoesOnWhereItWas(FxRobot robot) {
        toServices(robot);
        choose(robot, TELNET, "#choose-disable");
        click(robot, "#open-catalogue");
        await(() -> focused("entry-search"));
        robot.write("what is on 445?");
        await(() -> reads(robot, "Server"));
        robot.press(KeyCode.SHORTCUT).type(KeyCode.F).release(KeyCode.SHORTCUT);
        robot.write("Print Spoler");
        await(() -> reads(robot, "Print Spooler"));
        robot.type(KeyCode.ENTER);
        await(() -> focused("entries"));
        robot.write("/");
        robot.write("telephony");
        await(() -> reads(robot, "Telephony"));
        robot.type(KeyCode.ESCAPE);
        await(() -> focused("entries") && rowIsSeen(robot, "Telephony"));
        robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        await(() -> at(StepId.SERVICES));
        assertEquals(Set.of(TELNET), wizard.session().choices().keySet());
        assertEquals("Telnet", text(robot, "#service-name"));
        clickInSight(robot, "#to-entry");
        await(() -> reads(robot, "Telnet"));
        click(robot, "#to-service");
        await(() -> at(StepId.SERVICES));
    }

    @Test
    void theCatalogueNeedsNoServer(FxRobot robot) {
        robot.press(KeyCode.ALT).type(KeyCode.G).release(KeyCode.ALT);
        await(() -> focused("entry-search"));
        click(robot, "#example-port");
        await(() -> reads(robot, "Server"));
        click(robot, "#back");
        await(() -> at(StepId.SERVER));
    }

    @Test
    void darkIsDarkAtOnce(FxRobot robot) {
        click(robot, "#open-settings");
        click(robot, "#theme-dark");
        await(() -> workplace.settings.theme() == Settings.Theme.DARK);
        assertTrue(stage.getScene().getStylesheets().stream().anyMatch(sheet -> sheet.endsWith("colors-dark.css")));
    }

    private void toServices(FxRobot robot) {
        click(robot, "#read-server");
        await(() -> at(StepId.PURPOSE));
        click(robot, "#to-services");
        await(() -> at(StepId.SERVICES));
    }

    private void choose(FxRobot robot, ServiceName service, String choice) {
        WaitForAsyncUtils.asyncFx(() -> wizard.shell().goToService(service));
        WaitForAsyncUtils.waitForFxEvents();
        click(robot, choice);
        await(() -> wizard.session().choice(service).isPresent());
    }

    /** Ticks all changes of a service in the history. */
    private void tick(FxRobot robot, ServiceName service) {
        wizard.session().reportProperty().get().changes().stream()
                .filter(each -> each.change().service().equals(service))
                .forEach(each -> click(robot, "#change-" + each.change().id()));
    }

    private static void click(FxRobot robot, String id) {
        await(() -> shown(robot, id) && !robot.lookup(id).query().isDisabled());
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(id);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void tabTo(FxRobot robot, String id) {
        for (int i = 0; i < 60; i++) {
            Node focused = stage.getScene().getFocusOwner();
            if (focused != null && id.equals(focused.getId())) {
                return;
            }
            robot.type(KeyCode.TAB);
            WaitForAsyncUtils.waitForFxEvents();
        }
        throw new AssertionError("Tab never reaches " + id);
    }

    private static boolean shown(FxRobot robot, String id) {
        return robot.lookup(id).queryAll().stream().anyMatch(Node::isVisible);
    }

    private boolean focused(String id) {
        Node focused = stage.getScene().getFocusOwner();
        return focused != null && id.equals(focused.getId());
    }

    /** Whether the catalogue shows all about this service. */
    private static boolean reads(FxRobot robot, String displayName) {
        return shown(robot, "#entry-name") && displayName.equals(text(robot, "#entry-name"));
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    /** Whether the chosen entry lies wholly inside of the list. */
    private static boolean rowIsSeen(FxRobot robot, String title) {
        Bounds list = inScene(robot.lookup("#entries").query());
        return robot.lookup(".entry-cell").queryAll().stream()
                .filter(cell -> cell instanceof ListCell<?> row && row.isSelected())
                .filter(cell -> !cell.lookupAll(".service-title").isEmpty()
                        && ((Label) cell.lookup(".service-title")).getText().equals(title))
                .anyMatch(cell -> list.contains(inScene(cell)));
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getBoundsInLocal());
    }

    /** Scrolls to the end of the detail, where the button is, and presses it. */
    private static void clickInSight(FxRobot robot, String id) {
        robot.interact(
                () -> robot.lookup("#service-detail").queryAs(ScrollPane.class).setVvalue(1));
        click(robot, id);
    }

    private boolean at(StepId step) {
        return wizard.shell().currentProperty().get() == wizard.shell().step(step);
    }

    private static void await(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> condition.getAsBoolean());
        } catch (java.util.concurrent.TimeoutException late) {
            throw new AssertionError("it did not happen within 20 seconds", late);
        }
    }

    private String picture() throws Exception {
        return TrainingServers.picture(workplace.lab().read());
    }

    private Service service(ServiceName name) throws Exception {
        return workplace.lab().read().services().get(name);
    }

    private boolean closed(ServiceName name) {
        try {
            return service(name).isClosed();
        } catch (Exception unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private void assertClosed(ServiceName name) {
        assertTrue(closed(name), () -> name + " is open");
    }
}
