package org.doorwarden.backend.windows;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.doorwarden.model.ReadProblem;
import org.doorwarden.model.ReadProblem.Part;
import org.doorwarden.model.Service;

/**
 * Who made the programs of services, as the programs themselves say. What lies in the Windows folder is left out: nearly
 * all services are there, and it says nothing new of them.
 */
final class Publishers {

    private final UnaryOperator<String> environment;
    private final List<ReadProblem> problems;
    private final LocalPrograms programs = new LocalPrograms();
    /** By image path: most services share the few of Windows' own hosts. */
    private final Map<String, String> known = new HashMap<>();
    /** By program, in lower case: several image paths may name one, and opening it is what costs. */
    private final Map<String, String> read = new HashMap<>();

    /**
     * @param environment gives the value of a variable, or null
     * @param problems where to say what could not be read
     */
    Publishers(UnaryOperator<String> environment, List<ReadProblem> problems) {
        this.environment = environment;
        this.problems = problems;
    }

    /** The services, each with who made its program where that is told. */
    List<Service> assign(List<Service> services) {
        return services.stream()
                .map(service -> {
                    String publisher = of(service.imagePath());
                    return publisher.isEmpty()
                            ? service
                            : service.but().publisher(publisher).build();
                })
                .toList();
    }

    private String of(String imagePath) {
        return known.computeIfAbsent(
                imagePath,
                path -> LocalPrograms.path(path, environment)
                        .map(program -> read.computeIfAbsent(program.toLowerCase(Locale.ROOT), key -> read(program)))
                        .orElse(""));
    }

    private String read(String program) {
        try {
            Path file = Path.of(program).normalize();
            return programs.isPlainFile(file)
                    ? VersionResource.of(file.toString())
                            .map(VersionResource::companyName)
                            .orElse("")
                    : "";
        } catch (InvalidPathException noFile) {
            return "";
        } catch (WindowsFailure failed) {
            problems.add(new ReadProblem(Part.PUBLISHER, program, failed.code()));
            return "";
        }
    }
}
