package org.doorwarden.backend.lab;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.doorwarden.document.DocumentException;
import org.doorwarden.document.ObjectReader;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.StartType;
import org.doorwarden.model.access.FeatureDetail.Restart;
import org.doorwarden.text.Message;

/** The components of Windows in the file of a training server. */
final class LabComponentDocument {

    private static final long LONGEST_MILLIS = 600_000;
    private static final long COMMON_MILLIS = 4_000;

    private LabComponentDocument() {}

    static Map<String, LabComponent> readAll(ObjectReader reader, Set<ServiceName> services) throws DocumentException {
        Map<String, LabComponent> components = new LinkedHashMap<>();
        for (ObjectReader item : reader.optionalObjects("components")) {
            LabComponent component = read(item, services);
            for (String whole : component.partOf()) {
                if (!components.containsKey(whole)) {
                    throw item.wrong("partOf", Message.of("lab.component.unknown", whole));
                }
            }
            if (components.putIfAbsent(component.name(), component) != null) {
                throw item.wrong("name", Message.of("catalogue.twice", component.name()));
            }
        }
        return components;
    }

    private static LabComponent read(ObjectReader item, Set<ServiceName> known) throws DocumentException {
        Map<ServiceName, StartType> services = new LinkedHashMap<>();
        for (ObjectReader service : item.optionalObjects("services")) {
            ServiceName name = service.serviceName("name");
            if (!known.contains(name)) {
                throw service.wrong("name", Message.of("lab.fault.unknown.service", name));
            }
            services.put(name, service.constant(StartType.class, "startType"));
            service.end();
        }
        List<String> partOf = item.optionalTexts("partOf");
        LabComponent component = new LabComponent(
                item.filledText("name"),
                item.filledText("displayName"),
                item.has("size") ? OptionalLong.of(item.number("size", 0, Long.MAX_VALUE)) : OptionalLong.empty(),
                item.constant(Restart.class, "restart", Restart.NO),
                partOf,
                services,
                item.flag("installed", true),
                item.flag("sourcePresent", true),
                item.optionalTexts("listedAs"),
                Duration.ofMillis(item.number("millis", 0, LONGEST_MILLIS, COMMON_MILLIS)));
        item.end();
        return component;
    }
}
