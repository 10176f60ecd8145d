package io.tokenledger.query.analytics;

import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.postgres.ScopedReads;
import io.tokenledger.query.postgres.Statement;
import io.tokenledger.query.sums.SumsStatement;
import io.tokenledger.query.sums.UsageSource;
import java.util.List;

/** The users who cost most, with their names where they are members of the org. */
public final class TopUsersSql {

  private TopUsersSql() {}

  public static ScopedReads.Read read(AccessScope scope, TopUsersQuery query) {
    Statement statement = new Statement();
    String org = statement.bind(scope.soleOrg(), "text");
    return new SumsStatement(
            statement,
            UsageSource.BY_USER,
            scope,
            query.range().bounds(),
            query.filter(),
            " AND user_id <> ''")
        .ranked(query.limit(), List.of(List.of("user_id")), ranked -> withNames(ranked, org));
  }

  private static String withNames(String ranked, String org) {
    return """
        SELECT top.*, person.user_id AS known_id,
          coalesce(member.name, person.name) AS name, coalesce(member.email, person.email) AS email
        FROM (%s) AS top
        LEFT JOIN access.org_member AS member
          ON member.org_id = %s AND member.user_id = top.user_id
        LEFT JOIN access.app_user AS person ON person.user_id = member.user_id
        WHERE top.user_id IS NOT NULL
        ORDER BY top.place"""
        .formatted(ranked, org);
  }
}
