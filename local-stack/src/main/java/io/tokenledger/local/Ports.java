package io.tokenledger.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Where each component listens, all on 127.0.0.1.
 *
 * @param base the first port, usage-query's; the others follow from it
 */
public record Ports(int base) {

  public static final int DEFAULT_BASE = 8080;

  private static final int LAST_OFFSET = 1013;
  private static final int FIRST_UNPRIVILEGED = 1024;
  private static final int LAST_PORT = 65_535;
  private static final int BACKLOG = 1;

  public Ports {
    if (base < FIRST_UNPRIVILEGED || base + LAST_OFFSET > LAST_PORT) {
      throw new StackException(
          "--port-base must be between "
              + FIRST_UNPRIVILEGED
              + " and "
              + (LAST_PORT - LAST_OFFSET)
              + ", not "
              + base
              + ".");
    }
  }

  public int of(Component component) {
    return component.port(base);
  }

  /** Of health and metrics; services only. */
  public int managementOf(Component component) {
    return component.managementPort(base);
  }

  /**
   * @throws StackException naming the first port that somebody else listens on
   */
  public void requireFree() {
    for (Component component : Component.values()) {
      requireFree(of(component), component.label());
      if (component.isService()) {
        requireFree(managementOf(component), component.label() + "'s management port");
      }
    }
  }

  private static void requireFree(int port, String what) {
    try {
      new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress()).close();
    } catch (IOException e) {
      throw new StackException(
          "Port "
              + port
              + " ("
              + what
              + ") is taken by another program: stop that one, or choose other ports with"
              + " --port-base.",
          e);
    }
  }
}
