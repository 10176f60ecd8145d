package io.tokenledger.gateway.chat;

import io.smallrye.mutiny.subscription.MultiEmitter;
import io.tokenledger.gateway.chat.ChatEvent.Broken;
import io.tokenledger.gateway.chat.Message.State;
import io.tokenledger.gateway.chat.model.AnswerReader;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.ProblemCode;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jboss.logging.Logger;

/**
 * One answer on its way: read no faster than its reader takes it, handed on, and kept, whatever
 * becomes of it. All of it happens on one event loop.
 *
 * <p>A reader who leaves ends the call as any client does: whether the provider is heard to its end
 * is the upstream's setting, and what it used is the ledger's; what had come is kept.
 */
final class RunningAnswer {

  private static final Logger LOG = Logger.getLogger(RunningAnswer.class);
  private static final String EVENT_ID = "X-Tokenledger-Event-Id";
  private static final int BAD_REQUEST = 400;

  /** So often what there is is kept, and that it runs still. */
  private static final long KEEP_MILLIS = 10_000;

  private static final int ATTEMPTS = 4;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(500);

  private final Vertx vertx;
  private final Context context;
  private final Turn turn;
  private final int mostCharacters;
  private final MultiEmitter<? super ChatEvent> reader;
  private final AnswerReader answer;
  private final StringBuilder content = new StringBuilder();
  private final long begunAt = System.nanoTime();

  private HttpClientResponse response;
  private OptionalLong firstTokenMs = OptionalLong.empty();
  private long timer = -1;
  private boolean left;
  private boolean concluded;

  RunningAnswer(
      Vertx vertx, Turn turn, int mostCharacters, MultiEmitter<? super ChatEvent> reader) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.turn = turn;
    this.mostCharacters = mostCharacters;
    this.reader = reader;
    this.answer = new AnswerReader(turn.dialect());
  }

  /** 1. The call, of which the answer is not waited for by any thread. */
  void begin(ModelCalls calls) {
    reader.onTermination(() -> context.runOnContext(then -> leave()));
    reader.onRequest(more -> context.runOnContext(then -> resume()));
    Buffer body = turn.dialect().body(turn.prompt()).toBuffer();
    context.runOnContext(
        now ->
            calls
                .send(turn.key(), turn.dialect().path(), turn.headers(), body)
                .onSuccess(this::answered)
                .onFailure(failure -> conclude(ModelRefusal.broken())));
  }

  /** 2. Refused, or under way. */
  private void answered(HttpClientResponse came) {
    response = came;
    if (left) {
      came.request().reset();
      conclude(ModelRefusal.broken());
    } else if (came.statusCode() >= BAD_REQUEST) {
      boolean sent = came.getHeader(EVENT_ID) != null;
      came.body()
          .onSuccess(body -> conclude(ModelRefusal.of(came.statusCode(), sent, body)))
          .onFailure(failure -> conclude(ModelRefusal.broken()));
    } else {
      reader.emit(new ChatEvent.Started(turn.question(), message(State.RUNNING, Optional.empty())));
      timer = vertx.setPeriodic(KEEP_MILLIS, id -> keepPart());
      came.exceptionHandler(failed -> conclude(ModelRefusal.broken()));
      came.endHandler(end -> ended());
      came.handler(this::read);
      resume();
    }
  }

  /** 3. Word by word. */
  private void read(Buffer some) {
    answer.accept(some);
    String text = answer.text().take();
    if (text.isEmpty()) {
      reader.emit(new ChatEvent.Silent());
    } else {
      if (firstTokenMs.isEmpty()) {
        firstTokenMs = OptionalLong.of(millis());
      }
      content.append(text);
      reader.emit(new ChatEvent.Delta(text));
    }
    if (content.length() > mostCharacters || answer.isUnreadable()) {
      conclude(answer.isUnreadable() ? ModelRefusal.unreadable() : ModelRefusal.tooLong());
      response.request().reset();
    } else if (reader.requested() == 0) {
      response.pause();
    }
  }

  private void resume() {
    if (response != null && !concluded) {
      response.resume();
    }
  }

  private void ended() {
    Optional<String> error = answer.text().error();
    if (error.isPresent()) {
      conclude(ModelRefusal.inTheMiddle(error.get()));
    } else if (answer.text().isWhole()) {
      conclude(null);
    } else {
      conclude(ModelRefusal.broken());
    }
  }

  private void leave() {
    left = true;
    if (!concluded && response != null) {
      response.request().reset();
      conclude(ModelRefusal.broken());
    }
  }

  /**
   * 4. It is kept, and then its reader hears of the end.
   *
   * @param why null when it is whole
   */
  private void conclude(ApiException why) {
    if (concluded) {
      return;
    }
    concluded = true;
    vertx.cancelTimer(timer);
    boolean begun = timer >= 0;
    State state =
        why == null
            ? State.COMPLETE
            : left || content.length() > 0 ? State.INTERRUPTED : State.FAILED;
    Message ended =
        message(
            state, left ? Optional.empty() : Optional.ofNullable(why).map(Throwable::getMessage));
    turn.keeping()
        .end(ended)
        .onFailure()
        .retry()
        .withBackOff(BETWEEN_ATTEMPTS)
        .atMost(ATTEMPTS)
        .subscribe()
        .with(kept -> tell(begun, why, ended), failure -> notKept(ended, failure));
  }

  private void tell(boolean begun, ApiException why, Message ended) {
    if (!begun && why != null) {
      reader.fail(why);
      return;
    }
    ended.usage().ifPresent(usage -> reader.emit(new ChatEvent.Used(usage)));
    reader.emit(why == null ? new ChatEvent.Done(ended) : new Broken(why, ended));
    reader.complete();
  }

  private void notKept(Message ended, Throwable failure) {
    LOG.errorf("The answer %s could not be kept: %s", ended.id(), failure.toString());
    ApiException why =
        new ApiException(ProblemCode.UNAVAILABLE, "The answer came, and could not be kept.");
    tell(timer >= 0, why, ended);
  }

  private void keepPart() {
    turn.keeping()
        .part(message(State.RUNNING, Optional.empty()))
        .subscribe()
        .with(kept -> {}, failure -> LOG.debugf("Kept at the end: %s", failure.toString()));
  }

  private Message message(State state, Optional<String> error) {
    Message begun = turn.answer();
    return new Message(
        begun.id(),
        begun.conversationId(),
        begun.role(),
        content.toString(),
        state,
        begun.model(),
        Optional.ofNullable(response).map(head -> head.getHeader(EVENT_ID)),
        answer.tokens().map(ToldTokens::usage),
        answer.text().finishReason(),
        error,
        state == State.RUNNING ? OptionalLong.empty() : OptionalLong.of(millis()),
        firstTokenMs,
        begun.createdAt());
  }

  private long millis() {
    return Duration.ofNanos(System.nanoTime() - begunAt).toMillis();
  }
}
