package org.doorwarden.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.doorwarden.model.ImagePath;
import org.doorwarden.model.Listener;
import org.doorwarden.model.Service;
import org.doorwarden.text.Message;

/** What can be told of a service that the catalogue does not know, from what the server says of it. */
public final class UnknownService {

    private static final Pattern SHARED_HOST = Pattern.compile("(?i).*\\\\svchost\\.exe$");
    /** Where any account may put a program: whoever can replace it gets the service's rights. */
    private static final Pattern WRITABLE_PLACE = Pattern.compile(
            "(?i)(?:\\\\\\?\\?\\\\)?(?:[a-z]:\\\\users\\\\|[a-z]:\\\\documents and settings\\\\|[a-z]:\\\\programdata\\\\|"
                    + "[a-z]:\\\\perflogs\\\\|[a-z]:\\\\temp\\\\|[a-z]:\\\\windows\\\\temp\\\\|%temp%|%tmp%|%appdata%|%localappdata%|%userprofile%|%public%|"
                    + "%programdata%|%allusersprofile%).*");

    private UnknownService() {}

    /** Statements in the order in which to show them; the first says where the program comes from. */
    public static List<Message> tell(Service service) {
        List<Message> told = new ArrayList<>();
        told.add(origin(service));
        if (!service.publisher().isBlank()) {
            told.add(Message.of("unknown.publisher", service.publisher()));
        }
        if (!service.description().isBlank()) {
            told.add(Message.of("unknown.description", service.description()));
        }
        String program = ImagePath.program(service.imagePath());
        if (WRITABLE_PLACE.matcher(program).matches()) {
            told.add(Message.of("unknown.writable.place", program));
        }
        if (isUnquotedWithBlank(service.imagePath(), program)) {
            told.add(Message.of("unknown.unquoted", service.imagePath()));
        }
        if (isMighty(service.account()) && !service.imagePath().isBlank()) {
            told.add(Message.of("unknown.mighty", service.account()));
        }
        for (Listener listener : service.listeners()) {
            if (listener.reachable()) {
                told.add(Message.of("unknown.listens", listener.protocol().id(), String.valueOf(listener.port())));
            }
        }
        return told;
    }

    private static Message origin(Service service) {
        if (service.imagePath().isBlank()) {
            return Message.of("reason.unknown.nowhere");
        }
        String program = ImagePath.program(service.imagePath());
        if (SHARED_HOST.matcher(program).matches()) {
            return Message.of("reason.unknown.shared.host", service.imagePath());
        }
        return Message.of(
                ImagePath.isInWindowsFolder(service.imagePath())
                        ? "reason.unknown.windows"
                        : "reason.unknown.third.party",
                service.imagePath());
    }

    /** Windows then tries a program at every blank on the way, such as {@code C:\Program.exe}. */
    private static boolean isUnquotedWithBlank(String imagePath, String program) {
        return !imagePath.strip().startsWith("\"")
                && program.indexOf(' ') >= 0
                && program.toLowerCase(Locale.ROOT).endsWith(".exe");
    }

    private static boolean isMighty(String account) {
        String plain = account.toLowerCase(Locale.ROOT);
        return plain.equals("localsystem") || plain.equals("nt authority\\system") || plain.equals(".\\administrator");
    }
}
