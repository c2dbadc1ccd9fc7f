package org.doorwarden.benchmark;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;

/** How long the same work took, again and again. */
record Timing(String what, double... milliseconds) {

    private static final int WARM_UP_ROUNDS = 10;

    /** Something to be timed; what it returns is only there so that it must really be worked out. */
    record Work(String what, Callable<?> work) {

        double milliseconds() throws Exception {
            long before = System.nanoTime();
            Object result = work.call();
            double took = (System.nanoTime() - before) / 1e6;
            if (result == null) {
                throw new IllegalStateException(what + " gave nothing");
            }
            return took;
        }
    }

    /** Times several works in turn, round by round, so that whatever else the machine does meets them all. */
    static Timing[] sideBySide(int rounds, Work... works) throws Exception {
        double[][] times = new double[works.length][rounds];
        for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
            for (int i = 0; i < works.length; i++) {
                double took = works[i].milliseconds();
                if (round >= 0) {
                    times[i][round] = took;
                }
            }
        }
        Timing[] timings = new Timing[works.length];
        for (int i = 0; i < works.length; i++) {
            timings[i] = new Timing(works[i].what(), times[i]);
        }
        return timings;
    }

    double median() {
        double[] sorted = milliseconds.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double ratioTo(Timing other) {
        return median() / other.median();
    }

    /** Prints timings under a title, and what follows from them. */
    static void print(String title, String conclusion, Timing... timings) {
        System.out.println();
        System.out.println(title);
        for (Timing each : timings) {
            double best = Arrays.stream(each.milliseconds).min().orElseThrow();
            System.out.printf(Locale.ROOT, "  %-58s median %8.1f ms   best %8.1f ms%n", each.what, each.median(), best);
        }
        System.out.println("  " + conclusion);
    }

    static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
