package io.tokenledger.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.gateway.request.Api;
import io.tokenledger.gateway.upstream.UpstreamConfig.IncludeUsage;
import io.tokenledger.gateway.upstream.UpstreamConfig.OnDisconnect;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StreamOptionsMemoryTest {

  private static final byte[] REFUSAL = "{\"message\":\"unknown: stream_options\"}".getBytes();

  private final AtomicLong now = new AtomicLong();
  private final StreamOptionsMemory memory = new StreamOptionsMemory(now::get);

  @Test
  void whoAnswersOnlyWithoutIsNotAskedForAnHour() {
    Upstream upstream = upstream(IncludeUsage.AUTO);
    assertThat(memory.asks("acme", upstream, "m")).isTrue();
    memory.asked("acme", upstream, "m", 200);
    assertThat(memory.asks("acme", upstream, "m")).isFalse();
    assertThat(memory.asks("acme", upstream, "other")).isTrue();
    now.addAndGet(Duration.ofMinutes(61).toNanos());
    assertThat(memory.asks("acme", upstream, "m")).isTrue();
  }

  /** Else one who asks for nonsense, which names the options, leaves the calls of all uncounted. */
  @Test
  void whatAnOrgBringsAboutIsNoOthersConcernAndARefusalIsNoAnswer() {
    Upstream upstream = upstream(IncludeUsage.AUTO);
    memory.asked("acme", upstream, "m", 400);
    assertThat(memory.asks("acme", upstream, "m")).isTrue();
    memory.asked("acme", upstream, "m", 200);
    assertThat(memory.asks("globex", upstream, "m")).isTrue();
  }

  @Test
  void itIsToldByItsSentence() {
    assertThat(StreamOptionsMemory.refuses(REFUSAL)).isTrue();
    assertThat(StreamOptionsMemory.refuses("{\"message\":\"bad\"}".getBytes())).isFalse();
  }

  @Test
  void onlyAutoAsksAgain() {
    assertThat(StreamOptionsMemory.mayRefuse(upstream(IncludeUsage.AUTO), 422)).isTrue();
    assertThat(StreamOptionsMemory.mayRefuse(upstream(IncludeUsage.AUTO), 401)).isFalse();
    assertThat(StreamOptionsMemory.mayRefuse(upstream(IncludeUsage.ALWAYS), 400)).isFalse();
    assertThat(memory.asks("acme", upstream(IncludeUsage.NEVER), "m")).isFalse();
  }

  private static Upstream upstream(IncludeUsage includeUsage) {
    return new Upstream(
        "u",
        URI.create("https://h"),
        Set.of(Api.OPENAI),
        Optional.of("key"),
        "openai",
        Set.of(),
        includeUsage,
        OnDisconnect.DRAIN,
        true,
        false,
        Duration.ofMinutes(1));
  }
}
