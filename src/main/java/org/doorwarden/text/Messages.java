package org.doorwarden.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * Turns messages into words of one language. Arguments that are texts are made {@link Printable} on the way, since
 * most of them come from a server.
 */
public final class Messages {

    private static final String BUNDLE = "org.doorwarden.text.messages";

    private final Locale locale;
    private ResourceBundle loaded;

    public Messages(Locale locale) {
        this.locale = locale;
    }

    /** With these texts. */
    public Messages(Locale locale, ResourceBundle texts) {
        this.locale = locale;
        this.loaded = texts;
    }

    /** The language that is spoken, for dates and numbers. */
    public Locale locale() {
        return locale;
    }

    public String say(Message message) {
        return say(message.key(), message.arguments().toArray());
    }

    /** As {@link #say(Message)}, with a capital letter at its beginning: for what is a title, and a part of sentences elsewhere. */
    public String title(Message message) {
        String said = say(message);
        if (said.isEmpty()) {
            return said;
        }
        int first = said.codePointAt(0);
        return Character.toString(Character.toTitleCase(first)) + said.substring(Character.charCount(first));
    }

    /**
     * The text of {@code key} with the arguments put in.
     *
     * @throws MissingResourceException if there is no such key: a bug
     */
    public String say(String key, Object... arguments) {
        Object[] said = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            said[i] = sayArgument(arguments[i]);
        }
        return new MessageFormat(bundle().getString(key), locale).format(said);
    }

    /** Whether there is a text for the key. */
    public boolean has(String key) {
        return bundle().containsKey(key);
    }

    /** Loads the texts when the first is needed: a command that answers in JSON needs none. */
    private synchronized ResourceBundle bundle() {
        if (loaded == null) {
            loaded = ResourceBundle.getBundle(BUNDLE, locale);
        }
        return loaded;
    }

    private Object sayArgument(Object argument) {
        if (argument instanceof Message message) {
            return say(message);
        }
        return argument instanceof Number ? argument : Printable.of(argument.toString());
    }
}
