package org.doorwarden.iis;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.osgi.InputFactoryProviderImpl;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/** An XML text and the elements in it. */
final class XmlSource {

    private static final int DEEPEST = 64;
    private static final int LONGEST_ATTRIBUTE = 16 << 20;

    private final String text;
    private final XmlElement root;

    private XmlSource(String text, XmlElement root) {
        this.text = text;
        this.root = root;
    }

    static XmlSource parse(String text) throws IisFailure {
        try {
            XMLStreamReader2 reader = (XMLStreamReader2) factory().createXMLStreamReader(new StringReader(text));
            try {
                return new XmlSource(text, elements(text, reader));
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | WstxLazyException broken) {
            throw new IisFailure(IisFailure.Kind.NOT_XML, firstLine(broken));
        }
    }

    String text() {
        return text;
    }

    XmlElement root() {
        return root;
    }

    String textOf(XmlElement element) {
        return text.substring(element.start(), element.end());
    }

    /** The text with another one in place of a part of it. */
    String replaced(int from, int to, String by) {
        return text.substring(0, from) + by + text.substring(to);
    }

    private static XMLInputFactory2 factory() {
        XMLInputFactory2 factory = new InputFactoryProviderImpl().createInputFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGEST_ATTRIBUTE);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        return factory;
    }

    private static XmlElement elements(String text, XMLStreamReader2 reader) throws XMLStreamException, IisFailure {
        Optional<XmlElement> root = Optional.empty();
        Optional<XmlElement> open = Optional.empty();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw new IisFailure(IisFailure.Kind.NOT_XML, "DOCTYPE");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                XmlElement element = started(text, reader, open);
                open.ifPresent(above -> above.add(element));
                root = root.or(() -> Optional.of(element));
                open = Optional.of(element);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                XmlElement element = open.orElseThrow();
                if (!isEmptyTag(text, element)) {
                    end(text, reader, element);
                }
                open = element.parent();
            }
        }
        return root.orElseThrow(() -> new IisFailure(IisFailure.Kind.NOT_XML, ""));
    }

    private static XmlElement started(String text, XMLStreamReader2 reader, Optional<XmlElement> parent)
            throws XMLStreamException, IisFailure {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        int start = (int) reader.getLocationInfo().getStartingCharOffset();
        int end = (int) reader.getLocationInfo().getEndingCharOffset();
        requireTag(text, start, end, "<" + reader.getLocalName());
        return new XmlElement(parent, reader.getLocalName(), attributes, start, end);
    }

    private static void end(String text, XMLStreamReader2 reader, XmlElement element)
            throws XMLStreamException, IisFailure {
        int start = (int) reader.getLocationInfo().getStartingCharOffset();
        int end = (int) reader.getLocationInfo().getEndingCharOffset();
        requireTag(text, start, end, "</" + element.name());
        element.close(start, end);
    }

    /** Everything rests on the offsets, so they are looked at. */
    private static void requireTag(String text, int start, int end, String begins) throws IisFailure {
        if (!text.startsWith(begins, start) || end > text.length() || text.charAt(end - 1) != '>') {
            throw new IisFailure(IisFailure.Kind.NOT_XML, begins + " @" + start);
        }
    }

    private static boolean isEmptyTag(String text, XmlElement element) {
        return text.charAt(element.tagEnd() - 2) == '/';
    }

    private static String firstLine(Exception broken) {
        return String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
    }
}
