package org.doorwarden.iis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.IisElement;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.XmlText;

/**
 * An {@code applicationHost.config}. An element's value is its text exactly as it is written; to set one changes nothing
 * else of the file. An element that is not there is put behind everything in the one around it, on a line of its own
 * where its siblings have theirs, and taken away again without a trace.
 *
 * @see <a href="https://learn.microsoft.com/iis/get-started/planning-your-iis-architecture/deep-dive-into-iis-configuration-with-iis-7-and-iis-8">
 *     Deep dive into IIS configuration</a>: the order of location elements does not count, and several may have one path
 */
public final class IisDocument {

    private final byte[] bytes;
    private final EncodedText encoded;
    private final XmlSource source;

    private IisDocument(byte[] bytes, EncodedText encoded, XmlSource source) {
        this.bytes = bytes;
        this.encoded = encoded;
        this.source = source;
    }

    public static IisDocument read(byte[] bytes) throws IisFailure {
        EncodedText encoded = EncodedText.read(bytes);
        return new IisDocument(bytes.clone(), encoded, XmlSource.parse(encoded.text()));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** What is found there. */
    public SettingValue value(IisElement element) throws IisFailure {
        Optional<XmlElement> found = find(IisPath.of(element));
        return found.isPresent() ? new XmlText(source.textOf(found.get())) : Absent.ITSELF;
    }

    /**
     * The same file with another value there.
     *
     * @throws IisFailure if the file cannot be written again as it is, the element is not the only one with that address,
     *     or is not in this file, or there is nothing to put it into
     */
    public IisDocument with(IisElement element, SettingValue value) throws IisFailure {
        requireSameBytes();
        IisPath path = IisPath.of(element);
        Optional<XmlElement> found = find(path);
        if (found.isPresent()) {
            requireHere(found.get());
        }
        String text;
        if (value instanceof XmlText wanted) {
            requireElement(path, wanted);
            text = found.isPresent()
                    ? source.replaced(found.get().start(), found.get().end(), wanted.xml())
                    : inserted(path, wanted);
        } else if (found.isPresent()) {
            text = XmlEdit.remove(source, found.get());
        } else {
            return this;
        }
        return read(encoded.bytes(text));
    }

    XmlSource source() {
        return source;
    }

    /** Refuses a file whose text, written in its own encoding again, would be another one. */
    void requireSameBytes() throws IisFailure {
        if (!Arrays.equals(bytes, encoded.bytes(encoded.text()))) {
            throw new IisFailure(IisFailure.Kind.ENCODING, "");
        }
    }

    private Optional<XmlElement> find(IisPath path) throws IisFailure {
        List<XmlElement> found = path.in(source.root());
        if (found.size() > 1) {
            throw new IisFailure(IisFailure.Kind.AMBIGUOUS, path.element().path());
        }
        return found.stream().findFirst();
    }

    private String inserted(IisPath path, XmlText wanted) throws IisFailure {
        if (path.size() < 2) {
            throw new IisFailure(IisFailure.Kind.NO_PARENT, path.element().path());
        }
        IisPath above = path.first(path.size() - 1);
        XmlElement parent = above.in(source.root()).stream()
                .filter(each -> !each.isSelfClosed())
                .findFirst()
                .orElseThrow(() -> new IisFailure(
                        IisFailure.Kind.NO_PARENT, above.element().path()));
        requireHere(parent);
        return XmlEdit.append(source, parent, wanted.xml(), Layout.of(source), 0);
    }

    private static void requireHere(XmlElement element) throws IisFailure {
        for (Optional<XmlElement> each = Optional.of(element);
                each.isPresent();
                each = each.get().parent()) {
            Optional<String> elsewhere = Locks.elsewhere(each.get());
            if (elsewhere.isPresent()) {
                throw new IisFailure(IisFailure.Kind.ELSEWHERE, elsewhere.get());
            }
        }
    }

    private static void requireElement(IisPath path, XmlText wanted) throws IisFailure {
        XmlElement root = XmlSource.parse(wanted.xml()).root();
        if (root.start() != 0
                || root.end() != wanted.xml().length()
                || !path.last().isOf(root)) {
            throw new IisFailure(IisFailure.Kind.NOT_AN_ELEMENT, path.element().path());
        }
    }
}
