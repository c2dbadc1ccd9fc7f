package org.doorwarden.ui.component;

import javafx.scene.layout.Region;

/** A small picture as a vector path, in the colour of its style class; 16 by 16 units, drawn in lines as filled shapes. */
public enum Icon {
    /** The program's own: a doorway. */
    DOORWAY("M3 15V6l5-4 5 4v9h-2V7L8 4.6 5 7v8zM7 9h2v6H7z"),
    /** A door standing open. */
    DOOR_OPEN("M2.5 1h11v14h-4v-1.3h2.7V2.3H7.4L10 3.6V15L2.5 13.6zM7.6 8v2h1.2V8z"),
    /** A door closed but not locked. */
    DOOR_LATCHED("M2.5 1h11v14h-11zM3.8 2.3v11.4h8.4V2.3zM9.4 7h1.5v2H9.4z"),
    /** A door shut and bolted. */
    DOOR_SHUT("M2.5 1h11v14h-11zM8 5.4a1.5 1.5 0 0 0-.7 2.8v2.4h1.4V8.2A1.5 1.5 0 0 0 8 5.4z"),
    CHECK("M6.4 11.6 2.8 8l1.1-1.1 2.5 2.5 5.7-5.7L13.2 4.8z"),
    WARNING("M8 1.5 15 14H1zM8 4.6 3.6 12.5h8.8zM7.3 7h1.4v3H7.3zm0 3.6h1.4V12H7.3z"),
    INFORMATION(
            "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm0 1.4a5.6 5.6 0 1 0 0 11.2A5.6 5.6 0 0 0 8 2.4zM7.3 7h1.4v4.5H7.3zm0-2.5h1.4v1.4H7.3z"),
    FAILED(
            "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm0 1.4a5.6 5.6 0 1 0 0 11.2A5.6 5.6 0 0 0 8 2.4zM5.9 4.9 8 7l2.1-2.1 1 1L9 8l2.1 2.1-1 1L8 9l-2.1 2.1-1-1L7 8 4.9 5.9z"),
    COMPUTER("M1 2h14v9H9.5v1.6H12V14H4v-1.4h2.5V11H1zm1.4 1.4v6.2h11.2V3.4z"),
    TRAINING(
            "M8 2 15.5 5.6 8 9.2.5 5.6zm0 1.6L3.8 5.6 8 7.6l4.2-2zM3 8.2l1.4.7v2.3c1.8 1.6 5.4 1.6 7.2 0V8.9l1.4-.7v3.6c-2.4 2.6-7.6 2.6-10 0z"),
    FILE("M3 1h6.6L13 4.4V15H3zm1.4 1.4v11.2h7.2V5.2H8.8V2.4zm5.8.6v.8h.8z"),
    HISTORY(
            "M8 2a6 6 0 1 1-5.8 7.6l1.4-.4A4.6 4.6 0 1 0 4.4 5H6.5v1.4H2V2h1.4v2A6 6 0 0 1 8 2zm-.7 2.8h1.4v2.9l2 1.2-.7 1.2-2.7-1.6z"),
    /** An arrow turning back. */
    UNDO("M6.6 2.4 5.6 1.4 1.6 5.4l4 4 1-1L4.3 6.1H10a3 3 0 0 1 0 6H5v1.4h5a4.4 4.4 0 0 0 0-8.8H4.3z"),
    SETTINGS(
            "M6.9 1h2.2l.4 1.9 1 .4 1.6-1.1 1.6 1.6-1.1 1.6.4 1 1.9.4v2.2l-1.9.4-.4 1 1.1 1.6-1.6 1.6-1.6-1.1-1 .4-.4 1.9H6.9l-.4-1.9-1-.4-1.6 1.1-1.6-1.6 1.1-1.6-.4-1L1 9.1V6.9l1.9-.4.4-1-1.1-1.6 1.6-1.6 1.6 1.1 1-.4zM8 5.4a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2z"),
    /** An open book. */
    CATALOGUE(
            "M1 2.5h4.6c1 0 1.9.4 2.4 1 .5-.6 1.4-1 2.4-1H15V13h-4.6c-1.1 0-1.9.4-2.4 1.1-.5-.7-1.3-1.1-2.4-1.1H1zM2.4 3.9v7.7h3.2c.6 0 1.2.1 1.7.4V5.2c0-.7-.7-1.3-1.7-1.3zM10.4 3.9c-1 0-1.7.6-1.7 1.3V12c.5-.3 1.1-.4 1.7-.4h3.2V3.9z"),
    SEARCH("M7 2a5 5 0 0 1 4 8l3.5 3.5-1 1L10 11a5 5 0 1 1-3-9zm0 1.4a3.6 3.6 0 1 0 0 7.2 3.6 3.6 0 0 0 0-7.2z"),
    COPY("M5 1h9v10h-3v4H2V5h3zm1.4 1.4V5H11v4.6h1.6V2.4zM3.4 6.4v7.2h6.2V6.4z"),
    /** A cross. */
    REMOVE("M4.1 3.1 8 7l3.9-3.9 1 1L9 8l3.9 3.9-1 1L8 9l-3.9 3.9-1-1L7 8 3.1 4.1z"),
    CHEVRON("M5.5 3 10.5 8l-5 5-1-1L8.4 8 4.5 4z");

    /** Two specks that no eye sees: they keep the drawing in its square, since a shape is stretched to its node. */
    private static final String CORNERS = "M0 0h.01v.01zM15.99 15.99h.01v.01z";

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    /** A new node of one em square; it says nothing to a screen reader, the text beside it does. */
    public Region node(String... styleClasses) {
        Region node = new Region();
        node.setStyle("-fx-shape: \"" + CORNERS + path + "\";");
        node.getStyleClass().add("icon");
        node.getStyleClass().addAll(styleClasses);
        node.setMouseTransparent(true);
        return node;
    }
}
