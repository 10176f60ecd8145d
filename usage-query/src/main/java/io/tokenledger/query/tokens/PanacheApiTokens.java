package io.tokenledger.query.tokens;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.access.Actor;
import io.tokenledger.query.directory.OrgRows;
import io.tokenledger.query.postgres.OrgTransactions;
import io.tokenledger.service.access.ApiTokenSecret;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** API tokens by Hibernate Reactive. */
@ApplicationScoped
class PanacheApiTokens implements ApiTokens {

  private final OrgTransactions transactions;
  private final OrgRows orgs;
  private final ApiTokenRows tokens;
  private final Clock clock = Clock.systemUTC();

  PanacheApiTokens(OrgTransactions transactions, OrgRows orgs, ApiTokenRows tokens) {
    this.transactions = transactions;
    this.orgs = orgs;
    this.tokens = tokens;
  }

  @Override
  public Uni<List<ApiToken>> tokens(AccessScope scope) {
    return transactions
        .in(scope, () -> tokens.of(scope.soleOrg()))
        .map(rows -> rows.stream().map(ApiTokenRow::toApiToken).toList());
  }

  @Override
  public Uni<Created> create(AccessScope scope, ApiTokenDraft draft, Actor actor) {
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
                    .invoke(PanacheApiTokens::requireRoom)
                    .chain(() -> tokens.persistAndFlush(row))
                    .chain(() -> note(actor, row, "api-token.created", "new")))
        .replaceWith(() -> new Created(row.toApiToken(), secret));
  }

  @Override
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
    return transactions.note(actor, row.orgId, action, Map.of(which, row.toAudit()));
  }

  private static void requireRoom(long present) {
    if (present >= MAX_PER_ORG) {
      throw new ApiException(
          ProblemCode.CONFLICT,
          "An org has at most " + MAX_PER_ORG + " API tokens: revoke one that is not used.");
    }
  }
}
