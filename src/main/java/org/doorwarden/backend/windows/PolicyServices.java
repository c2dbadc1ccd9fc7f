package org.doorwarden.backend.windows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.model.ReadProblem;
import org.doorwarden.model.ReadProblem.Part;
import org.doorwarden.model.ServiceName;

/**
 * The services whose start type Group Policy sets. Windows keeps the security templates it applied last in
 * {@code %SystemRoot%\security\templates\policies}; their section {@code [Service General Setting]} names the services.
 *
 * @see <a href="https://learn.microsoft.com/troubleshoot/windows-server/group-policy/troubleshoot-scecli-1202-events">
 *     SCECLI 1202 events, on gpt*.inf and gpt*.dom</a>
 */
final class PolicyServices {

    private static final Pattern SECTION = Pattern.compile("\\[(.*)]");
    private static final Pattern SETTING = Pattern.compile("\"?([^\",=]+)\"?\\s*,\\s*[234]\\b.*");
    private static final Pattern ORIGIN = Pattern.compile("GPOPath\\s*=\\s*(.*)", Pattern.CASE_INSENSITIVE);
    private static final String SERVICES_KEY = "\\services\\";
    private static final long LARGEST_TEMPLATE = 16 << 20;

    private final Map<ServiceName, String> origins;

    private PolicyServices(Map<ServiceName, String> origins) {
        this.origins = origins;
    }

    /** Reads the folder of applied templates, and says if it is there and cannot be read. */
    static PolicyServices read(Path systemRoot, List<ReadProblem> problems) {
        Path folder = systemRoot.resolve("security").resolve("templates").resolve("policies");
        Map<ServiceName, String> origins = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                if ((name.endsWith(".inf") || name.endsWith(".dom")) && Files.size(file) <= LARGEST_TEMPLATE) {
                    parse(decode(Files.readAllBytes(file)), file.getFileName().toString(), origins);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException noPolicy) {
            return new PolicyServices(Map.of());
        } catch (IOException unreadable) {
            problems.add(new ReadProblem(Part.POLICY, folder.toString(), WindowsError.ACCESS_DENIED));
        }
        return new PolicyServices(origins);
    }

    /** The policy that sets the service's start type, if one does. */
    Optional<String> settingOf(ServiceName service) {
        return Optional.ofNullable(origins.get(service));
    }

    static void parse(String template, String file, Map<ServiceName, String> origins) {
        String section = "";
        String origin = file;
        for (String line : template.lines().map(String::strip).toList()) {
            Matcher head = SECTION.matcher(line);
            Matcher path = ORIGIN.matcher(line);
            Matcher setting = SETTING.matcher(line);
            if (head.matches()) {
                section = head.group(1).strip().toLowerCase(Locale.ROOT);
            } else if (path.matches()) {
                origin = path.group(1).strip();
            } else if (section.equals("service general setting") && setting.matches()) {
                origins.put(new ServiceName(serviceName(setting.group(1).strip())), origin);
            }
        }
    }

    /** Old templates name the service by its registry key. */
    private static String serviceName(String text) {
        int at = text.toLowerCase(Locale.ROOT).lastIndexOf(SERVICES_KEY);
        return at < 0 ? text : text.substring(at + SERVICES_KEY.length());
    }

    static String decode(byte[] bytes) {
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        return new String(bytes, Charset.defaultCharset());
    }
}
