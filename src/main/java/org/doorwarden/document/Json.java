package org.doorwarden.document;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.util.function.Function;

/** Lists as JSON arrays. */
public final class Json {

    private Json() {}

    public static <T> JsonArray list(Iterable<T> items, Function<? super T, ? extends JsonElement> write) {
        JsonArray array = new JsonArray();
        for (T item : items) {
            array.add(write.apply(item));
        }
        return array;
    }

    /** The items by their {@code toString}. */
    public static JsonArray texts(Iterable<?> items) {
        JsonArray array = new JsonArray();
        for (Object item : items) {
            array.add(item.toString());
        }
        return array;
    }
}
