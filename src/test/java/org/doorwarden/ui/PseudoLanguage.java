package org.doorwarden.ui;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.ResourceBundle;
import org.doorwarden.text.Messages;

/**
 * A language nobody speaks: every text of the program in accented letters, 40 percent longer and in brackets. What is
 * still in plain letters on a screen did not come from the texts; what is cut off would be in a longer language.
 */
public final class PseudoLanguage extends ResourceBundle {

    private static final String PLAIN = "abcdeghijlnorstuwyzABCDEGHIJLNORSTUWYZ";
    private static final String ACCENTED = "áƀçďéĝĥíĵľñöŕšŧûŵýžÁɃÇĎÉĜĤÍĴĽÑÖŔŠŦÛŴÝŽ";
    private static final String MORE = "öné ŧwö ŧĥŕéé föûŕ fívé šíx šévéñ éíĝĥŧ ñíñé ŧéñ ";

    private final ResourceBundle texts = ResourceBundle.getBundle("org.doorwarden.text.messages", Locale.ENGLISH);

    public static Messages messages() {
        return new Messages(Locale.ENGLISH, new PseudoLanguage());
    }

    @Override
    protected Object handleGetObject(String key) {
        if (!texts.containsKey(key)) {
            return null;
        }
        // The program is called the same in every language.
        return key.equals("ui.brand") ? texts.getString(key) : pseudo(texts.getString(key));
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.keySet());
    }

    static String pseudo(String text) {
        int more = (letters(text) * 2 + 4) / 5;
        return "[" + accented(text) + (more == 0 ? "" : " " + longer(more)) + "]";
    }

    /** That many letters more, in words, so that lines can be broken. */
    private static String longer(int letters) {
        return MORE.repeat(letters / MORE.length() + 1).substring(0, letters).strip();
    }

    /** Letters of what is said in any case; what goes in and its choices are not counted. */
    private static int letters(String text) {
        int depth = 0;
        int letters = 0;
        for (char c : text.toCharArray()) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            letters += depth == 0 && Character.isLetter(c) ? 1 : 0;
        }
        return letters;
    }

    private static String accented(String text) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '{') {
                int end = end(text, at);
                result.append(argument(text.substring(at + 1, end)));
                at = end;
            } else {
                int known = PLAIN.indexOf(c);
                result.append(known < 0 ? c : ACCENTED.charAt(known));
            }
            at++;
        }
        return result.toString();
    }

    /** What goes in stays as it is; but what a choice says is said in this language, too. */
    private static String argument(String inside) {
        int choices = inside.indexOf(",choice,");
        if (choices < 0) {
            return "{" + inside + "}";
        }
        int begin = choices + ",choice,".length();
        StringBuilder result = new StringBuilder("{").append(inside, 0, begin);
        int depth = 0;
        int from = begin;
        for (int i = begin; i <= inside.length(); i++) {
            char c = i == inside.length() ? '|' : inside.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == '|' && depth == 0) {
                result.append(from == begin ? "" : "|").append(choice(inside.substring(from, i)));
                from = i + 1;
            }
        }
        return result.append("}").toString();
    }

    private static String choice(String choice) {
        int said = 0;
        while (choice.charAt(said) != '#' && choice.charAt(said) != '<') {
            said++;
        }
        return choice.substring(0, said + 1) + accented(choice.substring(said + 1));
    }

    private static int end(String text, int begin) {
        int depth = 0;
        for (int i = begin; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException(text);
    }
}
