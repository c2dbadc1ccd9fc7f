package org.doorwarden.backend.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import com.sun.jna.ptr.ShortByReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stands where Windows would: hands out rules from memory as the firewall hands them out, writes down every change with
 * the types it comes in, and counts what it lent.
 */
final class RecordedFirewall implements Com {

    /** What changed it, with the types of the arguments. */
    final List<String> changes = new ArrayList<>();
    /** What functions fail with, by name. */
    final Map<String, Integer> failures = new HashMap<>();
    /** The answers of the policy's properties: LONG, or VARIANT_BOOL and NET_FW_ACTION by profile. */
    final Map<String, Object> policy = new HashMap<>();

    final List<Map<String, Object>> rules = new ArrayList<>();
    int initialized;
    int initializeResult;
    short itemType = 9;
    int clearedVariants;
    boolean nothingThere;

    private final Map<Long, Lent> lent = new TreeMap<>();
    private final Map<Long, Memory> texts = new HashMap<>();
    private long nextAddress = 0x1000;

    /** An object that was handed out. */
    private static final class Lent {
        private final String kind;
        private final Map<String, Object> rule;
        private int references = 1;
        private int position;

        private Lent(String kind, Map<String, Object> rule) {
            this.kind = kind;
            this.rule = rule;
        }
    }

    RecordedFirewall() {
        policy.put("get_CurrentProfileTypes", 2);
        policy.put("get_LocalPolicyModifyState", 0);
        policy.put("get_FirewallEnabled", Map.of(1, true, 2, true, 4, true));
        policy.put("get_BlockAllInboundTraffic", Map.of(1, false, 2, false, 4, false));
        policy.put("get_DefaultInboundAction", Map.of(1, 0, 2, 0, 4, 0));
    }

    /** A rule that is complete; {@code more} are names and values that replace those given here. */
    Map<String, Object> rule(String name, Object... more) {
        Map<String, Object> rule = new HashMap<>();
        rule.put("Name", name);
        rule.put("Description", "");
        rule.put("ApplicationName", null);
        rule.put("ServiceName", null);
        rule.put("Protocol", 6);
        rule.put("LocalPorts", "80");
        rule.put("RemotePorts", "*");
        rule.put("LocalAddresses", "*");
        rule.put("RemoteAddresses", "*");
        rule.put("Direction", 1);
        rule.put("Enabled", true);
        rule.put("Grouping", "");
        rule.put("Profiles", 0x7fffffff);
        rule.put("Action", 1);
        for (int i = 0; i < more.length; i += 2) {
            assertTrue(rule.containsKey(more[i]), () -> "a property of a rule: " + Arrays.toString(more));
            rule.put((String) more[i], more[i + 1]);
        }
        rules.add(rule);
        return rule;
    }

    void assertNothingIsKept() {
        lent.values().forEach(each -> assertEquals(0, each.references, each.kind));
        assertEquals(Map.of(), texts, "texts that were not freed");
        assertEquals(0, initialized, "COM is made ready and given up as often");
    }

    @Override
    public int initialize() {
        if (initializeResult >= 0) {
            initialized++;
        }
        return initializeResult;
    }

    @Override
    public void uninitialize() {
        initialized--;
    }

    @Override
    public int create(Pointer classId, Pointer interfaceId, PointerByReference object) {
        boolean policyAsked = hex(classId).equals(NetFw.POLICY_CLASS);
        assertEquals(policyAsked ? NetFw.POLICY_CLASS : NetFw.RULE_CLASS, hex(classId));
        assertEquals(policyAsked ? NetFw.POLICY_INTERFACE : NetFw.RULE_INTERFACE, hex(interfaceId));
        String kind = policyAsked ? "policy" : "rule";
        return answer("create " + kind, () -> object.setValue(lend(kind, new HashMap<>())));
    }

    @Override
    public int call(Pointer object, int slot, Object... arguments) {
        Lent target = lent.get(Pointer.nativeValue(object));
        assertTrue(target.references > 0, () -> target.kind + " was given back already");
        if (slot == 2) {
            assertEquals(0, arguments.length);
            return --target.references;
        }
        if (slot == 0) {
            String wanted = target.kind.equals("rule") ? NetFw.RULE_INTERFACE : NetFw.ENUM_VARIANT;
            assertEquals(wanted, hex((Pointer) arguments[0]));
            return answer("QueryInterface " + target.kind, () -> {
                target.references++;
                ((PointerByReference) arguments[1]).setValue(object);
            });
        }
        return switch (target.kind) {
            case "policy" -> policy(NetFw.POLICY_TABLE.get(slot - NetFw.FIRST_SLOT), arguments);
            case "rules" -> rules(NetFw.RULES_TABLE.get(slot - NetFw.FIRST_SLOT), arguments);
            case "items" -> next(target, slot, arguments);
            default -> rule(target, NetFw.RULE_TABLE.get(slot - NetFw.FIRST_SLOT), arguments);
        };
    }

    private int policy(String function, Object... arguments) {
        return answer(function, () -> {
            if (function.equals("get_Rules")) {
                ((PointerByReference) arguments[0]).setValue(nothingThere ? null : lend("rules", Map.of()));
            } else if (arguments.length == 1) {
                ((IntByReference) arguments[0]).setValue((Integer) policy.get(function));
            } else {
                Object value = ((Map<?, ?>) policy.get(function)).get(arguments[0]);
                set(arguments[1], value);
            }
        });
    }

    private int rules(String function, Object... arguments) {
        return answer(function, () -> {
            switch (function) {
                case "get__NewEnum" -> ((PointerByReference) arguments[0]).setValue(lend("items", Map.of()));
                case "Add" -> {
                    changes.add("Add");
                    rules.add(lent.get(Pointer.nativeValue((Pointer) arguments[0])).rule);
                }
                case "Remove" -> {
                    String name = text((Pointer) arguments[0]);
                    changes.add("Remove BSTR " + name);
                    rules.removeIf(rule -> name.equals(rule.get("Name")));
                }
                default -> throw new AssertionError(function);
            }
        });
    }

    private int next(Lent items, int slot, Object... arguments) {
        assertEquals(3, slot, "IEnumVARIANT::Next");
        assertEquals(1, arguments[0]);
        if (items.position == rules.size()) {
            return 1;
        }
        Pointer variant = (Pointer) arguments[1];
        assertEquals("00".repeat(24), HexFormat.of().formatHex(variant.getByteArray(0, 24)));
        return answer("Next", () -> {
            variant.setShort(0, itemType);
            variant.setPointer(8, lend("rule", rules.get(items.position++)));
            ((IntByReference) arguments[2]).setValue(1);
        });
    }

    private int rule(Lent target, String function, Object... arguments) {
        String property = function.substring(4);
        return answer(function, () -> {
            if (function.startsWith("get_")) {
                assertTrue(target.rule.containsKey(property), () -> property + " of " + target.rule);
                set(arguments[0], target.rule.get(property));
            } else {
                changes.add(function + " " + said(arguments[0]));
                target.rule.put(property, value(arguments[0]));
            }
        });
    }

    private int answer(String function, Runnable work) {
        Integer failure = failures.get(function);
        if (failure == null) {
            work.run();
        }
        return failure == null ? 0 : failure;
    }

    private void set(Object out, Object value) {
        if (out instanceof IntByReference number) {
            number.setValue((Integer) value);
        } else if (out instanceof ShortByReference flag) {
            flag.setValue((short) ((Boolean) value ? -1 : 0));
        } else {
            ((PointerByReference) out).setValue(value == null ? null : allocate((String) value));
        }
    }

    private String said(Object argument) {
        if (argument instanceof Short flag) {
            return "VARIANT_BOOL " + flag;
        }
        return argument instanceof Integer number ? "LONG " + number : "BSTR " + text((Pointer) argument);
    }

    private Object value(Object argument) {
        if (argument instanceof Short flag) {
            return flag != 0;
        }
        return argument instanceof Integer number ? number : text((Pointer) argument);
    }

    private Pointer lend(String kind, Map<String, Object> rule) {
        nextAddress += 0x10;
        lent.put(nextAddress, new Lent(kind, rule));
        return new Pointer(nextAddress);
    }

    /** As Windows lays a text out: its length in bytes, the text, and a zero that does not count. */
    @Override
    public Pointer allocate(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
        Memory memory = new Memory(bytes.length + 6L);
        memory.setInt(0, bytes.length);
        memory.write(4, bytes, 0, bytes.length);
        memory.setShort(4L + bytes.length, (short) 0);
        Pointer shared = memory.share(4);
        texts.put(Pointer.nativeValue(shared), memory);
        return shared;
    }

    @Override
    public void free(Pointer text) {
        if (text != null) {
            assertTrue(texts.remove(Pointer.nativeValue(text)) != null, "a text that was handed out");
        }
    }

    @Override
    public void clear(Pointer variant) {
        clearedVariants++;
        lent.get(Pointer.nativeValue(variant.getPointer(8))).references--;
    }

    private String text(Pointer text) {
        Memory memory = texts.get(Pointer.nativeValue(text));
        return new String(memory.getByteArray(4, memory.getInt(0)), StandardCharsets.UTF_16LE);
    }

    private static String hex(Pointer id) {
        return HexFormat.of().formatHex(id.getByteArray(0, 16));
    }
}
