package org.doorwarden.backend.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IndexedScopesTest {

    @Test
    void theLowestBitSaysWhetherAFolderIsIndexed() {
        for (String text : List.of("", "\\\\Dept05\\Memos", ",Corp\\IISManager", ",,5", ",,1", ",,0x3", ",,?")) {
            assertTrue(IndexedScopes.isIndexed(text), text);
        }
        for (String text : List.of(",,0", ",,4", ",, 0 ", "\\\\Dept05\\Memos,Corp\\IISManager,2")) {
            assertFalse(IndexedScopes.isIndexed(text), text);
        }
    }

    @Test
    void onlyRulesForFilesAreFolders() {
        assertEquals(Optional.of("C:\\Users\\"), IndexedScopes.folder("file:///C:\\Users\\"));
        assertEquals(Optional.of("D:\\web\\*"), IndexedScopes.folder("FILE:///D:/web/*"));
        assertEquals(
                Optional.of("C:\\Users\\"),
                IndexedScopes.folder("file:///C:\\[9a7c2b10-0000-4000-8000-00155d000001]\\Users\\"));
        for (String url : List.of("", "csc://{S-1-5-21-1-2-3-1001}/", "mapi15://{S-1-5-21-1}/", "file:")) {
            assertEquals(Optional.empty(), IndexedScopes.folder(url), url);
        }
    }
}
