package io.tokenledger.acceptance.truth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The token counts of one event, or sums of them; parts are included in their totals. */
public record Tokens(
    long input,
    long output,
    long cacheRead,
    long cacheWrite,
    long cacheWrite1h,
    long audioInput,
    long reasoning,
    long audioOutput,
    long embedding,
    long imageInput,
    long imageOutput,
    long cacheReadAudio,
    long cacheReadImage) {

  /** The columns of the ledger, in the order of the components. */
  public static final List<String> COLUMNS =
      List.of(
          "input_tokens",
          "output_tokens",
          "cache_read_tokens",
          "cache_write_tokens",
          "cache_write_1h_tokens",
          "audio_input_tokens",
          "reasoning_tokens",
          "audio_output_tokens",
          "embedding_tokens",
          "image_input_tokens",
          "image_output_tokens",
          "cache_read_audio_tokens",
          "cache_read_image_tokens");

  static final Tokens NONE = embedded(0);

  /** Of a row that has the {@link #COLUMNS}. */
  public static Tokens fromRow(ResultSet row) throws SQLException {
    return new Tokens(
        row.getLong("input_tokens"),
        row.getLong("output_tokens"),
        row.getLong("cache_read_tokens"),
        row.getLong("cache_write_tokens"),
        row.getLong("cache_write_1h_tokens"),
        row.getLong("audio_input_tokens"),
        row.getLong("reasoning_tokens"),
        row.getLong("audio_output_tokens"),
        row.getLong("embedding_tokens"),
        row.getLong("image_input_tokens"),
        row.getLong("image_output_tokens"),
        row.getLong("cache_read_audio_tokens"),
        row.getLong("cache_read_image_tokens"));
  }

  /** As an event tells them; what is 0 is left out. */
  void putInto(ObjectNode event) {
    put(event, "inputTokens", input);
    put(event, "outputTokens", output);
    put(event, "cacheReadTokens", cacheRead);
    put(event, "cacheWriteTokens", cacheWrite);
    put(event, "cacheWrite1hTokens", cacheWrite1h);
    put(event, "audioInputTokens", audioInput);
    put(event, "reasoningTokens", reasoning);
    put(event, "audioOutputTokens", audioOutput);
    put(event, "embeddingTokens", embedding);
    put(event, "imageInputTokens", imageInput);
    put(event, "imageOutputTokens", imageOutput);
    put(event, "cacheReadAudioTokens", cacheReadAudio);
    put(event, "cacheReadImageTokens", cacheReadImage);
  }

  private static void put(ObjectNode event, String field, long count) {
    if (count != 0) {
      event.put(field, count);
    }
  }

  static Tokens embedded(long embedding) {
    return new Tokens(0, 0, 0, 0, 0, 0, 0, 0, embedding, 0, 0, 0, 0);
  }

  Tokens negated() {
    return new Tokens(
        -input,
        -output,
        -cacheRead,
        -cacheWrite,
        -cacheWrite1h,
        -audioInput,
        -reasoning,
        -audioOutput,
        -embedding,
        -imageInput,
        -imageOutput,
        -cacheReadAudio,
        -cacheReadImage);
  }

  Tokens plus(Tokens other) {
    return new Tokens(
        input + other.input,
        output + other.output,
        cacheRead + other.cacheRead,
        cacheWrite + other.cacheWrite,
        cacheWrite1h + other.cacheWrite1h,
        audioInput + other.audioInput,
        reasoning + other.reasoning,
        audioOutput + other.audioOutput,
        embedding + other.embedding,
        imageInput + other.imageInput,
        imageOutput + other.imageOutput,
        cacheReadAudio + other.cacheReadAudio,
        cacheReadImage + other.cacheReadImage);
  }

  public long total() {
    return input + output + embedding;
  }
}
