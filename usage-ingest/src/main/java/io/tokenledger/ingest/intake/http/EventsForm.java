package io.tokenledger.ingest.intake.http;

import io.tokenledger.service.http.ApiException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.stream.Collectors;

/** In which form events are sent: the media type of the body. */
enum EventsForm {
  /** One event, or an array of them; also as CloudEvents. */
  JSON(MediaType.APPLICATION_JSON),
  /** One event a line: a line that is no JSON is refused alone. */
  LINES(EventsForm.NDJSON_TYPE),
  CLOUD_EVENT(EventsForm.CLOUD_EVENT_TYPE),
  CLOUD_EVENTS(EventsForm.CLOUD_EVENTS_TYPE);

  static final String NDJSON_TYPE = "application/x-ndjson";
  static final String CLOUD_EVENT_TYPE = "application/cloudevents+json";
  static final String CLOUD_EVENTS_TYPE = "application/cloudevents-batch+json";

  private static final String ALLOWED =
      Arrays.stream(values()).map(form -> form.mediaType).collect(Collectors.joining(", "));

  private final String mediaType;

  EventsForm(String mediaType) {
    this.mediaType = mediaType;
  }

  /**
   * @param type null when the request does not say, which is taken for JSON
   * @throws ApiException 415, with the field {@code Accept}
   */
  static EventsForm of(MediaType type) {
    if (type == null) {
      return JSON;
    }
    String told = type.getType() + "/" + type.getSubtype();
    for (EventsForm form : values()) {
      if (form.mediaType.equalsIgnoreCase(told)) {
        return form;
      }
    }
    throw ApiException.unsupported(
        HttpHeaders.ACCEPT, ALLOWED, "Content-Type must be one of " + ALLOWED + ".");
  }
}
