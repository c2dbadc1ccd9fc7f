package org.doorwarden.iis;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/** Writes an {@code applicationHost.config} as somebody might have left it. */
final class GeneratedConfiguration {

    static final List<String> SITES = List.of("FTP", "O'Neil & \"Sons\"", "Łódź/übung", "[@x='y']");

    private static final List<String> NOISE = List.of(
            "<!-- <ssl controlChannelPolicy=\"no\" /> - -->",
            "<![CDATA[ <ssl/> ]]>",
            "<?keep <ssl/> ?>",
            "<unknown.section a='1\"2' b=\"1'2\" c=\"&lt;&amp;&#13;&quot;\"><ssl x='>' /></unknown.section>",
            "<location path=\"other/[x]\"><system.ftpServer><security><ipSecurity/></security></system.ftpServer></location>",
            "&amp;&#65;",
            "");

    private final RandomGenerator random;
    private final String site;
    private final StringBuilder text = new StringBuilder();

    private GeneratedConfiguration(RandomGenerator random, String site) {
        this.random = random;
        this.site = site;
    }

    /** The bytes of a file that has that FTP site. */
    static byte[] of(RandomGenerator random, String site) {
        return new GeneratedConfiguration(random, site).bytes();
    }

    private byte[] bytes() {
        List<Charset> charsets = List.of(
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE,
                Charset.forName("windows-1250"));
        int which = random.nextInt(charsets.size());
        Charset charset = charsets.get(which);
        boolean wide = charset.name().startsWith("UTF-16");
        String declared = wide ? "utf-16" : charset.name();
        boolean mark = wide ? random.nextBoolean() : which == 1;
        String head = "<?xml version=\"1.0\" encoding='" + declared + "'?>";
        write();
        String whole = (mark ? "\ufeff" : "") + head + text;
        return whole.getBytes(charset);
    }

    private void write() {
        gap();
        text.append("<configuration>");
        noise();
        text.append("<system.applicationHost>");
        gap();
        text.append("<sites>");
        gap();
        String quoted = XmlEdit.escaped(site);
        text.append("<site id='1'  name=\"").append(quoted).append("\"\t>");
        noise();
        text.append("<bindings>");
        gap();
        text.append("<binding protocol=\"ftp\" bindingInformation=\"*:21:\"/>");
        gap();
        text.append("</bindings>");
        gap();
        site();
        noise();
        text.append("</site>");
        gap();
        text.append("</sites>");
        gap();
        text.append("</system.applicationHost>");
        noise();
        int locations = random.nextInt(3);
        boolean listed = random.nextBoolean();
        for (int i = 0; i < locations; i++) {
            text.append("<location path='").append(quoted).append("'>");
            noise();
            if (i == 0 && listed) {
                nested(List.of("system.ftpServer", "security", "ipSecurity"), random.nextInt(4));
            } else {
                text.append("<system.webServer/>");
            }
            gap();
            text.append("</location>");
            noise();
        }
        text.append("</configuration>");
        gap();
    }

    private void site() {
        switch (random.nextInt(5)) {
            case 0 -> text.append("<!-- no ftpServer -->");
            case 1 -> text.append("<ftpServer />");
            case 2 -> text.append("<ftpServer><security  /></ftpServer>");
            case 3 -> nested(List.of("ftpServer", "security"), 2);
            default -> {
                text.append("<ftpServer>");
                noise();
                text.append("<security>");
                gap();
                text.append("<ssl serverCertHash = 'ab' controlChannelPolicy='SslAllow'\n/>");
                noise();
                text.append("<authentication>");
                gap();
                text.append("<anonymousAuthentication enabled=\"true\"");
                text.append(random.nextBoolean() ? " />" : "></anonymousAuthentication>");
                gap();
                text.append("</authentication>");
                noise();
                text.append("</security>");
                gap();
                text.append("</ftpServer>");
            }
        }
    }

    /** The first so many of nested elements; the innermost with an end tag or without. */
    private void nested(List<String> names, int many) {
        if (many == 0 || names.isEmpty()) {
            return;
        }
        gap();
        text.append('<').append(names.get(0));
        if (many == 1 && random.nextBoolean()) {
            text.append(" />");
            return;
        }
        text.append('>');
        nested(names.subList(1, names.size()), many - 1);
        gap();
        text.append("</").append(names.get(0)).append('>');
    }

    private void noise() {
        gap();
        text.append(NOISE.get(random.nextInt(NOISE.size())));
        gap();
    }

    private void gap() {
        String[] ends = {"\r\n", "\n", "\r", "", "\r\n"};
        text.append(ends[random.nextInt(ends.length)]);
        text.append(" ".repeat(random.nextInt(5))).append(random.nextInt(9) == 0 ? "\t" : "");
    }
}
