package io.tokenledger.acceptance.hostile.attack;

import io.tokenledger.acceptance.hostile.Attack;
import io.tokenledger.acceptance.hostile.HostileOrg;
import io.tokenledger.local.Component;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Contract prices and aliases without end, and some of them huge: all services hold the book. */
final class PriceFlood implements Attack {

  /** More changes than an org may make in a minute. */
  private static final int CHANGES = 80;

  private static final int HUGE_TIERS = 50_000;
  private static final int LARGE_TIERS = 5_000;

  @Override
  public String finding() {
    return "H3";
  }

  @Override
  public String label() {
    return "contract prices and aliases without end";
  }

  @Override
  public Set<Integer> allowed() {
    return Set.of(0, 201, 400, 413, 429);
  }

  @Override
  public int bound() {
    return 429;
  }

  @Override
  public void run(HostileOrg org) {
    put(org, "prices/p/huge", rates(org, tiers(HUGE_TIERS)));
    put(org, "prices/p/large", rates(org, tiers(LARGE_TIERS)));
    org.throughout(2, CHANGES, number -> change(org, number));
  }

  private static void change(HostileOrg org, int number) {
    if (number % 4 == 0) {
      String alias = "{\"orgId\":\"%s\",\"targetModelName\":\"gpt-4o\"}".formatted(org.id());
      put(org, "aliases/openai/alias-" + number, alias);
    } else {
      put(org, "prices/p/model-" + number, rates(org, "\"input\":\"1\""));
    }
  }

  private static void put(HostileOrg org, String what, String body) {
    org.call(Component.PRICING_SERVICE, "PUT", "/v1/" + what, org.owner(), body);
  }

  private static String rates(HostileOrg org, String rates) {
    return "{\"orgId\":\"%s\",\"rates\":{%s}}".formatted(org.id(), rates);
  }

  private static String tiers(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj("{\"above\":%d,\"input\":\"1\"}"::formatted)
        .collect(Collectors.joining(",", "\"contextTiers\":[", "]"));
  }
}
