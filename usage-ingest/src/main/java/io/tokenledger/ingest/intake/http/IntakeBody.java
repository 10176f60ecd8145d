package io.tokenledger.ingest.intake.http;

import io.tokenledger.ingest.intake.IntakeShares;

/** A body that was read, and the share of the memory that it has while it is worked with. */
public final class IntakeBody implements AutoCloseable {

  private final byte[] bytes;
  private final IntakeShares.Share share;

  IntakeBody(byte[] bytes, IntakeShares.Share share) {
    this.bytes = bytes;
    this.share = share;
  }

  /** Unpacked. */
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public void close() {
    share.giveBack();
  }
}
