package io.tokenledger.gateway.upstream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.tokenledger.gateway.upstream.UpstreamConfig.IncludeUsage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Who refuses {@code stream_options}: asked once without them, a model is not asked for its usage
 * for an hour, since each refusal costs its caller a round trip. It is remembered of one org, and
 * only where the model answered without them: a refusal can be brought about, and what an org
 * brings about must not leave the calls of others uncounted.
 */
@ApplicationScoped
public class StreamOptionsMemory {

  private static final int MOST = 10_000;
  private static final Duration KEPT = Duration.ofHours(1);
  private static final int BAD_REQUEST = 400;
  private static final int UNPROCESSABLE = 422;

  private final Cache<Place, Boolean> refusing;

  @Inject
  StreamOptionsMemory() {
    this(Ticker.systemTicker());
  }

  StreamOptionsMemory(Ticker ticker) {
    this.refusing =
        Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).ticker(ticker).build();
  }

  /** Whether the usage of a stream is asked for. */
  public boolean asks(String orgId, Upstream upstream, String model) {
    return switch (upstream.includeUsage()) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> refusing.getIfPresent(new Place(orgId, upstream.name(), model)) == null;
    };
  }

  /**
   * Whether an answer may be that refusal, so that its body is to be looked at.
   *
   * @param status of the answer to a request that asked for usage
   */
  public static boolean mayRefuse(Upstream upstream, int status) {
    return upstream.includeUsage() == IncludeUsage.AUTO
        && (status == BAD_REQUEST || status == UNPROCESSABLE);
  }

  /** Whether it is that refusal; nothing was generated then, so that asking again is safe. */
  public static boolean refuses(byte[] body) {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    return text.contains("stream_options") || text.contains("include_usage");
  }

  /**
   * What became of the second request, the one without them.
   *
   * @param status of its answer; one that is refused as well was refused for something else
   */
  public void asked(String orgId, Upstream upstream, String model, int status) {
    if (status < BAD_REQUEST) {
      refusing.put(new Place(orgId, upstream.name(), model), true);
    }
  }

  private record Place(String orgId, String upstream, String model) {}
}
