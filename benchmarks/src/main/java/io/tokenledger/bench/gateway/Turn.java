package io.tokenledger.bench.gateway;

import io.tokenledger.bench.gateway.CallTimes.Figures;
import java.time.Duration;

/**
 * One target's turn in a round; what is in the middle has used CPU for each call.
 *
 * @param whole calls at a steady rate, without streaming
 * @param streams open at once
 */
record Turn(
    String target, Figures whole, long wholeCpuMicros, Figures streams, long streamCpuMicros) {

  static Turn measure(GatewayLoad load, Target target, int perSecond, int streams, Duration span)
      throws InterruptedException {
    long before = target.cpuMicros();
    Figures whole = load.whole(target, perSecond, span);
    long between = target.cpuMicros();
    Figures streamed = load.streams(target, streams, span);
    long after = target.cpuMicros();
    return new Turn(
        target.name(),
        whole,
        (between - before) / whole.calls(),
        streamed,
        (after - between) / streamed.calls());
  }

  long failed() {
    return whole.failed() + streams.failed();
  }
}
