package org.doorwarden.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.doorwarden.document.DocumentException;
import org.doorwarden.document.ObjectReader;
import org.doorwarden.model.WindowsVersion;
import org.doorwarden.text.Message;

/**
 * Reads what an entry says in another language. Only texts stand there; verdicts, ports and sources stay those of the
 * entry, so that a translation can never advise something else. A text that is missing stays in English.
 */
final class TranslationReader {

    /** The entry with the texts of the item. */
    ServiceKnowledge read(ObjectReader item, ServiceKnowledge entry) throws DocumentException {
        Use use = entry.use();
        ServiceKnowledge translated = new ServiceKnowledge(
                entry.name(),
                entry.alsoNamed(),
                text(item, "displayName", entry.displayName()),
                entry.origin(),
                entry.publisher(),
                text(item, "purpose", entry.purpose()),
                entry.ports(),
                new Risk(
                        entry.risk().severity(),
                        entry.risk().reach(),
                        text(item, "attacker", entry.risk().attacker())),
                new Use(
                        text(item, "without", use.without()),
                        text(item, "usedBy", use.usedBy()),
                        text(item, "inUse", use.inUse()),
                        caution(item, use.caution())),
                entry.startTypes(),
                guidance(item, entry.guidance()),
                item.has("alternatives") ? Citations.filled(item, "alternatives") : english(item, entry.alternatives()),
                entry.removal().isPresent()
                        ? Optional.of(text(item, "removal", entry.removal().get()))
                        : Optional.empty(),
                entry.needs(),
                entry.carriesSessions(),
                entry.vulnerabilities(),
                entry.local());
        item.end();
        return translated;
    }

    /** A text that is there says something. */
    private static String text(ObjectReader item, String field, String english) throws DocumentException {
        return item.has(field) ? item.filledText(field) : item.text(field, english);
    }

    private static List<String> english(ObjectReader item, List<String> alternatives) throws DocumentException {
        item.optionalTexts("alternatives");
        return alternatives;
    }

    private static Optional<Caution> caution(ObjectReader item, Optional<Caution> caution) throws DocumentException {
        if (caution.isEmpty()) {
            return caution;
        }
        return Optional.of(new Caution(
                text(item, "caution", caution.get().text()), caution.get().sources()));
    }

    private static Guidance guidance(ObjectReader item, Guidance guidance) throws DocumentException {
        NavigableMap<WindowsVersion, Advice> later = new TreeMap<>(guidance.later());
        Map<String, Advice> byRole = new LinkedHashMap<>(guidance.byRole());
        Optional<ObjectReader> laterTexts = item.optionalObject("later");
        if (laterTexts.isPresent()) {
            for (String from : laterTexts.get().names()) {
                WindowsVersion version = WindowsVersion.parse(from)
                        .filter(later::containsKey)
                        .orElseThrow(() -> nothingToTranslate(laterTexts.get(), from));
                later.put(version, in(later.get(version), laterTexts.get().filledText(from)));
            }
        }
        Optional<ObjectReader> roleTexts = item.optionalObject("byRole");
        if (roleTexts.isPresent()) {
            for (String role : new ArrayList<>(roleTexts.get().names())) {
                if (!byRole.containsKey(role)) {
                    throw nothingToTranslate(roleTexts.get(), role);
                }
                byRole.put(role, in(byRole.get(role), roleTexts.get().filledText(role)));
            }
        }
        Advice advice =
                in(guidance.advice(), text(item, "because", guidance.advice().because()));
        return new Guidance(advice, later, byRole, guidance.positions());
    }

    private static DocumentException nothingToTranslate(ObjectReader reader, String field) {
        return reader.wrong(field, Message.of("catalogue.translation.nothing"));
    }

    private static Advice in(Advice advice, String because) {
        return new Advice(advice.verdict(), because, advice.sources());
    }
}
