package org.doorwarden.ui.catalogue;

import java.util.List;
import java.util.Optional;
import org.doorwarden.model.ServiceName;
import org.doorwarden.ui.component.Badge.Tone;
import org.doorwarden.ui.component.Tags.Tag;
import org.doorwarden.ui.knowledge.Cited;
import org.doorwarden.ui.knowledge.KnownWords;
import org.doorwarden.ui.knowledge.RiskWords;

/**
 * All that is known of a service, in words.
 *
 * @param title the display name
 * @param subtitle its names, and what it is for
 * @param tags what stands out about it
 * @param origin how it comes onto a server
 * @param ports where it listens unless told otherwise
 * @param without what stops working without it
 * @param advice what to do about it, for any server first, then from a version of Windows on, then for roles
 * @param required where it is never closed
 * @param needs what it cannot do without although no tab shows it
 * @param starts how releases of Windows start it
 * @param alternatives what can be done instead
 * @param removal how it is uninstalled
 */
public record EntryDetail(
        ServiceName name,
        String title,
        String subtitle,
        List<Tag> tags,
        String origin,
        String ports,
        RiskWords risk,
        String without,
        KnownWords known,
        List<AdviceWords> advice,
        List<Cited> required,
        List<NeedWords> needs,
        List<StartWords> starts,
        List<String> alternatives,
        Optional<String> removal) {

    /**
     * What to do.
     *
     * @param verdict in a word
     * @param where on which servers
     */
    public record AdviceWords(String verdict, Tone tone, String where, Cited because) {}

    /**
     * A dependency that nobody declares.
     *
     * @param entry under which name the catalogue has what is needed, if it has it
     */
    public record NeedWords(Optional<ServiceName> entry, String service, Cited because) {}

    /** A start type, and the releases of Windows that have it. */
    public record StartWords(String startType, String releases) {}
}
