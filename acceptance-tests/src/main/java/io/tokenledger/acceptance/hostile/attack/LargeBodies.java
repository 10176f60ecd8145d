package io.tokenledger.acceptance.hostile.attack;

import io.tokenledger.acceptance.hostile.Attack;
import io.tokenledger.acceptance.hostile.HostileOrg;
import io.tokenledger.local.Component;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Bodies of millions of empty objects, each a hundred bytes in memory, of who has no rights. */
final class LargeBodies implements Attack {

  /** 10 MB, and two that are just below the bounds of the endpoints. */
  private static final byte[] HUGE = objects(3_400_000);

  private static final byte[] LARGE = objects(1_700_000);
  private static final byte[] SMALL = objects(80_000);
  private static final int REQUESTS = 24;

  @Override
  public String finding() {
    return "H4";
  }

  @Override
  public String label() {
    return "bodies of 3.4 million empty objects";
  }

  @Override
  public Set<Integer> allowed() {
    return Set.of(0, 400, 403, 413, 429);
  }

  @Override
  public int bound() {
    return 400;
  }

  @Override
  public void run(HostileOrg org) {
    String anybody = org.ledger().token("anybody", Map.of(), List.of());
    org.throughout(HostileOrg.CONNECTIONS, REQUESTS, number -> send(org, anybody, number));
  }

  private static void send(HostileOrg org, String anybody, int number) {
    BodyPublisher body =
        switch (number % 4) {
          case 0 -> BodyPublishers.ofByteArray(HUGE);
          case 1 -> BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(HUGE));
          default -> BodyPublishers.ofByteArray(number % 4 == 2 ? LARGE : SMALL);
        };
    switch (number % 3) {
      case 0 -> org.call(Component.PRICING_SERVICE, "PUT", "/v1/prices/x/y", anybody, body);
      case 1 -> org.call(Component.PRICING_SERVICE, "POST", "/v1/resolve", anybody, body);
      default -> org.call(Component.USAGE_INGEST, "POST", "/v1/events", org.writer(), body);
    }
  }

  private static byte[] objects(int count) {
    String body = "[" + "{},".repeat(count - 1) + "{}]";
    return body.getBytes(StandardCharsets.US_ASCII);
  }
}
