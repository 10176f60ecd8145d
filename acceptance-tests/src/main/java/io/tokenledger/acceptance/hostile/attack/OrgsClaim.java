package io.tokenledger.acceptance.hostile.attack;

import io.tokenledger.acceptance.hostile.Attack;
import io.tokenledger.acceptance.hostile.HostileOrg;
import io.tokenledger.local.Component;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Events of another org, by tokens whose claim {@code orgs} is no object of texts. */
final class OrgsClaim implements Attack {

  private static final String VICTIM = "neighbour-0";
  private static final String EVENT =
      "{\"eventId\":\"forged-%d\",\"orgId\":\"%s\",\"provider\":\"p\",\"modelName\":\"m\"}";

  @Override
  public String finding() {
    return "H8";
  }

  @Override
  public String label() {
    return "events of another org by a claim's shape";
  }

  @Override
  public Set<Integer> allowed() {
    return Set.of(401, 403);
  }

  @Override
  public int bound() {
    return 401;
  }

  /** What gets through is in the victim's sums, which are compared. */
  @Override
  public void run(HostileOrg org) {
    List<String> tokens =
        shapes(org.id()).stream().map(claims -> org.ledger().sign("forger", claims)).toList();
    org.throughout(
        2,
        tokens.size(),
        number ->
            org.call(
                Component.USAGE_INGEST,
                "POST",
                "/v1/events",
                tokens.get(number % tokens.size()),
                EVENT.formatted(number, VICTIM)));
  }

  private static List<Map<String, Object>> shapes(String orgId) {
    return List.of(
        with(List.of(orgId)),
        with(orgId),
        with(7),
        with(true),
        with(null),
        with(Map.of(orgId, List.of("member"))),
        Map.of("groups", List.of("events:write")));
  }

  private static Map<String, Object> with(Object orgs) {
    Map<String, Object> claims = new HashMap<>();
    claims.put("groups", List.of("events:write"));
    claims.put("orgs", orgs);
    return Collections.unmodifiableMap(claims);
  }
}
