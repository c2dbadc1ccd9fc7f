package org.doorwarden.ui.services;

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
 * @param undeclared why it is needed, and who says so, if the service that needs it does not declare that
 * @param opens whether there is something below it
 */
public record DependencyBranch(
        Optional<ServiceName> service,
        String title,
        String remark,
        Tone tone,
        Optional<Cited> undeclared,
        boolean opens,
        Supplier<List<DependencyBranch>> below) {}
