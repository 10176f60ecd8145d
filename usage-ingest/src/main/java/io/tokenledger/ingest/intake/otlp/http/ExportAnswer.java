package io.tokenledger.ingest.intake.otlp.http;

import io.tokenledger.ingest.intake.otlp.CountedSpans;
import io.tokenledger.service.http.ProblemCode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/**
 * Answers as exporters read them.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#otlphttp-response">OTLP over HTTP</a>
 */
final class ExportAnswer {

  /** An exporter waits so long and sends the same again. */
  private static final int RETRY_AFTER_SECONDS = 5;

  private ExportAnswer() {}

  static Response of(ExportEncoding encoding, CountedSpans spans) {
    return answer(encoding, Response.Status.OK.getStatusCode(), encoding.answer(spans)).build();
  }

  static Response refusal(ExportEncoding encoding, ProblemCode code, String message) {
    Response.ResponseBuilder answer =
        answer(encoding, code.status(), encoding.status(grpcCode(code), message));
    boolean again = code == ProblemCode.TOO_MANY_REQUESTS || code == ProblemCode.UNAVAILABLE;
    return again
        ? answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build()
        : answer.build();
  }

  private static Response.ResponseBuilder answer(ExportEncoding encoding, int status, byte[] body) {
    return Response.status(status).type(encoding.mediaType()).entity(body);
  }

  /** See google/rpc/code.proto. */
  private static int grpcCode(ProblemCode code) {
    return switch (code) {
      case FORBIDDEN -> 7;
      case TOO_MANY_REQUESTS -> 8;
      case INTERNAL_ERROR -> 13;
      case UNAVAILABLE -> 14;
      default -> 3;
    };
  }
}
