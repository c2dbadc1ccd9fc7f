package org.doorwarden.model.setting;

import java.util.Objects;

/** An element of an XML file exactly as it is written there, from its first bracket to its last. */
public record XmlText(String text) implements SettingValue {

    public XmlText {
        Objects.requireNonNull(text, "text");
    }
}
