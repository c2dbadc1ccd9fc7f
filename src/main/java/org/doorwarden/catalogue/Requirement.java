package org.doorwarden.catalogue;

import org.doorwarden.model.ServiceName;

/** A service that a role or a product cannot do without, and who says so. */
public record Requirement(ServiceName service, String because, Source source) {}
