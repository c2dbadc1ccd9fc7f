package org.doorwarden.ui.component;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The columns of a table, with widths in em, so that they grow with the text; one takes what is left. */
public final class Columns<T> {

    /** Room for the scroll bar, so that it never covers or moves anything. */
    private static final double SCROLL_BAR = 1.2;

    /** The growing column is never narrower; the table then scrolls sideways. */
    private static final double NARROWEST = 9.5;

    private final TableView<T> table;
    private final Map<TableColumn<T, ?>, Double> fixed = new LinkedHashMap<>();
    private TableColumn<T, ?> growing;
    private final Map<TableColumn<T, ?>, Double> shares = new HashMap<>();
    private Label probe;

    public Columns(TableView<T> table) {
        this.table = table;
        table.getStyleClass().add("columns");
        table.widthProperty().addListener(change -> resize());
    }

    /**
     * Adds a column.
     *
     * @param ems its width; 0 for the one that takes what is left
     * @param cell draws what it shows of a row
     * @param words says the same to somebody who does not see it
     */
    public Columns<T> add(String heading, double ems, Function<T, Node> cell, Function<T, String> words) {
        TableColumn<T, T> column = new TableColumn<>();
        Label head = new Label(heading);
        column.setGraphic(head);
        column.setSortable(false);
        column.setReorderable(false);
        column.setResizable(false);
        column.setMinWidth(0);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(same -> new DrawnCell<>(cell, words));
        if (ems > 0) {
            fixed.put(column, ems);
        } else {
            growing = column;
        }
        if (probe == null) {
            probe = head;
            head.fontProperty().addListener(change -> resize());
        }
        table.getColumns().add(column);
        return this;
    }

    /**
     * Adds a column that is wider in a wide table.
     *
     * @param ems its least width
     * @param share of the table's width, from 0 to 1
     */
    public Columns<T> add(String heading, double ems, double share, Function<T, Node> cell, Function<T, String> words) {
        add(heading, ems, cell, words);
        shares.put(table.getColumns().get(table.getColumns().size() - 1), share);
        return this;
    }

    private void resize() {
        double em = probe.getFont().getSize();
        double left = table.getWidth() - SCROLL_BAR * em;
        for (Map.Entry<TableColumn<T, ?>, Double> each : fixed.entrySet()) {
            double share = shares.getOrDefault(each.getKey(), 0.0);
            double width = Math.max(each.getValue() * em, Math.floor(table.getWidth() * share));
            set(each.getKey(), width);
            left -= width;
        }
        if (growing != null) {
            set(growing, Math.max(left, NARROWEST * em));
        }
    }

    private static void set(TableColumn<?, ?> column, double width) {
        column.setPrefWidth(width);
        column.setMinWidth(width);
        column.setMaxWidth(width);
    }

    private static final class DrawnCell<T> extends TableCell<T, T> {

        private final Function<T, Node> drawing;
        private final Function<T, String> words;

        DrawnCell(Function<T, Node> drawing, Function<T, String> words) {
            this.drawing = drawing;
            this.words = words;
        }

        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            boolean nothing = empty || item == null;
            setGraphic(nothing ? null : drawing.apply(item));
            setAccessibleText(nothing ? null : words.apply(item));
        }
    }
}
