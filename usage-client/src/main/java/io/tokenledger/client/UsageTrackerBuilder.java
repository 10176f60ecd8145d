package io.tokenledger.client;

import io.tokenledger.client.sending.SenderSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Settings of a {@link UsageTracker}. A token is required. What cannot be right is told here, by an
 * {@link IllegalArgumentException}; a tracker that is started never throws.
 */
public final class UsageTrackerBuilder {

  private static final long MEBIBYTE = 1024L * 1024;
  private static final long LEAST_MEMORY = 64 * 1024;
  private static final long LEAST_JOURNAL = 8 * MEBIBYTE;

  private final URI events;
  private Supplier<String> token;
  private Gzip gzip = Gzip.WHERE_UNDERSTOOD;
  private Duration answerWithin = Duration.ofSeconds(30);
  private Duration linger = Duration.ofMillis(200);
  private Duration firstRetry = Duration.ofMillis(500);
  private Duration longestRetry = Duration.ofSeconds(30);
  Duration closeWithin = Duration.ofSeconds(5);
  long maxMemoryBytes = 16 * MEBIBYTE;
  long maxJournalBytes = 256 * MEBIBYTE;
  Path journal;
  String org;
  UsageListener listener = new UsageListener() {};
  Function<Throwable, String> errors = failure -> failure.getClass().getSimpleName();

  UsageTrackerBuilder(URI ledger) {
    String scheme = String.valueOf(ledger.getScheme());
    require(
        (scheme.equals("http") || scheme.equals("https")) && ledger.getHost() != null,
        "The address of the ledger must begin with http:// or https://, such as"
            + " https://usage.example.com");
    String path = ledger.getPath() == null ? "" : ledger.getPath().replaceAll("/+$", "");
    String prefix = path.endsWith("/v1/events") ? path : path + "/v1/events";
    this.events = ledger.resolve(prefix);
  }

  /** An API token of the ledger with the scope {@code events:write}. */
  public UsageTrackerBuilder token(String token) {
    Objects.requireNonNull(token, "token");
    return token(() -> token);
  }

  /**
   * Asked before each request, in the sender's thread: a token that is changed now and then. What
   * it throws counts as a failed request.
   */
  public UsageTrackerBuilder token(Supplier<String> token) {
    this.token = Objects.requireNonNull(token, "token");
    return this;
  }

  /** Whose usage it is, unless an event says otherwise. */
  public UsageTrackerBuilder org(String orgId) {
    this.org = orgId;
    return this;
  }

  /**
   * Where events are kept until the ledger has them, so that they outlive the process; made when it
   * is not there. Processes may share it. Without it they are kept in memory alone.
   */
  public UsageTrackerBuilder journal(Path directory) {
    this.journal = Objects.requireNonNull(directory, "directory");
    return this;
  }

  /** The most the journal takes on the disk; from 8 MiB. Default: 256 MiB, some 500,000 events. */
  public UsageTrackerBuilder maxJournalBytes(long bytes) {
    require(bytes >= LEAST_JOURNAL, "The journal needs 8 MiB at least.");
    this.maxJournalBytes = bytes;
    return this;
  }

  /** The most that events take in memory; from 64 KiB. Default: 16 MiB. */
  public UsageTrackerBuilder maxMemoryBytes(long bytes) {
    require(bytes >= LEAST_MEMORY, "Events need 64 KiB of memory at least.");
    this.maxMemoryBytes = bytes;
    return this;
  }

  /** Default: {@link Gzip#WHERE_UNDERSTOOD}. */
  public UsageTrackerBuilder gzip(Gzip gzip) {
    this.gzip = Objects.requireNonNull(gzip, "gzip");
    return this;
  }

  public UsageTrackerBuilder listener(UsageListener listener) {
    this.listener = Objects.requireNonNull(listener, "listener");
    return this;
  }

  /**
   * What of a failure becomes the event's {@code errorMessage}, which the ledger keeps. Default:
   * the simple name of its class alone, as messages of providers can repeat prompts and keys.
   */
  public UsageTrackerBuilder errors(Function<Throwable, String> describe) {
    this.errors = Objects.requireNonNull(describe, "describe");
    return this;
  }

  /** How long the first event of a batch waits for others. Default: 200 ms. */
  public UsageTrackerBuilder linger(Duration time) {
    this.linger = notNegative(time, "linger");
    return this;
  }

  /** How long an answer of the ledger may take. Default: 30 s. */
  public UsageTrackerBuilder answerWithin(Duration time) {
    require(notNegative(time, "answerWithin").toMillis() > 0, "An answer needs 1 ms at least.");
    this.answerWithin = time;
    return this;
  }

  /**
   * How long to wait after a failed request: about the first, doubled with each failure, up to the
   * longest; what the ledger asks for by {@code Retry-After} goes first. Default: 500 ms and 30 s.
   */
  public UsageTrackerBuilder retryAfter(Duration first, Duration longest) {
    this.firstRetry = notNegative(first, "first");
    this.longestRetry = notNegative(longest, "longest");
    return this;
  }

  /** How long {@link UsageTracker#close} may send. Default: 5 s. */
  public UsageTrackerBuilder closeWithin(Duration time) {
    this.closeWithin = notNegative(time, "closeWithin");
    return this;
  }

  /**
   * Starts sending, what an earlier process left in the journal included.
   *
   * @throws IllegalArgumentException when there is no token
   */
  public UsageTracker start() {
    require(token != null, "A token is needed: one of the ledger, with the scope events:write.");
    return new UsageTracker(this);
  }

  SenderSettings sending() {
    return new SenderSettings(events, token, gzip, answerWithin, linger, firstRetry, longestRetry);
  }

  private static Duration notNegative(Duration time, String name) {
    require(
        !time.isNegative() && time.compareTo(Duration.ofDays(1)) <= 0,
        name + " must be from zero to a day.");
    return time;
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
