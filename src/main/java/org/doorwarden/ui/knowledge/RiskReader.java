package org.doorwarden.ui.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.doorwarden.catalogue.Risk;
import org.doorwarden.catalogue.ServiceKnowledge;
import org.doorwarden.catalogue.Vulnerability;
import org.doorwarden.text.Messages;
import org.doorwarden.text.Printable;
import org.doorwarden.ui.component.Badge.Tone;

/** Says how bad a service is, and what has been found wrong with it. May be asked on any thread. */
public final class RiskReader {

    private static final int SHOWN_FIRST = 2;
    private static final Comparator<Vulnerability> WORST = Comparator.comparing(
                    (Vulnerability each) -> !each.exploited() && each.knownAs().isEmpty())
            .thenComparing(Vulnerability::kind)
            .thenComparing(Vulnerability::year, Comparator.reverseOrder());

    private final Messages messages;

    public RiskReader(Messages messages) {
        this.messages = messages;
    }

    /** @param knowledge empty for a service that nothing is known of */
    public RiskWords read(Optional<ServiceKnowledge> knowledge) {
        if (knowledge.isEmpty()) {
            return new RiskWords(
                    Tone.QUIET,
                    messages.say("ui.services.risk.unknown.lead"),
                    messages.say("ui.services.risk.unknown"),
                    "",
                    List.of(),
                    List.of());
        }
        Risk risk = knowledge.get().risk();
        List<Vulnerability> flaws = knowledge.get().vulnerabilities();
        List<Vulnerability> worst =
                flaws.stream().sorted(WORST).limit(SHOWN_FIRST).toList();
        return new RiskWords(
                Tones.of(risk.severity()),
                messages.say(
                        "ui.services.risk.lead",
                        messages.say("severity." + risk.severity().id()),
                        messages.say("reach." + risk.reach().id())),
                Printable.of(risk.attacker()),
                history(flaws),
                flaws.stream().map(this::flaw).toList(),
                worst.stream().map(this::flaw).toList());
    }

    private String history(List<Vulnerability> flaws) {
        if (flaws.isEmpty()) {
            return messages.say("ui.services.flaws.none");
        }
        return messages.say(
                "ui.services.flaws",
                flaws.size(),
                String.valueOf(flaws.get(0).year()),
                String.valueOf(flaws.get(flaws.size() - 1).year()));
    }

    private FlawWords flaw(Vulnerability flaw) {
        List<String> parts = new ArrayList<>();
        parts.add(messages.say("vulnerability." + flaw.kind().id()));
        if (!flaw.knownAs().isEmpty()) {
            parts.add(messages.say("ui.services.flaw.known.as", String.join(", ", flaw.knownAs())));
        }
        if (flaw.exploited()) {
            parts.add(messages.say("ui.services.flaw.exploited"));
        }
        return new FlawWords(
                String.valueOf(flaw.year()),
                flaw.cve().or(flaw::bulletin).orElse(""),
                String.join(", ", parts),
                flaw.link());
    }
}
