/**
 * What Doorwarden found and did, as stable JSON documents for programs. Their fields are described in the README; a
 * field once there keeps its name and meaning.
 */
package org.doorwarden.report;
