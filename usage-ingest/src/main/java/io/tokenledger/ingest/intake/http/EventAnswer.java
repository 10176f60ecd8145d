package io.tokenledger.ingest.intake.http;

import java.util.List;

/**
 * The answer to {@code POST /v1/events}.
 *
 * @param accepted events acknowledged by Kafka
 */
public record EventAnswer(int accepted, List<Rejected> rejected) {

  /**
   * An event that was not taken.
   *
   * @param index its place in the request, from 0
   * @param eventId as sent; null when there is none
   * @param code machine code, as in dead letters
   * @param detail a sentence that names the field and what is allowed
   */
  public record Rejected(int index, String eventId, String code, String detail) {}
}
