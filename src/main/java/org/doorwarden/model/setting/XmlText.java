package org.doorwarden.model.setting;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.doorwarden.model.Sha256;

/**
 * An element of an XML file.
 *
 * @param xml exactly as it is written there, from its first bracket to its last; may be as large as the file
 */
public record XmlText(String xml) implements SettingValue {

    public XmlText {
        Objects.requireNonNull(xml, "xml");
    }

    @Override
    public String text() {
        return "sha256:" + Sha256.of(xml.getBytes(StandardCharsets.UTF_8));
    }
}
