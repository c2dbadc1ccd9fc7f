package org.doorwarden.backend.windows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.model.ReadProblem;
import org.doorwarden.model.ReadProblem.Part;
import org.doorwarden.model.WebSite;
import org.xml.sax.SAXException;

/**
 * The web sites of IIS: of IIS 7 and later in {@code %SystemRoot%\System32\inetsrv\config\applicationHost.config}, of IIS
 * 6 in {@code inetsrv\MetaBase.xml}. Administrators only may read either. Newer servers can have both, the old one for
 * mail only; the new one counts. IIS 5 keeps its sites in a file that only IIS can read.
 *
 * <p>A 64-bit Java sees the real System32, where IIS has its files.
 *
 * @see <a href="https://learn.microsoft.com/iis/get-started/planning-your-iis-architecture/introduction-to-applicationhostconfig">
 *     Introduction to applicationHost.config</a>
 * @see <a href="https://learn.microsoft.com/iis/wmi-provider/configurationredirectionsection-class">redirection.config</a>
 */
final class IisSites {

    private static final int LARGEST = 16 << 20;

    private IisSites() {}

    /** Reads the files of one kind. */
    private interface Parser<T> {

        T parse(byte[] file) throws SAXException;
    }

    static List<WebSite> read(Path systemRoot, List<ReadProblem> problems) {
        Path folder = systemRoot.resolve("System32").resolve("inetsrv");
        Path config = folder.resolve("config");
        Path file = config.resolve("redirection.config");
        try {
            Optional<String> elsewhere =
                    parse(file, IisConfiguration::redirection).flatMap(found -> found);
            if (elsewhere.isPresent()) {
                // Most often a share of another computer, to which nothing is sent from here.
                problems.add(new ReadProblem(Part.SITES, elsewhere.get(), WindowsError.NOT_SUPPORTED));
                return List.of();
            }
            file = config.resolve("applicationHost.config");
            Optional<List<WebSite>> sites = parse(file, IisConfiguration::sites);
            if (sites.isPresent()) {
                return sites.get();
            }
            file = folder.resolve("MetaBase.xml");
            return parse(file, IisConfiguration::metabaseSites).orElse(List.of());
        } catch (WindowsFailure failed) {
            problems.add(new ReadProblem(Part.SITES, file.toString(), failed.code()));
            return List.of();
        }
    }

    /** Empty if there is no such file. */
    private static <T> Optional<T> parse(Path file, Parser<T> parser) throws WindowsFailure {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new WindowsFailure(file.toString(), WindowsError.FILE_TOO_LARGE);
            }
            return Optional.of(parser.parse(bytes));
        } catch (NoSuchFileException | NotDirectoryException absent) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw WindowsFailure.of(file, unreadable);
        } catch (SAXException notUnderstood) {
            throw new WindowsFailure(file.toString(), WindowsError.INVALID_DATA);
        }
    }
}
