package org.doorwarden.ui.shell;

import java.util.Optional;
import org.doorwarden.model.ServiceName;

/** How screens lead to others. */
public interface Navigator {

    void go(StepId step);

    /** To the Services step, with this service chosen. */
    void goToService(ServiceName service);

    /** To the catalogue, with this entry chosen if one is named. */
    void openCatalogue(Optional<ServiceName> entry);

    /** Whether it is this step that the person looks at. */
    boolean isShown(StepId step);

    /** To the history, with this run chosen if one is named. */
    void openHistory(Optional<String> run);
}
