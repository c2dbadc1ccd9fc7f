package org.doorwarden.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import org.doorwarden.analysis.DependencyGraph;
import org.doorwarden.analysis.DependencyTree;
import org.doorwarden.document.InventoryDocument;
import org.doorwarden.document.Json;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;

/** Services with their dependencies in both directions. */
public final class InventoryJson {

    private InventoryJson() {}

    /** {@code services --json}. */
    public static JsonObject services(Inventory inventory, DependencyGraph graph) {
        JsonObject object = new JsonObject();
        object.add("server", InventoryDocument.server(inventory.server()));
        object.addProperty("takenAt", inventory.takenAt().toString());
        object.add("services", Json.list(inventory.servicesOnly().toList(), each -> service(each, graph)));
        object.add("drivers", Json.list(inventory.driversOnly().toList(), each -> service(each, graph)));
        object.add("problems", Json.list(inventory.problems(), problem -> {
            JsonObject said = new JsonObject();
            said.addProperty("what", problem.what().id());
            said.addProperty("target", problem.target());
            said.addProperty("code", problem.code());
            return said;
        }));
        return object;
    }

    /** Everything read of one service, and its direct dependencies. */
    public static JsonObject service(Service service, DependencyGraph graph) {
        ServiceName name = service.name();
        JsonObject object = new JsonObject();
        object.addProperty("name", name.value());
        object.addProperty("displayName", service.displayName());
        object.addProperty("description", service.description());
        object.addProperty("type", service.type().id());
        object.addProperty("startType", service.startType().id());
        object.addProperty("triggerStart", service.triggerStart());
        object.addProperty("state", service.state().id());
        object.add("pid", service.pid() == 0 ? JsonNull.INSTANCE : new JsonPrimitive(service.pid()));
        object.addProperty("account", service.account());
        object.addProperty("imagePath", service.imagePath());
        object.addProperty("loadOrderGroup", service.loadOrderGroup());
        object.add("dependsOn", Json.texts(graph.dependsOn(name)));
        object.add("dependsOnGroups", Json.texts(graph.dependsOnGroups(name)));
        object.add("missing", Json.texts(graph.missing(name)));
        object.add("neededBy", Json.texts(graph.neededBy(name)));
        object.add("neededByThroughGroup", Json.texts(graph.neededByThroughGroup(name)));
        object.add("listeners", Json.list(service.listeners(), InventoryDocument::listener));
        object.addProperty("changeable", service.changeability().isChangeable());
        object.add(
                "notChangeableBecause",
                service.changeability().isChangeable()
                        ? JsonNull.INSTANCE
                        : new JsonPrimitive(service.changeability().kind().id()));
        return object;
    }

    /** One pane of the Dependencies tab. */
    public static JsonArray tree(List<DependencyTree> branches) {
        return Json.list(branches, branch -> {
            JsonObject node = new JsonObject();
            node.addProperty("name", branch.service().value());
            node.addProperty("shownAlready", branch.shownAlready());
            node.addProperty("cut", branch.cut());
            node.add("services", tree(branch.below()));
            return node;
        });
    }
}
