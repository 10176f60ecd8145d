package io.tokenledger.gateway.chat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.tokenledger.gateway.chat.ChatConfig;
import io.tokenledger.service.refusal.RefusedException;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Exports at once: two of an org, three in all. */
class ExportsTest {

  private static final Vertx VERTX = Vertx.vertx();
  private static final String CHAT = "tokenledger.gateway.chat.";

  private final Exports exports =
      new Exports(
          new SmallRyeConfigBuilder()
              .withConverters(new Converter<?>[] {new DurationConverter()})
              .withMapping(ChatConfig.class)
              .withDefaultValues(Map.of(CHAT + "max-exports", "3"))
              .build()
              .getConfigMapping(ChatConfig.class),
          VERTX);

  @AfterAll
  static void close() {
    VERTX.close();
  }

  @Test
  void anOrgHasSoManyAndSoHaveAll() {
    List<AssertSubscriber<byte[]>> ofA = List.of(begun("a"), begun("a"));
    assertRefused("a", "of this org");
    AssertSubscriber<byte[]> ofB = begun("b");
    assertRefused("b", "Too many exports");
    ofA.get(0).cancel();
    begun("b");
    assertRefused("a", "Too many exports");
    ofB.cancel();
    begun("a");
  }

  @Test
  void onesThatEndedTakeNoPlace() {
    for (int i = 0; i < 10; i++) {
      AssertSubscriber<byte[]> ended = AssertSubscriber.create(10);
      exports.run("a", Multi.createFrom().item(new byte[1]), null).subscribe(ended);
      ended.assertCompleted();
      AssertSubscriber<byte[]> failed = AssertSubscriber.create(10);
      exports
          .run("a", Multi.createFrom().failure(new IllegalStateException()), null)
          .subscribe(failed);
      failed.assertFailedWith(IllegalStateException.class);
    }
    begun("a");
  }

  private AssertSubscriber<byte[]> begun(String org) {
    AssertSubscriber<byte[]> reader = AssertSubscriber.create(1);
    exports.run(org, Multi.createFrom().nothing(), null).subscribe(reader);
    reader.assertNotTerminated();
    return reader;
  }

  private void assertRefused(String org, String sentence) {
    AssertSubscriber<byte[]> refused = AssertSubscriber.create(1);
    exports.run(org, Multi.createFrom().nothing(), null).subscribe(refused);
    assertThat(refused.getFailure()).isInstanceOf(RefusedException.class);
    assertThatThrownBy(
            () -> {
              throw refused.getFailure();
            })
        .hasMessageContaining(sentence);
  }
}
