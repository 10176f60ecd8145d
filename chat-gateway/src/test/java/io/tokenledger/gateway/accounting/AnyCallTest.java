package io.tokenledger.gateway.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Whatever a client, a header or a provider says, the ledger takes the event. */
class AnyCallTest {

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void theLedgerTakesTheEvent(
      @ForAll("texts") String text,
      @ForAll @Size(max = 60) Map<@From("texts") String, @From("values") Object> metadata,
      @ForAll How.Kind kind,
      @ForAll boolean ends) {
    StartedCall call =
        Calls.call("e", text, text, Calls.attribution(text, text, metadata), Calls.text(text));
    EndedCall ended =
        Calls.ended(
            Calls.reading(text, ends, ends, Optional.of(text), "{'usage':{'prompt_tokens':3}}"),
            new How(kind, 0));
    assertTaken(CallEvents.stopped(call));
    assertTaken(CallEvents.estimated(call, ended, TokenEstimate.BY_LENGTH));
    CallEvents.reported(call, ended).ifPresent(AnyCallTest::assertTaken);
  }

  private static void assertTaken(byte[] event) {
    assertThatCode(() -> Calls.decoded(event)).as(new String(event)).doesNotThrowAnyException();
    assertThat(Calls.json(event).path("metadata").path("upstream").asText()).isEqualTo("openai-eu");
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> hostile =
        Arbitraries.of("\u0000", "\ud800", "\udc00x", "😀", "é", "\n", "A", "_", "z")
            .list()
            .ofMaxSize(300)
            .map(parts -> String.join("", parts));
    return Arbitraries.oneOf(hostile, Arbitraries.strings().ofMaxLength(250));
  }

  @Provide
  Arbitrary<Object> values() {
    return Arbitraries.oneOf(
        texts().map(text -> (Object) text),
        Arbitraries.longs().map(number -> (Object) number),
        Arbitraries.of(true, false).map(flag -> (Object) flag),
        Arbitraries.doubles().map(number -> (Object) number),
        Arbitraries.just(new HashMap<>(Map.of("a", 1))).map(map -> (Object) map));
  }
}
