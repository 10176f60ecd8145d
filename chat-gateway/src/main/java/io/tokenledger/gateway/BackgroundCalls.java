package io.tokenledger.gateway;

import io.tokenledger.gateway.accounting.EndedCall;
import io.tokenledger.gateway.answer.AnswerTap;
import io.tokenledger.gateway.answer.AnswerTaps;
import io.tokenledger.gateway.background.BackgroundResponses;
import io.tokenledger.gateway.background.PendingResponse;
import io.tokenledger.gateway.background.ResponseLooks;
import io.tokenledger.gateway.pump.Answer;
import io.tokenledger.gateway.pump.CallRefusedException;
import io.tokenledger.gateway.request.Asked;
import io.tokenledger.gateway.request.Headers;
import io.tokenledger.gateway.request.Operation;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * What is done besides for calls that begin a response in the background, and for those that ask
 * for one: its end is told later, to whoever asks.
 */
@ApplicationScoped
class BackgroundCalls {

  private static final Logger LOG = Logger.getLogger(BackgroundCalls.class);

  /** The name of a response stands at the beginning of its answer. */
  private static final int NAMED_WITHIN_BYTES = 8 << 20;

  private static final int MAX_PATH = 2048;
  private static final int FIRST_ERROR = 400;

  private final BackgroundResponses responses;
  private final ResponseLooks looks;

  BackgroundCalls(BackgroundResponses responses, ResponseLooks looks) {
    this.responses = responses;
    this.looks = looks;
  }

  /**
   * Finds the response that a path names: it is where it was begun, and no other org's business.
   * Where the database does not say, the call goes on like any other.
   */
  Future<Call> find(Call call) {
    Optional<String> id = call.target.responseInPath();
    if (id.filter(BackgroundResponses::isId).isEmpty()) {
      return Future.succeededFuture(call);
    }
    return responses
        .find(call.key.orgId(), id.get())
        .otherwise(Optional.empty())
        .compose(
            found ->
                found.isPresent()
                    ? found(call, found.get(), id.get())
                    : Future.succeededFuture(call));
  }

  private Future<Call> found(Call call, PendingResponse response, String id) {
    if (!response.orgId().equals(call.key.orgId())) {
      return refused(CallRefusals.unknownResponse());
    }
    call.stored = Optional.of(response);
    boolean lastChance =
        call.target.operation() == Operation.RESPONSE_DELETE
            && !response.isSent()
            && !response.ownKey();
    return lastChance
        ? looks.lookNow(response, id).otherwiseEmpty().map(call)
        : Future.succeededFuture(call);
  }

  /** Before the call goes out: where there is no room, or no database, it must not. */
  Future<Call> reserve(Call call) {
    if (call.asked.filter(Asked::background).isEmpty()) {
      return Future.succeededFuture(call);
    }
    PendingResponse response = begun(call);
    if (response.path().length() > MAX_PATH) {
      return refused(CallRefusals.longPath());
    }
    call.begun = Optional.of(response);
    return responses
        .reserve(response)
        .onFailure(failure -> LOG.warnf("Responses in the background are refused: %s", failure))
        .recover(failure -> refused(CallRefusals.backgroundAway()))
        .compose(
            room -> room ? Future.succeededFuture(call) : refused(CallRefusals.tooManyPending()));
  }

  private static PendingResponse begun(Call call) {
    String query = Headers.upstreamQuery(call.request().query(), call.secret.bringsOwnKey());
    String path = call.request().path();
    return new PendingResponse(
        call.key.orgId(),
        call.started.get().eventId(),
        call.upstream.name(),
        query == null || call.secret.bringsOwnKey() ? path : path + "?" + query,
        call.secret.bringsOwnKey(),
        Optional.of(call.started.get().handedOver()));
  }

  /** The row knows the response's name before the client does. */
  Future<Answer> name(Call call, Answer answer) {
    if (call.begun.isEmpty() || answer.response().statusCode() >= FIRST_ERROR) {
      return Future.succeededFuture(answer);
    }
    return untilNamed(call, answer, reading(answer.response()));
  }

  private Future<Answer> untilNamed(Call call, Answer answer, AnswerTap reads) {
    int before = answer.begun().length();
    return call.exchange
        .begin(answer, before + 1)
        .compose(
            begun -> {
              reads.accept(begun.begun().getBuffer(before, begun.begun().length()));
              boolean goesOn = !begun.isOver() && before < NAMED_WITHIN_BYTES;
              Optional<String> id = reads.reading().responseId();
              return id.isEmpty() && goesOn
                  ? untilNamed(call, begun, reads)
                  : keepName(call, begun, id);
            });
  }

  private Future<Answer> keepName(Call call, Answer answer, Optional<String> id) {
    if (id.filter(BackgroundResponses::isId).isEmpty()) {
      return Future.succeededFuture(answer);
    }
    call.naming = Call.Naming.TRIED;
    return responses
        .name(call.begun.get(), id.get())
        .onSuccess(named -> call.naming = Call.Naming.DONE)
        .onFailure(failure -> LOG.errorf("A response in the background is lost: %s", failure))
        .otherwiseEmpty()
        .map(answer);
  }

  static AnswerTap reading(HttpClientResponse answer) {
    return AnswerTaps.of(
        answer.statusCode(),
        answer.getHeader(HttpHeaders.CONTENT_TYPE),
        answer.getHeader(HttpHeaders.CONTENT_ENCODING));
  }

  /** Whether the answer is read for how a response ended. */
  static boolean reads(Call call) {
    Operation operation = call.target.operation();
    return call.stored.filter(response -> !response.isSent()).isPresent()
        && (operation == Operation.RESPONSE_READ || operation == Operation.RESPONSE_CANCEL);
  }

  /**
   * Tells how a response ended, where the answer did.
   *
   * @return whether its row answers for the call from here on
   */
  boolean conclude(Call call, EndedCall ended) {
    boolean rowIsThere = call.naming == Call.Naming.DONE;
    if (rowIsThere) {
      tell(call.begun.get(), ended, ended.duration());
    } else if (reads(call)) {
      tell(call.stored.get(), ended, Optional.empty());
    } else if (call.naming == Call.Naming.NONE) {
      call.begun.ifPresent(responses::forget);
    }
    return rowIsThere;
  }

  private void tell(PendingResponse response, EndedCall ended, Optional<Duration> duration) {
    if (BackgroundResponses.isOver(ended.reading())) {
      responses
          .ended(response, ended.reading(), duration)
          .onFailure(failure -> LOG.warnf("It is looked for later how it ended: %s", failure));
    }
  }

  private static <T> Future<T> refused(CallRefusedException refusal) {
    return Future.failedFuture(refusal);
  }
}
