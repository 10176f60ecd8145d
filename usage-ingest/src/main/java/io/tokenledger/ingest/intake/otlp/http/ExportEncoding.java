package io.tokenledger.ingest.intake.otlp.http;

import io.tokenledger.ingest.intake.otlp.CountedSpans;
import io.tokenledger.ingest.intake.otlp.export.JsonExport;
import io.tokenledger.ingest.intake.otlp.export.ProtobufExport;
import io.tokenledger.ingest.intake.otlp.export.TraceExport;
import io.tokenledger.service.http.ApiException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** The two forms of OTLP over HTTP. An answer has the form of its request. */
enum ExportEncoding {
  PROTOBUF(ExportEncoding.PROTOBUF_TYPE) {
    @Override
    TraceExport read(byte[] body) {
      return ProtobufExport.read(body);
    }

    @Override
    byte[] answer(CountedSpans spans) {
      return ProtobufAnswer.of(spans);
    }

    @Override
    byte[] status(int code, String message) {
      return ProtobufAnswer.status(code, message);
    }
  },

  JSON(MediaType.APPLICATION_JSON) {
    @Override
    TraceExport read(byte[] body) {
      return JsonExport.read(body);
    }

    @Override
    byte[] answer(CountedSpans spans) {
      return JsonAnswer.of(spans);
    }

    @Override
    byte[] status(int code, String message) {
      return JsonAnswer.status(code, message);
    }
  };

  static final String PROTOBUF_TYPE = "application/x-protobuf";

  /** As protobuf is registered; some senders write it, though OTLP says otherwise. */
  private static final String REGISTERED_TYPE = "application/protobuf";

  private static final String ALLOWED = PROTOBUF_TYPE + ", " + MediaType.APPLICATION_JSON;

  private final String mediaType;

  ExportEncoding(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  /**
   * @param type null when the request does not say
   * @throws ApiException 415, with the field {@code Accept}
   */
  static ExportEncoding of(MediaType type) {
    String told = type == null ? "" : type.getType() + "/" + type.getSubtype();
    for (ExportEncoding each : values()) {
      boolean alias = each == PROTOBUF && told.equalsIgnoreCase(REGISTERED_TYPE);
      if (alias || each.mediaType.equalsIgnoreCase(told)) {
        return each;
      }
    }
    throw ApiException.unsupported(
        HttpHeaders.ACCEPT, ALLOWED, "Content-Type must be one of " + ALLOWED + ".");
  }

  abstract TraceExport read(byte[] body);

  /**
   * An {@code ExportTraceServiceResponse}; without {@code partialSuccess} when all spans are in.
   */
  abstract byte[] answer(CountedSpans spans);

  /**
   * A {@code google.rpc.Status}.
   *
   * @param code of gRPC
   */
  abstract byte[] status(int code, String message);
}
