package io.tokenledger.ingest.intake.litellm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.RejectionCode;
import io.tokenledger.events.decode.UsageEventDecoder;
import io.tokenledger.events.provider.library.LiteLlmCall;
import io.tokenledger.ingest.intake.ValidEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** Decides for each element whether it is counted, and holds its event against the contract. */
final class PayloadCheck implements Elements.Receiver {

  private static final String ANOTHER_KIND =
      "is not a StandardLoggingPayload: it is the one of generic_api_use_v1, whose values are all"
          + " texts, or the arguments of a callback";

  private final UsageEventDecoder decoder = new UsageEventDecoder();
  private final Tally tally = new Tally();
  private final String orgId;
  private final Instant now;

  private PayloadCheck(String orgId, Instant now) {
    this.orgId = orgId;
    this.now = now;
  }

  /**
   * @param orgId that of the token
   */
  static Tally of(byte[] body, String orgId, Instant now) {
    PayloadCheck check = new PayloadCheck(orgId, now);
    Elements.read(body, check);
    return check.tally;
  }

  @Override
  public void payload(int index, Payload payload) {
    if (payload.isOfAnotherKind()) {
      tally.reject(index, payload, RejectionCode.UNSUPPORTED_TYPE.code(), ANOTHER_KIND);
      return;
    }
    String callType = payload.text("call_type").orElse("");
    LiteLlmCall kind = LiteLlmCall.of(callType);
    if (kind == LiteLlmCall.NOT_BILLED && !PayloadEvent.isBatch(payload)) {
      tally.notCounted(index, payload, "not_billed", callType + " is no call of a model");
      return;
    }
    if (kind == LiteLlmCall.UNKNOWN) {
      tally.unknownCallType(index, payload, callType);
    }
    try {
      tally.accept(event(payload));
    } catch (InvalidEventException e) {
      tally.reject(index, payload, e.code().code(), e.getMessage());
    }
  }

  /** A block of a shape that the ledger does not know need not cost the totals. */
  private ValidEvent event(Payload payload) {
    ObjectNode event = PayloadEvent.of(payload, orgId, now);
    try {
      return checked(event);
    } catch (InvalidEventException e) {
      if (e.code() != RejectionCode.UNKNOWN_USAGE_SHAPE) {
        throw e;
      }
      return checked(PayloadEvent.withTotals(event, payload));
    }
  }

  /** As whoever reads the topic will: in bytes, with all their bounds. */
  private ValidEvent checked(ObjectNode event) {
    byte[] message = event.toString().getBytes(StandardCharsets.UTF_8);
    return ValidEvent.of(decoder.decode(message, Map.of(), now, now), message);
  }

  @Override
  public void other(int index) {
    tally.reject(
        index, null, RejectionCode.NOT_AN_OBJECT.code(), "an element must be a JSON object");
  }

  @Override
  public void broken(int index, long atByte) {
    tally.reject(
        index,
        null,
        RejectionCode.NOT_JSON.code(),
        "the body is not well-formed JSON at byte "
            + atByte
            + "; the rest of the line, or of the array, was not read");
  }
}
