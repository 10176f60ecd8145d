package io.tokenledger.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.local.Component;
import io.tokenledger.local.LedgerAccess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * What of the demo calls models by the gateway: a few conversations, and an assistant that writes
 * to {@code echo-1} every few seconds, by OpenAI's and Anthropic's API in turn. The ledger counts
 * them as the calls that they are, at the price of the bundled list.
 */
final class DemoGateway {

  static final String MODEL = "echo-1";

  private static final String ORG = DemoPlatform.SIGN_IN_ORG;
  private static final String KEY = "demo-gateway.key";
  private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(10);
  private static final long PAUSE_MILLIS = 4_000;
  private static final long LONG_PAUSE_MILLIS = 30_000;
  private static final int MAX_TOKENS = 200;
  private static final int CALLS_OF_A_CONVERSATION = 3;

  private static final List<String> QUESTIONS =
      List.of(
          "Where can I see what a call has cost?",
          "The invoice of last month names two models. Which team calls the second one?",
          "Please say in one sentence what a cached token is.",
          "How do I give a new colleague access to the reports, and to nothing else?",
          "Our nightly job was refused with 429. What does the retry-after header mean?");

  private final LedgerAccess access;
  private final DemoHttp query;
  private final DemoHttp gateway;
  private final DemoChats chats;
  private final RandomGenerator random = new SplittableRandom();
  private final String started = "support-" + Instant.now().getEpochSecond();

  /**
   * @param chatsWritten a file that remembers which conversations were begun
   */
  DemoGateway(LedgerAccess access, Path chatsWritten) {
    this.access = access;
    this.query = new DemoHttp(access.url(Component.USAGE_QUERY));
    this.gateway = new DemoHttp(access.url(Component.CHAT_GATEWAY));
    this.chats = new DemoChats(access, chatsWritten);
  }

  /** Goes on until the thread is interrupted, or its key is revoked. */
  void run() throws InterruptedException {
    Optional<String> key = Optional.empty();
    long calls = 0;
    while (true) {
      try {
        if (key.isEmpty()) {
          chats.write();
          key = Optional.of(key());
        }
        call(key.get(), calls++);
        Thread.sleep(random.nextLong(PAUSE_MILLIS / 2, PAUSE_MILLIS * 3 / 2));
      } catch (DemoHttp.NotAllowedException e) {
        return;
      } catch (IOException e) {
        // A service is being started again: the supervisor tells of it.
        Thread.sleep(LONG_PAUSE_MILLIS);
      }
    }
  }

  /** Of the owner, who finds it among the API tokens, and may revoke it. */
  private String key() throws IOException {
    Optional<String> kept = access.secrets().kept(KEY);
    if (kept.isPresent()) {
      return kept.get();
    }
    String owner = access.token(DemoPlatform.SIGN_IN_USER, Map.of(), Set.of(), TOKEN_LIFETIME);
    ObjectNode wanted = DemoHttp.JSON.createObjectNode().put("name", "Support assistant");
    wanted.putArray("scopes").add("llm:call");
    String key =
        query.post("/orgs/" + ORG + "/api-tokens", owner, wanted).required("token").asText();
    access.secrets().keep(KEY, key);
    return key;
  }

  private void call(String key, long number) throws IOException {
    boolean anthropic = number % CALLS_OF_A_CONVERSATION == 2;
    DemoOrg org = DemoPlatform.ORGS.get(0);
    Map<String, String> headers =
        Map.of(
            "X-Tokenledger-User",
            org.pickUser(random).id(),
            "X-Tokenledger-Conversation",
            started + "-" + number / CALLS_OF_A_CONVERSATION,
            "X-Tokenledger-Activity",
            "support.answer",
            "X-Tokenledger-Tags",
            org.tag().key() + "=" + org.tag().pick(random));
    ObjectNode body = DemoHttp.JSON.createObjectNode().put("model", MODEL);
    body.put("stream", true).put("max_tokens", MAX_TOKENS);
    body.putArray("messages")
        .addObject()
        .put("role", "user")
        .put("content", QUESTIONS.get(random.nextInt(QUESTIONS.size())));
    gateway.post(anthropic ? "/v1/messages" : "/v1/chat/completions", key, headers, body);
  }
}
