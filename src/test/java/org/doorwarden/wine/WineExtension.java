package org.doorwarden.wine;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one Wine session of the whole run, and leaves them out where there is no Wine. */
public final class WineExtension implements ExecutionCondition, ParameterResolver {

    private static final String JRE = "doorwarden.windows.jre";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (System.getProperty(JRE) != null || System.getenv("CI") != null) {
            return ConditionEvaluationResult.enabled("Wine is here, or must be");
        }
        return ConditionEvaluationResult.disabled("Wine is not installed: nothing is tried on the Windows API");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == WineSession.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(WineExtension.class))
                .getOrComputeIfAbsent("session", key -> start(), WineSession.class);
    }

    private static WineSession start() {
        String jre = System.getProperty(JRE);
        if (jre == null) {
            throw new IllegalStateException("CI has no Wine; install wine, wine64 and gcc-mingw-w64-x86-64");
        }
        try {
            return WineSession.start(Path.of("target/wine").toAbsolutePath(), Path.of(jre));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
