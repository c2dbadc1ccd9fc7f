package org.doorwarden.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorwarden.analysis.Assessment;
import org.doorwarden.analysis.ServiceAssessment;
import org.doorwarden.catalogue.Advice;
import org.doorwarden.model.ServiceName;
import org.doorwarden.plan.Choice.Action;
import org.doorwarden.plan.Choice.Origin;

/** The verdicts taken as choices. */
public final class Recommendations {

    private Recommendations() {}

    /** The stated choices, and for every open door without one the choice to close it. */
    public static List<Choice> complete(Assessment assessment, List<Choice> stated) {
        Map<ServiceName, Choice> choices = new LinkedHashMap<>();
        stated.forEach(choice -> choices.put(choice.service(), choice));
        for (ServiceAssessment each : assessment.services().values()) {
            if (each.isOpenDoor()) {
                ServiceName name = each.service().name();
                choices.putIfAbsent(
                        name,
                        new Choice(
                                name,
                                Action.DISABLE,
                                Origin.RECOMMENDATION,
                                each.advice().map(Advice::because).orElse("")));
            }
        }
        return List.copyOf(choices.values());
    }
}
