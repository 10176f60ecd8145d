package io.tokenledger.acceptance.hostile.attack;

import io.tokenledger.acceptance.hostile.Attack;
import io.tokenledger.acceptance.hostile.HostileOrg;
import io.tokenledger.local.Component;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Bodies as large as the intake takes them, of as many names and values, many at once. Their events
 * have no id: so the memory is all they take.
 */
final class FullBodies implements Attack {

  private static final int AT_ONCE = 48;
  private static final int EVENTS = 1_000;
  private static final int OBJECTS = 140;
  private static final int TEXT = 4_600;
  private static final byte[] BODY = body();

  @Override
  public String finding() {
    return "H4";
  }

  @Override
  public String label() {
    return "bodies of 5 MiB, 48 at once";
  }

  @Override
  public Set<Integer> allowed() {
    return Set.of(400, 429);
  }

  @Override
  public int bound() {
    return 400;
  }

  @Override
  public void run(HostileOrg org) {
    BodyPublisher body = BodyPublishers.ofByteArray(BODY);
    org.throughout(
        AT_ONCE,
        org.size(2, 1) * AT_ONCE,
        number -> org.call(Component.USAGE_INGEST, "POST", "/v1/events", org.writer(), body));
  }

  private static byte[] body() {
    String event =
        "{\"orgId\":\"%s\",\"rawUsage\":{\"o\":[{}%s],\"t\":\"%s\"}},"
            .formatted("nobody", ",{}".repeat(OBJECTS - 1), "t".repeat(TEXT));
    String events = event.repeat(EVENTS);
    return ("[" + events.substring(0, events.length() - 1) + "]")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
