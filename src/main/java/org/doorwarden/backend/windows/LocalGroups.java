package org.doorwarden.backend.windows;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.Account;
import org.doorwarden.model.setting.GroupComment;
import org.doorwarden.model.setting.GroupMembers;
import org.doorwarden.model.setting.LocalGroup;
import org.doorwarden.model.setting.Members;
import org.doorwarden.model.setting.SettingValue;

/**
 * The local groups of this computer and who is in them.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/netmgmt/local-group-functions">Local group functions</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/api/lmaccess/ns-lmaccess-localgroup_info_1">LOCALGROUP_INFO_1</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/api/lmaccess/ns-lmaccess-localgroup_members_info_0">
 *     LOCALGROUP_MEMBERS_INFO_0</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/api/lmaccess/ns-lmaccess-localgroup_members_info_2">
 *     LOCALGROUP_MEMBERS_INFO_2</a>
 */
final class LocalGroups {

    /** NERR_GroupNotFound and ERROR_NO_SUCH_ALIAS. */
    private static final Set<Integer> NO_GROUP = Set.of(WindowsError.GROUP_NOT_FOUND, 1376);

    private static final int POINTER = Native.POINTER_SIZE;
    /** SidTypeDeletedAccount, SidTypeInvalid and SidTypeUnknown: what stands as the name is none. */
    private static final Set<Integer> NAMELESS = Set.of(6, 7, 8);

    private final NetworkManagement functions;
    private final Accounts accounts;

    LocalGroups(NetworkManagement functions, Accounts accounts) {
        this.functions = functions;
        this.accounts = accounts;
    }

    /** A group is there if it has a SID as well: Wine tells something of every group that it is asked for. */
    SettingValue read(LocalGroup group) throws WindowsFailure {
        PointerByReference info = new PointerByReference();
        int error = functions.NetLocalGroupGetInfo(null, new WString(group.name()), 1, info);
        try {
            if (NO_GROUP.contains(error)) {
                return Absent.ITSELF;
            }
            WindowsFailure.check("NetLocalGroupGetInfo", error);
            if (accounts.find(group.name()).isEmpty()) {
                return Absent.ITSELF;
            }
            return new GroupComment(WideText.terminated(info.getValue().getPointer(POINTER)));
        } finally {
            if (info.getValue() != null) {
                functions.NetApiBufferFree(info.getValue());
            }
        }
    }

    SettingValue read(GroupMembers group) throws WindowsFailure {
        Optional<String> name = name(group);
        if (name.isEmpty()) {
            return Absent.ITSELF;
        }
        WString text = new WString(name.get());
        Memory resume = new Memory(POINTER);
        resume.clear();
        try {
            return Members.of(new Enumeration(functions)
                    .all(
                            "NetLocalGroupGetMembers",
                            3 * POINTER,
                            (buffer, read, total) -> functions.NetLocalGroupGetMembers(
                                    null, text, 2, buffer, NetworkManagement.ALL, read, total, resume),
                            LocalGroups::member));
        } catch (WindowsFailure failed) {
            if (NO_GROUP.contains(failed.code())) {
                return Absent.ITSELF;
            }
            throw failed;
        }
    }

    private static Account member(Pointer structure) {
        String sid = Sid.at(structure.getPointer(0));
        String name = WideText.terminated(structure.getPointer(2L * POINTER));
        boolean nameless = NAMELESS.contains(structure.getInt(POINTER)) || name.equalsIgnoreCase(sid);
        return new Account(sid, nameless ? "" : name);
    }

    void write(LocalGroup group, SettingValue value) throws WindowsFailure {
        if (value instanceof GroupComment comment) {
            add(group.name(), comment.comment());
        } else {
            WindowsFailure.check("NetLocalGroupDel", functions.NetLocalGroupDel(null, new WString(group.name())));
        }
    }

    private void add(String name, String comment) throws WindowsFailure {
        int structure = 2 * POINTER;
        int commentAt = structure + WideText.size(name);
        Memory info = new Memory(commentAt + (long) WideText.size(comment));
        info.setPointer(0, info.share(structure));
        info.setPointer(POINTER, info.share(commentAt));
        WideText.write(info, structure, name);
        WideText.write(info, commentAt, comment);
        WindowsFailure.check("NetLocalGroupAdd", functions.NetLocalGroupAdd(null, 1, info, new IntByReference()));
    }

    /** Whoever is not named is taken out. A group that is not there has no members to set. */
    void write(GroupMembers group, SettingValue value) throws WindowsFailure {
        List<Account> wanted = value instanceof Members members ? members.accounts() : List.of();
        String name =
                name(group).orElseThrow(() -> new WindowsFailure("LookupAccountSid", WindowsError.GROUP_NOT_FOUND));
        List<byte[]> sids = new ArrayList<>();
        for (Account account : wanted) {
            sids.add(Sid.parse(account.sid())
                    .orElseThrow(() -> new WindowsFailure(account.sid(), WindowsError.NO_SUCH_MEMBER)));
        }
        WindowsFailure.check(
                "NetLocalGroupSetMembers",
                functions.NetLocalGroupSetMembers(null, new WString(name), 0, structures(sids), sids.size()));
    }

    /** One LOCALGROUP_MEMBERS_INFO_0 after the other, and behind them the SIDs that they point to. */
    private static Memory structures(List<byte[]> sids) {
        int at = sids.size() * POINTER;
        Memory memory = new Memory(
                Math.max(1, at + sids.stream().mapToInt(sid -> sid.length).sum()));
        for (int i = 0; i < sids.size(); i++) {
            byte[] sid = sids.get(i);
            memory.setPointer((long) i * POINTER, memory.share(at));
            memory.write(at, sid, 0, sid.length);
            at += sid.length;
        }
        return memory;
    }

    /** Groups of Windows itself are named by their SID, since their names differ by language. */
    private Optional<String> name(GroupMembers group) throws WindowsFailure {
        return Sid.parse(group.group()).isPresent() ? accounts.groupName(group.group()) : Optional.of(group.group());
    }
}
