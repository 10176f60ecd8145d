package io.tokenledger.ingest.intake.litellm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.decode.EventJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Elements as LiteLLM sends them. */
final class LiteLlmPayloads {

  private LiteLlmPayloads() {}

  /** A chat through the proxy, with a key, a team and tags; its prompt must appear nowhere. */
  static ObjectNode chat(String id) {
    return json(
        """
        {"id": "%s", "trace_id": "trace-7", "litellm_call_id": "call-7", "call_type": "acompletion",
         "stream": true, "status": "success", "status_fields": {"llm_api_status": "success"},
         "custom_llm_provider": "anthropic", "model": "claude-haiku-4-5", "model_group": "fast",
         "model_id": "d0", "api_base": "https://api.anthropic.com/", "cache_hit": null,
         "startTime": 1764496800.25, "completionStartTime": 1764496800.75,
         "endTime": 1764496802.0, "response_time": 0.5,
         "prompt_tokens": 1800, "completion_tokens": 9, "total_tokens": 1809,
         "response_cost": 0.0012345678904, "cost_breakdown": {"total_cost": 0.0012345678904},
         "end_user": "", "request_tags": ["job: nightly", "prod", "User-Agent: curl/8"],
         "metadata": {"user_api_key_hash": "88dc28d0", "user_api_key_alias": "ci",
           "user_api_key_user_id": "ann", "user_api_key_team_id": "t-1",
           "user_api_key_team_alias": "Search", "user_api_key_user_email": "ann@secret.example",
           "spend_logs_metadata": {"storyId": "S-1", "nested": {"no": 1}, "none": null},
           "requester_metadata": {"epicId": 7, "callType": "of the caller"},
           "usage_object": {"prompt_tokens": 1800, "completion_tokens": 9, "total_tokens": 1809,
             "prompt_tokens_details": {"cached_tokens": 500, "cache_creation_tokens": 300},
             "cache_creation_input_tokens": 300, "cache_read_input_tokens": 500}},
         "messages": [{"role": "user", "content": "PROMPT"}],
         "response": {"choices": [{"message": {"content": "PROMPT"}}]},
         "model_parameters": {"temperature": 1}, "hidden_params": {"batch_models": null},
         "error_information": {"error_code": "", "error_class": ""}}\
        """
            .formatted(id));
  }

  /** As recorded: see SOURCE.md beside it. */
  static ObjectNode recorded() {
    try (InputStream file = LiteLlmPayloads.class.getResourceAsStream("/litellm/recorded.json")) {
      return (ObjectNode) EventJson.READER.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ObjectNode json(String text) {
    try {
      return (ObjectNode) EventJson.READER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
