package io.tokenledger.gateway;

import io.tokenledger.gateway.pump.CallRefusedException;
import io.tokenledger.gateway.pump.Ending;
import io.tokenledger.gateway.pump.Passed;
import io.tokenledger.gateway.refusal.Refusal;
import io.vertx.core.AsyncResult;
import java.time.Duration;
import java.util.Optional;

/**
 * How a call ended.
 *
 * @param status of the upstream; 0 where it gave none
 * @param refusal what the client gets instead of an answer
 * @param fault an error of ours
 */
record Outcome(
    Ending ending,
    int status,
    Optional<Duration> timeToFirstByte,
    Optional<Refusal> refusal,
    Optional<Throwable> fault) {

  static Outcome of(AsyncResult<Passed> passed) {
    if (passed.succeeded()) {
      Passed answer = passed.result();
      return new Outcome(
          answer.ending(),
          answer.status(),
          answer.timeToFirstByte(),
          Optional.empty(),
          Optional.empty());
    }
    if (passed.cause() instanceof CallRefusedException refused) {
      return failed(refused, Optional.empty());
    }
    if (passed.cause() instanceof io.vertx.core.VertxException closed) {
      return failed(CallRefusals.fault(), Optional.empty());
    }
    return failed(CallRefusals.fault(), Optional.of(passed.cause()));
  }

  private static Outcome failed(CallRefusedException refused, Optional<Throwable> fault) {
    return new Outcome(
        refused.ending(), 0, Optional.empty(), Optional.of(refused.refusal()), fault);
  }
}
