package io.tokenledger.journal;

import java.util.concurrent.CompletableFuture;

/**
 * A record on its way to the disk.
 *
 * @param confirmed gets its position
 */
record Pending(byte type, byte[] payload, CompletableFuture<Long> confirmed) {

  int size() {
    return RecordFormat.size(payload);
  }
}
