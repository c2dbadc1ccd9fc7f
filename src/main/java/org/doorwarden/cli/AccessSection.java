package org.doorwarden.cli;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.doorwarden.document.Json;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.setting.WindowsFeature;
import org.doorwarden.report.AccessText;
import org.doorwarden.restrict.Components;
import org.doorwarden.restrict.Limit;
import org.doorwarden.restrict.Offer;
import org.doorwarden.restrict.Restrictions;
import org.doorwarden.text.Message;

/** Who gets into a service now, what of that can be limited with which words, and how to be rid of it. */
final class AccessSection {

    /** Of what is named above already. */
    private static final int MOST = 4;

    private final Globals globals;

    AccessSection(Globals globals) {
        this.globals = globals;
    }

    void show(Inventory inventory, Service service) {
        List<Message> now = AccessText.now(inventory, service);
        if (!now.isEmpty()) {
            globals.plain("");
            globals.line("show.access");
            now.forEach(line -> globals.item(globals.messages().say(line)));
        }
        List<Offer> offers = Restrictions.shipped().offers(inventory, service);
        if (!offers.isEmpty()) {
            globals.plain("");
            globals.line("show.limits");
            offers.forEach(offer -> offer(service, offer));
        }
        component(inventory, service).ifPresent(component -> {
            globals.plain("");
            globals.line("show.uninstall", component);
            globals.plain("      --uninstall " + service.name());
        });
    }

    /** The same as a part of a document. */
    void addTo(JsonObject object, Inventory inventory, Service service) {
        object.add(
                "access",
                Json.texts(AccessText.now(inventory, service).stream()
                        .map(globals.messages()::say)
                        .toList()));
        object.addProperty("component", component(inventory, service).orElse(null));
        object.add("limits", Json.list(Restrictions.shipped().offers(inventory, service), offer -> {
            JsonObject said = new JsonObject();
            said.addProperty("limit", offer.limit().id());
            said.add("words", Json.texts(offer.limit().words()));
            said.add("now", Json.texts(offer.now()));
            said.add("advised", Json.texts(offer.advised()));
            said.addProperty("takesEffect", offer.takesEffect().id());
            said.addProperty("option", option(service, offer));
            return said;
        }));
    }

    /** What Windows calls the component that the service could be uninstalled with. */
    private static Optional<String> component(Inventory inventory, Service service) {
        return Components.of(inventory, service.name()).map(WindowsFeature::name);
    }

    private void offer(Service service, Offer offer) {
        Message now = offer.now().isEmpty()
                ? Message.of("show.limit.unknown")
                : offer.now().size() > MOST
                        ? Message.of("show.limit.many", offer.now().size())
                        : Message.of("show.limit.now", String.join(", ", offer.now()));
        globals.item(globals.messages()
                .say(
                        offer.advised().isEmpty() ? "show.limit" : "show.limit.advised",
                        Message.of("limit." + offer.limit().id()),
                        now,
                        Message.of("show.limit.effect." + offer.takesEffect().id()),
                        String.join(", ", offer.advised())));
        globals.plain("      " + option(service, offer));
    }

    /** What to type; a placeholder where only the administrator can know. */
    private String option(Service service, Offer offer) {
        String value = offer.advised().isEmpty() ? placeholder(offer.limit()) : String.join(",", offer.advised());
        String said = service.name() + ":" + offer.limit().id() + "=" + value;
        return "--restrict " + (said.contains(" ") || said.contains("|") ? "\"" + said + "\"" : said);
    }

    private String placeholder(Limit limit) {
        return limit.form() == Limit.Form.ONE_OF
                ? String.join("|", limit.words())
                : globals.messages().say("show.limit.form." + form(limit));
    }

    private static String form(Limit limit) {
        return switch (limit.form()) {
            case ACCOUNTS -> "accounts";
            case ADDRESSES -> "addresses";
            case REGISTRY_PATHS -> "paths";
            case FOLDERS -> "folders";
            case TEXTS, ONE_OF -> "texts";
        };
    }
}
