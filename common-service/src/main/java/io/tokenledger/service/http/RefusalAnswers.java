package io.tokenledger.service.http;

import io.tokenledger.service.refusal.RefusedException;
import io.tokenledger.service.refusal.RefusedException.Reason;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers what the subjects refuse as problem+json: they know no HTTP. */
class RefusalAnswers {

  /** What runs at once takes seconds at most. */
  private static final int RETRY_AFTER_SECONDS = 2;

  @ServerExceptionMapper
  Response of(RefusedException refusal) {
    List<Problem.Fault> faults =
        refusal.whyByRow().entrySet().stream()
            .map(row -> new Problem.Fault(row.getKey(), row.getValue()))
            .toList();
    Response answer = ProblemMappers.answer(codeOf(refusal.reason()), refusal.getMessage(), faults);
    return isBusy(refusal.reason())
        ? Response.fromResponse(answer).header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build()
        : answer;
  }

  private static ProblemCode codeOf(Reason reason) {
    return switch (reason) {
      case MISSING -> ProblemCode.NOT_FOUND;
      case CONFLICT -> ProblemCode.CONFLICT;
      case NOT_PERMITTED -> ProblemCode.FORBIDDEN;
      case NOT_SIGNED_IN -> ProblemCode.UNAUTHENTICATED;
      case TOO_MUCH -> ProblemCode.INVALID_PARAMETER;
      case TOO_OFTEN, ORG_BUSY -> ProblemCode.TOO_MANY_REQUESTS;
      case ALL_BUSY -> ProblemCode.UNAVAILABLE;
    };
  }

  private static boolean isBusy(Reason reason) {
    return reason == Reason.ORG_BUSY || reason == Reason.ALL_BUSY;
  }
}
