package org.doorwarden.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.doorwarden.catalogue.Advice;
import org.doorwarden.catalogue.Catalogue;
import org.doorwarden.catalogue.KnownProduct;
import org.doorwarden.catalogue.Requirement;
import org.doorwarden.catalogue.Role;
import org.doorwarden.catalogue.ServiceKnowledge;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.ServiceType;
import org.doorwarden.model.Verdict;
import org.doorwarden.text.Message;

/**
 * Gives every service its verdict. In order of weight: what Windows, a role or a product needs is required, and so is
 * whatever that needs, directly or not; then the catalogue's advice for the roles; then its general advice; and what
 * something needs that stays or is unknown is not closed under it.
 */
public final class Assessor {

    private static final Pattern INSTANCE_SUFFIX = Pattern.compile("_[0-9a-fA-F]{3,}$");
    private static final int LONGEST_WAY_SHOWN = 12;

    private final Catalogue catalogue;
    private final Inventory inventory;
    private final DependencyGraph graph;
    private final Purpose purpose;
    private final List<KnownProduct> products;
    private final Map<ServiceName, List<Reason>> required = new LinkedHashMap<>();
    /** The catalogue's entries of the services that are there. */
    private final Map<ServiceName, ServiceKnowledge> known = new HashMap<>();

    private final Map<ServiceName, List<ServiceName>> installed;
    private final KnownNeeds knownNeeds;
    private final Map<ServiceName, ServiceName> neededOnTheWay;

    private Assessor(Catalogue catalogue, Inventory inventory, DependencyGraph graph, Purpose purpose) {
        this.catalogue = catalogue;
        this.inventory = inventory;
        this.graph = graph;
        this.purpose = purpose;
        this.products = productsInUse();
        inventory.services().keySet().forEach(name -> catalogue.find(name).ifPresent(entry -> known.put(name, entry)));
        this.installed = installed();
        collectRequired();
        this.knownNeeds = KnownNeeds.of(inventory, graph, known);
        this.neededOnTheWay = knownNeeds.everythingNeededBy(graph, required.keySet());
    }

    public static Assessment assess(Catalogue catalogue, Inventory inventory, DependencyGraph graph, Purpose purpose) {
        return new Assessor(catalogue, inventory, graph, purpose).assess();
    }

    private Assessment assess() {
        Map<ServiceName, ServiceAssessment> assessed = new LinkedHashMap<>();
        inventory.servicesOnly().forEach(service -> assessed.put(service.name(), assess(service)));
        keepWhatStaysNeeds(assessed);
        return new Assessment(purpose, products, assessed, knownNeeds);
    }

    /** The services that are there, under their own names and under those of their entries, as instances have. */
    private Map<ServiceName, List<ServiceName>> installed() {
        Map<ServiceName, List<ServiceName>> installed = new HashMap<>();
        for (ServiceName name : inventory.services().keySet()) {
            installed.computeIfAbsent(name, key -> new ArrayList<>(1)).add(name);
            ServiceKnowledge entry = known.get(name);
            if (entry != null && !entry.name().equals(name)) {
                installed
                        .computeIfAbsent(entry.name(), key -> new ArrayList<>(1))
                        .add(name);
            }
        }
        return installed;
    }

    private List<KnownProduct> productsInUse() {
        Set<KnownProduct> inUse = new LinkedHashSet<>(purpose.products());
        inUse.addAll(ProductsInUse.find(catalogue, inventory));
        return List.copyOf(inUse);
    }

    private void collectRequired() {
        for (Role role : purpose.roles()) {
            for (Requirement requirement : role.requires()) {
                require(requirement, Message.of("reason.role", role.name(), requirement.because()));
            }
        }
        for (KnownProduct product : products) {
            for (Requirement requirement : product.requires()) {
                require(requirement, Message.of("reason.product", product.name(), requirement.because()));
            }
        }
        for (Requirement requirement : catalogue.base()) {
            require(requirement, Message.of("reason.base", requirement.because()));
        }
    }

    private void require(Requirement requirement, Message text) {
        // What is not installed is not missed: a role names the services of every Windows version.
        for (ServiceName service : installed.getOrDefault(requirement.service(), List.of())) {
            required.computeIfAbsent(service, name -> new ArrayList<>())
                    .add(Reason.ofCatalogue(text, List.of(requirement.source())));
        }
    }

    private ServiceAssessment assess(Service service) {
        Optional<ServiceKnowledge> knowledge = knowledgeOf(service);
        List<Reason> reasons = new ArrayList<>(required.getOrDefault(service.name(), List.of()));
        boolean needed = !reasons.isEmpty();
        if (neededOnTheWay.containsKey(service.name())) {
            reasons.add(Reason.ofServer(Message.of("reason.dependency", wayTo(service.name()))));
            needed = true;
        }
        List<Advice> advice = knowledge.map(this::adviceFor).orElse(List.of());
        Verdict verdict = verdict(needed, advice);
        // To restrict is decided by the advice; everything else that is needed, by what needs it.
        boolean local = knowledge.map(ServiceKnowledge::local).orElse(false);
        reasons.addAll(verdict == Verdict.RESTRICT ? 0 : reasons.size(), reasonsOf(advice, local));
        if (knowledge.isEmpty()) {
            UnknownService.tell(service).forEach(told -> reasons.add(Reason.ofNobody(told)));
        }
        return new ServiceAssessment(
                service, verdict, needed, reasons, advice.stream().findFirst(), knowledge);
    }

    /** What is needed is required, but for advice to restrict it: that says what to do beyond keeping it. */
    private static Verdict verdict(boolean needed, List<Advice> advice) {
        if (needed) {
            return !advice.isEmpty() && advice.get(0).verdict() == Verdict.RESTRICT
                    ? Verdict.RESTRICT
                    : Verdict.REQUIRED;
        }
        return advice.isEmpty() ? Verdict.UNKNOWN : advice.get(0).verdict();
    }

    private static List<Reason> reasonsOf(List<Advice> advice, boolean local) {
        return advice.stream()
                .map(each -> local
                        ? Reason.ofSite(Message.of("reason.advice.local", each.because()), each.sources())
                        : Reason.ofCatalogue(Message.of("reason.advice", each.because()), each.sources()))
                .toList();
    }

    /** The advice for the roles, the most careful first, or else the general one. */
    private List<Advice> adviceFor(ServiceKnowledge knowledge) {
        List<Advice> forRoles = purpose.roles().stream()
                .map(role -> knowledge.guidance().byRole().get(role.id()))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Advice::verdict))
                .toList();
        return forRoles.isEmpty()
                ? List.of(knowledge.guidance().on(inventory.server().windowsVersion()))
                : forRoles;
    }

    private Optional<ServiceKnowledge> knowledgeOf(Service service) {
        Optional<ServiceKnowledge> knowledge = Optional.ofNullable(known.get(service.name()));
        if (knowledge.isPresent() || service.type() != ServiceType.USER_INSTANCE) {
            return knowledge;
        }
        String template = INSTANCE_SUFFIX.matcher(service.name().value()).replaceFirst("");
        return template.isEmpty() ? Optional.empty() : catalogue.find(new ServiceName(template));
    }

    /** The way from something required down to the service, as in {@code W3SVC > IISADMIN > RpcSs}. */
    private String wayTo(ServiceName service) {
        List<String> way = new ArrayList<>();
        ServiceName at = service;
        way.add(at.value());
        do {
            at = neededOnTheWay.get(at);
            way.add(0, at.value());
        } while (!required.containsKey(at) && way.size() < LONGEST_WAY_SHOWN);
        if (!required.containsKey(at)) {
            way.add(0, "…");
        }
        return String.join(" > ", way);
    }

    private void keepWhatStaysNeeds(Map<ServiceName, ServiceAssessment> assessed) {
        List<ServiceName> staying = assessed.values().stream()
                .filter(each -> !each.verdict().closes() && !each.service().isClosed())
                .map(each -> each.service().name())
                .toList();
        knownNeeds.everythingNeededBy(graph, staying).forEach((name, neededBy) -> {
            ServiceAssessment each = assessed.get(name);
            if (each != null && each.verdict().closes()) {
                List<Reason> reasons = new ArrayList<>();
                reasons.add(Reason.ofServer(Message.of("reason.stays", neededBy, stayer(assessed, neededBy))));
                reasons.addAll(each.reasons());
                assessed.put(
                        name,
                        new ServiceAssessment(
                                each.service(), Verdict.KEEP, false, reasons, each.advice(), each.knowledge()));
            }
        });
    }

    private static Message stayer(Map<ServiceName, ServiceAssessment> assessed, ServiceName name) {
        ServiceAssessment stays = assessed.get(name);
        return Message.of("verdict." + (stays == null ? Verdict.KEEP : stays.verdict()).id());
    }
}
