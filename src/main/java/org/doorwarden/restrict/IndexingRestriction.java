package org.doorwarden.restrict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.doorwarden.model.Inventory;
import org.doorwarden.model.Service;
import org.doorwarden.model.ServiceName;
import org.doorwarden.model.access.IndexedScope;
import org.doorwarden.model.setting.Absent;
import org.doorwarden.model.setting.RegistryData;
import org.doorwarden.model.setting.RegistrySetting;
import org.doorwarden.model.setting.SettingValue;
import org.doorwarden.model.setting.TakesEffect;

/**
 * Indexing Service: which folders it reads. Each catalog has a key with a value for each scope: the folder is the
 * value's name, its text is {@code fixup,account,flags}, where the flag 1 says that it is indexed, 2 that it comes from
 * a web site, and 4 that it is a folder somebody chose. Folders are only taken away, or narrowed to some below them.
 *
 * <p>The rules of Windows Search are shown only: its own interface (ISearchCrawlScopeManager) is the documented way to
 * change them, and what it keeps in the registry is not.
 *
 * @see <a href="https://learn.microsoft.com/previous-versions/windows/desktop/indexsrv/scopes">Scopes</a>
 */
public final class IndexingRestriction implements Restriction {

    private static final ServiceName SERVICE = new ServiceName("cisvc");
    private static final ServiceName SEARCH = new ServiceName("WSearch");
    private static final String OF_INDEXING = "\\contentindex\\";
    private static final String CHOSEN_AND_INDEXED = ",,5";
    private static final int FROM_SITE = 2;
    private static final Pattern FOLDER = Pattern.compile("[A-Za-z]:\\\\(?!.*\\.\\.)[^\"*?<>|,]*");
    private static final Pattern PUBLIC = Pattern.compile("[a-z]:\\\\inetpub(?!.*\\.\\.)(\\\\.*)?");

    IndexingRestriction() {}

    /** The folders that the service reads or leaves out, as far as they were read. */
    public static List<IndexedScope> scopes(Inventory inventory, ServiceName service) {
        return inventory.access().indexedScopes().stream()
                .filter(scope -> service.equals(isOfIndexing(scope) ? SERVICE : SEARCH))
                .toList();
    }

    /**
     * Whether a folder holds public content: whether it is in the folder that IIS makes for it, on whatever drive. Where
     * sites have been put elsewhere an inventory does not tell.
     */
    public static boolean isPublic(IndexedScope scope) {
        return PUBLIC.matcher(normal(scope.path())).matches();
    }

    @Override
    public List<Offer> offers(Inventory inventory, Service service) {
        List<IndexedScope> included = scopes(inventory, SERVICE).stream()
                .filter(IndexedScope::included)
                .toList();
        if (!service.name().equals(SERVICE) || included.isEmpty()) {
            return List.of();
        }
        List<String> advised = included.stream()
                .filter(IndexingRestriction::isPublic)
                .map(IndexedScope::path)
                .distinct()
                .toList();
        return List.of(new Offer(
                Limit.FOLDERS,
                included.stream().map(IndexedScope::path).distinct().toList(),
                advised,
                TakesEffect.SERVICE_RESTART));
    }

    @Override
    public Steps steps(Inventory inventory, Service service, Limits limits, Lookups lookups) {
        StepList list = new StepList(inventory.access());
        limits.of(Limit.FOLDERS).ifPresent(said -> limit(inventory, said, list));
        return list.steps();
    }

    private static void limit(Inventory inventory, List<String> said, StepList list) {
        List<String> folders = AccountsSaid.isNone(said) ? List.of() : said;
        List<IndexedScope> included = scopes(inventory, SERVICE).stream()
                .filter(IndexedScope::included)
                .toList();
        for (String folder : folders) {
            boolean indexed = FOLDER.matcher(folder).matches()
                    && included.stream().anyMatch(scope -> contains(scope.path(), folder));
            if (!indexed) {
                list.problem(LimitProblem.Kind.WRONG_VALUE, folder);
            }
        }
        List<RegistrySetting> planned = new ArrayList<>();
        for (IndexedScope scope : included) {
            boolean stays = folders.stream().anyMatch(folder -> contains(folder, scope.path()));
            if (!stays) {
                RegistrySetting value = new RegistrySetting(scope.key(), scope.path());
                narrow(inventory, scope, folders, planned, list);
                if (isFromSite(inventory, value)) {
                    // The service would write it again; what it reads of a site is for the site to say.
                    list.problem(LimitProblem.Kind.OF_SITE, scope.path());
                } else {
                    list.set(value, Absent.ITSELF, TakesEffect.SERVICE_RESTART);
                }
            }
        }
    }

    /** Names the folders that stay of a larger one that goes, in the same catalog. */
    private static void narrow(
            Inventory inventory,
            IndexedScope scope,
            List<String> folders,
            List<RegistrySetting> planned,
            StepList list) {
        for (String folder : folders) {
            RegistrySetting value = new RegistrySetting(scope.key(), trimmed(folder));
            boolean known = scopes(inventory, SERVICE).stream()
                            .anyMatch(each -> each.key().equalsIgnoreCase(scope.key())
                                    && normal(each.path()).equals(normal(folder)))
                    || planned.stream().anyMatch(each -> each.identity().equals(value.identity()));
            if (contains(scope.path(), folder) && !known) {
                planned.add(value);
                list.change(value, Absent.ITSELF, RegistryData.text(CHOSEN_AND_INDEXED), TakesEffect.SERVICE_RESTART);
            }
        }
    }

    private static boolean isFromSite(Inventory inventory, RegistrySetting value) {
        Optional<SettingValue> found = inventory.access().find(value);
        return found.filter(RegistryData.class::isInstance)
                .map(data -> ((RegistryData) data).texts())
                .filter(texts -> !texts.isEmpty())
                .map(texts -> (flags(texts.get(0)) & FROM_SITE) != 0)
                .orElse(false);
    }

    /** The flags of a scope; a text that ends before them stands for a folder that is indexed. */
    private static int flags(String text) {
        String[] parts = text.split(",", -1);
        try {
            return parts.length < 3 ? 1 : Integer.decode(parts[2].strip());
        } catch (NumberFormatException unknown) {
            return 1;
        }
    }

    private static boolean isOfIndexing(IndexedScope scope) {
        return scope.key().toLowerCase(Locale.ROOT).contains(OF_INDEXING);
    }

    private static boolean contains(String outer, String inner) {
        String from = normal(outer);
        String to = normal(inner);
        return to.equals(from) || to.startsWith(from + "\\");
    }

    private static String trimmed(String path) {
        return path.endsWith("\\") && path.length() > 3 ? path.substring(0, path.length() - 1) : path;
    }

    /** The path in lower case without the backslash that may end it, so that {@code C:\} is {@code c:}. */
    private static String normal(String path) {
        String lower = path.strip().toLowerCase(Locale.ROOT);
        return lower.endsWith("\\") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
