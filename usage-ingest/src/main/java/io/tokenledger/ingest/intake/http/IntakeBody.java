package io.tokenledger.ingest.intake.http;

import io.tokenledger.ingest.intake.IntakeShares;
import io.tokenledger.ingest.intake.ValidEvent;
import java.util.List;
import java.util.function.LongConsumer;

/** A body that was read, and the share of the memory that it has while it is worked with. */
public final class IntakeBody implements AutoCloseable {

  /** An event of plain JSON is about so large. */
  private static final int BYTES_OF_AN_EVENT = 512;

  private final byte[] bytes;
  private final IntakeShares.Share share;
  private final LongConsumer rate;

  /**
   * @param rate is told what the body counts of its sender's rate: first by its size, so that
   *     another request that comes now does not find it free
   */
  IntakeBody(byte[] bytes, IntakeShares.Share share, LongConsumer rate) {
    this.bytes = bytes;
    this.share = share;
    this.rate = rate;
    rate.accept(estimate());
  }

  /** Unpacked. */
  public byte[] bytes() {
    return bytes;
  }

  /** To be told what was found in it: from then on that counts, and not its size. */
  public void charge(List<ValidEvent> events) {
    long units = events.stream().mapToLong(ValidEvent::units).sum();
    rate.accept(units - estimate());
  }

  private long estimate() {
    return 1 + bytes.length / BYTES_OF_AN_EVENT;
  }

  @Override
  public void close() {
    share.giveBack();
  }
}
