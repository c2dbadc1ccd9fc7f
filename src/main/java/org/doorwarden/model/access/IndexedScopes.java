package org.doorwarden.model.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.RegistrySetting;
import org.doorwarden.model.setting.Setting;
import org.doorwarden.model.setting.SettingValue;

/** Folders that are indexed as values of the registry: with the value goes the folder, and with a new one it comes. */
final class IndexedScopes {

    private IndexedScopes() {}

    static List<IndexedScope> with(List<IndexedScope> before, Map<Setting, SettingValue> values) {
        List<IndexedScope> scopes = new ArrayList<>(before);
        for (Map.Entry<Setting, SettingValue> entry : values.entrySet()) {
            if (entry.getKey() instanceof RegistrySetting value) {
                before.stream()
                        .filter(scope -> scope.key().equalsIgnoreCase(value.key()))
                        .findFirst()
                        .ifPresent(scope -> set(scopes, scope.catalog(), value, entry.getValue()));
            }
        }
        return scopes;
    }

    private static void set(List<IndexedScope> scopes, String catalog, RegistrySetting value, SettingValue now) {
        if (now instanceof Absent) {
            scopes.removeIf(scope -> isAt(scope, value));
        } else if (scopes.stream().noneMatch(scope -> isAt(scope, value))) {
            scopes.add(new IndexedScope(catalog, value.name(), true, value.key()));
        }
    }

    private static boolean isAt(IndexedScope scope, RegistrySetting value) {
        return scope.key().equalsIgnoreCase(value.key()) && scope.path().equalsIgnoreCase(value.name());
    }
}
