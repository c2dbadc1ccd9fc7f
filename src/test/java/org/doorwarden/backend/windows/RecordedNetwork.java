package org.doorwarden.backend.windows;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * netapi32.dll without Windows: it keeps groups, and takes apart and puts together structures by the offsets and sizes of
 * 64-bit Windows written out here, which were printed by a program compiled with the headers of MinGW.
 */
final class RecordedNetwork implements NetworkManagement {

    private static final int GROUP_NOT_FOUND = 2220;
    private static final int MORE_DATA = 234;

    final NativeMemory memory = new NativeMemory();
    final List<String> calls = new ArrayList<>();
    final Map<String, List<String[]>> groups = new LinkedHashMap<>();
    final Map<String, String> comments = new LinkedHashMap<>();
    final List<Object[]> shares = new ArrayList<>();
    final Map<String, List<String[]>> connections = new LinkedHashMap<>();
    /** By the function's name, what it answers instead of doing anything. */
    final Map<String, Integer> errors = new LinkedHashMap<>();
    /** How many things it lists at a time. */
    int atATime = Integer.MAX_VALUE;

    void group(String name, String comment, String[]... members) {
        comments.put(name, comment);
        groups.put(name, new ArrayList<>(List.of(members)));
    }

    private Integer record(String function, WString server, Object... arguments) {
        if (server != null) {
            throw new AssertionError("another computer: " + server);
        }
        List<String> words = new ArrayList<>(List.of(function));
        for (Object argument : arguments) {
            words.add(String.valueOf(argument));
        }
        calls.add(String.join(" ", words));
        return errors.get(function);
    }

    @Override
    public int NetLocalGroupAdd(WString server, int level, Pointer group, IntByReference wrongMember) {
        String name = text(group.getPointer(0));
        String comment = text(group.getPointer(8));
        Integer error = record("NetLocalGroupAdd", server, level, name, comment);
        if (error == null) {
            group(name, comment);
        }
        return error == null ? 0 : error;
    }

    @Override
    public int NetLocalGroupDel(WString server, WString group) {
        Integer error = record("NetLocalGroupDel", server, group);
        if (error != null) {
            return error;
        }
        comments.remove(group.toString());
        return groups.remove(group.toString()) == null ? GROUP_NOT_FOUND : 0;
    }

    @Override
    public int NetLocalGroupGetInfo(WString server, WString group, int level, PointerByReference info) {
        Integer error = record("NetLocalGroupGetInfo", server, group, level);
        if (error != null) {
            return error;
        }
        if (!groups.containsKey(group.toString())) {
            return GROUP_NOT_FOUND;
        }
        Memory structure = memory.room(16);
        structure.setPointer(0, memory.text(group.toString()));
        structure.setPointer(8, memory.text(comments.get(group.toString())));
        info.setValue(memory.handOut(structure));
        return 0;
    }

    @Override
    public int NetLocalGroupGetMembers(
            WString server,
            WString group,
            int level,
            PointerByReference members,
            int preferredLength,
            IntByReference read,
            IntByReference total,
            Pointer resume) {
        Integer error = record("NetLocalGroupGetMembers", server, group, level, preferredLength);
        if (error != null) {
            return error;
        }
        List<String[]> all = groups.get(group.toString());
        if (all == null) {
            return GROUP_NOT_FOUND;
        }
        int from = (int) resume.getLong(0);
        int to = Math.min(all.size(), from == 0 ? Math.min(atATime, all.size()) : from + atATime);
        Memory structures = memory.room(Math.max(1, 24 * (to - from)));
        for (int i = from; i < to; i++) {
            String[] member = all.get(i);
            long at = 24L * (i - from);
            structures.setPointer(at, memory.sid(member[0]));
            structures.setInt(at + 8, Integer.parseInt(member[1]));
            structures.setPointer(at + 16, member[2] == null ? null : memory.text(member[2]));
        }
        resume.setLong(0, to);
        members.setValue(memory.handOut(structures));
        read.setValue(to - from);
        total.setValue(all.size() - from);
        return to < all.size() ? MORE_DATA : 0;
    }

    @Override
    public int NetLocalGroupSetMembers(WString server, WString group, int level, Pointer members, int count) {
        List<String[]> wanted = new ArrayList<>();
        List<String> sids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String sid = Sid.at(members.getPointer(8L * i));
            sids.add(sid);
            wanted.add(new String[] {sid, "1", "WEB01\\user" + i});
        }
        Integer error = record("NetLocalGroupSetMembers", server, group, level, sids);
        if (error != null) {
            return error;
        }
        return groups.replace(group.toString(), wanted) == null ? GROUP_NOT_FOUND : 0;
    }

    @Override
    public int NetShareEnum(
            WString server,
            int level,
            PointerByReference buffer,
            int preferredLength,
            IntByReference read,
            IntByReference total,
            IntByReference resume) {
        Integer error = record("NetShareEnum", server, level, preferredLength);
        if (error != null) {
            return error;
        }
        int from = resume.getValue();
        int to = Math.min(shares.size(), atATime == Integer.MAX_VALUE ? shares.size() : from + atATime);
        Memory structures = memory.room(Math.max(1, 56 * (to - from)));
        for (int i = from; i < to; i++) {
            Object[] share = shares.get(i);
            long at = 56L * (i - from);
            structures.setPointer(at, memory.text((String) share[0]));
            structures.setInt(at + 8, (Integer) share[1]);
            structures.setPointer(at + 16, memory.text((String) share[2]));
            structures.setInt(at + 24, 0x7F);
            structures.setInt(at + 28, -1);
            structures.setInt(at + 32, (Integer) share[3]);
            structures.setPointer(at + 40, share[4] == null ? null : memory.text((String) share[4]));
            structures.setPointer(at + 48, null);
        }
        resume.setValue(to);
        buffer.setValue(memory.handOut(structures));
        read.setValue(to - from);
        total.setValue(shares.size() - from);
        return to < shares.size() ? MORE_DATA : 0;
    }

    @Override
    public int NetConnectionEnum(
            WString server,
            WString qualifier,
            int level,
            PointerByReference buffer,
            int preferredLength,
            IntByReference read,
            IntByReference total,
            IntByReference resume) {
        Integer error = record("NetConnectionEnum", server, qualifier, level, preferredLength);
        if (error != null) {
            return error;
        }
        List<String[]> all = connections.getOrDefault(qualifier.toString(), List.of());
        Memory structures = memory.room(Math.max(1, 40 * all.size()));
        for (int i = 0; i < all.size(); i++) {
            long at = 40L * i;
            structures.setInt(at, i);
            structures.setInt(at + 4, 0);
            structures.setInt(at + 8, 1);
            structures.setInt(at + 12, 1);
            structures.setInt(at + 16, 60);
            structures.setPointer(at + 24, all.get(i)[0] == null ? null : memory.text(all.get(i)[0]));
            structures.setPointer(at + 32, all.get(i)[1] == null ? null : memory.text(all.get(i)[1]));
        }
        buffer.setValue(memory.handOut(structures));
        read.setValue(all.size());
        total.setValue(all.size());
        return 0;
    }

    @Override
    public int NetApiBufferFree(Pointer buffer) {
        memory.free(buffer);
        return 0;
    }

    /** Reads a text without the help of what is tested. */
    private static String text(Pointer address) {
        int length = 0;
        while (address.getShort(2L * length) != 0) {
            length++;
        }
        return new String(address.getByteArray(0, 2 * length), StandardCharsets.UTF_16LE);
    }
}
