package io.tokenledger.service.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.ProblemCode;
import io.tokenledger.service.worker.CallersContext;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Finds what a presented API token stands for, by a function of the schema {@code access}. The
 * answer is kept for a few seconds: for as long a revoked token may go on. Right and wrong tokens
 * are kept apart, so that a flood of wrong ones neither pushes out the right ones nor fills the
 * memory; who asks for the same one at once shares the question, and the questions to the database
 * that wait at once are counted.
 *
 * @param <T> what a token stands for
 */
public final class TokenLookup<T> {

  /** From when it was asked for. With the time of one question, a revocation counts within 5 s. */
  private static final Duration KEPT = Duration.ofSeconds(4);

  /** Longer nobody waits for the database. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final int MAX_KEPT = 10_000;
  private static final int MAX_WAITING = 200;

  private static final Logger LOG = Logger.getLogger(TokenLookup.class);

  private final Cache<String, Known<T>> known;
  private final Cache<String, Boolean> unknown;
  private final Map<String, Uni<Optional<Known<T>>>> asked = new ConcurrentHashMap<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final Clock clock = Clock.systemUTC();
  private final Pool pool;
  private final String sql;
  private final Function<Row, T> fromRow;

  /**
   * @param sql asks for the token of a hash; its rows have {@code secret_hash} and {@code
   *     expires_at} beside what {@code fromRow} reads
   */
  public TokenLookup(Pool pool, String sql, Function<Row, T> fromRow) {
    this(pool, sql, fromRow, MAX_KEPT);
  }

  /**
   * @param maxKept right tokens that are kept, and wrong ones
   */
  TokenLookup(Pool pool, String sql, Function<Row, T> fromRow, int maxKept) {
    this.pool = pool;
    this.sql = sql;
    this.fromRow = fromRow;
    this.known = Caffeine.newBuilder().maximumSize(maxKept).expireAfterWrite(KEPT).build();
    this.unknown = Caffeine.newBuilder().maximumSize(maxKept).expireAfterWrite(KEPT).build();
  }

  /**
   * Absent for a token that does not exist, was revoked or has expired. Fails with {@link
   * ProblemCode#UNAVAILABLE} where the database does not say.
   */
  public Uni<Optional<T>> of(String secret) {
    if (!ApiTokenSecret.isWellFormed(secret)) {
      return Uni.createFrom().item(Optional.empty());
    }
    byte[] hash = ApiTokenSecret.hash(secret);
    String key = HexFormat.of().formatHex(hash);
    return kept(key)
        .orElseGet(() -> Uni.createFrom().deferred(() -> shared(key, hash)))
        .map(this::inForce);
  }

  /** Right and wrong ones. */
  long kept() {
    known.cleanUp();
    unknown.cleanUp();
    return known.estimatedSize() + unknown.estimatedSize();
  }

  /** The last answer, right or wrong; empty when it is to be asked for. */
  private Optional<Uni<Optional<Known<T>>>> kept(String key) {
    Known<T> right = known.getIfPresent(key);
    if (right != null && clock.instant().isBefore(right.askAgainAt())) {
      return Optional.of(Uni.createFrom().item(Optional.of(right)));
    }
    return unknown.getIfPresent(key) == null
        ? Optional.empty()
        : Optional.of(Uni.createFrom().item(Optional.empty()));
  }

  private Uni<Optional<Known<T>>> shared(String key, byte[] hash) {
    Executor here = CallersContext.current();
    return asked.computeIfAbsent(key, absent -> question(key, hash)).emitOn(here);
  }

  /**
   * It is kept before it is no longer shared, and looked for once more when it is shared, so that
   * nobody asks in between.
   */
  private Uni<Optional<Known<T>>> question(String key, byte[] hash) {
    return Uni.createFrom()
        .deferred(() -> kept(key).orElseGet(() -> askAndKeep(key, hash)))
        .onTermination()
        .invoke(() -> asked.remove(key))
        .memoize()
        .indefinitely();
  }

  private Uni<Optional<Known<T>>> askAndKeep(String key, byte[] hash) {
    return ask(hash).invoke(found -> keep(key, found));
  }

  private Uni<Optional<Known<T>>> ask(byte[] hash) {
    if (waiting.incrementAndGet() > MAX_WAITING) {
      waiting.decrementAndGet();
      return Uni.createFrom().failure(TokenLookup::unavailable);
    }
    Instant askAgainAt = clock.instant().plus(KEPT);
    return rows(hash)
        .map(rows -> knownIn(rows, hash, askAgainAt))
        .onFailure()
        .invoke(failure -> LOG.error("An API token could not be looked up", failure))
        .onFailure()
        .transform(failure -> unavailable());
  }

  /** A question that nobody waits for any more counts until the database is done with it. */
  private Uni<RowSet<Row>> rows(byte[] hash) {
    return pool.preparedQuery(sql)
        .execute(Tuple.of(Buffer.buffer(hash)))
        .onTermination()
        .invoke(waiting::decrementAndGet)
        .memoize()
        .indefinitely()
        .ifNoItem()
        .after(PATIENCE)
        .fail();
  }

  private void keep(String key, Optional<Known<T>> found) {
    found.ifPresentOrElse(token -> known.put(key, token), () -> unknown.put(key, true));
  }

  /** Expiry counts at once, whatever is kept. */
  private Optional<T> inForce(Optional<Known<T>> found) {
    Instant now = clock.instant();
    return found.filter(token -> now.isBefore(token.expiresAt())).map(Known::value);
  }

  /** The hash is compared once more in constant time, whatever the index compared. */
  private Optional<Known<T>> knownIn(RowSet<Row> rows, byte[] hash, Instant askAgainAt) {
    for (Row row : rows) {
      if (MessageDigest.isEqual(row.getBuffer("secret_hash").getBytes(), hash)) {
        Instant expiresAt = row.getOffsetDateTime("expires_at").toInstant();
        return Optional.of(new Known<>(fromRow.apply(row), expiresAt, askAgainAt));
      }
    }
    return Optional.empty();
  }

  private static ApiException unavailable() {
    return new ApiException(ProblemCode.UNAVAILABLE, "API tokens cannot be checked just now.");
  }

  private record Known<T>(T value, Instant expiresAt, Instant askAgainAt) {}
}
