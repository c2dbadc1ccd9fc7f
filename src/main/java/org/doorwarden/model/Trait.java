package org.doorwarden.model;

/** What can be said of a server as a whole. */
public enum Trait implements Identified {
    SERVER_CORE("server-core"),
    DOMAIN_MEMBER("domain-member"),
    DOMAIN_CONTROLLER("domain-controller"),
    STANDALONE("standalone"),
    VIRTUAL_MACHINE("virtual-machine"),
    PHYSICAL_MACHINE("physical-machine");

    private final String id;

    Trait(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
