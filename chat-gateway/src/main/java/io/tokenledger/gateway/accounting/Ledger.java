package io.tokenledger.gateway.accounting;

import io.vertx.core.Future;
import java.time.Duration;

/** Where calls are accounted for. */
public interface Ledger {

  /**
   * Before the call goes out. Done, in the caller's context, when the call is in the journal; or,
   * where it cannot be and the policy is to pass, without.
   *
   * @return fails with {@link NotRecordedException} where it cannot be and the policy is to refuse
   */
  Future<Void> open(StartedCall call);

  /** When the call has ended, once for each that was opened. Never blocks. */
  void close(StartedCall call, EndedCall ended);

  /** Instead of {@link #close}: how the call ends is told later, maybe by another gateway. */
  void handOver(StartedCall call);

  /** The event of a call that was handed over, to be kept before it is {@link #record}ed. */
  Future<byte[]> event(StartedCall call, EndedCall ended);

  /**
   * Done when the event of a call that was handed over is in the journal. Fails with {@link
   * NotRecordedException} or with what the disk says.
   */
  Future<Void> record(StartedCall call, byte[] event);

  /** Events that the broker has not acknowledged. */
  int depth();

  /** How long the oldest of them waits; zero when none does. */
  Duration age();
}
