package io.tokenledger.query.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.tokenledger.service.refusal.RefusedException;
import io.tokenledger.service.refusal.RefusedException.Reason;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two reports of an org run at once, and three of all; three of an org wait, for a fifth of a
 * second at most.
 */
class FairSharesTest {

  private static final Vertx VERTX = Vertx.vertx();

  private final List<CompletableFuture<String>> begun = new ArrayList<>();
  private FairShares shares;

  @BeforeEach
  void shares() {
    shares = new FairShares(new FairShares.Bounds(2, 3, 3, Duration.ofMillis(200)), VERTX);
  }

  @AfterAll
  static void close() {
    VERTX.close();
  }

  @Test
  void moreWaitAndGoOnInTheirOrderAndOtherOrgsDoNot() {
    List<CompletableFuture<String>> asked = ask("evil", 5);
    assertThat(begun).hasSize(2);
    assertThatThrownBy(() -> ask("evil", 1).get(0).join())
        .hasCauseInstanceOf(RefusedException.class)
        .cause()
        .extracting("reason")
        .isEqualTo(Reason.ORG_BUSY);
    ask("good", 1);
    assertThat(begun).hasSize(3);
    begun.get(0).complete("first");
    assertThat(asked.get(0).join()).isEqualTo("first");
    begun.get(3).complete("third");
    assertThat(asked.get(2).join()).isEqualTo("third");
  }

  @Test
  void whoWaitsTooLongIsRefused() {
    List<CompletableFuture<String>> asked = ask("evil", 3);
    assertThatThrownBy(() -> asked.get(2).join()).hasCauseInstanceOf(RefusedException.class);
    begun.get(0).complete("late");
    ask("evil", 1);
    assertThat(begun).hasSize(3);
  }

  @Test
  void amongOrgsPlacesGoRound() {
    ask("evil", 5);
    ask("worse", 4);
    CompletableFuture<String> good = ask("good", 1).get(0);
    assertThat(begun).hasSize(3);
    begun.get(2).complete("the first of worse");
    begun.get(3).complete("the second of worse");
    begun.get(4).complete("the first of good");
    assertThat(good.join()).isEqualTo("the first of good");
  }

  @Test
  void whoWaitsForOthersIsToldSo() {
    ask("evil", 2);
    ask("worse", 1);
    assertThatThrownBy(() -> ask("good", 1).get(0).join())
        .hasCauseInstanceOf(RefusedException.class)
        .cause()
        .extracting("reason")
        .isEqualTo(Reason.ALL_BUSY);
  }

  /** Whatever becomes of a report, it gives its place back once. */
  @Test
  void placesAreNeitherLostNorMade() {
    Random random = new Random(7);
    List<UniAssertSubscriber<String>> asked = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      asked.add(report("evil").subscribe().withSubscriber(UniAssertSubscriber.create()));
      assertThat(begun.stream().filter(each -> !each.isDone()).count()).isLessThanOrEqualTo(2);
      switch (random.nextInt(3)) {
        case 0 -> asked.remove(random.nextInt(asked.size())).cancel();
        case 1 -> begun.get(random.nextInt(begun.size())).complete("done");
        default ->
            begun
                .get(random.nextInt(begun.size()))
                .completeExceptionally(new IllegalStateException());
      }
    }
    asked.forEach(UniAssertSubscriber::cancel);
    int before = begun.size();
    ask("evil", 5);
    assertThat(begun).hasSize(before + 2);
  }

  private List<CompletableFuture<String>> ask(String org, int times) {
    List<CompletableFuture<String>> asked = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      asked.add(report(org).subscribeAsCompletionStage());
    }
    return asked;
  }

  /** A report that is done when the test says so; what is cancelled is done, too. */
  private Uni<String> report(String org) {
    return shares
        .take(org)
        .chain(
            place -> {
              CompletableFuture<String> report = new CompletableFuture<>();
              begun.add(report);
              return Uni.createFrom()
                  .<String>emitter(
                      emitter -> {
                        emitter.onTermination(() -> report.cancel(false));
                        report.whenComplete(
                            (done, failure) -> {
                              if (failure == null) {
                                emitter.complete(done);
                              } else {
                                emitter.fail(failure);
                              }
                            });
                      })
                  .onTermination()
                  .invoke(place::leave);
            });
  }
}
