package io.tokenledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every endpoint of the API description, every kind of caller, the own org, another one and none:
 * by path, by filter, by cursor and by body. What is expected stands in {@link AccessTable}.
 */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class AccessMatrixIT {

  private static final String BODY = "{\"orgId\":\"%s\",\"org\":\"%s\",\"userId\":\"%s\"}";

  /** For what changes nothing. */
  private static MatrixOrgs shared;

  @BeforeAll
  static void orgs() {
    TestLedger.migrate();
    shared = new MatrixOrgs();
  }

  static Collection<AccessTable.Line> lines() {
    return AccessTable.lines().values();
  }

  @Test
  void everyEndpointHasItsLineAndEveryLineItsEndpoint() {
    Set<String> endpoints = new TreeSet<>();
    JsonNode paths = Api.get("/openapi?format=json", "").json().path("paths");
    paths
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            endpoints.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    assertThat(AccessTable.lines().keySet())
        .as("lines of AccessTable")
        .containsExactlyInAnyOrderElementsOf(endpoints);
  }

  @ParameterizedTest
  @MethodSource("lines")
  void whoMayCallIt(AccessTable.Line line) {
    MatrixOrgs orgs = line.method().equals("GET") ? shared : new MatrixOrgs();
    for (String org : new String[] {orgs.none, orgs.theirs, orgs.mine}) {
      orgs.callers.forEach(
          (caller, token) -> {
            Api.Answer answer = call(line, org, token, orgs);
            String what = line + " of " + org + " by " + caller + ": " + answer.body();
            assertThat(answer.status()).as(what).isIn(expected(line, orgs, org, caller));
            if (!caller.equals("root") && !caller.equals("stranger")) {
              assertThat(answer.body()).as(what).doesNotContain(orgs.secret);
            }
          });
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void noFilterReachesAnotherOrg(AccessTable.Line line) {
    MatrixOrgs orgs = shared;
    String user = orgs.secret + "-user-0-of-" + orgs.theirs;
    String filter =
        "?orgId="
            + orgs.theirs
            + "&org="
            + orgs.theirs
            + "&tenant="
            + orgs.theirs
            + "&conversationId=talk-of-"
            + orgs.theirs
            + "&userId="
            + orgs.stranger()
            + "&from=2026-03-01&to=2026-03-01&limit=200";
    if (line.method().equals("GET")) {
      for (String caller : new String[] {"owner", "admin", "billing", "member", "token"}) {
        String path = pathOf(line, orgs.mine, user, "talk-of-" + orgs.theirs);
        Api.Answer answer = Api.get(path + filter, orgs.callers.get(caller));
        assertThat(answer.status()).isIn(200, 400, 403, 404);
        assertThat(answer.body()).as(caller).doesNotContain(orgs.secret);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void noCursorReachesAnotherOrg(AccessTable.Line line) {
    MatrixOrgs orgs = shared;
    if (!line.method().equals("GET") || !line.isOfAnOrg()) {
      return;
    }
    String range = "?from=2026-03-01&to=2026-03-01&limit=1";
    String stranger = orgs.callers.get("stranger");
    Api.Answer page = Api.get(pathOf(line, orgs.theirs, "u", "c") + range, stranger);
    if (page.status() == 200 && page.body().contains("\"nextCursor\":\"")) {
      String cursor = "&cursor=" + page.json().path("nextCursor").asText();
      String path = pathOf(line, orgs.mine, "u", "c") + range + cursor;
      for (String caller : new String[] {"owner", "token"}) {
        Api.Answer answer = Api.get(path, orgs.callers.get(caller));
        assertThat(answer.status()).isIn(200, 400, 403);
        assertThat(answer.body()).as(caller).doesNotContain(orgs.secret);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void noBodyReachesAnotherOrg(AccessTable.Line line) {
    MatrixOrgs orgs = line.method().equals("GET") ? shared : new MatrixOrgs();
    var before = orgs.directoryOfTheirs();
    String body =
        "{\"orgId\":\"%s\",\"org\":\"%s\",\"name\":\"x\",\"role\":\"admin\",\"scopes\":[\"events:write\"]}"
            .formatted(orgs.theirs, orgs.theirs);
    String path = pathOf(line, orgs.mine, "someone", "c");
    for (String caller : new String[] {"owner", "admin", "token"}) {
      Api.Answer answer = Api.send(line.method(), path, orgs.callers.get(caller), body);
      assertThat(answer.status()).isLessThan(500);
      assertThat(answer.body()).as(caller).doesNotContain(orgs.secret);
    }
    assertThat(orgs.directoryOfTheirs()).isEqualTo(before);
  }

  /** What is let in may be malformed, missing or in the way, but not refused for who asks. */
  private static Set<Integer> expected(
      AccessTable.Line line, MatrixOrgs orgs, String org, String caller) {
    Set<Integer> letIn = Set.of(200, 201, 202, 204, 400, 404, 409);
    if (caller.equals(MatrixOrgs.NOBODY)) {
      return line.letsIn(caller) ? letIn : Set.of(401);
    }
    return line.letsIn(roleIn(line, orgs, org, caller)) ? letIn : Set.of(403);
  }

  /** The stranger is the owner of the other org, and the others are strangers there. */
  private static String roleIn(AccessTable.Line line, MatrixOrgs orgs, String org, String caller) {
    if (!line.isOfAnOrg() || caller.equals("root")) {
      return caller;
    }
    if (caller.equals("stranger")) {
      return org.equals(orgs.theirs) ? "owner" : "stranger";
    }
    return org.equals(orgs.mine) ? caller : "stranger";
  }

  private static Api.Answer call(AccessTable.Line line, String org, String token, MatrixOrgs orgs) {
    String path = pathOf(line, org, "someone", "talk-of-" + orgs.theirs);
    return line.method().equals("GET")
        ? Api.get(path, token)
        : Api.send(line.method(), path, token, BODY.formatted(org, org, ""));
  }

  private static String pathOf(AccessTable.Line line, String org, String user, String talk) {
    return line.path()
        .replace("{orgId}", org)
        .replace("{userId}", user)
        .replace("{id}", talk)
        .replace("{tokenId}", "2f9d6a0e-6d6e-4b0c-9f5a-0f7c2b1d4e6f")
        .replaceAll("\\{\\w+}", "x");
  }
}
