package org.doorwarden.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.skin.LabeledSkinBase;
import javafx.scene.text.Text;
import org.doorwarden.model.Inventory;
import org.doorwarden.restrict.Offer;
import org.doorwarden.restrict.Restrictions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every screen in a longer language: nothing is cut off, and nothing is said that was not translated. */
@ExtendWith(FxToolkit.class)
class PseudoLanguageTest {

    static Stream<String> screens() {
        return ScreenShots.screens().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void nothingIsCutOff(String screen) {
        assertEquals(List.of(), FxToolkit.onScreen(() -> cutOff(screen, 1024)));
    }

    @Test
    void whatIsCutOffIsFound() {
        List<String> cut = FxToolkit.onScreen(() -> cutOff("7-history", 560));
        assertTrue(cut.size() > 3, () -> "in a window much too small: " + cut);
    }

    private static List<String> cutOff(String screen, int width) {
        ShownScreen shown = ShownScreen.show(screen, PseudoLanguage.messages(), width, 700);
        List<String> found = new ArrayList<>();
        for (Node node : shown.visible(PseudoLanguageTest::mustShowAll)) {
            Labeled labeled = (Labeled) node;
            String said = whole(labeled);
            if (!displayed(labeled).equals(said)) {
                found.add(labeled.getId() + " " + labeled.getStyleClass() + ": “" + said + "” as “" + displayed(labeled)
                        + "”");
            }
            if (shown.reachesOut(labeled)) {
                found.add(labeled.getId() + " " + labeled.getStyleClass() + ": “" + said + "” leaves the window");
            }
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("screens")
    void everythingIsSaidInTheLanguage(String screen) {
        TreeSet<String> plain = FxToolkit.onScreen(() -> {
            ShownScreen shown = ShownScreen.show(screen, PseudoLanguage.messages(), 1024, 700);
            Inventory inventory = shown.workplace().lab().read();
            String foreign = inventory + " " + limits(inventory) + " " + RestrictScreens.UNKNOWN + " "
                    + shown.workplace().catalogue().services() + " "
                    + shown.workplace().catalogue().roles() + " "
                    + shown.workplace().catalogue().products() + " " + shown.workplace().definition + " "
                    + shown.workplace().stateFolder();
            TreeSet<String> found = new TreeSet<>();
            int texts = 0;
            for (Node node : shown.visible(Labeled.class::isInstance)) {
                String text = ((Labeled) node).getText();
                if (text != null && !text.isBlank()) {
                    texts++;
                    Stream.of(text.split(", | · |\n"))
                            .filter(part -> !isSaid(text) && !isForeign(part, foreign))
                            .forEach(found::add);
                }
                String heard = node.getAccessibleText();
                if (heard != null && !heard.contains("[")) {
                    Stream.of(heard.split("\\.( |$)"))
                            .filter(part -> !isForeign(part, foreign))
                            .forEach(part -> found.add("heard: " + part));
                }
            }
            assertTrue(texts > 10, "only " + texts + " texts were found");
            return found;
        });
        assertEquals(new TreeSet<>(), plain);
    }

    /** How services are limited now: what the server holds as bytes is shown as text. */
    private static List<Offer> limits(Inventory inventory) {
        return inventory.services().values().stream()
                .flatMap(service -> Restrictions.shipped().offers(inventory, service).stream())
                .toList();
    }

    @Test
    void theLanguageKeepsWhatGoesIn() {
        assertEquals("[Ñö {0} ŧĥéŕé ö]", PseudoLanguage.pseudo("No {0} there").replaceAll(" öné.*]", " ö]"));
        assertEquals(
                "[{0,choice,0#ñö|1#öñé|1<{0} ŧĥíñĝš}]", PseudoLanguage.pseudo("{0,choice,0#no|1#one|1<{0} things}"));
        assertTrue(PseudoLanguage.pseudo("_Undo").startsWith("[_Ûñďö"));
        assertEquals(
                "[3 ŧĥíñĝš]",
                new org.doorwarden.text.Messages(java.util.Locale.ENGLISH, new java.util.ListResourceBundle() {
                            @Override
                            protected Object[][] getContents() {
                                return new Object[][] {
                                    {"key", PseudoLanguage.pseudo("{0,choice,0#no|1#one|1<{0} things}")}
                                };
                            }
                        })
                        .say("key", 3));
    }

    private static boolean isSaid(String text) {
        return text.startsWith("[") && text.endsWith("]") || text.equals("Doorwarden");
    }

    /** From the server or the catalogue, or a number. */
    private static boolean isForeign(String part, String foreign) {
        return foreign.contains(part.strip()) || part.chars().noneMatch(Character::isLetter);
    }

    private static boolean mustShowAll(Node node) {
        return node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isEmpty()
                && labeled.getSkin() instanceof LabeledSkinBase<?>
                && labeled.getTextOverrun() != OverrunStyle.CLIP
                && !labeled.getStyleClass().contains("meta")
                && !labeled.getStyleClass().contains("ellipsis")
                && !ShownScreen.isInCell(labeled)
                && labeled.getContentDisplay() != javafx.scene.control.ContentDisplay.GRAPHIC_ONLY;
    }

    private static String whole(Labeled labeled) {
        return labeled.isMnemonicParsing() ? labeled.getText().replaceFirst("_", "") : labeled.getText();
    }

    private static String displayed(Labeled labeled) {
        return labeled.getChildrenUnmodifiable().stream()
                .filter(Text.class::isInstance)
                .map(child -> ((Text) child).getText())
                .findFirst()
                .orElse("");
    }
}
