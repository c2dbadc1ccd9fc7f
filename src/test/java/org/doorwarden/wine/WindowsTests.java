package org.doorwarden.wine;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A class of tests that runs inside the Windows JVM, and each of whose tests ends here as it ended there. */
final class WindowsTests {

    private WindowsTests() {}

    /**
     * @param least how many tests there are at least
     * @param properties for the JVM, as {@code -Dname=value}
     */
    static List<DynamicTest> run(WineSession wine, String testClass, int least, String... properties) throws Exception {
        Path reports = wine.folder().resolve(testClass);
        List<String> arguments = new ArrayList<>(List.of("-Ddoorwarden.test.wine=true"));
        arguments.addAll(Arrays.asList(properties));
        arguments.addAll(List.of(
                "org.junit.platform.console.ConsoleLauncher",
                "execute",
                "--disable-banner",
                "--reports-dir",
                WineSession.windowsPath(reports),
                "--select-class",
                testClass));
        WineSession.Answer answer = wine.java(TestClassPath.windows(), arguments.toArray(String[]::new));
        Path report = reports.resolve("TEST-junit-jupiter.xml");
        assertTrue(Files.exists(report), () -> answer.out() + answer.err());
        NodeList cases = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getElementsByTagName("testcase");
        assertTrue(cases.getLength() >= least, () -> answer.out() + answer.err());
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < cases.getLength(); i++) {
            Element test = (Element) cases.item(i);
            tests.add(dynamicTest(test.getAttribute("name"), () -> repeat(test)));
        }
        return tests;
    }

    private static void repeat(Element test) {
        for (Node child = test.getFirstChild(); child != null; child = child.getNextSibling()) {
            switch (child.getNodeName()) {
                case "failure", "error" -> fail(child.getTextContent());
                case "skipped" -> Assumptions.abort("Wine does not do this: " + child.getTextContent());
                default -> {
                    // what it printed
                }
            }
        }
    }
}
