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

/**
 * Who made the programs of services, as the programs themselves say. What lies in the Windows folder is left out: nearly
 * all services are there, and it says nothing new of them.
 */
final class Publishers {

    private final UnaryOperator<String> environment;
    private final List<ReadProblem> problems;
    private final LocalPrograms programs = new LocalPrograms();
    /** Several services may have one program, and opening it is what costs. */
    private final Map<String, String> known = new HashMap<>();

    /**
     * @param environment gives the value of a variable, or null
     * @param problems where to say what could not be read
     */
    Publishers(UnaryOperator<String> environment, List<ReadProblem> problems) {
        this.environment = environment;
        this.problems = problems;
    }

    /** Who made the program of a service; empty if that is not told. */
    String of(String imagePath) {
        return LocalPrograms.path(imagePath, environment)
                .map(program -> known.computeIfAbsent(program.toLowerCase(Locale.ROOT), key -> read(program)))
                .orElse("");
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
