package io.tokenledger.local.backfill.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.events.decode.EventJson;
import io.tokenledger.local.StackException;
import io.tokenledger.local.backfill.source.LineIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which batch an output is of, and what its provider says of all of it.
 *
 * @param id of the batch; empty when nobody says it
 * @param endedAt when its last request was done
 * @param usage of all of its requests together, as OpenAI has it; null when nobody says it
 */
public record BatchName(String id, Optional<Instant> endedAt, JsonNode usage) {

  public static final BatchName UNKNOWN = new BatchName("", Optional.empty(), null);

  private static final PastTimes TIMES = new PastTimes(PastTimes.UTC);
  private static final List<String> ENDS =
      List.of("completed_at", "ended_at", "expired_at", "cancelled_at", "failed_at");

  /**
   * Of the batch object, as the provider answers when it is asked for the batch.
   *
   * @throws StackException when it is none
   */
  public static BatchName of(Path file) {
    try {
      JsonNode batch = EventJson.READER.readTree(Files.readAllBytes(file));
      if (!batch.path("id").isTextual()) {
        throw new StackException(
            "The file " + file + " is no batch object: it has no id, such as batch_68c8f34a.");
      }
      JsonNode usage = batch.path("usage").isObject() ? batch.path("usage") : null;
      return new BatchName(batch.path("id").textValue(), endOf(batch), usage);
    } catch (IOException e) {
      throw new StackException("The file " + file + " cannot be read as JSON.", e);
    }
  }

  /**
   * The id of the call: it is the same for whoever counts this batch, or else that of the answer.
   *
   * @param answerId may be empty
   */
  void put(ObjectNode event, String customId, String answerId) {
    String eventId = id.isEmpty() ? answerId : "batch:" + id + ":" + customId;
    if (!eventId.isEmpty()) {
      event.put("eventId", eventId.length() > UsageLimits.MAX_ID ? LineIds.of(eventId) : eventId);
    }
    if (!id.isEmpty()) {
      event.putObject("metadata").put("batchId", id);
    }
  }

  private static Optional<Instant> endOf(JsonNode batch) {
    return ENDS.stream()
        .map(name -> batch.path(name).asText(""))
        .flatMap(time -> TIMES.instant(time.equals("null") ? "" : time).stream())
        .findFirst();
  }
}
