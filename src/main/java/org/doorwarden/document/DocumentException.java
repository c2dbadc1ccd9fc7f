package org.doorwarden.document;

import java.util.Objects;
import org.doorwarden.text.Explained;
import org.doorwarden.text.Message;

/** A file that is not what it should be: which file, which field in it, and what is wrong there. */
public final class DocumentException extends Exception implements Explained {

    private static final long serialVersionUID = 1L;

    private final String document;
    private final String field;
    private final transient Message problem;

    /**
     * @param document the file, as the person named it
     * @param field the place in it, as {@code choices[3].service}; empty for the file as a whole
     * @param problem what is wrong there
     */
    public DocumentException(String document, String field, Message problem) {
        super(document + " " + field + " " + problem.key());
        this.document = Objects.requireNonNull(document, "document");
        this.field = Objects.requireNonNull(field, "field");
        this.problem = problem;
    }

    public String document() {
        return document;
    }

    public String field() {
        return field;
    }

    /** What is wrong, without the place. */
    public Message problem() {
        return problem;
    }

    @Override
    public Message explanation() {
        return field.isEmpty()
                ? Message.of("document.wrong", document, problem)
                : Message.of("document.wrong.at", document, field, problem);
    }
}
