package io.tokenledger.gateway;

import java.time.Duration;

/** The time that a call spends in the gateway and waits neither for the client nor the upstream. */
final class GatewayTime {

  private long since = System.nanoTime();
  private long nanos;
  private boolean running = true;

  /** From here on the call waits for somebody else. */
  void stop() {
    if (running) {
      nanos += System.nanoTime() - since;
      running = false;
    }
  }

  void goOn() {
    if (!running) {
      since = System.nanoTime();
      running = true;
    }
  }

  Duration spent() {
    return Duration.ofNanos(running ? nanos + System.nanoTime() - since : nanos);
  }
}
