package io.tokenledger.gateway;

import io.tokenledger.gateway.accounting.EndedCall;
import io.tokenledger.gateway.accounting.Ledger;
import io.tokenledger.gateway.accounting.NotRecordedException;
import io.tokenledger.gateway.answer.AnswerTaps;
import io.tokenledger.gateway.answer.UsageNote;
import io.tokenledger.gateway.keys.HeldKey;
import io.tokenledger.gateway.metrics.GatewayMetrics;
import io.tokenledger.gateway.pump.Answer;
import io.tokenledger.gateway.pump.CallRefusedException;
import io.tokenledger.gateway.pump.Exchanges;
import io.tokenledger.gateway.pump.OpenCalls;
import io.tokenledger.gateway.pump.Passed;
import io.tokenledger.gateway.pump.PassingTap;
import io.tokenledger.gateway.refusal.Refusal;
import io.tokenledger.gateway.request.CallerSecret;
import io.tokenledger.gateway.request.Headers;
import io.tokenledger.gateway.upstream.StreamOptionsMemory;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The flow of a call. Until {@link #send} a failure is a refusal and nothing has happened; from
 * there on the ledger hears of the call, whatever becomes of it.
 */
@ApplicationScoped
class Calls {

  private static final Logger LOG = Logger.getLogger(Calls.class);

  private static final String EVENT_ID = "X-Tokenledger-Event-Id";

  /** A refusal is a sentence; what is longer is none of {@code stream_options}. */
  private static final int REFUSAL_BYTES = 64 << 10;

  private final Vertx vertx;
  private final Callers callers;
  private final Bodies bodies;
  private final BackgroundCalls background;
  private final Choices choices;
  private final OpenCalls openCalls;
  private final Exchanges exchanges;
  private final RunningCalls running;
  private final Shutdown shutdown;
  private final StreamOptionsMemory streamOptions;
  private final TokenUsageNotes notes;
  private final Ledger ledger;
  private final GatewayMetrics metrics;
  private final CallConfig config;

  Calls(
      Vertx vertx,
      Callers callers,
      Bodies bodies,
      BackgroundCalls background,
      Choices choices,
      OpenCalls openCalls,
      Exchanges exchanges,
      RunningCalls running,
      Shutdown shutdown,
      StreamOptionsMemory streamOptions,
      TokenUsageNotes notes,
      Ledger ledger,
      GatewayMetrics metrics,
      CallConfig config) {
    this.vertx = vertx;
    this.callers = callers;
    this.bodies = bodies;
    this.background = background;
    this.choices = choices;
    this.openCalls = openCalls;
    this.exchanges = exchanges;
    this.running = running;
    this.shutdown = shutdown;
    this.streamOptions = streamOptions;
    this.notes = notes;
    this.ledger = ledger;
    this.metrics = metrics;
    this.config = config;
  }

  void take(HttpServerRequest request) {
    request.pause();
    Call call = new Call(request, vertx.getOrCreateContext(), Targets.of(request));
    go(call, () -> attempt(() -> onContext(call, callers.identify(call))).map(call));
  }

  /** One of the gateway's own, of which it knows whose it is. */
  void take(HttpServerRequest request, HeldKey held) {
    request.pause();
    Call call = new Call(request, vertx.getOrCreateContext(), Targets.of(request));
    call.key = held.key();
    call.secret =
        held.secret().map(secret -> new CallerSecret(secret, false)).orElse(CallerSecret.NONE);
    go(call, () -> Future.succeededFuture(call));
  }

  private void go(Call call, Supplier<Future<Call>> whose) {
    identify(whose)
        .map(this::admit)
        .compose(bodies::read)
        .compose(read -> onContext(call, background.find(call)))
        .map(choices::choose)
        .compose(this::open)
        .compose(this::send)
        .compose(this::pass)
        .onComplete(passed -> conclude(call, passed));
  }

  /** 1. Whose key it is; none is asked for while the gateway stops. */
  private Future<Call> identify(Supplier<Future<Call>> whose) {
    return shutdown.refuses()
        ? Future.failedFuture(CallRefusals.of(Refusal.stopping()))
        : whose.get();
  }

  /** 2. Whether there is room for it, and whether its path is one that may pass. */
  private Call admit(Call call) {
    call.room = openCalls.open(call.key.orgId());
    Targets.check(call);
    return call;
  }

  /** 5. In the journal before it goes out, so that no crash leaves it unaccounted. */
  private Future<Call> open(Call call) {
    if (!call.isMetered()) {
      return Future.succeededFuture(call);
    }
    call.started = Optional.of(Accounts.started(call, config.billsEstimates(call.key.orgId())));
    return onContext(call, background.reserve(call))
        .compose(reserved -> ledger.open(call.started.get()))
        .recover(failure -> Future.failedFuture(refusal(failure)))
        .map(call);
  }

  private static Throwable refusal(Throwable failure) {
    return failure instanceof NotRecordedException
        ? CallRefusals.of(Refusal.journalFull())
        : failure;
  }

  /** 6. Sent once; and once more where the upstream does not know what we added. */
  private Future<Call> send(Call call) {
    call.exchange = exchanges.begin(call.client, call.upstream, call.room, call.isMetered());
    running.begin(call);
    call.time.stop();
    return call.exchange
        .send(Requests.outgoing(call))
        .compose(answer -> maybeAgain(call, answer))
        .compose(answer -> onContext(call, background.name(call, answer)))
        .map(answer -> answered(call, answer));
  }

  private Future<Answer> maybeAgain(Call call, Answer answer) {
    int status = answer.response().statusCode();
    return call.asksUsage && StreamOptionsMemory.mayRefuse(call.upstream, status)
        ? call.exchange.begin(answer, REFUSAL_BYTES).compose(begun -> againIfRefused(call, begun))
        : Future.succeededFuture(answer);
  }

  private Future<Answer> againIfRefused(Call call, Answer refusal) {
    if (!StreamOptionsMemory.refuses(refusal.begun().getBytes())) {
      return Future.succeededFuture(refusal);
    }
    refusal.drop();
    call.asksUsage = false;
    return call.exchange
        .send(Requests.outgoing(call))
        .onSuccess(
            answer ->
                streamOptions.asked(
                    call.key.orgId(), call.upstream, call.model, answer.response().statusCode()));
  }

  private static Call answered(Call call, Answer answer) {
    call.time.goOn();
    call.answer = answer;
    call.room.letGo();
    call.body = Optional.empty();
    return call;
  }

  /** 7. The answer as it comes, read beside. */
  private Future<Passed> pass(Call call) {
    UsageNote note = notes.of(call);
    boolean changed = call.asksUsage || note != UsageNote.NONE;
    MultiMap from = call.answer.response().headers();
    call.tap =
        call.isMetered()
            ? AnswerTaps.of(
                call.target,
                call.asked.orElseThrow(),
                call.answer.response().statusCode(),
                from.get("content-type"),
                from.get("content-encoding"),
                call.asksUsage,
                note)
            : BackgroundCalls.reads(call)
                ? BackgroundCalls.reading(call.answer.response())
                : new PassingTap();
    MultiMap headers = Headers.toClient(from, changed);
    call.started.ifPresent(started -> headers.set(EVENT_ID, started.eventId()));
    call.stored.ifPresent(response -> headers.set(EVENT_ID, response.eventId()));
    Future<Passed> passed = call.exchange.pass(call.answer, headers, call.tap);
    call.time.stop();
    return passed;
  }

  /** 8. The ledger hears of it, and what it took is free again. */
  private void conclude(Call call, AsyncResult<Passed> passed) {
    try {
      call.time.goOn();
      Outcome outcome = Outcome.of(passed);
      running.end(call);
      account(call, Accounts.ended(call, outcome));
      outcome.refusal().ifPresent(refusal -> RefusalAnswer.write(vertx, call, refusal));
      outcome.fault().ifPresent(fault -> LOG.error("A call failed", fault));
      Accounts.count(call, outcome, metrics);
    } finally {
      free(call);
    }
  }

  private void account(Call call, EndedCall ended) {
    boolean toldLater = background.conclude(call, ended);
    if (call.started.isPresent() && toldLater) {
      ledger.handOver(call.started.get());
    } else if (call.started.isPresent()) {
      ledger.close(call.started.get(), ended);
    }
  }

  private static void free(Call call) {
    if (call.room == null) {
      return;
    }
    if (call.exchange == null) {
      call.room.close();
      return;
    }
    call.exchange.end();
    // Who never reads could else have as many answers lie in our memory as it likes.
    call.exchange.written().onComplete(done -> call.room.close());
  }

  private static <T> Future<T> attempt(Supplier<Future<T>> step) {
    try {
      return step.get();
    } catch (CallRefusedException e) {
      return Future.failedFuture(e);
    }
  }

  /** Whatever thread says so: the call goes on where its client is. What is done is done here. */
  private static <T> Future<T> onContext(Call call, Future<T> elsewhere) {
    if (elsewhere.isComplete()) {
      return elsewhere;
    }
    Promise<T> here = Promise.promise();
    elsewhere.onComplete(done -> call.context.runOnContext(run -> here.handle(done)));
    return here.future();
  }
}
