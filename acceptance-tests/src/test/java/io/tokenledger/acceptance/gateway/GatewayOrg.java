package io.tokenledger.acceptance.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.acceptance.ledger.Api;
import io.tokenledger.acceptance.ledger.GatewayKey;
import io.tokenledger.local.Component;
import io.tokenledger.local.LedgerAccess;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An org that calls through the gateway, and what the ledger has of it. */
public final class GatewayOrg {

  private static final Duration COUNTED_WITHIN = Duration.ofSeconds(30);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private final LedgerAccess access;
  private final Api api;
  private final GatewayKey key;

  private GatewayOrg(LedgerAccess access, GatewayKey key) {
    this.access = access;
    this.api = new Api(access);
    this.key = key;
  }

  public static GatewayOrg make(LedgerAccess access, String orgId) throws SQLException {
    return new GatewayOrg(access, GatewayKey.make(access, orgId));
  }

  public String gatewayUrl() {
    return access.url(Component.CHAT_GATEWAY);
  }

  public String secret() {
    return key.secret();
  }

  /** Waits until the ledger has these calls, by conversation, each once and no other. */
  public void assertCounted(Map<String, CountedCall> calls) {
    Map<String, List<CountedCall>> each = new HashMap<>();
    calls.forEach((conversation, call) -> each.put(conversation, List.of(call)));
    assertCountedEach(each);
  }

  /** The same for conversations of several calls, whose order is that of their tokens. */
  public void assertCountedEach(Map<String, List<CountedCall>> calls) {
    await()
        .pollInterval(LOOK_EVERY)
        .atMost(COUNTED_WITHIN)
        .untilAsserted(() -> assertThat(counted()).containsExactlyInAnyOrderEntriesOf(calls));
  }

  /** The id of the event of a conversation's only call. */
  public String eventId(String conversation) {
    JsonNode calls = log("&conversationId=" + conversation);
    assertThat(calls).as(conversation).hasSize(1);
    return calls.get(0).required("eventId").textValue();
  }

  /** By the gateway's own way of asking, which keeps nothing. */
  public void playExperiment(String experimentId, String variantId, String question) {
    String body =
        "{\"model\":\"echo-1\",\"content\":\"%s\",\"tags\":{\"experimentId\":\"%s\",\"variantId\":\"%s\"}}"
            .formatted(question, experimentId, variantId);
    Api.Answer answer = api.call(Component.CHAT_GATEWAY, "POST", "/playground", key.secret(), body);
    assertThat(answer.status()).as("%s", answer.json()).isEqualTo(200);
  }

  /** Waits until a breakdown has so many requests by key, and no others. */
  public void assertRequestsBy(String by, Map<String, Long> requests) {
    await()
        .pollInterval(LOOK_EVERY)
        .atMost(COUNTED_WITHIN)
        .untilAsserted(
            () -> {
              Map<String, Long> found = new HashMap<>();
              for (JsonNode row : analytics("breakdown?by=" + by).required("rows")) {
                found.put(
                    row.required("key").textValue(), row.required("requestCount").longValue());
              }
              assertThat(found).isEqualTo(requests);
            });
  }

  /** Of one value of a tag. */
  public long requestsTagged(String tag, String value) {
    return analytics("tags/" + tag + "/" + value).at("/totals/requestCount").longValue();
  }

  private Map<String, List<CountedCall>> counted() {
    Map<String, List<CountedCall>> calls = new HashMap<>();
    for (JsonNode line : log("")) {
      calls
          .computeIfAbsent(line.path("conversationId").asText(), name -> new ArrayList<>())
          .add(CountedCall.of(line));
    }
    calls.values().forEach(each -> each.sort(Comparator.comparingLong(CountedCall::inputTokens)));
    return calls;
  }

  private JsonNode log(String filter) {
    return analytics("details?limit=200" + filter).required("logs");
  }

  private JsonNode analytics(String what) {
    String path = "/orgs/" + key.orgId() + "/analytics/" + what;
    Api.Answer answer = api.get(Component.USAGE_QUERY, path, key.adminToken());
    assertThat(answer.status()).as("%s", answer.json()).isEqualTo(200);
    return answer.json();
  }
}
