package org.doorwarden.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import org.doorwarden.model.ServiceName;
import org.doorwarden.plan.Choice;
import org.doorwarden.restrict.Limit;
import org.doorwarden.restrict.Limits;

/** The screens about who may use a service that stays, and about what is uninstalled. */
final class RestrictScreens {

    static final ServiceName REGISTRY = new ServiceName("RemoteRegistry");
    /** An account that nobody has heard of. */
    static final String UNKNOWN = "CORP\\nobody.we.know";

    private static final ServiceName SERVER = new ServiceName("LanmanServer");

    private RestrictScreens() {}

    static void addTo(Map<String, Consumer<Wizard>> screens) {
        screens.put("4-restrict-2022", wizard -> form(wizard, ServerFromAfar.REMOTE_DESKTOP, "#choose-restrict"));
        screens.put("4-restrict-afar-said", wizard -> {
            form(wizard, ServerFromAfar.REMOTE_DESKTOP, "#choose-restrict");
            ScreenShots.fire(wizard, "#limit-nla-on", "#limit-security-layer-tls");
        });
        screens.put("4-restrict-2022-addresses", wizard -> {
            form(wizard, ServerFromAfar.REMOTE_DESKTOP, "#choose-restrict");
            type(wizard, "members", "CORP\\alice");
            type(wizard, "from", "10.20.0.0/16, 2001:db8:20::/48");
            ScreenShots.fire(wizard, "#limit-others-narrow");
            toEnd(wizard);
        });
        screens.put("4-restrict-2022-wider", wizard -> {
            form(wizard, ServerFromAfar.REMOTE_DESKTOP, "#choose-restrict");
            type(wizard, "from", "10.20.0.0/16");
            ScreenShots.fire(wizard, "#limit-others-keep");
            toEnd(wizard);
        });
        screens.put("4-restrict-afar-problems", wizard -> {
            form(wizard, ServerFromAfar.REMOTE_DESKTOP, "#choose-restrict");
            type(wizard, "members", UNKNOWN);
            type(wizard, "from", "10.0.0.300");
            ScreenShots.fire(wizard, "#limit-encryption-fips");
        });
        screens.put("4-restrict-2022-registry", wizard -> form(wizard, REGISTRY, "#choose-restrict"));
        screens.put("4-restrict-2022-registry-said", wizard -> registry(wizard));
        screens.put("4-restrict-2022-registry-end", wizard -> {
            registry(wizard);
            toEnd(wizard);
        });
        screens.put("4-restrict-2022-ftp", wizard -> {
            form(wizard, ServerFromAfar.FTP, "#choose-restrict");
            type(wizard, "from", "10.20.0.0/16");
            ScreenShots.fire(wizard, "#limit-anonymous-off", "#limit-tls-required");
        });
        screens.put("4-restrict-2022-server", wizard -> {
            form(wizard, SERVER, "#choose-restrict");
            ScreenShots.fire(wizard, "#restrict-advise");
        });
        screens.put("4-uninstall-afar", wizard -> form(wizard, ServerFromAfar.FTP, "#choose-uninstall"));
        screens.put("4-uninstall-afar-failed", wizard -> form(wizard, ServerFromAfar.FTP, "#choose-uninstall"));
        screens.put("5-review-afar", wizard -> review(wizard));
        screens.put("5-review-afar-agreed", wizard -> {
            review(wizard);
            agree(wizard);
            ScreenShots.fire(wizard, "#by-hand");
        });
        screens.put("5-review-afar-refused", wizard -> {
            ScreenShots.toServices(wizard);
            wizard.session()
                    .choices()
                    .put(
                            ServerFromAfar.SPOOLER,
                            Choice.restrict(
                                    ServerFromAfar.SPOOLER, Limits.NONE.with(Limit.MEMBERS, List.of("CORP\\alice"))));
            ScreenShots.perform(wizard);
        });
        screens.put("6-result-afar", wizard -> {
            review(wizard);
            agree(wizard);
            ScreenShots.perform(wizard);
        });
        screens.put("7-history-afar", wizard -> wizard.shell().openHistory(Optional.empty()));
        screens.put("7-history-afar-preview", wizard -> {
            wizard.shell().openHistory(Optional.empty());
            ScreenShots.press(wizard, "undo-all");
        });
    }

    private static void registry(Wizard wizard) {
        form(wizard, REGISTRY, "#choose-restrict");
        type(wizard, "members", "CORP\\alice, CORP\\server-ops");
        ScreenShots.fire(wizard, "#limit-paths-entries .entry-remove");
    }

    private static void form(Wizard wizard, ServiceName service, String button) {
        ScreenShots.toServices(wizard);
        wizard.shell().goToService(service);
        ScreenShots.fire(wizard, button);
    }

    private static void type(Wizard wizard, String limit, String text) {
        ((TextField) ScreenShots.drawn(wizard, "#limit-" + limit + "-entry")).setText(text);
        ScreenShots.fire(wizard, "#limit-" + limit + "-add");
    }

    private static void toEnd(Wizard wizard) {
        ((ScrollPane) ScreenShots.drawn(wizard, "#restrict-form .form-scroll")).setVvalue(1);
    }

    private static void review(Wizard wizard) {
        form(wizard, ServerFromAfar.REMOTE_DESKTOP, "#choose-restrict");
        ScreenShots.fire(wizard, "#limit-nla-on", "#limit-security-layer-tls", "#restrict-keep");
        wizard.shell().goToService(SERVER);
        ScreenShots.fire(wizard, "#choose-restrict", "#limit-admin-shares-off", "#restrict-keep");
        wizard.shell().goToService(REGISTRY);
        ScreenShots.fire(wizard, "#choose-restrict");
        type(wizard, "members", "CORP\\alice");
        ScreenShots.fire(wizard, "#restrict-keep");
        wizard.shell().goToService(ServerFromAfar.FTP);
        ScreenShots.fire(wizard, "#choose-uninstall", "#uninstall-keep");
        wizard.shell().goToService(ServerFromAfar.SPOOLER);
        ScreenShots.fire(wizard, "#choose-disable");
        ScreenShots.perform(wizard);
    }

    private static void agree(Wizard wizard) {
        ((ButtonBase) ScreenShots.drawn(wizard, "#consent-uninstall")).fire();
        ((TextField) ScreenShots.drawn(wizard, "#consent-session")).setText("WEB22");
    }
}
