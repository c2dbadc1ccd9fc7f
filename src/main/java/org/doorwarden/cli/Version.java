package org.doorwarden.cli;

import picocli.CommandLine.IVersionProvider;

/** The version in the program's own archive; a build that was not packaged has none. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"Doorwarden " + (version == null ? "(unpackaged)" : version)};
    }
}
