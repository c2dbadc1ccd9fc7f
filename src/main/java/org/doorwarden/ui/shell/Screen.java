package org.doorwarden.ui.shell;

import javafx.scene.Node;
import javafx.scene.layout.Region;

/** The part of a screen that a step draws itself; title and buttons are the shell's. */
public interface Screen {

    Region root();

    /** What stands at the right end of the title, if anything. */
    default Node corner() {
        return new Region();
    }

    /** Where the keyboard is to begin. */
    default void focusFirst() {
        root().requestFocus();
    }
}
