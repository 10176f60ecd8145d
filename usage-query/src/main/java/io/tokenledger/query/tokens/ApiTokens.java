package io.tokenledger.query.tokens;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.access.Actor;
import io.tokenledger.query.directory.OrgRepository;
import io.tokenledger.query.postgres.OrgTransactions;
import io.tokenledger.service.access.ApiTokenSecret;
import io.tokenledger.service.refusal.RefusedException;
import io.tokenledger.service.refusal.RefusedException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The API tokens of the scope's org. Each change is noted in the audit log. */
@ApplicationScoped
public class ApiTokens {

  /** An org has this many at most, expired ones included, so that a list is never long. */
  private static final int MAX_PER_ORG = 100;

  private final OrgTransactions transactions;
  private final OrgRepository orgs;
  private final ApiTokenRepository tokens;
  private final Clock clock = Clock.systemUTC();

  ApiTokens(OrgTransactions transactions, OrgRepository orgs, ApiTokenRepository tokens) {
    this.transactions = transactions;
    this.orgs = orgs;
    this.tokens = tokens;
  }

  /** The last made first. */
  public Uni<List<ApiTokenAnswer>> tokens(AccessScope scope) {
    return transactions
        .in(scope, () -> tokens.of(scope.soleOrg()))
        .map(rows -> rows.stream().map(ApiTokenRow::toAnswer).toList());
  }

  /** Fails as a conflict when the org has {@link #MAX_PER_ORG}. */
  public Uni<ApiTokenAnswer.Created> create(AccessScope scope, ApiTokenDraft draft, Actor actor) {
    String orgId = scope.soleOrg();
    String secret = ApiTokenSecret.random();
    ApiTokenRow row =
        ApiTokenRow.of(
            orgId, draft, secret, actor.userId(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    return transactions
        .in(
            scope,
            () ->
                orgs.locked(orgId)
                    .chain(() -> tokens.count("orgId", orgId))
                    .invoke(ApiTokens::requireRoom)
                    .chain(() -> tokens.persistAndFlush(row))
                    .chain(() -> note(actor, row, "api-token.created", "new")))
        .replaceWith(() -> new ApiTokenAnswer.Created(secret, row.toAnswer()));
  }

  /** Fails as not found when the org has no such token. */
  public Uni<Void> revoke(AccessScope scope, UUID tokenId, Actor actor) {
    return transactions.in(
        scope,
        () ->
            tokens
                .existing(scope.soleOrg(), tokenId)
                .call(tokens::delete)
                .chain(row -> note(actor, row, "api-token.revoked", "old")));
  }

  private Uni<Void> note(Actor actor, ApiTokenRow row, String action, String which) {
    return transactions.note(actor, row.orgId, action, row.toAudit(which));
  }

  private static void requireRoom(long present) {
    if (present >= MAX_PER_ORG) {
      throw new RefusedException(
          Reason.CONFLICT,
          "An org has at most " + MAX_PER_ORG + " API tokens: revoke one that is not used.");
    }
  }
}
