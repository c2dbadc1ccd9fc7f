package org.doorwarden.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorwarden.model.Identified;
import org.doorwarden.model.ServiceName;
import org.doorwarden.network.AddressInput;
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
            List<String> more = values(service, limit, option.substring(equals + 1));
            if (limit.form() == Limit.Form.ONE_OF && values.size() + more.size() > 1) {
                throw new WrongUse(Message.of("wrong.limit.several", service, limit.id()));
            }
            values.addAll(more);
            parsed.put(service, before.with(limit, values));
        }
        return parsed;
    }

    /** What was said of a limit; nothing at all is a slip, as of a variable that is empty, and does not mean nobody. */
    private static List<String> values(ServiceName service, Limit limit, String said) throws WrongUse {
        List<String> values = Arrays.stream(said.split(","))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        if (values.isEmpty()) {
            throw new WrongUse(Message.of("wrong.limit.empty", service, limit.id()));
        }
        for (String value : values) {
            if (limit.form() == Limit.Form.ONE_OF && !limit.words().contains(value)) {
                throw new WrongUse(
                        Message.of("wrong.limit.word", service, limit.id(), value, String.join(", ", limit.words())));
            }
            AddressInput.Kind kind = limit.form() == Limit.Form.ADDRESSES
                    ? AddressInput.of(value).kind()
                    : AddressInput.Kind.ADDRESSES;
            if (kind == AddressInput.Kind.NOTHING) {
                throw new WrongUse(Message.of("wrong.limit.address", value));
            }
            if (kind == AddressInput.Kind.SUBNET_WITH_REST) {
                throw new WrongUse(Message.of("refusal.limit-subnet-with-rest", service, "", value));
            }
        }
        return values;
    }

    private static Limit limit(String name) throws WrongUse {
        return Identified.find(Limit.class, name.strip())
                .orElseThrow(() -> Names.unknown(
                        "wrong.limit",
                        name,
                        Arrays.stream(Limit.values()).map(Limit::id).toList()));
    }
}
