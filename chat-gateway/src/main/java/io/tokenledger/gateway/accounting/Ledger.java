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

  /** Events that the broker has not acknowledged. */
  int depth();

  /** How long the oldest of them waits; zero when none does. */
  Duration age();
}
