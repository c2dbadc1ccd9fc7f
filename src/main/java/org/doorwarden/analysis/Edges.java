package org.doorwarden.analysis;

import java.util.Arrays;

/**
 * The edges of a graph by number, each node's side by side in one array: what a node leads to stands from {@link #start}
 * to {@link #end} and is read with {@link #target}. So a walk over a large graph reads memory in order.
 */
final class Edges {

    private final int[] starts;
    private final int[] targets;

    private Edges(int[] starts, int[] targets) {
        this.starts = starts;
        this.targets = targets;
    }

    int start(int node) {
        return starts[node];
    }

    int end(int node) {
        return starts[node + 1];
    }

    int target(int edge) {
        return targets[edge];
    }

    /** What a node leads to, as an array of its own. */
    int[] from(int node) {
        return Arrays.copyOfRange(targets, starts[node], starts[node + 1]);
    }

    /** The same edges, each from its other end. */
    Edges reversed() {
        int count = starts.length - 1;
        int[] reversedStarts = new int[count + 1];
        for (int target : targets) {
            reversedStarts[target + 1]++;
        }
        for (int node = 0; node < count; node++) {
            reversedStarts[node + 1] += reversedStarts[node];
        }
        int[] next = reversedStarts.clone();
        int[] reversed = new int[targets.length];
        for (int node = 0; node < count; node++) {
            for (int edge = starts[node]; edge < starts[node + 1]; edge++) {
                reversed[next[targets[edge]]++] = node;
            }
        }
        return new Edges(reversedStarts, reversed);
    }

    /** Takes the edges of one node after the other. */
    static final class Builder {

        private int[] starts;
        private int[] targets;
        /** The targets of the node at hand, a bit for each. Small, so that looking up any of them is fast. */
        private long[] taken;

        private int nodes;
        private int edges;

        /** @param likely how many nodes to expect; there may be more */
        Builder(int likely) {
            starts = new int[likely + 16];
            targets = new int[2 * likely + 16];
            taken = new long[likely / Long.SIZE + 16];
        }

        /** An edge from the node at hand; one it has already is not added again. */
        void add(int target) {
            int word = target / Long.SIZE;
            if (word >= taken.length) {
                taken = Arrays.copyOf(taken, 2 * word);
            }
            long bit = 1L << target;
            if ((taken[word] & bit) != 0) {
                return;
            }
            taken[word] |= bit;
            if (edges == targets.length) {
                targets = Arrays.copyOf(targets, 2 * edges);
            }
            targets[edges++] = target;
        }

        /** The node at hand has all its edges; what follows are those of the next. */
        void endNode() {
            for (int i = starts[nodes]; i < edges; i++) {
                taken[targets[i] / Long.SIZE] = 0;
            }
            nodes++;
            if (nodes == starts.length) {
                starts = Arrays.copyOf(starts, 2 * nodes);
            }
            starts[nodes] = edges;
        }

        Edges build() {
            return new Edges(Arrays.copyOf(starts, nodes + 1), Arrays.copyOf(targets, edges));
        }
    }
}
