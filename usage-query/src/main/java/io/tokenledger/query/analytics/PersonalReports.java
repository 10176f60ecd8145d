package io.tokenledger.query.analytics;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.conversations.ConversationPage;
import io.tokenledger.query.conversations.ConversationQuery;
import io.tokenledger.query.conversations.ConversationUsage;
import io.tokenledger.query.conversations.Conversations;
import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.UsageSums;
import io.tokenledger.service.http.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The flow of what is not the analytics of an org: conversations, one's own usage, the ledger. */
@ApplicationScoped
public class PersonalReports {

  private final UsageRollups rollups;
  private final Conversations conversations;

  PersonalReports(UsageRollups rollups, Conversations conversations) {
    this.rollups = rollups;
    this.conversations = conversations;
  }

  /** A conversation one may not see is answered as one that does not exist. */
  public Uni<ConversationUsage> conversation(AccessScope scope, String conversationId) {
    return narrowed(scope, conversationId)
        .chain(narrow -> conversations.usage(narrow, conversationId))
        .map(found -> found.orElseThrow(() -> ApiException.notFound("No such conversation.")));
  }

  public Uni<ConversationPage> conversations(AccessScope scope, ConversationQuery query) {
    return conversations.page(scope, query);
  }

  /** The caller's own, in every org of theirs. */
  public Uni<List<OwnUsage>> ownUsage(AccessScope scope, DateRange range) {
    return rollups.ownByDay(scope, range);
  }

  /** Of every org together. */
  public Uni<UsageSums> ledgerTotals(AccessScope scope, DateRange range) {
    return rollups.ofEveryOrg(scope, range);
  }

  /** Row-level security wants the orgs by name, of a superadmin too. */
  private Uni<AccessScope> narrowed(AccessScope scope, String conversationId) {
    return scope.everyOrg()
        ? conversations.orgsOf(conversationId).map(AccessScope::ofWholeOrgs)
        : Uni.createFrom().item(scope);
  }
}
