package io.tokenledger.gateway.request.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/**
 * The {@code metadata.user_id} of Anthropic's API. Claude Code packs three ids into it: newer
 * versions as JSON, older ones as {@code user_…_account_…_session_…}.
 *
 * @param user the account where there is one, else the device
 */
public record AnthropicUser(Optional<String> user, Optional<String> session) {

  private static final String ACCOUNT = "_account_";
  private static final String SESSION = "_session_";
  private static final ObjectMapper JSON = new ObjectMapper();

  public static AnthropicUser of(String userId) {
    if (userId.startsWith("{")) {
      return ofJson(userId);
    }
    int session = userId.lastIndexOf(SESSION);
    int account = userId.lastIndexOf(ACCOUNT, Math.max(session, 0));
    if (!userId.startsWith("user_") || session < 0 || account < 0) {
      return new AnthropicUser(filled(userId), Optional.empty());
    }
    Optional<String> ofAccount =
        filled(userId.substring(Math.min(account + ACCOUNT.length(), session), session));
    return new AnthropicUser(
        ofAccount.or(() -> filled(userId.substring("user_".length(), account))),
        filled(userId.substring(session + SESSION.length())));
  }

  private static AnthropicUser ofJson(String userId) {
    try {
      JsonNode ids = JSON.readTree(userId);
      return new AnthropicUser(
          filled(ids.path("account_uuid").asText())
              .or(() -> filled(ids.path("device_id").asText())),
          filled(ids.path("session_id").asText()));
    } catch (JsonProcessingException e) {
      return new AnthropicUser(filled(userId), Optional.empty());
    }
  }

  private static Optional<String> filled(String text) {
    return Optional.of(text).filter(each -> !each.isBlank());
  }
}
