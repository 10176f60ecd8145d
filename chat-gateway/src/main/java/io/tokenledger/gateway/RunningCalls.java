package io.tokenledger.gateway;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tokenledger.gateway.keys.CallKeys;
import io.tokenledger.gateway.pump.Ending;
import io.tokenledger.gateway.pump.Stop;
import io.tokenledger.gateway.refusal.Refusal;
import io.tokenledger.gateway.request.Api;
import io.tokenledger.gateway.request.CallerSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The calls that were sent and have not ended. They end with their key: who revokes one wants what
 * it does to stop, and a stream may run for an hour.
 */
@ApplicationScoped
class RunningCalls {

  private static final int QUESTIONS_AT_ONCE = 16;

  private final CallKeys keys;
  private final Set<Call> running = ConcurrentHashMap.newKeySet();

  RunningCalls(CallKeys keys) {
    this.keys = keys;
  }

  void begin(Call call) {
    running.add(call);
  }

  void end(Call call) {
    running.remove(call);
  }

  /** Where the database does not say, they go on: it is asked again. */
  @Scheduled(every = "${tokenledger.gateway.key-check-every}", concurrentExecution = SKIP)
  Uni<Void> endThoseOfEndedKeys() {
    Map<UUID, List<Call>> byKey =
        running.stream()
            .filter(RunningCalls::cameWithKey)
            .collect(Collectors.groupingBy(call -> call.key.tokenId().orElseThrow()));
    return Multi.createFrom()
        .iterable(byKey.values())
        .onItem()
        .transformToUni(this::endIfKeyEnded)
        .merge(QUESTIONS_AT_ONCE)
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** Not those of people who are signed in, for whom the gateway calls itself. */
  private static boolean cameWithKey(Call call) {
    return call.secret != CallerSecret.NONE && call.key.tokenId().isPresent();
  }

  private Uni<Void> endIfKeyEnded(List<Call> calls) {
    return keys.of(calls.get(0).secret.secret())
        .onItem()
        .invoke(
            key -> {
              if (key.isEmpty()) {
                calls.forEach(RunningCalls::keyEnded);
              }
            })
        .replaceWithVoid()
        .onFailure()
        .recoverWithNull();
  }

  /** One that is read on without its client tells nobody anything: only its usage is wanted. */
  private static void keyEnded(Call call) {
    call.context.runOnContext(
        run -> {
          if (!call.client.isGone()) {
            call.exchange.stop(stop(call, Ending.KEY_ENDED, Refusal.keyEnded()));
          }
        });
  }

  /** The gateway ends before them. */
  void stopAll() {
    for (Call call : running) {
      Stop stop = stop(call, Ending.GATEWAY_STOPPED, Refusal.stopped());
      call.context.runOnContext(run -> call.exchange.stop(stop));
    }
  }

  private static Stop stop(Call call, Ending ending, Refusal refusal) {
    Api api = call.target.api();
    return new Stop(ending, refusal, refusal.event(api), api != Api.OLLAMA);
  }
}
