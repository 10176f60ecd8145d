package io.tokenledger.query.erasure;

import io.smallrye.mutiny.Uni;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.access.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jboss.logging.Logger;

/**
 * Takes a user out of an org's ledger: every row of theirs goes on under a pseudonym, which says
 * nothing about who it was, and their directory entry is removed. What the calls cost stays.
 *
 * <p>In two steps. The request notes it: from then on what comes gets the pseudonym. What was there
 * before is rewritten afterwards, by each service in its own schema, chunk after chunk.
 */
@ApplicationScoped
public class UserErasure {

  private static final Logger LOG = Logger.getLogger(UserErasure.class);
  private static final int PSEUDONYM_BYTES = 12;

  private final SecureRandom random = new SecureRandom();
  private final Clock clock = Clock.systemUTC();
  private final PostgresLedgerUsers users;
  private final ErasureReads reads;

  UserErasure(PostgresLedgerUsers users, ErasureReads reads) {
    this.users = users;
    this.reads = reads;
  }

  /**
   * Events of the user that are on their way, or come late, get the pseudonym as they arrive. As an
   * event may lie ahead, so do those of the whole day that is 24 hours from now: a day's row of a
   * rollup is of before or of after, not of both.
   *
   * @param scope of the one org that the caller may write the members of
   * @param actor the caller; a superadmin's erasure is of the platform, and of what concerns every
   *     org, too
   */
  public Uni<Erasure> erase(AccessScope scope, String userId, Actor actor) {
    Instant until = clock.instant().plus(UsageLimits.MAX_AHEAD);
    PostgresLedgerUsers.Replacement replacement =
        new PostgresLedgerUsers.Replacement(
            scope.soleOrg(),
            userId,
            pseudonym(),
            until.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS));
    return users
        .replace(replacement, actor)
        .chain(pseudonym -> reads.one(scope, pseudonym))
        .invoke(noted -> LOG.infof("A user is being erased: %s", noted));
  }

  private String pseudonym() {
    byte[] bytes = new byte[PSEUDONYM_BYTES];
    random.nextBytes(bytes);
    return "erased-" + HexFormat.of().formatHex(bytes);
  }
}
