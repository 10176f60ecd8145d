package io.tokenledger.client.sending;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tokenledger.client.sending.Answer.Forbidden;
import io.tokenledger.client.sending.Answer.Later;
import io.tokenledger.client.sending.Answer.Refused;
import io.tokenledger.client.sending.Answer.Rejection;
import io.tokenledger.client.sending.Answer.Taken;
import io.tokenledger.client.sending.Answer.Uncompressed;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what {@code POST /v1/events} answered. */
final class Answers {

  private static final int ACCEPTED = 202;
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int TOO_LARGE = 413;
  private static final int UNSUPPORTED = 415;

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private Answers() {}

  /**
   * @param compressed whether the request was
   * @param retryAfter the header; empty when there is none
   */
  static Answer read(int status, byte[] body, String retryAfter, boolean compressed, Instant now) {
    JsonNode json = json(body);
    // Not by the status alone: what stands before the ledger may say it too.
    boolean answered = json.path("accepted").isIntegralNumber() && json.path("rejected").isArray();
    if (answered && (status == ACCEPTED || status == BAD_REQUEST)) {
      return new Taken(rejections(json));
    }
    if (compressed && (status == UNSUPPORTED || status == BAD_REQUEST)) {
      return new Uncompressed();
    }
    String detail = OneLine.of(json.path("detail").asText(""));
    if (status == FORBIDDEN) {
      return new Forbidden(detail);
    }
    if (status == BAD_REQUEST || status == TOO_LARGE) {
      return new Refused(OneLine.of(json.path("code").asText("refused")), detail);
    }
    return new Later(
        "The ledger answered " + status + (detail.isEmpty() ? "" : ": " + detail),
        RetryAfter.read(retryAfter, now));
  }

  private static List<Rejection> rejections(JsonNode answer) {
    List<Rejection> rejections = new ArrayList<>();
    for (JsonNode each : answer.path("rejected")) {
      rejections.add(
          new Rejection(
              each.path("index").asInt(-1),
              OneLine.of(each.path("code").asText("")),
              OneLine.of(each.path("detail").asText(""))));
    }
    return rejections;
  }

  private static JsonNode json(byte[] body) {
    try {
      return Optional.ofNullable(JSON.readTree(body)).orElse(JSON.missingNode());
    } catch (IOException e) {
      return JSON.missingNode();
    }
  }
}
