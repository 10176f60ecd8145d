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
  void whoRefusesIsNotAskedForAnHour() {
    Upstream upstream = upstream(IncludeUsage.AUTO);
    assertThat(memory.asks(upstream, "m")).isTrue();
    assertThat(memory.refuses(upstream, "m", "{\"message\":\"bad\"}".getBytes())).isFalse();
    assertThat(memory.asks(upstream, "m")).isTrue();
    assertThat(memory.refuses(upstream, "m", REFUSAL)).isTrue();
    assertThat(memory.asks(upstream, "m")).isFalse();
    assertThat(memory.asks(upstream, "other")).isTrue();
    now.addAndGet(Duration.ofMinutes(61).toNanos());
    assertThat(memory.asks(upstream, "m")).isTrue();
  }

  @Test
  void onlyAutoAsksAgain() {
    assertThat(StreamOptionsMemory.mayRefuse(upstream(IncludeUsage.AUTO), 422)).isTrue();
    assertThat(StreamOptionsMemory.mayRefuse(upstream(IncludeUsage.AUTO), 401)).isFalse();
    assertThat(StreamOptionsMemory.mayRefuse(upstream(IncludeUsage.ALWAYS), 400)).isFalse();
    assertThat(memory.asks(upstream(IncludeUsage.NEVER), "m")).isFalse();
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
