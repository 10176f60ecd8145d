package io.tokenledger.events.provider.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All names of {@code CallTypes} in litellm/types/utils.py, of autumn 2026. */
class LiteLlmCallTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "embedding",
        "aembedding",
        "completion",
        "acompletion",
        "text_completion",
        "atext_completion",
        "image_generation",
        "aimage_generation",
        "image_edit",
        "aimage_edit",
        "transcription",
        "atranscription",
        "speech",
        "aspeech",
        "rerank",
        "arerank",
        "search",
        "asearch",
        "_arealtime",
        "_aresponses_websocket",
        "anthropic_messages",
        "responses",
        "aresponses",
        "generate_content",
        "agenerate_content",
        "generate_content_stream",
        "agenerate_content_stream",
        "ocr",
        "aocr",
        "create_video",
        "acreate_video",
        "video_remix",
        "avideo_remix",
        "video_edit",
        "avideo_edit",
        "video_extension",
        "avideo_extension",
        "run_thread",
        "arun_thread",
        "run_thread_stream",
        "arun_thread_stream",
        "send_message",
        "asend_message",
        "pass_through_endpoint",
        "llm_passthrough_route",
        "allm_passthrough_route"
      })
  void whatIsMadeIsBilled(String callType) {
    assertThat(LiteLlmCall.of(callType)).isEqualTo(LiteLlmCall.BILLED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "moderation",
        "amoderation",
        "create_batch",
        "acreate_batch",
        "aretrieve_batch",
        "retrieve_batch",
        "acancel_batch",
        "cancel_batch",
        "get_assistants",
        "aget_assistants",
        "create_assistants",
        "acreate_assistants",
        "delete_assistant",
        "adelete_assistant",
        "acreate_thread",
        "create_thread",
        "aget_thread",
        "get_thread",
        "a_add_message",
        "add_message",
        "aget_messages",
        "get_messages",
        "afile_retrieve",
        "file_retrieve",
        "afile_delete",
        "file_delete",
        "afile_list",
        "file_list",
        "acreate_file",
        "create_file",
        "afile_content",
        "file_content",
        "create_fine_tuning_job",
        "acreate_fine_tuning_job",
        "acancel_fine_tuning_job",
        "alist_fine_tuning_jobs",
        "aretrieve_fine_tuning_job",
        "avideo_retrieve",
        "video_retrieve",
        "avideo_content",
        "video_content",
        "video_list",
        "avideo_list",
        "video_retrieve_job",
        "video_delete",
        "avideo_delete",
        "video_create_character",
        "avideo_create_character",
        "video_get_character",
        "vector_store_file_create",
        "avector_store_file_list",
        "vector_store_create",
        "avector_store_search",
        "create_container",
        "acreate_container",
        "list_containers",
        "alist_containers",
        "aretrieve_container",
        "adelete_container",
        "alist_container_files",
        "aupload_container_file",
        "alist_input_items",
        "call_mcp_tool",
        "list_mcp_tools",
        "acreate_skill",
        "aget_responses",
        "adelete_responses",
        "acancel_responses"
      })
  void whatIsReadOrKeptIsNot(String callType) {
    assertThat(LiteLlmCall.of(callType)).isEqualTo(LiteLlmCall.NOT_BILLED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "adream", "telepathy", "a", "__"})
  void aNameOfTheFutureIsNotKnown(String callType) {
    assertThat(LiteLlmCall.of(callType)).isEqualTo(LiteLlmCall.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "aembedding, embedding", "embedding, embedding", "_arealtime, audio", "aspeech, audio",
    "aimage_generation, image", "acreate_video, video", "arerank, rerank", "acompletion,",
    "anthropic_messages,", "adream,"
  })
  void theFeature(String callType, String feature) {
    assertThat(LiteLlmCall.feature(callType).orElse(null)).isEqualTo(feature);
  }
}
