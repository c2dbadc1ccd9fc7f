package org.doorwarden.ui.services;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.doorwarden.model.ServiceName;
import org.doorwarden.ui.component.Badge.Tone;
import org.doorwarden.ui.knowledge.Cited;

/**
 * A branch of one of the two trees of dependencies. What is below it is looked up when it is opened.
 *
 * @param service what it stands for, unless that is a group or a name without a service
 * @param title printable
 * @param remark its state and verdict, or why it has none
 * @param mark says that nobody declares this dependency; empty if somebody does
 * @param undeclared then why it is needed all the same, and who says so
 * @param opens whether there is something below it
 */
public record DependencyBranch(
        Optional<ServiceName> service,
        String title,
        String remark,
        Tone tone,
        String mark,
        Optional<Cited> undeclared,
        boolean opens,
        Supplier<List<DependencyBranch>> below) {

    /** All that is to be said of it, line by line. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(title));
        undeclared.ifPresent(said -> lines.add(mark));
        lines.add(remark);
        undeclared.ifPresent(said -> lines.addAll(List.of(said.text(), said.source())));
        return lines;
    }
}
