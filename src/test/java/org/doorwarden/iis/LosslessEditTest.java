package org.doorwarden.iis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.IisElement;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.XmlText;
import org.junit.jupiter.api.Test;

/** What is changed and changed back leaves the file byte for byte, however it is written. */
class LosslessEditTest {

    private static final int FILES = 3_000;

    @Test
    void changingAndChangingBackGivesTheSameBytes() throws Exception {
        Random random = new Random(5_2026);
        int inserted = 0;
        int replaced = 0;
        for (int i = 0; i < FILES; i++) {
            String site = GeneratedConfiguration.SITES.get(random.nextInt(GeneratedConfiguration.SITES.size()));
            byte[] bytes = GeneratedConfiguration.of(random, site);
            IisDocument document = IisDocument.read(bytes);
            FtpConfiguration ftp = FtpConfiguration.of(document);
            if (ftp.sites().get(0).unreadable().isPresent()) {
                assertTrue(countsTwice(document, site), () -> new String(bytes));
                continue;
            }
            List<IisPart.Replacement> changes = changes(ftp.values(), site);
            assertFalse(changes.isEmpty());
            IisDocument changed = document;
            for (IisPart.Replacement change : changes) {
                assertEquals(change.before(), changed.value(change.element()));
                IisDocument next = changed.with(change.element(), change.after());
                assertEquals(change.after(), next.value(change.element()));
                requireTheRestIsTheSame(changed, next, change);
                if (change.before() instanceof Absent) {
                    inserted++;
                } else {
                    replaced++;
                }
                changed = next;
            }
            for (int j = changes.size() - 1; j >= 0; j--) {
                changed = changed.with(changes.get(j).element(), changes.get(j).before());
            }
            assertArrayEquals(bytes, changed.bytes(), () -> new String(bytes));
            for (IisPart.Replacement change : changes) {
                IisDocument alone = document.with(change.element(), change.after());
                assertArrayEquals(
                        bytes, alone.with(change.element(), change.before()).bytes());
            }
        }
        assertTrue(inserted > FILES / 3 && replaced > FILES / 3, inserted + " inserted, " + replaced + " replaced");
    }

    @Test
    void whatIsChangedIsReadBack() throws Exception {
        Random random = new Random(77);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = GeneratedConfiguration.of(random, "FTP");
            IisDocument document = IisDocument.read(bytes);
            FtpConfiguration ftp = FtpConfiguration.of(document);
            if (ftp.sites().get(0).unreadable().isPresent()) {
                continue;
            }
            for (IisPart.Replacement change : changes(ftp.values(), "FTP")) {
                document = document.with(change.element(), change.after());
            }
            var site = FtpConfiguration.of(document).sites().get(0);
            assertFalse(site.anonymous());
            assertEquals("SslRequire", site.controlTls());
            assertFalse(site.allowUnlisted());
            assertTrue(
                    site.addressRules().stream().anyMatch(rule -> rule.address().equals("10.0.0.0")));
        }
    }

    /** Two elements without an end tag at the place where a new one would go: none can be chosen. */
    private static boolean countsTwice(IisDocument document, String site) {
        return FtpElements.location(site).in(document.source().root()).size() > 1;
    }

    private static List<IisPart.Replacement> changes(Map<Setting, SettingValue> values, String site) throws IisFailure {
        Layout layout = Layout.of(((XmlText) values.get(FtpElements.bindings(site))).xml());
        IisPart security = part(values, FtpElements.ssl(site), layout)
                .withAttribute(FtpElements.ssl(site), "controlChannelPolicy", "SslRequire")
                .withAttribute(FtpElements.anonymous(site), "enabled", "false");
        IisElement list = FtpElements.ipSecurity(site);
        IisPart addresses = part(values, list, layout)
                .withAttribute(list, "allowUnlisted", "false")
                .withChild(list, "add", Map.of("ipAddress", "10.0.0.0"));
        List<IisPart.Replacement> changes = new ArrayList<>(security.replacements());
        changes.addAll(addresses.replacements());
        return changes;
    }

    private static IisPart part(Map<Setting, SettingValue> values, IisElement target, Layout layout) throws IisFailure {
        IisElement at = target;
        while (!values.containsKey(at)) {
            at = FtpElements.above(at).orElseThrow();
        }
        return IisPart.of(at, values.get(at), layout);
    }

    /** Without the element and the blanks before it, both files are the same; where it was before, exactly. */
    private static void requireTheRestIsTheSame(IisDocument was, IisDocument is, IisPart.Replacement change)
            throws Exception {
        XmlElement now = IisPath.of(change.element()).in(is.source().root()).get(0);
        String text = is.source().text();
        if (change.before() instanceof XmlText before) {
            assertEquals(
                    was.source().text(), text.substring(0, now.start()) + before.xml() + text.substring(now.end()));
        } else {
            int blanks = XmlEdit.blankStart(text, now.start());
            assertEquals(was.source().text(), text.substring(0, blanks) + text.substring(now.end()));
        }
    }
}
