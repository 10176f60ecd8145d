package io.tokenledger.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.local.Component;
import io.tokenledger.local.LedgerAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Conversations that demo users have had with {@code echo-1}, by the gateway as the page has them:
 * a chat to look into, whose tokens and costs are counted ones.
 */
final class DemoChats {

  private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(10);

  /** Who signs in meanwhile has the machine first. */
  private static final long PAUSE_MILLIS = 150;

  private static final String ORG = DemoPlatform.SIGN_IN_ORG;

  private record Chat(String user, String title, String system, List<String> said) {}

  private static final List<Chat> CHATS =
      List.of(
          new Chat(
              "jun.sato",
              "Wording of the maintenance notice",
              "",
              List.of(
                  "Planned maintenance on Saturday from 06:00 to 07:30 UTC. Reports stay"
                      + " available.",
                  "Planned maintenance, Saturday 06:00-07:30 UTC. Reports stay available; exports"
                      + " pause.")),
          new Chat(
              "ines.moreau",
              "Questions for the supplier call",
              "Be brief.",
              List.of(
                  "1. Which regions are served? 2. Who may see our prompts? 3. How long are they"
                      + " kept?",
                  "4. What does a cached token cost?")),
          new Chat(
              "tom.okafor",
              "Checklist for the on-call handover",
              "",
              List.of(
                  "Open incidents, silenced alerts, deployments of today, who is away this week.")),
          new Chat(
              DemoPlatform.SIGN_IN_USER,
              "Summary of the budget review",
              "Answer in plain sentences.",
              List.of(
                  "Spend of the month is within the budget. Two teams moved to a smaller model.",
                  "Caching saved about a tenth of the input. The support assistant grows fastest.",
                  "Next month: alerts per team, and a look at the experiment on shorter prompts.")),
          new Chat(
              DemoPlatform.SIGN_IN_USER,
              "Trying out the gateway",
              "",
              List.of("Hello, ledger", "How many tokens was that?")));

  private final DemoHttp gateway;
  private final LedgerAccess access;
  private final Path marker;

  /**
   * @param marker a file that remembers how many were begun
   */
  DemoChats(LedgerAccess access, Path marker) {
    this.gateway = new DemoHttp(access.url(Component.CHAT_GATEWAY));
    this.access = access;
    this.marker = marker;
  }

  /** Each once: who deletes one does not get it back with the next start. */
  void write() throws IOException, InterruptedException {
    int begun = Files.exists(marker) ? Integer.parseInt(Files.readString(marker).strip()) : 0;
    for (Chat chat : CHATS.subList(Math.min(begun, CHATS.size()), CHATS.size())) {
      begun++;
      Files.writeString(marker, begun + "\n");
      write(chat);
    }
  }

  private void write(Chat chat) throws IOException, InterruptedException {
    String token = access.token(chat.user(), Map.of(), Set.of(), TOKEN_LIFETIME);
    ObjectNode draft = DemoHttp.JSON.createObjectNode();
    draft.put("orgId", ORG).put("title", chat.title()).put("model", DemoGateway.MODEL);
    if (!chat.system().isEmpty()) {
      draft.put("systemPrompt", chat.system());
    }
    String id = gateway.post("/conversations", token, draft).path("id").asText();
    for (String text : chat.said()) {
      ObjectNode question = DemoHttp.JSON.createObjectNode().put("content", text);
      gateway.post("/conversations/" + id + "/messages", token, question);
      Thread.sleep(PAUSE_MILLIS);
    }
  }
}
