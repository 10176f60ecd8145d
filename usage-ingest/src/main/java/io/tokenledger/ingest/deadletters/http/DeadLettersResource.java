package io.tokenledger.ingest.deadletters.http;

import io.smallrye.mutiny.Uni;
import io.tokenledger.ingest.deadletters.DeadLettersUnavailableException;
import io.tokenledger.ingest.deadletters.LetterReplay;
import io.tokenledger.ingest.deadletters.kafka.KafkaDeadLetters;
import io.tokenledger.service.access.Caller;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.Problem;
import io.tokenledger.service.http.ProblemCode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** What was refused, and sending it once more after the reason is mended. For operators. */
@Path("/v1/dead-letters")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RolesAllowed({Caller.SUPERADMIN, Caller.EVENTS_ADMIN})
@Tag(name = "Dead letters")
class DeadLettersResource {

  private static final Logger LOG = Logger.getLogger(DeadLettersResource.class);

  private final KafkaDeadLetters deadLetters;
  private final Caller caller;
  private final Clock clock = Clock.systemUTC();

  DeadLettersResource(KafkaDeadLetters deadLetters, Caller caller) {
    this.deadLetters = deadLetters;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "The dead letters, the oldest first, page by page")
  public Uni<LettersAnswer> list(@BeanParam LetterListing parameters) {
    return deadLetters
        .list(parameters.query(clock.instant()))
        .map(LettersAnswer::of)
        .onFailure(DeadLettersUnavailableException.class)
        .transform(DeadLettersResource::unavailable);
  }

  @POST
  @Path("/replay")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Sends messages to usage.events once more, as they came")
  @RequestBodySchema(ReplayRequest.class)
  public Uni<ReplayAnswer> replay(byte[] body) {
    ReplayRequest request = ReplayRequest.fromBody(body);
    String who = caller.userId();
    Uni<LetterReplay> replay =
        request.isByIds()
            ? deadLetters.replay(request.letterIds(), request.dryRun())
            : deadLetters.replay(request.query(clock.instant()), request.dryRun());
    return replay
        .invoke(done -> log(who, request, done))
        .map(done -> ReplayAnswer.of(done, request.dryRun()))
        .onFailure(DeadLettersUnavailableException.class)
        .transform(failure -> notFinished(who, request, failure));
  }

  /** The audit trail of a replay: who, which letters; nothing of what is in them. */
  private static void log(String who, ReplayRequest request, LetterReplay done) {
    if (!request.dryRun()) {
      LOG.infof(
          "%s replayed %d dead letters (%s): %s",
          who,
          done.count(LetterReplay.Status.REPLAYED),
          request.selection(),
          done.results().stream()
              .filter(result -> result.status() == LetterReplay.Status.REPLAYED)
              .map(result -> result.id().toString())
              .collect(Collectors.joining(" ")));
    }
  }

  private static ApiException notFinished(String who, ReplayRequest request, Throwable failure) {
    if (!request.dryRun()) {
      LOG.warnf(
          "%s began to replay dead letters (%s), some may be sent: %s",
          who, request.selection(), failure.getMessage());
    }
    return unavailable(failure);
  }

  private static ApiException unavailable(Throwable failure) {
    LOG.warnf("Dead letters cannot be reached: %s", failure.getMessage());
    return new ApiException(
        ProblemCode.UNAVAILABLE,
        "Kafka did not answer in time. Send the request again: a replayed event counts once.");
  }
}
