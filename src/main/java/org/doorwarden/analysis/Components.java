package org.doorwarden.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The strongly connected components of a dependency graph by Tarjan's algorithm, without recursion: chains of a
 * hundred thousand services exist in tests, and a stack does not hold them.
 *
 * @param rank for each node the length of the longest way down from it, the same throughout a circle; what a node needs
 *     never has a higher rank than the node itself, and a lower one outside of circles
 * @param cycles the services, by number, of each component that is a circle
 */
record Components(int[] rank, List<int[]> cycles) {

    static Components of(Nodes nodes) {
        return new Search(nodes).run();
    }

    private static final class Search {

        private final Nodes nodes;
        private final Edges needs;
        private final int[] order;
        private final int[] low;
        /** The rank of a node whose component is closed, -1 before. */
        private final int[] rank;

        /** The edge of a node that is to be followed next. */
        private final int[] edge;

        private final int[] path;
        private final int[] open;
        private final List<int[]> cycles = new ArrayList<>();
        private int openCount;
        private int visited;

        Search(Nodes nodes) {
            this.nodes = nodes;
            this.needs = nodes.needs();
            int count = nodes.count();
            order = new int[count];
            low = new int[count];
            rank = new int[count];
            Arrays.fill(rank, -1);
            edge = new int[count];
            path = new int[count];
            open = new int[count];
        }

        Components run() {
            for (int node = 0; node < nodes.count(); node++) {
                if (order[node] == 0) {
                    visit(node);
                }
            }
            return new Components(rank, cycles);
        }

        private void visit(int root) {
            int depth = 0;
            enter(root);
            path[0] = root;
            while (depth >= 0) {
                int node = path[depth];
                if (edge[node] < needs.end(node)) {
                    int next = needs.target(edge[node]++);
                    if (order[next] == 0) {
                        enter(next);
                        path[++depth] = next;
                    } else if (rank[next] < 0) {
                        low[node] = Math.min(low[node], order[next]);
                    }
                } else {
                    if (low[node] == order[node]) {
                        close(node);
                    }
                    depth--;
                    if (depth >= 0) {
                        low[path[depth]] = Math.min(low[path[depth]], low[node]);
                    }
                }
            }
        }

        private void enter(int node) {
            visited++;
            order[node] = visited;
            low[node] = visited;
            edge[node] = needs.start(node);
            open[openCount++] = node;
        }

        private void close(int root) {
            int start = openCount;
            int height = 0;
            do {
                start--;
                int node = open[start];
                for (int i = needs.start(node); i < needs.end(node); i++) {
                    height = Math.max(height, rank[needs.target(i)] + 1);
                }
            } while (open[start] != root);
            for (int i = start; i < openCount; i++) {
                rank[open[i]] = height;
            }
            if (openCount - start > 1 || needsItself(root)) {
                int[] services = nodes.services(Arrays.copyOfRange(open, start, openCount));
                if (services.length > 1 || needsItself(services[0])) {
                    Arrays.sort(services);
                    cycles.add(services);
                }
            }
            openCount = start;
        }

        private boolean needsItself(int node) {
            for (int i = needs.start(node); i < needs.end(node); i++) {
                if (needs.target(i) == node) {
                    return true;
                }
            }
            return false;
        }
    }
}
