package io.tokenledger.query;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Who may call what. One line is one endpoint of the API description: its method, its path, and the
 * callers that are let in where the org is theirs. {@code anyone} is whoever is signed in, {@code
 * public} whoever there is. {@link AccessMatrixIT} holds it, and fails when a line is missing.
 */
final class AccessTable {

  static final String ANYONE = "anyone";
  static final String PUBLIC = "public";

  private static final String LINES =
      """
      POST   /auth/login                                | public
      POST   /auth/session                              | public
      POST   /auth/logout                               | public
      GET    /app/config.json                           | public
      GET    /orgs/{orgId}/analytics/usage              | owner admin billing root token
      GET    /orgs/{orgId}/analytics/top-users          | owner admin billing root token
      GET    /orgs/{orgId}/analytics/details            | owner admin billing root token
      GET    /orgs/{orgId}/analytics/details/{eventId}/revisions | owner admin billing root token
      GET    /orgs/{orgId}/analytics/summary            | owner admin billing root token
      GET    /orgs/{orgId}/analytics/timeline           | owner admin billing root token
      GET    /orgs/{orgId}/analytics/breakdown          | owner admin billing root token
      GET    /orgs/{orgId}/analytics/tags/{key}         | owner admin billing root token
      GET    /orgs/{orgId}/analytics/tags/{key}/{value} | owner admin billing root token
      GET    /orgs/{orgId}/analytics/export             | owner admin billing root token
      GET    /orgs/{orgId}/conversations                | owner admin billing member root token
      GET    /me                                        | anyone
      GET    /me/usage                                  | anyone
      GET    /platform/orgs                             | root
      GET    /metrics-summary                           | root
      GET    /v1/organization/usage/completions         | owner admin billing stranger root token
      GET    /v1/organization/costs                     | owner admin billing stranger root token
      GET    /v1/exchange-rates                         | anyone
      GET    /v1/exchange-rates/{currency}              | anyone
      PUT    /v1/exchange-rates/{currency}/{day}        | root
      DELETE /v1/exchange-rates/{currency}/{day}        | root
      POST   /v1/exchange-rates/import                  | root
      POST   /orgs/{orgId}/users/{userId}/erase         | owner admin root
      GET    /orgs/{orgId}/erasures                     | owner admin root
      GET    /orgs/{orgId}/erasures/{pseudonym}         | owner admin root
      GET    /conversations/{id}/usage                  | anyone
      GET    /orgs                                      | anyone
      GET    /orgs/{orgId}                              | owner admin billing member root
      PUT    /orgs/{orgId}                              | owner admin root
      DELETE /orgs/{orgId}                              | root
      GET    /orgs/{orgId}/budget                       | owner admin billing root token
      PUT    /orgs/{orgId}/budget                       | owner admin billing root
      DELETE /orgs/{orgId}/budget                       | owner admin billing root
      GET    /orgs/{orgId}/members                      | owner admin root
      POST   /orgs/{orgId}/members/import               | owner admin root
      GET    /orgs/{orgId}/members/{userId}             | owner admin root
      PUT    /orgs/{orgId}/members/{userId}             | owner admin root
      DELETE /orgs/{orgId}/members/{userId}             | owner admin root
      GET    /orgs/{orgId}/api-tokens                   | owner admin root
      POST   /orgs/{orgId}/api-tokens                   | owner admin root
      DELETE /orgs/{orgId}/api-tokens/{tokenId}         | owner admin root
      GET    /orgs/{orgId}/audit-log                    | owner admin root
      """;

  private AccessTable() {}

  /** An endpoint and who is let in. */
  record Line(String method, String path, Set<String> allowed) {

    String endpoint() {
      return method + " " + path;
    }

    boolean isOfAnOrg() {
      return path.contains("{orgId}");
    }

    boolean letsIn(String caller) {
      return allowed.contains(PUBLIC)
          || allowed.contains(caller)
          || allowed.contains(ANYONE) && !caller.equals(MatrixOrgs.NOBODY);
    }

    @Override
    public String toString() {
      return endpoint();
    }
  }

  static Map<String, Line> lines() {
    Map<String, Line> lines = new LinkedHashMap<>();
    LINES.lines().map(AccessTable::parse).forEach(line -> lines.put(line.endpoint(), line));
    return lines;
  }

  private static Line parse(String text) {
    String[] cells = text.split("\\|");
    String[] endpoint = cells[0].strip().split(" +");
    Set<String> allowed = Set.copyOf(Arrays.asList(cells[1].strip().split(" +")));
    return new Line(endpoint[0], endpoint[1], allowed);
  }
}
