package io.tokenledger.service.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedRunTest {

  private final List<UniEmitter<? super Void>> begun = new ArrayList<>();
  private final SharedRun shared = new SharedRun(() -> Uni.createFrom().emitter(begun::add));

  @Test
  void whoAsksWhileOneIsUnderWaySharesTheNext() {
    UniAssertSubscriber<Void> first = ask();
    List<UniAssertSubscriber<Void>> meanwhile =
        IntStream.range(0, 16).mapToObj(i -> ask()).toList();
    assertThat(begun).hasSize(1);

    begun.get(0).complete(null);
    first.assertCompleted();
    meanwhile.forEach(UniAssertSubscriber::assertNotTerminated);
    assertThat(begun).hasSize(2);

    begun.get(1).complete(null);
    meanwhile.forEach(UniAssertSubscriber::assertCompleted);
    assertThat(begun).hasSize(2);
  }

  @Test
  void afterTheEndAnotherBegins() {
    ask();
    begun.get(0).complete(null);
    ask().assertNotTerminated();
    assertThat(begun).hasSize(2);
  }

  @Test
  void whatFailsIsToldToThoseWhoShareItAndTheNextIsTried() {
    UniAssertSubscriber<Void> first = ask();
    UniAssertSubscriber<Void> second = ask();
    begun.get(0).fail(new IllegalStateException("away"));
    first.assertFailedWith(IllegalStateException.class, "away");
    begun.get(1).complete(null);
    second.assertCompleted();
  }

  @Test
  void whoGoesAwayEndsItForNobody() {
    UniAssertSubscriber<Void> first = ask();
    UniAssertSubscriber<Void> second = ask();
    UniAssertSubscriber<Void> third = ask();
    first.cancel();
    second.cancel();
    begun.get(0).complete(null);
    begun.get(1).complete(null);
    third.assertCompleted();
  }

  private UniAssertSubscriber<Void> ask() {
    return shared.run().subscribe().withSubscriber(UniAssertSubscriber.create());
  }
}
