package org.doorwarden.wine;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The contract that the training server passes, passed by the real Service Control Manager and registry. */
@ExtendWith(WineExtension.class)
class WindowsContractIT {

    private static final int LEAST_TESTS = 12;

    @TestFactory
    List<DynamicTest> theRealServiceControlManagerKeepsTheContract(WineSession wine) throws Exception {
        Path reports = wine.folder().resolve("contract");
        WineSession.Answer answer = wine.java(
                TestClassPath.windows(),
                "-Ddoorwarden.test.wine=true",
                "-Ddoorwarden.test.service=" + wine.program("service.exe"),
                "org.junit.platform.console.ConsoleLauncher",
                "execute",
                "--disable-banner",
                "--reports-dir",
                WineSession.windowsPath(reports),
                "--select-class",
                "org.doorwarden.backend.windows.ScmContract");
        Path report = reports.resolve("TEST-junit-jupiter.xml");
        assertTrue(Files.exists(report), () -> answer.out() + answer.err());
        NodeList cases = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getElementsByTagName("testcase");
        assertTrue(cases.getLength() >= LEAST_TESTS, () -> answer.out() + answer.err());
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < cases.getLength(); i++) {
            Element test = (Element) cases.item(i);
            tests.add(dynamicTest(test.getAttribute("name"), () -> repeat(test)));
        }
        return tests;
    }

    /** Ends as the test on Windows ended. */
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
