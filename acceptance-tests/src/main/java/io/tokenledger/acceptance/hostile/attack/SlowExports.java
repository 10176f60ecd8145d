package io.tokenledger.acceptance.hostile.attack;

import io.tokenledger.acceptance.hostile.Attack;
import io.tokenledger.acceptance.hostile.HostileEvent;
import io.tokenledger.acceptance.hostile.HostileOrg;
import io.tokenledger.local.Component;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Exports that are taken a little at a time, more than may run at once. */
final class SlowExports implements Attack {

  private static final int EXPORTS = 6;
  private static final int BYTES_AT_ONCE = 256;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final int OK = 200;
  private static final String LONG_MESSAGE =
      ",\"success\":false,\"errorMessage\":\"" + "e".repeat(1_900) + "\"";

  @Override
  public String finding() {
    return "M5";
  }

  @Override
  public String label() {
    return "exports that are hardly taken";
  }

  @Override
  public boolean doesHarm() {
    return false;
  }

  @Override
  public Set<Integer> allowed() {
    return Set.of(OK, 429);
  }

  @Override
  public int bound() {
    return 429;
  }

  /** More than the connections hold on their way. */
  @Override
  public void prepare(HostileOrg org) {
    org.send(org.size(20_000, 6_000), number -> HostileEvent.of("long-" + number, LONG_MESSAGE));
  }

  @Override
  public void run(HostileOrg org) {
    String path = "/orgs/" + org.id() + "/analytics/export?format=ndjson";
    Queue<InputStream> running = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < EXPORTS; i++) {
      HttpResponse<InputStream> answer = org.open(Component.USAGE_QUERY, path);
      if (answer.statusCode() == OK) {
        running.add(answer.body());
      } else {
        close(answer.body());
      }
    }
    org.throughout(1, 1, number -> takeALittle(running));
    List.copyOf(running).forEach(SlowExports::close);
  }

  private static void takeALittle(Queue<InputStream> exports) {
    try {
      for (InputStream export : exports) {
        export.readNBytes(BYTES_AT_ONCE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    LockSupport.parkNanos(PAUSE_NANOS);
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
