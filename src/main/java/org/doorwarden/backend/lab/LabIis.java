package org.doorwarden.backend.lab;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorwarden.backend.BackendException;
import org.doorwarden.backend.BackendException.Operation;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.iis.FtpConfiguration;
import org.doorwarden.iis.IisDocument;
import org.doorwarden.iis.IisFailure;
import org.doorwarden.iis.WebSites;
import org.doorwarden.model.WebSite;
import org.doorwarden.model.access.FileImage;
import org.doorwarden.model.access.FtpSite;
import org.doorwarden.model.setting.IisElement;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;

/** The configuration of IIS on a training server: a real file, kept with its state once it was changed. */
final class LabIis {

    private final LabDefinition definition;
    private final LabState state;

    LabIis(LabDefinition definition, LabState state) {
        this.definition = definition;
        this.state = state;
    }

    /** Asks something of the file. */
    private interface Question<T> {
        T ask(IisDocument document) throws IisFailure;
    }

    Optional<FileImage> image() {
        return definition
                .iisConfiguration()
                .map(begun -> new FileImage(begun.path(), state.iisConfiguration.orElse(begun.bytes())));
    }

    /** The web sites; empty if the server has no such file. */
    Optional<List<WebSite>> sites() {
        return ask(WebSites::of);
    }

    Optional<List<FtpSite>> ftpSites() {
        return ask(FtpConfiguration::of).map(FtpConfiguration::sites);
    }

    Map<Setting, SettingValue> values() {
        return ask(FtpConfiguration::of).map(FtpConfiguration::values).orElse(Map.of());
    }

    SettingValue read(IisElement element) throws BackendException {
        try {
            return document(Operation.READ_SETTING, element).value(element);
        } catch (IisFailure failed) {
            throw failure(Operation.READ_SETTING, element, failed);
        }
    }

    void set(IisElement element, SettingValue value) throws BackendException {
        try {
            byte[] bytes = document(Operation.SET_SETTING, element)
                    .with(element, value)
                    .bytes();
            state.iisConfiguration = Optional.of(bytes);
        } catch (IisFailure failed) {
            throw failure(Operation.SET_SETTING, element, failed);
        }
    }

    private IisDocument document(Operation operation, IisElement element) throws BackendException, IisFailure {
        return IisDocument.read(image().orElseThrow(
                        () -> new BackendException(operation, element.address(), WindowsError.FILE_NOT_FOUND))
                .bytes());
    }

    /** A file that cannot be understood any more says nothing; what it is asked for by name then fails. */
    private <T> Optional<T> ask(Question<T> question) {
        Optional<FileImage> image = image();
        if (image.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(question.ask(IisDocument.read(image.get().bytes())));
        } catch (IisFailure notUnderstood) {
            return Optional.empty();
        }
    }

    private static BackendException failure(Operation operation, IisElement element, IisFailure failed) {
        return new BackendException(operation, element.address(), failed.explanation(), failed);
    }
}
