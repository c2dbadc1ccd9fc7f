/**
 * What is remembered of runs: for each a folder with the snapshot taken before its first change and a write-ahead
 * journal of every step. Folders are only ever added; a journal only ever grows. All access to the disk goes through
 * {@link org.doorwarden.journal.Storage}, so that tests can make any of it fail.
 */
package org.doorwarden.journal;
