package org.doorwarden.iis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.doorwarden.model.WebSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebSitesTest {

    private static final String APPLICATION_HOST = """
            <?xml version="1.0" encoding="%s"?>
            <!-- <site name="A remark"/> -->
            <configuration>
              <configSections><section name="sites" /></configSections>
              <system.applicationHost>
                <applicationPools><add name="DefaultAppPool" /></applicationPools>
                <sites>
                  <site name="Default Web Site" id="1">
                    <application path="/"><virtualDirectory path="/" physicalPath="C:\\inetpub\\wwwroot" /></application>
                    <bindings>
                      <binding protocol="http" bindingInformation="*:80:" />
                      <binding protocol="https" bindingInformation="*:443:www.example.com" sslFlags="1" />
                    </bindings>
                  </site>
                  <site name="Verkäufe Łódź" id="2"><bindings>
                    <binding protocol="net.tcp" bindingInformation="808:*" />
                    <binding protocol="http" bindingInformation="[fe80::1]:8080:" /></bindings></site>
                  <site name="Files" id="3"><bindings><binding protocol="ftp" bindingInformation="*:21:" /></bindings></site>
                  <site id="4"><bindings /></site>
                  <siteDefaults><bindings><binding protocol="http" bindingInformation="*:81:" /></bindings></siteDefaults>
                </sites>
              </system.applicationHost>
              <location path="x"><system.webServer><sites><site name="Elsewhere" /></sites></system.webServer></location>
            </configuration>
            """;

    private static final List<WebSite> SITES = List.of(
            new WebSite("Default Web Site", List.of("http *:80:", "https *:443:www.example.com")),
            new WebSite("Verkäufe Łódź", List.of("net.tcp 808:*", "http [fe80::1]:8080:")),
            new WebSite("W3SVC/4", List.of()));

    private static final String METABASE = """
            <?xml version ="1.0"?>
            <configuration xmlns="urn:microsoft-catalog:XML_Metabase_V54_0">
            <MBProperty>
            <IIS_Global	Location ="."
            		SessionKey="49634b62980000004c"
            	>
            </IIS_Global>
            <IIsWebService	Location ="/LM/W3SVC" ServerBindings=":99:" />
            <IIsWebServer	Location ="/LM/W3SVC/1"
            		AppPoolId="DefaultAppPool"
            		SecureBindings=":443:"
            		ServerBindings=":80:
            			192.0.2.7:8080:intranet.example"
            		ServerComment="Default Web Site"
            	>
            </IIsWebServer>
            <IIsWebVirtualDir	Location ="/LM/W3SVC/1/ROOT" Path="c:\\inetpub\\wwwroot" />
            <IIsWebServer	Location ="/LM/W3SVC/INFO/TEMPLATES/PUBLIC WEB SITE" ServerComment="A template" />
            <IIsWebServer	Location ="/lm/w3svc/87257621" ServerBindings=":81:" />
            <IIsFtpServer	Location ="/LM/MSFTPSVC/1" ServerBindings=":21:" ServerComment="Files" />
            </MBProperty>
            </configuration>
            """;

    @Test
    void readsTheWebSitesOfIis7AndLater() throws Exception {
        assertEquals(SITES, sites(APPLICATION_HOST.formatted("UTF-8"), StandardCharsets.UTF_8));
    }

    @Test
    void readsTheWebSitesOfIis6() throws Exception {
        assertEquals(
                List.of(
                        new WebSite(
                                "Default Web Site",
                                List.of("http *:80:", "http 192.0.2.7:8080:intranet.example", "https *:443:")),
                        new WebSite("W3SVC/87257621", List.of("http *:81:"))),
                Metabase.read(METABASE.getBytes(StandardCharsets.UTF_8)).sites());
    }

    @Test
    void theEncodingIsWhatTheFileSays() throws Exception {
        assertEquals(SITES, sites("\ufeff" + APPLICATION_HOST.formatted("utf-8"), StandardCharsets.UTF_8));
        assertEquals(SITES, sites("\ufeff" + APPLICATION_HOST.formatted("utf-16"), StandardCharsets.UTF_16LE));
        assertEquals(SITES, sites(APPLICATION_HOST.formatted("windows-1250"), Charset.forName("windows-1250")));
        assertThrows(
                IisFailure.class, () -> sites(APPLICATION_HOST.formatted("UTF-8"), Charset.forName("windows-1250")));
        assertThrows(IisFailure.class, () -> sites(APPLICATION_HOST.formatted("no-such"), StandardCharsets.UTF_8));
    }

    @Test
    void anotherFileIsNeverReadThroughThisOne(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "<site name='Secret'/>");
        for (String document : List.of(
                "<!DOCTYPE x [<!ENTITY e SYSTEM '%s'>]><configuration>&e;</configuration>",
                "<!DOCTYPE configuration SYSTEM '%s'><configuration/>",
                "<!DOCTYPE x [<!ENTITY %% e SYSTEM '%s'>%%e;]><configuration/>")) {
            String text = document.formatted(secret.toUri());
            assertThrows(IisFailure.class, () -> sites(text, StandardCharsets.UTF_8), text);
        }
    }

    @Test
    void entitiesDoNotMultiply() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a%d '&a%d;&a%d;'>".formatted(i, i - 1, i - 1));
        }
        laughs.append("]><configuration>&a29;</configuration>");
        assertThrows(IisFailure.class, () -> sites(laughs.toString(), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no XML",
                "<configuration>",
                "<configuration><system.applicationHost><sites><site name='a'",
                "<configuration>&undeclared;</configuration>",
                "<configuration><system.applicationHost><sites configSource='sites.config'/></system.applicationHost></configuration>",
                "<configuration><system.applicationHost><sites configProtectionProvider='x'><EncryptedData/></sites></system.applicationHost></configuration>"
            })
    void whatCannotBeReadIsNotAnEmptyList(String text) {
        assertThrows(IisFailure.class, () -> sites(text, StandardCharsets.UTF_8));
    }

    @Test
    void hugeDocumentsEndSoonAndHugeTextsAreCut() throws Exception {
        assertThrows(IisFailure.class, () -> sites("<a>".repeat(1_000_000), StandardCharsets.UTF_8));
        String huge = "x".repeat(1_000_000);
        List<WebSite> sites = sites(
                "<configuration><system.applicationHost><sites><site name='" + huge
                        + "'><bindings><binding protocol='http' bindingInformation='" + huge
                        + "'/></bindings></site></sites></system.applicationHost></configuration>",
                StandardCharsets.UTF_8);
        assertEquals(1, sites.size());
        assertEquals(300, sites.get(0).name().length());
        assertEquals(300, sites.get(0).bindings().get(0).length());
        String many = "<binding protocol='http' bindingInformation='*:80:'/>".repeat(200_000);
        assertEquals(
                200_000,
                sites(
                                "<configuration><system.applicationHost><sites><site name='a'><bindings>" + many
                                        + "</bindings></site></sites></system.applicationHost></configuration>",
                                StandardCharsets.UTF_8)
                        .get(0)
                        .bindings()
                        .size());
    }

    @Test
    void whateverHappenedToAFileItIsReadOrRefused() {
        byte[] good = APPLICATION_HOST.formatted("UTF-8").getBytes(StandardCharsets.UTF_8);
        Random random = new Random(20260722);
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] bad = good.clone();
            for (int j = random.nextInt(8); j >= 0; j--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            try {
                WebSites.of(IisDocument.read(bad));
            } catch (IisFailure expected) {
                refused++;
            }
        }
        assertTrue(refused > 1_000 && refused < 2_000, refused + " refused");
    }

    @Test
    void configurationInAnotherPlaceIsNoticed() throws Exception {
        String text =
                "<configuration><configurationRedirection enabled=\"%s\" path=\"\\\\files\\iis\" /></configuration>";
        assertEquals(Optional.of("\\\\files\\iis"), redirection(text.formatted("true")));
        assertEquals(Optional.empty(), redirection(text.formatted("false")));
        assertEquals(Optional.empty(), redirection("<configuration><configurationRedirection /></configuration>"));
    }

    private static Optional<String> redirection(String text) throws IisFailure {
        return WebSites.redirection(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<WebSite> sites(String text, Charset charset) throws IisFailure {
        return WebSites.of(IisDocument.read(text.getBytes(charset)));
    }
}
