package org.doorwarden.backend.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stands where dismapi.dll would: lays its structures out in memory byte by byte as DismApi.h packs them on 64-bit
 * Windows, writes down what it is asked for, and counts what it lent.
 */
final class RecordedDism implements Dism {

    private static final int SESSION = 7;

    final List<String> calls = new ArrayList<>();
    /** What functions answer with, by name; 0 where nothing is said. */
    final Map<String, Integer> results = new HashMap<>();

    final Map<String, Feature> features = new LinkedHashMap<>();
    /** What is called back with while a component is installed or uninstalled. */
    final List<int[]> progress = new ArrayList<>();

    String lastError = "";

    private final Map<Long, Memory> lent = new HashMap<>();
    private final List<Memory> texts = new ArrayList<>();
    private boolean initialized;
    private boolean open;

    /** One component. */
    record Feature(int state, String displayName, int restart, List<String> parents) {}

    void feature(String name, int state, String... parents) {
        features.put(name, new Feature(state, name + " (display)", 1, List.of(parents)));
    }

    void assertNothingIsKept() {
        assertEquals(Map.of(), lent, "structures that were not deleted");
        assertEquals(List.of(false, false), List.of(initialized, open), "initialised, open");
    }

    @Override
    public int DismInitialize(int logLevel, WString logFile, WString scratchFolder) {
        assertEquals(0, logLevel);
        assertNull(logFile);
        assertNull(scratchFolder);
        assertTrue(!initialized, "one at a time");
        initialized = result("DismInitialize") >= 0;
        return result("DismInitialize");
    }

    @Override
    public int DismShutdown() {
        assertTrue(initialized && !open);
        initialized = false;
        return 0;
    }

    @Override
    public int DismOpenSession(WString image, WString windowsFolder, WString systemDrive, IntByReference session) {
        assertEquals("DISM_{53BFAE52-B167-4E2F-A258-0A37B57FF845}", image.toString());
        assertNull(windowsFolder);
        assertNull(systemDrive);
        session.setValue(SESSION);
        open = result("DismOpenSession") >= 0;
        return result("DismOpenSession");
    }

    @Override
    public int DismCloseSession(int session) {
        assertEquals(SESSION, session);
        open = false;
        return 0;
    }

    @Override
    public int DismGetLastErrorMessage(PointerByReference message) {
        if (lastError.isEmpty()) {
            return 0x80004005;
        }
        Memory string = new Memory(8);
        string.setPointer(0, text(lastError));
        message.setValue(lend(string));
        return 0;
    }

    @Override
    public int DismDelete(Pointer structure) {
        if (structure != null) {
            assertTrue(lent.remove(Pointer.nativeValue(structure)) != null, "a structure that was handed out");
        }
        return 0;
    }

    @Override
    public int DismGetFeatures(
            int session, WString identifier, int identifierKind, PointerByReference found, IntByReference count) {
        assertWholeWindows(session, identifier, identifierKind);
        return list("DismGetFeatures", List.copyOf(features.keySet()), found, count);
    }

    @Override
    public int DismGetFeatureInfo(
            int session, WString feature, WString identifier, int identifierKind, PointerByReference info) {
        assertWholeWindows(session, identifier, identifierKind);
        Feature found = find(feature);
        if (found == null) {
            return 0x800f080c;
        }
        if (result("DismGetFeatureInfo") >= 0) {
            Memory memory = new Memory(44);
            memory.setPointer(0, text(feature.toString()));
            memory.setInt(8, found.state());
            memory.setPointer(12, text(found.displayName()));
            memory.setPointer(20, text("A description."));
            memory.setInt(28, found.restart());
            memory.setPointer(32, null);
            memory.setInt(40, 0);
            info.setValue(lend(memory));
        }
        return result("DismGetFeatureInfo");
    }

    @Override
    public int DismGetFeatureParent(
            int session,
            WString feature,
            WString identifier,
            int identifierKind,
            PointerByReference parents,
            IntByReference count) {
        assertWholeWindows(session, identifier, identifierKind);
        calls.add("parents of " + feature);
        return list("DismGetFeatureParent", find(feature).parents(), parents, count);
    }

    @Override
    public int DismEnableFeature(
            int session,
            WString feature,
            WString identifier,
            int identifierKind,
            int limitAccess,
            Pointer sourcePaths,
            int sourcePathCount,
            int enableAll,
            Pointer cancelEvent,
            Progress listener,
            Pointer userData) {
        assertWholeWindows(session, identifier, identifierKind);
        assertNull(sourcePaths);
        assertEquals(0, sourcePathCount);
        return change(
                "DismEnableFeature",
                feature,
                "limitAccess " + limitAccess + " enableAll " + enableAll,
                cancelEvent,
                listener,
                userData);
    }

    @Override
    public int DismDisableFeature(
            int session,
            WString feature,
            WString packageName,
            int removePayload,
            Pointer cancelEvent,
            Progress listener,
            Pointer userData) {
        assertWholeWindows(session, packageName, 0);
        return change("DismDisableFeature", feature, "removePayload " + removePayload, cancelEvent, listener, userData);
    }

    private int change(
            String function, WString feature, String how, Pointer cancelEvent, Progress listener, Pointer userData) {
        assertNull(cancelEvent);
        assertNull(userData);
        calls.add(function + " " + feature + " " + how);
        progress.forEach(each -> listener.at(each[0], each[1], null));
        return result(function);
    }

    private int list(String function, List<String> names, PointerByReference found, IntByReference count) {
        if (result(function) >= 0 && !names.isEmpty()) {
            Memory memory = new Memory(12L * names.size());
            for (int i = 0; i < names.size(); i++) {
                memory.setPointer(12L * i, text(names.get(i)));
                memory.setInt(12L * i + 8, find(new WString(names.get(i))).state());
            }
            found.setValue(lend(memory));
            count.setValue(names.size());
        }
        return result(function);
    }

    private Feature find(WString name) {
        return features.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name.toString()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private void assertWholeWindows(int session, WString identifier, int identifierKind) {
        assertTrue(open);
        assertEquals(SESSION, session);
        assertNull(identifier);
        assertEquals(0, identifierKind);
    }

    private int result(String function) {
        return results.getOrDefault(function, 0);
    }

    private Pointer lend(Memory memory) {
        lent.put(Pointer.nativeValue(memory), memory);
        return new Pointer(Pointer.nativeValue(memory));
    }

    private Pointer text(String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_16LE);
        Memory memory = new Memory(bytes.length);
        memory.write(0, bytes, 0, bytes.length);
        texts.add(memory);
        return memory;
    }
}
