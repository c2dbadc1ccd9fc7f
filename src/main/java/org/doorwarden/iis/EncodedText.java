package org.doorwarden.iis;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file as text, with what it takes to write it again byte for byte: the encoding by its byte order mark, its XML
 * declaration, or else UTF-8.
 *
 * @see <a href="https://www.w3.org/TR/xml/#sec-guessing">XML 1.0, detection without external encoding information</a>
 */
final class EncodedText {

    private static final String MARK = "\ufeff";
    private static final int LONGEST_DECLARATION = 400;
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml\\s[^>]*?\\bencoding\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')[^>]*\\?>");

    private final String mark;
    private final String text;
    private final Charset charset;

    private EncodedText(String mark, String text, Charset charset) {
        this.mark = mark;
        this.text = text;
        this.charset = charset;
    }

    static EncodedText read(byte[] bytes) throws IisFailure {
        Charset charset = charset(bytes);
        try {
            String decoded = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            String mark = decoded.startsWith(MARK) ? MARK : "";
            EncodedText read = new EncodedText(mark, decoded.substring(mark.length()), charset);
            requireSame(charset, declared(read.text));
            return read;
        } catch (CharacterCodingException notThis) {
            throw new IisFailure(IisFailure.Kind.ENCODING, charset.name());
        }
    }

    /** The text without its byte order mark. */
    String text() {
        return text;
    }

    /** Another text in the same encoding, with the same mark. */
    byte[] bytes(String other) throws IisFailure {
        try {
            ByteBuffer encoded = charset.newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(mark + other));
            return Arrays.copyOfRange(encoded.array(), encoded.arrayOffset(), encoded.limit());
        } catch (CharacterCodingException notThere) {
            throw new IisFailure(IisFailure.Kind.ENCODING, charset.name());
        }
    }

    private static Charset charset(byte[] bytes) throws IisFailure {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (begins(bytes, 0xFF, 0xFE) || begins(bytes, '<', 0, '?', 0)) {
            return StandardCharsets.UTF_16LE;
        }
        if (begins(bytes, 0xFE, 0xFF) || begins(bytes, 0, '<', 0, '?')) {
            return StandardCharsets.UTF_16BE;
        }
        String head = new String(bytes, 0, Math.min(bytes.length, LONGEST_DECLARATION), StandardCharsets.ISO_8859_1);
        String name = declared(head);
        return name.isEmpty() ? StandardCharsets.UTF_8 : named(name);
    }

    /** What the XML declaration says; empty if it says nothing. */
    private static String declared(String text) {
        Matcher declaration = DECLARED.matcher(text);
        if (!declaration.find()) {
            return "";
        }
        return declaration.group(1) == null ? declaration.group(2) : declaration.group(1);
    }

    private static Charset named(String name) throws IisFailure {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new IisFailure(IisFailure.Kind.ENCODING, name);
        }
    }

    private static void requireSame(Charset charset, String declared) throws IisFailure {
        boolean wide = charset.name().startsWith("UTF-16");
        boolean same = declared.isEmpty()
                || (wide
                        ? declared.toUpperCase(Locale.ROOT).startsWith("UTF-16")
                        : named(declared).equals(charset));
        if (!same) {
            throw new IisFailure(IisFailure.Kind.ENCODING, declared + ", " + charset.name());
        }
    }

    private static boolean begins(byte[] bytes, int... with) {
        if (bytes.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((bytes[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
