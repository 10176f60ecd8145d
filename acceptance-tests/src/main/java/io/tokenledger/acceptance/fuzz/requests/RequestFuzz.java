package io.tokenledger.acceptance.fuzz.requests;

import io.tokenledger.local.Component;
import io.tokenledger.local.LedgerAccess;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends hostile requests to every operation of every service. Whatever is sent: no 5xx, an answer
 * to whatever is HTTP, and a refusal is a problem+json with a code.
 */
public final class RequestFuzz {

  private static final int AT_ONCE = 16;
  private static final int FAILURES_TOLD = 20;

  /** Answered by the server itself, before the service sees the request. */
  private static final Set<Integer> OF_THE_SERVER = Set.of(414, 431);

  /** The answer where the list of prices of somebody else cannot be had. */
  private static final int NOT_THEIR_LIST = 502;

  /** The status where a connection was closed. */
  private static final int NO_ANSWER = 0;

  private final LedgerAccess access;
  private final HostileRequests requests;
  private final List<String> failures = new ArrayList<>();
  private final Map<Component, Map<Integer, Integer>> statuses = new EnumMap<>(Component.class);

  public RequestFuzz(long seed, LedgerAccess access) throws SQLException {
    this.access = access;
    this.requests = new HostileRequests(seed, access);
  }

  /** Returns when each has its answer, or when enough have failed. */
  public void send(int count) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);
    for (int i = 0; i < AT_ONCE; i++) {
      callers.execute(
          () -> {
            for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
              send(requests.number(n), n);
            }
          });
    }
    callers.shutdown();
    callers.awaitTermination(1, TimeUnit.HOURS);
  }

  /** A sentence for each of the first answers that must not be. */
  public synchronized List<String> failures() {
    return List.copyOf(failures);
  }

  /** How often each status was answered; 0 stands for a closed connection. */
  public synchronized Map<Component, Map<Integer, Integer>> statuses() {
    return statuses;
  }

  private void send(HostileRequest request, int number) {
    check(request, number, RawExchange.send(access.url(request.service()), request));
  }

  private synchronized void check(HostileRequest request, int number, RawExchange.Answer answer) {
    statuses
        .computeIfAbsent(request.service(), each -> new TreeMap<>())
        .merge(answer.status(), 1, Integer::sum);
    if (!isRight(request, answer) && failures.size() < FAILURES_TOLD) {
      failures.add(
          "request %d, %s%nanswered %d %s"
              .formatted(number, request, answer.status(), answer.text()));
    }
  }

  private static boolean isRight(HostileRequest request, RawExchange.Answer answer) {
    int status = answer.status();
    if (status < 0 || answer.isInjected()) {
      return false;
    }
    if (status == NO_ANSWER) {
      return !request.wellFormed() || request.isLarge();
    }
    if (status >= 500) {
      return status == NOT_THEIR_LIST && request.path().startsWith("/v1/sync/");
    }
    boolean problemDue = status >= 400 && request.wellFormed() && request.documented();
    return !problemDue || OF_THE_SERVER.contains(status) || answer.hasCode();
  }
}
