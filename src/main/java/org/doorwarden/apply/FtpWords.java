package org.doorwarden.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorwarden.model.setting.IisElement;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.XmlText;
import org.doorwarden.text.Message;

/**
 * What is set for an FTP site in the configuration of IIS, in words. Whatever these are not sure of is told as it is
 * written there.
 */
final class FtpWords {

    private static final Pattern PATH = Pattern.compile(
            "configuration/(?:system\\.applicationHost/sites/site\\[@name|location\\[@path)='((?:[^']|'')*)'\\]/.*?(\\w+)");
    private static final Pattern TLS = Pattern.compile("\\b(?:control|data)ChannelPolicy\\s*=\\s*[\"'](\\w+)[\"']");
    private static final Pattern ENABLED = Pattern.compile("\\benabled\\s*=\\s*[\"'](true|false)[\"']");
    private static final Pattern LIST =
            Pattern.compile("<ipSecurity\\s+allowUnlisted=\"false\"\\s*>((?:\\s*<add\\s[^<>]*/>)*)\\s*</ipSecurity>");
    private static final Pattern RULE =
            Pattern.compile("<add ipAddress=\"([0-9.]+)\"(?: subnetMask=\"([0-9.]+)\")? allowed=\"true\" />");

    private FtpWords() {}

    /** Which setting of which site; empty for other elements. */
    static Optional<Message> subject(IisElement element) {
        Matcher path = PATH.matcher(element.path());
        return path.matches() && key(path).isPresent()
                ? Optional.of(Message.of(
                        "setting.ftp." + key(path).get(), path.group(1).replace("''", "'")))
                : Optional.empty();
    }

    /** What is set there; empty where it says more than these words do. */
    static Optional<Message> value(IisElement element, SettingValue value) {
        Matcher path = PATH.matcher(element.path());
        if (!path.matches() || !(value instanceof XmlText text)) {
            return Optional.empty();
        }
        String xml = text.xml();
        return switch (key(path).orElse("")) {
            case "tls" -> tls(xml);
            case "anonymous" ->
                ENABLED.matcher(xml)
                        .results()
                        .findFirst()
                        .map(found -> Message.of("setting.ftp.anonymous." + found.group(1)));
            case "addresses" -> addresses(xml);
            default -> Optional.empty();
        };
    }

    private static Optional<String> key(Matcher path) {
        return switch (path.group(2)) {
            case "ssl" -> Optional.of("tls");
            case "anonymousAuthentication" -> Optional.of("anonymous");
            case "ipSecurity" -> Optional.of("addresses");
            default -> Optional.empty();
        };
    }

    private static Optional<Message> tls(String xml) {
        List<String> found =
                TLS.matcher(xml).results().map(result -> result.group(1)).toList();
        Set<String> policies = new TreeSet<>(found);
        if (found.size() != 2 || policies.size() != 1) {
            return Optional.empty();
        }
        return switch (found.get(0)) {
            case "SslRequire" -> Optional.of(Message.of("setting.ftp.tls.required"));
            case "SslAllow" -> Optional.of(Message.of("setting.ftp.tls.optional"));
            default -> Optional.empty();
        };
    }

    private static Optional<Message> addresses(String xml) {
        Matcher list = LIST.matcher(xml);
        if (!list.matches()) {
            return Optional.empty();
        }
        List<String> addresses = new ArrayList<>();
        String left = list.group(1);
        for (MatchResult rule : RULE.matcher(list.group(1)).results().toList()) {
            addresses.add(rule.group(2) == null ? rule.group(1) : rule.group(1) + "/" + rule.group(2));
            left = left.replace(rule.group(), "");
        }
        return left.isBlank() && !addresses.isEmpty()
                ? Optional.of(Message.of("setting.ftp.addresses.only", String.join(", ", addresses)))
                : Optional.empty();
    }
}
