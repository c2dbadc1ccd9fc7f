package org.doorwarden.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorwarden.model.Identified;
import org.doorwarden.model.ServiceName;
import org.doorwarden.restrict.Limit;
import org.doorwarden.restrict.Limits;
import org.doorwarden.text.Message;
import org.doorwarden.text.WrongUse;

/** Reads {@code --restrict SERVICE:LIMIT=VALUE,...}, said once for each limit of a service. */
final class LimitOptions {

    private LimitOptions() {}

    static Map<ServiceName, Limits> parse(List<String> options, Reading reading) throws WrongUse {
        Map<ServiceName, Limits> parsed = new LinkedHashMap<>();
        for (String option : options) {
            int equals = option.indexOf('=');
            int colon = option.lastIndexOf(':', equals);
            if (colon < 1 || equals < 0) {
                throw new WrongUse(Message.of("wrong.restrict", option));
            }
            ServiceName service = Names.service(reading.inventory(), option.substring(0, colon))
                    .name();
            Limit limit = limit(option.substring(colon + 1, equals));
            Limits before = parsed.getOrDefault(service, Limits.NONE);
            List<String> values = new ArrayList<>(before.of(limit).orElse(List.of()));
            Arrays.stream(option.substring(equals + 1).split(","))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .forEach(values::add);
            parsed.put(service, before.with(limit, values));
        }
        return parsed;
    }

    private static Limit limit(String name) throws WrongUse {
        return Identified.find(Limit.class, name.strip())
                .orElseThrow(() -> Names.unknown(
                        "wrong.limit",
                        name,
                        Arrays.stream(Limit.values()).map(Limit::id).toList()));
    }
}
