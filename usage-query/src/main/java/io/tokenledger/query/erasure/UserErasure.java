package io.tokenledger.query.erasure;

import io.smallrye.mutiny.Uni;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.access.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jboss.logging.Logger;

/**
 * Takes a user out of an org's ledger: every row of theirs goes on under a pseudonym, which says
 * nothing about who it was, and their directory entry is removed. What the calls cost stays.
 */
@ApplicationScoped
public class UserErasure {

  private static final Logger LOG = Logger.getLogger(UserErasure.class);
  private static final int PSEUDONYM_BYTES = 12;

  private final SecureRandom random = new SecureRandom();
  private final Clock clock = Clock.systemUTC();
  private final PostgresLedgerUsers users;

  UserErasure(PostgresLedgerUsers users) {
    this.users = users;
  }

  /**
   * Events of the user that are on their way, or come late, get the pseudonym as they arrive. As an
   * event may lie ahead, so do those that occur up to 24 hours from now.
   *
   * @param scope of the one org that the caller may write the members of
   * @param actor the caller
   */
  public Uni<Erasure> erase(AccessScope scope, String userId, Actor actor) {
    PostgresLedgerUsers.Replacement replacement =
        new PostgresLedgerUsers.Replacement(
            scope.soleOrg(),
            userId,
            pseudonym(),
            clock.instant().plus(UsageLimits.MAX_AHEAD).truncatedTo(ChronoUnit.MICROS));
    return users
        .replace(replacement, actor)
        .map(events -> new Erasure(scope.soleOrg(), replacement.pseudonym(), events))
        .invoke(done -> LOG.infof("A user was erased: %s", done));
  }

  private String pseudonym() {
    byte[] bytes = new byte[PSEUDONYM_BYTES];
    random.nextBytes(bytes);
    return "erased-" + HexFormat.of().formatHex(bytes);
  }

  /**
   * What was done.
   *
   * @param events raw events that carry the pseudonym now
   */
  public record Erasure(String orgId, String pseudonym, long events) {}
}
