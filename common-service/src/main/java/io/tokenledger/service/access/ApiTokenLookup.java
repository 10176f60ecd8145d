package io.tokenledger.service.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.ProblemCode;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Finds what a presented API token permits. The answer is kept for a few seconds: for as long a
 * revoked token may go on. Right and wrong tokens are kept apart, so that a flood of wrong ones
 * neither pushes out the right ones nor fills the memory, and the questions to the database that
 * wait at once are counted.
 */
@ApplicationScoped
class ApiTokenLookup {

  /** With the time of one question, a revocation counts within 5 s. */
  private static final Duration KEPT = Duration.ofSeconds(4);

  private static final int MAX_KEPT = 10_000;
  private static final int MAX_WAITING = 200;

  private static final String IDENTITY =
      "SELECT token_id, org_id, secret_hash, scopes, expires_at"
          + " FROM access.api_token_identity($1)";

  private static final Logger LOG = Logger.getLogger(ApiTokenLookup.class);

  private final Cache<String, ApiTokenGrant> known;
  private final Cache<String, Boolean> unknown;
  private final AtomicInteger waiting = new AtomicInteger();
  private final Clock clock = Clock.systemUTC();
  private final Pool pool;

  @Inject
  ApiTokenLookup(Pool pool) {
    this(pool, MAX_KEPT);
  }

  /**
   * @param maxKept right tokens that are kept, and wrong ones
   */
  ApiTokenLookup(Pool pool, int maxKept) {
    this.pool = pool;
    this.known = Caffeine.newBuilder().maximumSize(maxKept).expireAfterWrite(KEPT).build();
    this.unknown = Caffeine.newBuilder().maximumSize(maxKept).expireAfterWrite(KEPT).build();
  }

  /** Absent for a token that does not exist, was revoked or has expired. */
  Uni<Optional<ApiTokenGrant>> grantOf(String secret) {
    if (!ApiTokenSecret.isWellFormed(secret)) {
      return Uni.createFrom().item(Optional.empty());
    }
    byte[] hash = ApiTokenSecret.hash(secret);
    String key = HexFormat.of().formatHex(hash);
    ApiTokenGrant grant = known.getIfPresent(key);
    if (grant != null || unknown.getIfPresent(key) != null) {
      return Uni.createFrom().item(Optional.ofNullable(grant).filter(this::isInForce));
    }
    return ask(hash).invoke(found -> keep(key, found));
  }

  /** Right and wrong ones. */
  long kept() {
    known.cleanUp();
    unknown.cleanUp();
    return known.estimatedSize() + unknown.estimatedSize();
  }

  private Uni<Optional<ApiTokenGrant>> ask(byte[] hash) {
    if (waiting.incrementAndGet() > MAX_WAITING) {
      waiting.decrementAndGet();
      return Uni.createFrom().failure(ApiTokenLookup::unavailable);
    }
    return pool.preparedQuery(IDENTITY)
        .execute(Tuple.of(Buffer.buffer(hash)))
        .onTermination()
        .invoke(waiting::decrementAndGet)
        .map(rows -> grantIn(rows, hash))
        .onFailure()
        .invoke(failure -> LOG.error("An API token could not be looked up", failure))
        .onFailure()
        .transform(failure -> unavailable());
  }

  private void keep(String key, Optional<ApiTokenGrant> found) {
    found.ifPresentOrElse(grant -> known.put(key, grant), () -> unknown.put(key, true));
  }

  private boolean isInForce(ApiTokenGrant grant) {
    return clock.instant().isBefore(grant.expiresAt());
  }

  /** The hash is compared once more in constant time, whatever the index compared. */
  private static Optional<ApiTokenGrant> grantIn(RowSet<Row> rows, byte[] hash) {
    for (Row row : rows) {
      if (MessageDigest.isEqual(row.getBuffer("secret_hash").getBytes(), hash)) {
        return Optional.of(fromRow(row));
      }
    }
    return Optional.empty();
  }

  private static ApiTokenGrant fromRow(Row row) {
    Set<ApiScope> scopes =
        Arrays.stream(row.getString("scopes").split(" "))
            .flatMap(code -> ApiScope.ofCode(code).stream())
            .collect(Collectors.toSet());
    return new ApiTokenGrant(
        row.getUUID("token_id"),
        row.getString("org_id"),
        scopes,
        row.getOffsetDateTime("expires_at").toInstant());
  }

  private static ApiException unavailable() {
    return new ApiException(ProblemCode.UNAVAILABLE, "API tokens cannot be checked just now.");
  }
}
