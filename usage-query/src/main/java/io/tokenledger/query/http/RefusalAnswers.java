package io.tokenledger.query.http;

import io.tokenledger.query.access.ConflictException;
import io.tokenledger.query.access.MissingException;
import io.tokenledger.query.access.NotPermittedException;
import io.tokenledger.query.access.NotSignedInException;
import io.tokenledger.query.access.TooBusyException;
import io.tokenledger.query.access.TooManyAttemptsException;
import io.tokenledger.query.access.TooMuchAskedException;
import io.tokenledger.service.http.Problem;
import io.tokenledger.service.http.ProblemCode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers what the subjects refuse as problem+json: they know no HTTP. */
class RefusalAnswers {

  /** Reports take seconds at most. */
  private static final int RETRY_AFTER_SECONDS = 2;

  @ServerExceptionMapper
  Response of(MissingException refusal) {
    return answer(ProblemCode.NOT_FOUND, refusal.getMessage(), List.of());
  }

  @ServerExceptionMapper
  Response of(ConflictException refusal) {
    return answer(ProblemCode.CONFLICT, refusal.getMessage(), List.of());
  }

  @ServerExceptionMapper
  Response of(NotSignedInException refusal) {
    return answer(ProblemCode.UNAUTHENTICATED, refusal.getMessage(), List.of());
  }

  @ServerExceptionMapper
  Response of(TooManyAttemptsException refusal) {
    return answer(ProblemCode.TOO_MANY_REQUESTS, refusal.getMessage(), List.of());
  }

  @ServerExceptionMapper
  Response of(TooMuchAskedException refusal) {
    return answer(ProblemCode.INVALID_PARAMETER, refusal.getMessage(), List.of());
  }

  @ServerExceptionMapper
  Response of(TooBusyException refusal) {
    ProblemCode code =
        refusal.isByCaller() ? ProblemCode.TOO_MANY_REQUESTS : ProblemCode.UNAVAILABLE;
    return Response.fromResponse(answer(code, refusal.getMessage(), List.of()))
        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        .build();
  }

  @ServerExceptionMapper
  Response of(NotPermittedException refusal) {
    List<Problem.Fault> faults =
        refusal.whyByRow().entrySet().stream()
            .map(row -> new Problem.Fault(row.getKey(), row.getValue()))
            .toList();
    return answer(ProblemCode.FORBIDDEN, refusal.getMessage(), faults);
  }

  private static Response answer(ProblemCode code, String why, List<Problem.Fault> faults) {
    return Response.status(code.status())
        .type(Problem.MEDIA_TYPE)
        .entity(new Problem("about:blank", code.title(), code.status(), code.code(), why, faults))
        .build();
  }
}
