/**
 * An append-only journal on disk: what was confirmed is there after the process is killed, and is
 * read again until it is acknowledged. For whatever must be sent on and must not be lost on the
 * way.
 *
 * <p>A record is {@code length | crc32c | type | payload}: the length of the payload in four bytes,
 * the checksum of all else in four, the type in one. Records stand in segment files that are named
 * by the position of their first byte; a position counts the bytes since the journal was begun. The
 * file {@code checkpoint} holds the first position that is not acknowledged.
 *
 * <p>Owns: the files of one directory, which one process has at a time. Does not own: what the
 * payloads mean, and the sending.
 */
package io.tokenledger.journal;
