package io.tokenledger.local.backfill.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpendCallsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "completion",
        "acompletion",
        "text_completion",
        "aembedding",
        "aimage_generation",
        "aimage_edit",
        "atranscription",
        "aspeech",
        "arerank",
        "asearch",
        "aocr",
        "aresponses",
        "anthropic_messages",
        "agenerate_content",
        "agenerate_content_stream",
        "_arealtime",
        "_aresponses_websocket",
        "create_video",
        "acreate_video",
        "pass_through_endpoint",
        "allm_passthrough_route",
        "something_new",
        ""
      })
  void areCounted(String callType) {
    assertThat(SpendCalls.isCounted(row(callType))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aget_responses",
        "get_responses",
        "alist_input_items",
        "aretrieve_batch",
        "adelete_responses",
        "acancel_responses",
        "acreate_batch",
        "create_batch",
        "acreate_file",
        "afile_content",
        "avector_store_search",
        "acreate_container",
        "alist_containers",
        "acreate_skill",
        "acreate_fine_tuning_job",
        "call_mcp_tool",
        "list_mcp_tools",
        "acreate_thread",
        "amoderation",
        "moderation"
      })
  void areNot(String callType) {
    assertThat(SpendCalls.isCounted(row(callType))).isFalse();
  }

  private static SpendRow row(String callType) {
    return new SpendRow(JsonNodeFactory.instance.objectNode().put("call_type", callType));
  }
}
