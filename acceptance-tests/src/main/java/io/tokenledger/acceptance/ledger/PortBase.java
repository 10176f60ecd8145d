package io.tokenledger.acceptance.ledger;

import io.tokenledger.local.Ports;
import io.tokenledger.local.StackException;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for a stack that nobody else listens on. */
public final class PortBase {

  /** With the highest offset still below the ports the kernel gives to clients, 32768 up. */
  private static final int FIRST = 12_000;

  private static final int LAST = 31_000;

  private PortBase() {}

  public static Ports free() {
    while (true) {
      Ports ports = new Ports(ThreadLocalRandom.current().nextInt(FIRST, LAST));
      try {
        ports.requireFree();
        return ports;
      } catch (StackException taken) {
        System.out.println(taken.getMessage() + " Trying others.");
      }
    }
  }
}
