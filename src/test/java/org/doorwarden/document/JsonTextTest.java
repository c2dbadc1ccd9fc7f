package org.doorwarden.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonElement;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {

    @Test
    void writesWhatItReads() throws Exception {
        String text = "{\"a\":[1,true,null,\"ü\\u0000\\\"<>\"],\"b\":{\"c\":-2.5}}";
        JsonElement value = parse(text);
        assertEquals(text, JsonText.compact(value));
        assertEquals(value, parse(JsonText.pretty(value)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,\"a\":2}      | document.field.twice      | a",
                "{\"x\":{\"a\":1,\"a\":2}} | document.field.twice   | x.a",
                "{\"a\":1} {}          | document.not.json         | ",
                "{'a':1}               | document.not.json         | ",
                "[1,]                  | document.not.json         | [1]",
                "{\"a\":NaN}           | document.not.json         | a",
                "{\"a\":1              | document.truncated        | a",
                "{\"a\":\"             | document.not.json         | a",
                "[12345678901234567890123456789012345] | document.number.too.long | [0]",
            })
    void namesWhatIsWrongAndWhere(String text, String problem, String place) {
        DocumentException wrong = assertThrows(DocumentException.class, () -> parse(text));
        assertEquals(problem, wrong.problem().key());
        assertEquals(place == null ? "" : place, wrong.field());
    }

    @Test
    void refusesTextThatIsNotUtf8() {
        byte[] latin = "{\"a\":\"ü\"}".getBytes(StandardCharsets.ISO_8859_1);
        DocumentException wrong = assertThrows(DocumentException.class, () -> JsonText.parse("x", latin));
        assertEquals("document.not.utf8", wrong.problem().key());
    }

    @Test
    void refusesBottomlessNesting() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThrows(DocumentException.class, () -> parse(deep));
    }

    private static JsonElement parse(String text) throws DocumentException {
        return JsonText.parse("test", text.getBytes(StandardCharsets.UTF_8));
    }
}
