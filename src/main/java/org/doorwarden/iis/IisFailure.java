package org.doorwarden.iis;

import org.doorwarden.model.Identified;
import org.doorwarden.text.Explained;
import org.doorwarden.text.Message;

/** A configuration file of IIS cannot be read, or not be changed without losing something of it. */
public final class IisFailure extends Exception implements Explained {

    private static final long serialVersionUID = 1L;

    /** What keeps it from being read or changed. */
    public enum Kind implements Identified {
        /** It is no XML, or has a document type, or is too deep. */
        NOT_XML("not-xml"),
        /** Its encoding is not known, not the one it says, or does not give the same bytes back. */
        ENCODING("encoding"),
        /** More than one element is meant. */
        AMBIGUOUS("ambiguous"),
        /** There is no element to put the new one into. */
        NO_PARENT("no-parent"),
        /** That is no address of an element, or not the text of such an element. */
        NOT_AN_ELEMENT("not-an-element"),
        /** The section is kept in another file, or encrypted. */
        ELSEWHERE("elsewhere");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    private final Kind kind;
    private final String detail;

    /** @param detail what exactly, as the file has it */
    public IisFailure(Kind kind, String detail) {
        super(kind.id() + ": " + detail);
        this.kind = kind;
        this.detail = detail;
    }

    public Kind kind() {
        return kind;
    }

    /** What exactly, as the file has it. */
    public String detail() {
        return detail;
    }

    @Override
    public Message explanation() {
        return Message.of("iis.failure." + kind.id(), detail);
    }
}
