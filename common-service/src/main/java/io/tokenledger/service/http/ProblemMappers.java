package io.tokenledger.service.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.tokenledger.service.access.CheckFailure;
import io.tokenledger.service.postgres.DatabaseFailure;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every exception into a problem+json answer, so that resources have no error branches. */
class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  private final CheckFailure checkFailure;

  ProblemMappers(CheckFailure checkFailure) {
    this.checkFailure = checkFailure;
  }

  @ServerExceptionMapper
  Response of(ApiException failure) {
    Response answer = answer(failure.code(), failure.getMessage(), failure.faults());
    Response.ResponseBuilder named = Response.fromResponse(answer);
    failure.headers().forEach(named::header);
    return named.build();
  }

  @ServerExceptionMapper(priority = 1)
  Response of(AuthenticationFailedException failure) {
    return unauthenticated(
        "The bearer token is malformed, expired or not issued for this service.");
  }

  @ServerExceptionMapper(priority = 1)
  Response of(UnauthorizedException failure) {
    return unauthenticated("Send a bearer token in the Authorization header.");
  }

  @ServerExceptionMapper(priority = 1)
  Response of(ForbiddenException failure) {
    return checkFailure
        .reason()
        .map(reason -> reason instanceof ApiException api ? of(api) : of(reason))
        .orElseGet(() -> answer(ProblemCode.FORBIDDEN, "Your roles do not permit this."));
  }

  @ServerExceptionMapper
  Response of(JsonProcessingException failure) {
    return answer(
        ProblemCode.INVALID_BODY, "The body is not valid: " + failure.getOriginalMessage());
  }

  @ServerExceptionMapper
  Response of(MismatchedInputException failure) {
    String field =
        failure.getPath().stream()
            .map(JsonMappingException.Reference::getFieldName)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("."));
    String what = field.isEmpty() ? "The body" : "Field '" + field + "'";
    return answer(ProblemCode.INVALID_BODY, what + " is not of the JSON type that is asked for.");
  }

  @ServerExceptionMapper
  Response of(WebApplicationException failure) {
    int status = failure.getResponse().getStatus();
    if (status < 400) {
      return failure.getResponse();
    }
    if (failure.getCause() instanceof MismatchedInputException mismatch) {
      return of(mismatch);
    }
    if (failure.getCause() instanceof JsonProcessingException json) {
      return of(json);
    }
    ProblemCode code = ProblemCode.ofStatus(status);
    return answer(code, code.title() + ".");
  }

  @ServerExceptionMapper
  Response of(Exception failure) {
    Optional<ProblemCode> passing = DatabaseFailure.codeOf(failure);
    if (passing.isPresent()) {
      return ofDatabase(passing.get(), failure);
    }
    LOG.error("A request failed", failure);
    return answer(
        ProblemCode.INTERNAL_ERROR, "The request failed; the log of the service says why.");
  }

  /** One line of log: that the database is away is told by readiness, too. */
  private static Response ofDatabase(ProblemCode code, Exception failure) {
    LOG.warnf("A request was answered with %s: %s", code.code(), failure.getMessage());
    return answer(
        code,
        switch (code) {
          case TIMED_OUT ->
              "The database took too long for this; ask for fewer days, or try again.";
          case INVALID_PARAMETER -> "A text of the request has U+0000, which none may have.";
          default -> "The database does not answer, or is being upgraded; try again.";
        });
  }

  private static Response unauthenticated(String detail) {
    return Response.fromResponse(answer(ProblemCode.UNAUTHENTICATED, detail))
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .build();
  }

  private static Response answer(ProblemCode code, String detail) {
    return answer(code, detail, List.of());
  }

  static Response answer(ProblemCode code, String detail, List<Problem.Fault> faults) {
    return Response.status(code.status())
        .type(Problem.MEDIA_TYPE)
        .entity(Problem.of(code, detail, faults))
        .build();
  }
}
