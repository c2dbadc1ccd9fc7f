package org.doorwarden.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.doorwarden.model.setting.IisElement;
import org.doorwarden.model.setting.KnownSettings;
import org.doorwarden.model.setting.RegistryData;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.XmlText;
import org.doorwarden.text.Messages;
import org.junit.jupiter.api.Test;

class ChangeValueTest {

    @Test
    void howeverLongAValueIsItsRecordIsOneShortLine() {
        String filler = "\uD83D\uDE00\n".repeat(100_000);
        check(new IisElement("a"), new XmlText("<a>" + filler + "</a>"), new XmlText("<a>" + filler + " </a>"));
        check(
                KnownSettings.ALLOWED_PATHS,
                RegistryData.texts(List.of(filler)),
                RegistryData.texts(List.of(filler, "x")));
        assertEquals(
                "4:01000000",
                ChangeValue.of(KnownSettings.SMB1, RegistryData.number(1)).text());
    }

    private static void check(Setting setting, SettingValue value, SettingValue other) {
        ChangeValue one = ChangeValue.of(setting, value);
        assertTrue(one.text().matches("sha256:[0-9a-f]{64}"), one.text());
        assertEquals(one.text(), ChangeValue.of(setting, value).text());
        assertNotEquals(one.text(), ChangeValue.of(setting, other).text());
        String words = new Messages(Locale.ENGLISH).say(one.words());
        assertTrue(words.length() < 2_000, () -> "" + words.length());
        assertEquals(words, new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }
}
