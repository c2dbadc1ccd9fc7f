package org.doorwarden.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.doorwarden.wine.ServiceList;
import org.doorwarden.wine.TestClassPath;
import org.doorwarden.wine.WineExtension;
import org.doorwarden.wine.WineSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Reading the services of a real computer from the real Service Control Manager and registry, beside two programs in C:
 * one that enumerates once and reads the registry, and one that asks for every service. What Doorwarden reads besides,
 * the listeners above all, those programs do not; it is shown, and compared with the first as well.
 */
@ExtendWith(WineExtension.class)
class WindowsReadingBenchmark {

    private static final double LIMIT_BESIDE_ONCE = 2;
    private static final double LIMIT_BESIDE_EACH = 0.2;
    private static final int ROUNDS = 5;
    private static final int READINGS = 9;
    private static final int WARM_UP_READINGS = 4;

    @Test
    void readingIsOneEnumerationAndOnePassOverTheRegistry(WineSession wine) throws Exception {
        wine.importServices(ServiceList.load());
        wine.compile("read-once.c", "-ladvapi32");
        wine.compile("read-each.c", "-ladvapi32");
        String readings = Integer.toString(READINGS);
        Readings once = new Readings("C, one enumeration and the registry");
        Readings each = new Readings("C, the Service Control Manager asked for each service");
        Readings services = new Readings("Doorwarden, the services");
        Readings everything = new Readings("Doorwarden, services and everything else");
        for (int round = 0; round < ROUNDS; round++) {
            once.add(wine.wine(wine.program("read-once.exe"), readings), 1);
            each.add(wine.wine(wine.program("read-each.exe"), readings), 1);
            WineSession.Answer ours =
                    wine.java(TestClassPath.windows(), "org.doorwarden.backend.windows.ReadThisComputer", readings);
            services.add(ours, 1);
            everything.add(ours, 2);
        }
        assertTrue(services.count > 300, () -> services.count + " services");
        assertEquals(once.count, each.count);
        double besideOnce = services.timing().ratioTo(once.timing());
        double besideEach = services.timing().ratioTo(each.timing());
        double everythingBesideOnce = everything.timing().ratioTo(once.timing());
        Timing.print(
                "Reading " + services.count
                        + " services and drivers under Wine, first readings of each process left out",
                Timing.text(
                        "ratio %.2f beside the first, with everything %.2f, at most %.0f; %.3f beside the second, at most %.1f",
                        besideOnce, everythingBesideOnce, LIMIT_BESIDE_ONCE, besideEach, LIMIT_BESIDE_EACH),
                once.timing(),
                each.timing(),
                services.timing(),
                everything.timing());
        assertTrue(everythingBesideOnce <= LIMIT_BESIDE_ONCE, () -> "ratio " + everythingBesideOnce);
        assertTrue(besideEach <= LIMIT_BESIDE_EACH, () -> "ratio " + besideEach);
    }

    /** What the readings of several processes took. */
    private static final class Readings {

        private final String what;
        private final List<Double> milliseconds = new ArrayList<>();
        private int count;

        Readings(String what) {
            this.what = what;
        }

        /** @param field which field of each line has the microseconds */
        void add(WineSession.Answer answer, int field) {
            List<String> lines = answer.expect(0).out().lines().toList();
            assertEquals(READINGS, lines.size(), () -> answer.out() + answer.err());
            for (String line : lines.subList(WARM_UP_READINGS, READINGS)) {
                String[] fields = line.split(" ");
                count = Integer.parseInt(fields[0]);
                milliseconds.add(Integer.parseInt(fields[field]) / 1000.0);
            }
        }

        Timing timing() {
            return new Timing(
                    what, milliseconds.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }
}
