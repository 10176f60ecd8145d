package io.tokenledger.query;

import io.smallrye.mutiny.Uni;
import io.tokenledger.service.http.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The flow of every report: the scope that access granted, then one read within it. */
@ApplicationScoped
public class UsageReports {

  private final UsageRollups rollups;
  private final UsageLog log;
  private final Conversations conversations;

  UsageReports(UsageRollups rollups, UsageLog log, Conversations conversations) {
    this.rollups = rollups;
    this.log = log;
    this.conversations = conversations;
  }

  public Uni<List<DailyUsage>> usageByDay(AccessScope scope, UsageQuery query) {
    return rollups.usageByDay(scope, query);
  }

  public Uni<List<TopUser>> topUsers(AccessScope scope, TopUsersQuery query) {
    return rollups.topUsers(scope, query);
  }

  public Uni<LogPage> details(AccessScope scope, LogQuery query) {
    return log.page(scope, query);
  }

  /** A conversation one may not see is answered as one that does not exist. */
  public Uni<ConversationUsage> conversation(AccessScope scope, String conversationId) {
    return narrowed(scope, conversationId)
        .chain(narrow -> conversations.usage(narrow, conversationId))
        .map(found -> found.orElseThrow(() -> ApiException.notFound("No such conversation.")));
  }

  /** Row-level security wants the orgs by name, of a superadmin too. */
  private Uni<AccessScope> narrowed(AccessScope scope, String conversationId) {
    return scope.everyOrg()
        ? conversations.orgsOf(conversationId).map(AccessScope::ofWholeOrgs)
        : Uni.createFrom().item(scope);
  }
}
