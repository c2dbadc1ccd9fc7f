package org.doorwarden.iis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorwarden.iis.IisFailure.Kind;
import org.doorwarden.model.access.SmtpServer;
import org.doorwarden.model.access.SmtpServer.Relay;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.IisElement;
import org.doorwarden.model.setting.XmlText;
import org.junit.jupiter.api.Test;

class IisDocumentTest {

    private static final IisElement B = new IisElement("a/b");
    private static final XmlText NEW = new XmlText("<b x='1'/>");

    @Test
    void aQuoteInAnAddressIsWrittenTwice() throws Exception {
        IisElement element = IisPath.of(IisPath.step("a"), IisPath.step("site", "name", "it's [@a='/']"))
                .element();
        assertEquals("a/site[@name='it''s [@a=''/'']']", element.path());
        IisDocument document = read("<a><site name=\"IT'S [@a='/']\"/><site/></a>");
        assertEquals(new XmlText("<site name=\"IT'S [@a='/']\"/>"), document.value(element));
        for (String wrong : List.of("", "/", "a/", "/a", "a//b", "a[b]", "a[@b=c]", "a[@b='c]", "a[@b='c'd']")) {
            assertEquals(
                    Kind.NOT_AN_ELEMENT,
                    assertThrows(IisFailure.class, () -> document.value(new IisElement(wrong)), wrong)
                            .kind());
        }
    }

    @Test
    void aNewElementHasALineOfItsOwnWhereItsSiblingsHave() throws Exception {
        assertEquals("<a>\r\n\t<c/>\r\n\t<b x='1'/>\r\n</a>", with("<a>\r\n\t<c/>\r\n</a>"));
        assertEquals("<a>\n  <c/> <!-- c -->\n  <b x='1'/>\n</a>", with("<a>\n  <c/> <!-- c -->\n</a>"));
        assertEquals("<a><c/><b x='1'/></a>", with("<a><c/></a>"));
        assertEquals("<a><b x='1'/></a>", with("<a></a>"));
    }

    @Test
    void whatCannotBeWrittenBackIsRefused() throws Exception {
        refused(Kind.AMBIGUOUS, "<a><b/><b/></a>");
        refused(Kind.NO_PARENT, "<a/>");
        refused(Kind.NO_PARENT, "<c></c>");
        refused(Kind.ELSEWHERE, "<a configSource='x.config'><b/></a>");
        refused(Kind.ELSEWHERE, "<a configProtectionProvider='p'></a>");
        IisDocument document = read("<a><b/></a>");
        for (String wrong : List.of("<c/>", "<b/><b/>", " <b/>", "<b/><!-- -->", "text", "<b>", "")) {
            assertThrows(IisFailure.class, () -> document.with(B, new XmlText(wrong)), wrong);
        }
        IisDocument narrow = IisDocument.read(
                "<?xml version='1.0' encoding='windows-1252'?><a></a>".getBytes(Charset.forName("windows-1252")));
        assertEquals(
                Kind.ENCODING,
                assertThrows(IisFailure.class, () -> narrow.with(B, new XmlText("<b x='Ł'/>")))
                        .kind());
    }

    @Test
    void anEncodingThatDoesNotGiveTheSameBytesIsRefused() throws Exception {
        // Two ways to shift into the same characters: only one of them is written again.
        byte[] bytes = "<?xml version='1.0' encoding='ISO-2022-JP'?><a>\u001b(J\u001b(B</a>"
                .getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                Kind.ENCODING,
                assertThrows(IisFailure.class, () -> IisDocument.read(bytes).with(B, NEW))
                        .kind());
        for (String declared : List.of("utf-16", "no such", "x-none")) {
            assertThrows(IisFailure.class, () -> read("<?xml version='1.0' encoding='" + declared + "'?><a/>"));
        }
        assertThrows(IisFailure.class, () -> read("\ufeff<?xml version='1.0' encoding='windows-1252'?><a/>"));
    }

    @Test
    void whatWasNotThereIsTakenAwayWithoutATrace() throws Exception {
        IisDocument document = read("<a>\r\n  <c/>\r\n\r\n</a>\r\n");
        assertEquals(
                text(document),
                text(document.with(B, NEW).with(B, Absent.ITSELF).with(B, Absent.ITSELF)));
    }

    @Test
    void locksSayWhatTheyKeep() throws Exception {
        assertEquals(Optional.of("<b lockAttributes=\"*\">"), lock("<b lockAttributes='*'/>", "x"));
        assertEquals(Optional.of("<b lockAttributes=\"y, x\">"), lock("<b lockAttributes='y, x'/>", "x"));
        assertEquals(Optional.empty(), lock("<b lockAttributes='y'/>", "x"));
        assertEquals(Optional.of("<b lockAllAttributesExcept=\"y\">"), lock("<b lockAllAttributesExcept='y'/>", "x"));
        assertEquals(Optional.empty(), lock("<b lockAllAttributesExcept='x'/>", "x"));
        assertEquals(Optional.of("<b lockItem=\"True\">"), lock("<b lockItem='True'/>", "x"));
        assertEquals(Optional.of("<b configSource=\"f\">"), lock("<b configSource='f'/>", "x"));
        IisPart part = IisPart.of(B, new XmlText("<b lockElements='c'><c/><d lockElements='add'/></b>"), layout());
        assertEquals(Optional.of("<b lockElements=\"c\">"), part.lock(new IisElement("a/b/c"), "x", List.of()));
        assertEquals(Optional.empty(), part.lock(new IisElement("a/b/d"), "x", List.of()));
        assertEquals(Optional.of("<d lockElements=\"add\">"), part.lock(new IisElement("a/b/d"), "", List.of("add")));
    }

    @Test
    void whatIsPutIntoAnElementWithoutEndTagChangesThatElement() throws Exception {
        IisPart part = IisPart.of(B, new XmlText("<b  y=\"&lt;\"   />"), new Layout("\n", " "))
                .withAttribute(new IisElement("a/b/c/d"), "x", "\"<&>'");
        assertEquals(
                List.of(new IisPart.Replacement(
                        B,
                        new XmlText("<b  y=\"&lt;\"   />"),
                        new XmlText(
                                "<b  y=\"&lt;\">\n  <c>\n   <d x=\"&quot;&lt;&amp;&gt;&apos;\" />\n  </c>\n </b>"))),
                part.replacements());
        assertEquals(List.of(Map.of("x", "\"<&>'")), part.children(new IisElement("a/b/c"), "d"));
    }

    @Test
    void mailServersTakeOverWhatTheServiceSays() throws Exception {
        String metabase = "<configuration><IIsSmtpService Location='/LM/SMTPSVC' RelayForAuth='4294967295'/>"
                + "<IIsSmtpServer Location='/lm/smtpsvc/2' ServerComment='Out' ServerBindings='10.0.0.1:25: :587:'"
                + " RelayForAuth='0' RelayIpList='18000080200000803c00008044000080'/>"
                + "<IIsSmtpServer Location='/LM/SMTPSVC/1' ServerBindings=':25:'/>"
                + "<IIsSmtpServer Location='/LM/SMTPSVC/99999999999' /><IIsSmtpServer Location='/LM/SMTPSVC/1/Domain' />"
                + "</configuration>";
        assertEquals(
                List.of(
                        new SmtpServer("SMTPSVC/1", List.of("*:25:"), Relay.NOBODY, true, List.of()),
                        new SmtpServer("Out", List.of("10.0.0.1:25:", "*:587:"), Relay.NOT_READ, false, List.of())),
                Metabase.read(metabase.getBytes(StandardCharsets.UTF_8)).smtpServers());
    }

    private static Optional<String> lock(String text, String attribute) throws IisFailure {
        return IisPart.of(B, new XmlText(text), layout()).lock(B, attribute, List.of());
    }

    private static Layout layout() {
        return new Layout("\r\n", "    ");
    }

    private static void refused(Kind kind, String text) {
        assertEquals(
                kind,
                assertThrows(IisFailure.class, () -> read(text).with(B, NEW), text)
                        .kind());
    }

    private static String with(String text) throws IisFailure {
        return text(read(text).with(B, NEW));
    }

    private static String text(IisDocument document) {
        return new String(document.bytes(), StandardCharsets.UTF_8);
    }

    private static IisDocument read(String text) throws IisFailure {
        return IisDocument.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
