package org.doorwarden.benchmark;

import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/** The least that a program with a window and a table does. */
public final class HelloTable {

    private HelloTable() {}

    public static void main(String[] arguments) {
        Platform.startup(() -> {
            TableColumn<String, String> column = new TableColumn<>("Greeting");
            column.setCellValueFactory(row -> new SimpleStringProperty(row.getValue()));
            TableView<String> table = new TableView<>(FXCollections.observableArrayList("Hello", "world"));
            table.getColumns().add(column);
            Stage stage = new Stage();
            stage.setTitle("Hello");
            stage.setScene(new Scene(table, 1280, 800));
            stage.show();
            FirstPulse.endAfter(stage.getScene(), () -> true);
        });
    }
}
