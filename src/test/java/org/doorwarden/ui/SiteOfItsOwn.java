package org.doorwarden.ui;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorwarden.backend.lab.LabDefinition;
import org.doorwarden.backend.lab.LabDefinitions;
import org.doorwarden.backend.lab.LabService;
import org.doorwarden.backend.lab.TrainingServers;
import org.doorwarden.catalogue.CatalogueFile;
import org.doorwarden.catalogue.CatalogueReader;
import org.doorwarden.document.DocumentException;
import org.doorwarden.model.Listener;
import org.doorwarden.model.Product;
import org.doorwarden.model.Protocol;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceState;
import org.doorwarden.model.StartType;

/**
 * The article's training server as somebody's own: with a service that nobody knows, a program that needs services, and
 * entries of the site, one of which tells of dependencies that no service declares.
 */
public final class SiteOfItsOwn {

    public static final ServiceName UNKNOWN = new ServiceName("AcmeAgent");

    private static final String ENTRIES = """
            {
              "document": "doorwarden-catalogue-services",
              "formatVersion": 1,
              "sources": [{"id": "site", "title": "Handbook of this site", "location": "intranet"}],
              "services": [{
                "name": "Schedule",
                "displayName": "Task Scheduler",
                "origin": "windows",
                "purpose": "Runs the nightly copy of the sites, and whatever else was put on its list.",
                "risk": {"severity": "medium", "reach": "local", "attacker": "A way to have programs run as System."},
                "without": "The sites are no longer copied at night.",
                "usedBy": "The nightly copy.",
                "inUse": "The command at lists what is planned.",
                "advice": {"verdict": "keep", "because": "The nightly copy needs it.", "sources": ["site"]},
                "needs": [
                  {"service": "EventLog", "because": "The copy ends if it cannot write its log.", "source": "site"},
                  {"service": "Dnscache", "because": "The copy finds the other server by its name.", "source": "site"}
                ]
              }]
            }
            """;

    private SiteOfItsOwn() {}

    public static LabWorkplace workplace() {
        LabDefinition lab = new LabDefinitions().find("iis5-2001").orElseThrow();
        Map<ServiceName, LabService> services = new LinkedHashMap<>(lab.services());
        services.put(UNKNOWN, TrainingServers.service(unknown()));
        LabWorkplace workplace = new LabWorkplace(new LabDefinition(
                lab.name(),
                lab.computer(),
                lab.operatingSystem(),
                lab.windowsVersion(),
                lab.description(),
                services,
                lab.unownedListeners(),
                List.of(new Product("Docker Desktop", "Docker Inc.", "4.30")),
                lab.traits(),
                lab.faults()));
        try {
            workplace.known = CatalogueReader.read(
                    CatalogueReader.bundled(),
                    List.of(new CatalogueFile("site.json", ENTRIES.getBytes(StandardCharsets.UTF_8), true)),
                    "en");
        } catch (DocumentException wrong) {
            throw new IllegalStateException(wrong);
        }
        return workplace;
    }

    private static Service unknown() {
        return Service.named(UNKNOWN.value())
                .displayName("Acme Agent")
                .description("Keeps Acme up to date.")
                .imagePath("C:\\Program Files\\Acme Agent\\agent.exe --service")
                .account("LocalSystem")
                .startType(StartType.AUTOMATIC)
                .state(ServiceState.RUNNING)
                .accepts(true, false)
                .pid(4711)
                .listeners(List.of(new Listener(Protocol.TCP, "0.0.0.0", 8443, false)))
                .build();
    }
}
