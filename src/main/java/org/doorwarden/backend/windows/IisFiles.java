package org.doorwarden.backend.windows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.iis.FtpConfiguration;
import org.doorwarden.iis.IisDocument;
import org.doorwarden.iis.IisFailure;
import org.doorwarden.iis.Metabase;
import org.doorwarden.iis.WebSites;
import org.doorwarden.model.ReadProblem;
import org.doorwarden.model.ReadProblem.Part;
import org.doorwarden.model.WebSite;
import org.doorwarden.model.access.FtpSite;
import org.doorwarden.model.access.SmtpServer;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;

/**
 * What IIS says of itself: IIS 7 and later in {@code %SystemRoot%\System32\inetsrv\config\applicationHost.config}, IIS 6 in
 * {@code inetsrv\MetaBase.xml}. Administrators only may read either. Newer servers can have both, the old one for mail
 * only; of web sites the new one counts. IIS 5 keeps its sites in a file that only IIS can read.
 *
 * <p>A 64-bit Java sees the real System32, where IIS has its files.
 *
 * @param ftpSites empty if there is no such configuration, or it could not be read
 * @param values the parts of the configuration that hold who may use the FTP sites
 * @see <a href="https://learn.microsoft.com/iis/get-started/planning-your-iis-architecture/introduction-to-applicationhostconfig">
 *     Introduction to applicationHost.config</a>
 * @see <a href="https://learn.microsoft.com/iis/wmi-provider/configurationredirectionsection-class">redirection.config</a>
 */
record IisFiles(
        List<WebSite> sites,
        Optional<List<FtpSite>> ftpSites,
        Map<Setting, SettingValue> values,
        List<SmtpServer> smtpServers) {

    private static final int LARGEST = 16 << 20;

    /** Reads the files of one kind. */
    private interface Parser<T> {

        T parse(byte[] file) throws IisFailure;
    }

    static IisFiles read(Path systemRoot, List<ReadProblem> problems) {
        Path old = metabaseFile(systemRoot);
        Optional<Metabase> metabase = Optional.empty();
        List<ReadProblem> unread = new ArrayList<>();
        try {
            metabase = parse(old, Metabase::read);
        } catch (WindowsFailure failed) {
            problems.add(new ReadProblem(Part.SMTP, old.toString(), failed.code()));
            unread.add(new ReadProblem(Part.SITES, old.toString(), failed.code()));
        }
        List<SmtpServer> smtp = metabase.map(Metabase::smtpServers).orElse(List.of());
        Path file = redirectionFile(systemRoot);
        try {
            Optional<String> elsewhere = redirection(systemRoot);
            if (elsewhere.isPresent()) {
                // Most often a share of another computer, to which nothing is sent from here.
                problems.add(new ReadProblem(Part.SITES, elsewhere.get(), WindowsError.NOT_SUPPORTED));
                return new IisFiles(List.of(), Optional.empty(), Map.of(), smtp);
            }
            file = applicationHost(systemRoot);
            Optional<IisFiles> now = parse(file, bytes -> modern(bytes, smtp));
            if (now.isPresent()) {
                return now.get();
            }
            problems.addAll(unread);
            List<WebSite> sites = metabase.map(Metabase::sites).orElse(List.of());
            return new IisFiles(sites, Optional.empty(), Map.of(), smtp);
        } catch (WindowsFailure failed) {
            problems.add(new ReadProblem(Part.SITES, file.toString(), failed.code()));
            return new IisFiles(List.of(), Optional.empty(), Map.of(), smtp);
        }
    }

    static Path applicationHost(Path systemRoot) {
        return folder(systemRoot).resolve("config").resolve("applicationHost.config");
    }

    /** Where else the configuration is kept, if it is. */
    static Optional<String> redirection(Path systemRoot) throws WindowsFailure {
        return parse(redirectionFile(systemRoot), WebSites::redirection).flatMap(found -> found);
    }

    /** The bytes of a file; empty if there is none. */
    static Optional<byte[]> bytes(Path file) throws WindowsFailure {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new WindowsFailure(file.toString(), WindowsError.FILE_TOO_LARGE);
            }
            return Optional.of(bytes);
        } catch (NoSuchFileException | NotDirectoryException absent) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw WindowsFailure.reading(file, unreadable);
        }
    }

    private static IisFiles modern(byte[] bytes, List<SmtpServer> smtp) throws IisFailure {
        IisDocument document = IisDocument.read(bytes);
        FtpConfiguration ftp = FtpConfiguration.of(document);
        return new IisFiles(WebSites.of(document), Optional.of(ftp.sites()), ftp.values(), smtp);
    }

    private static Path folder(Path systemRoot) {
        return systemRoot.resolve("System32").resolve("inetsrv");
    }

    private static Path redirectionFile(Path systemRoot) {
        return folder(systemRoot).resolve("config").resolve("redirection.config");
    }

    private static Path metabaseFile(Path systemRoot) {
        return folder(systemRoot).resolve("MetaBase.xml");
    }

    private static <T> Optional<T> parse(Path file, Parser<T> parser) throws WindowsFailure {
        Optional<byte[]> bytes = bytes(file);
        try {
            return bytes.isPresent() ? Optional.of(parser.parse(bytes.get())) : Optional.empty();
        } catch (IisFailure notUnderstood) {
            throw new WindowsFailure(file.toString(), WindowsError.INVALID_DATA);
        }
    }
}
