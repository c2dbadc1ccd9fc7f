package org.doorwarden.iis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.IisElement;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.XmlText;

/**
 * A part of {@code applicationHost.config} as somebody wants it: edited freely as text, and then told as the smallest
 * elements that become different. An element is told as absent before only where taking it away gives the file back byte
 * for byte; what is put into {@code <security />} changes {@code security}.
 */
public final class IisPart {

    private final IisPath path;
    private final Layout layout;
    private final Optional<XmlSource> before;
    private final Optional<XmlSource> now;

    private IisPart(IisPath path, Layout layout, Optional<XmlSource> before, Optional<XmlSource> now) {
        this.path = path;
        this.layout = layout;
        this.before = before;
        this.now = now;
    }

    /** One element that becomes different. */
    public record Replacement(IisElement element, SettingValue before, SettingValue after) {}

    /** @param found what was found there */
    public static IisPart of(IisElement element, SettingValue found, Layout layout) throws IisFailure {
        Optional<XmlSource> source =
                found instanceof XmlText text ? Optional.of(XmlSource.parse(text.xml())) : Optional.empty();
        return new IisPart(IisPath.of(element), layout, source, source);
    }

    /** Whether an element is this one, or would be in it. */
    public boolean holds(IisElement target) throws IisFailure {
        return IisPath.of(target).isWithin(path);
    }

    /** The value of an attribute of an element; empty if either is not there. */
    public Optional<String> attribute(IisElement target, String name) throws IisFailure {
        return find(target)
                .flatMap(element -> Optional.ofNullable(element.attributes().get(name)));
    }

    /** The attributes of the children of that name that an element in this part has, in their order. */
    public List<Map<String, String>> children(IisElement target, String name) throws IisFailure {
        return find(target).stream()
                .flatMap(element -> element.children(name))
                .map(XmlElement::attributes)
                .toList();
    }

    /** The same with that value of an attribute; elements that are not there are made. */
    public IisPart withAttribute(IisElement target, String name, String value) throws IisFailure {
        IisPart made = with(target);
        return made.edited(
                XmlEdit.attribute(made.now.orElseThrow(), made.find(target).orElseThrow(), name, value));
    }

    /** The same with a further child of an element; elements that are not there are made. */
    public IisPart withChild(IisElement target, String name, Map<String, String> attributes) throws IisFailure {
        IisPart made = with(target);
        String child = attributes.entrySet().stream()
                .map(entry -> " " + entry.getKey() + "=\"" + XmlEdit.escaped(entry.getValue()) + "\"")
                .collect(Collectors.joining("", "<" + name, " />"));
        return made.appended(made.find(target).orElseThrow(), child);
    }

    /** The same without those children of an element. */
    public IisPart without(IisElement target, String name, Predicate<Map<String, String>> which) throws IisFailure {
        List<XmlElement> gone = find(target).stream()
                .flatMap(element -> element.children(name))
                .filter(child -> which.test(child.attributes()))
                .toList();
        if (gone.isEmpty()) {
            return this;
        }
        StringBuilder left = new StringBuilder(now.orElseThrow().text());
        for (int i = gone.size() - 1; i >= 0; i--) {
            left.delete(
                    XmlEdit.blankStart(now.orElseThrow().text(), gone.get(i).start()),
                    gone.get(i).end());
        }
        return edited(left.toString());
    }

    /**
     * What in this part, as it was, keeps an attribute of an element, or its children, from being changed: a lock, or a
     * section that is kept elsewhere or encrypted. Somebody put a lock there on purpose.
     *
     * @param attribute empty for children
     * @param children the names of the children
     * @return the tag, as {@code <ssl lockAttributes="*">}
     * @see <a href="https://learn.microsoft.com/iis/get-started/planning-for-security/how-to-use-locking-in-iis-configuration">
     *     How to use locking in IIS configuration</a>
     */
    public Optional<String> lock(IisElement target, String attribute, List<String> children) throws IisFailure {
        List<IisPath.Step> steps = below(target);
        Optional<XmlElement> element = before.map(XmlSource::root);
        for (int i = 0; element.isPresent(); i++) {
            boolean last = i == steps.size();
            List<String> inside = last ? children : List.of(steps.get(i).name());
            Optional<String> lock = Locks.of(element.get(), last ? attribute : "", inside);
            if (lock.isPresent() || last) {
                return lock;
            }
            element =
                    element.get().children().stream().filter(steps.get(i)::isOf).findFirst();
        }
        return Optional.empty();
    }

    /** What becomes different, as the smallest elements that can be changed and changed back by themselves. */
    public List<Replacement> replacements() {
        List<Replacement> replacements = new ArrayList<>();
        if (now.isPresent() && before.isPresent()) {
            compare(before.get(), before.get().root(), now.get(), now.get().root(), path, replacements);
        } else {
            now.ifPresent(
                    made -> replacements.add(new Replacement(path.element(), Absent.ITSELF, new XmlText(made.text()))));
        }
        return replacements;
    }

    private static void compare(
            XmlSource was, XmlElement old, XmlSource is, XmlElement one, IisPath path, List<Replacement> found) {
        if (was.textOf(old).equals(is.textOf(one))) {
            return;
        }
        if (!onlyInside(was, old, is, one)) {
            found.add(new Replacement(path.element(), new XmlText(was.textOf(old)), new XmlText(is.textOf(one))));
            return;
        }
        for (int i = 0; i < one.children().size(); i++) {
            XmlElement child = one.children().get(i);
            IisPath below = path.then(IisPath.step(child.name()));
            if (i < old.children().size()) {
                compare(was, old.children().get(i), is, child, below, found);
            } else {
                found.add(new Replacement(below.element(), Absent.ITSELF, new XmlText(is.textOf(child))));
            }
        }
    }

    /** Whether all that is different is in the children, each of which can be named, and behind the old ones. */
    private static boolean onlyInside(XmlSource was, XmlElement old, XmlSource is, XmlElement one) {
        List<XmlElement> oldChildren = old.children();
        List<XmlElement> children = one.children();
        if (old.isSelfClosed()
                || one.isSelfClosed()
                || children.size() < oldChildren.size()
                || children.stream().map(XmlElement::name).distinct().count() < children.size()) {
            return false;
        }
        for (int i = 0; i < oldChildren.size(); i++) {
            if (!children.get(i).name().equals(oldChildren.get(i).name())) {
                return false;
            }
        }
        return shell(was, old, oldChildren.size()).equals(shell(is, one, oldChildren.size()));
    }

    /** An element without what is in its children, and without those behind the first so many. */
    private static String shell(XmlSource source, XmlElement element, int children) {
        StringBuilder shell = new StringBuilder();
        int at = element.start();
        for (int i = 0; i < element.children().size(); i++) {
            XmlElement child = element.children().get(i);
            boolean kept = i < children;
            int until = kept ? child.start() : XmlEdit.blankStart(source.text(), child.start());
            shell.append(source.text(), at, Math.max(at, until)).append(kept ? "\0" : "");
            at = child.end();
        }
        return shell.append(source.text(), at, element.end()).toString();
    }

    /** The same with that element, made with those around it if it is not there. */
    private IisPart with(IisElement target) throws IisFailure {
        IisPart made = now.isPresent() ? this : edited(empty(path.last()));
        XmlElement parent = made.now.orElseThrow().root();
        List<IisPath.Step> steps = below(target);
        for (int i = 0; i < steps.size(); i++) {
            if (parent.children().stream().noneMatch(steps.get(i)::isOf)) {
                made = made.appended(parent, empty(steps.get(i)));
            }
            // The offsets of all elements are new after a change.
            IisPath way = IisPath.of(path.last()).then(steps.subList(0, i + 1).toArray(IisPath.Step[]::new));
            parent = way.in(made.now.orElseThrow().root()).get(0);
        }
        return made;
    }

    private List<IisPath.Step> below(IisElement target) throws IisFailure {
        IisPath whole = IisPath.of(target);
        if (!whole.isWithin(path)) {
            throw new IisFailure(IisFailure.Kind.NOT_AN_ELEMENT, target.path());
        }
        return whole.steps().subList(path.size(), whole.size());
    }

    private Optional<XmlElement> find(IisElement target) throws IisFailure {
        IisPath way = IisPath.of(path.last()).then(below(target).toArray(IisPath.Step[]::new));
        return now.flatMap(source -> way.in(source.root()).stream().findFirst());
    }

    private IisPart appended(XmlElement parent, String child) throws IisFailure {
        return edited(XmlEdit.append(now.orElseThrow(), parent, child, layout, path.size() - 1));
    }

    private IisPart edited(String text) throws IisFailure {
        return new IisPart(path, layout, before, Optional.of(XmlSource.parse(text)));
    }

    private static String empty(IisPath.Step step) {
        return "<" + step.name()
                + step.key()
                        .map(key -> " " + key.attribute() + "=\"" + XmlEdit.escaped(key.value()) + "\"")
                        .orElse("")
                + " />";
    }
}
