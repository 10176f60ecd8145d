package io.tokenledger.local.backfill.format;

import java.util.List;

/**
 * The columns of {@code LiteLLM_SpendLogs} that are read. Prompts, answers and addresses ({@code
 * messages}, {@code response}, {@code proxy_server_request}, {@code requester_ip_address}) are none
 * of them.
 *
 * @see <a href="https://github.com/BerriAI/litellm/blob/main/schema.prisma">The table</a>
 */
final class SpendColumns {

  static final List<String> READ =
      List.of(
          "request_id",
          "call_type",
          "api_key",
          "spend",
          "total_tokens",
          "prompt_tokens",
          "completion_tokens",
          "startTime",
          "endTime",
          "request_duration_ms",
          "completionStartTime",
          "model",
          "model_id",
          "model_group",
          "custom_llm_provider",
          "api_base",
          "user",
          "metadata",
          "cache_hit",
          "request_tags",
          "team_id",
          "organization_id",
          "end_user",
          "session_id",
          "status",
          "agent_id");

  /** Of {@code metadata} what is read where it is no text. */
  static final List<String> METADATA =
      List.of(
          "metadata.usage_object",
          "metadata.additional_usage_values",
          "metadata.batch_models",
          "metadata.status",
          "metadata.error_information.error_class",
          "metadata.error_information.error_code",
          "metadata.user_api_key_alias",
          "metadata.user_api_key_team_alias",
          "metadata.spend_logs_metadata");

  private SpendColumns() {}
}
