package org.doorwarden.backend;

import java.util.Objects;
import org.doorwarden.model.Identified;
import org.doorwarden.text.Explained;
import org.doorwarden.text.Message;

/** The server did not do what it was asked: what was tried, on what, and what it answered. */
public final class BackendException extends Exception implements Explained {

    private static final long serialVersionUID = 1L;

    /** What was tried. */
    public enum Operation implements Identified {
        CONNECT("connect"),
        READ("read"),
        QUERY("query"),
        SET_START_TYPE("set-start-type"),
        STOP("stop"),
        START("start"),
        PAUSE("pause"),
        READ_SETTING("read-setting"),
        SET_SETTING("set-setting"),
        FIND_ACCOUNT("find-account");

        private final String id;

        Operation(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }

    private final Operation operation;
    private final String target;
    private final int code;
    private final transient Message reason;

    /**
     * @param target the service, key or server it was tried on
     * @param code the Windows error code
     */
    public BackendException(Operation operation, String target, int code) {
        this(operation, target, code, WindowsError.message(code));
    }

    /**
     * For a failure that the code alone does not explain.
     *
     * @param code the Windows error code, 0 if Windows did not answer with one
     * @param reason what went wrong
     */
    public BackendException(Operation operation, String target, int code, Message reason) {
        super(operation.id() + " " + target + ": error " + code);
        this.operation = Objects.requireNonNull(operation, "operation");
        this.target = Objects.requireNonNull(target, "target");
        this.code = code;
        this.reason = reason;
    }

    /**
     * Where it was not Windows that answered: on a training server, or in a file that Doorwarden changes itself.
     *
     * @param reason what went wrong
     */
    public BackendException(Operation operation, String target, Message reason, Throwable cause) {
        super(operation.id() + " " + target + ": " + cause.getMessage(), cause);
        this.operation = Objects.requireNonNull(operation, "operation");
        this.target = Objects.requireNonNull(target, "target");
        this.code = 0;
        this.reason = reason;
    }

    public Operation operation() {
        return operation;
    }

    public String target() {
        return target;
    }

    /** The Windows error code; 0 if Windows did not answer with one. */
    public int code() {
        return code;
    }

    @Override
    public Message explanation() {
        return Message.of("backend.failed." + operation.id(), target, reason);
    }
}
