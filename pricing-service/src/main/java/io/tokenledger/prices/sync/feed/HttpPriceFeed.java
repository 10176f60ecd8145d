package io.tokenledger.prices.sync.feed;

import io.smallrye.mutiny.Uni;
import io.tokenledger.prices.PriceSource;
import io.tokenledger.prices.sync.SyncConfig;
import io.tokenledger.prices.sync.SyncSettings;
import io.tokenledger.prices.sync.plan.ListedPrices;
import io.tokenledger.prices.sync.plan.SyncFailedException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;

/** The lists by HTTP, from the URLs of the configuration. */
@ApplicationScoped
public class HttpPriceFeed {

  private final Vertx vertx;
  private final FeedClient client;
  private final SyncSettings settings;

  HttpPriceFeed(Vertx vertx, SyncConfig config, SyncSettings settings) {
    this.vertx = vertx;
    this.settings = settings;
    this.client =
        new FeedClient(
            vertx,
            InetAddress::getAllByName,
            config.timeout(),
            config.maxBytes(),
            config.allowPrivateAddresses(),
            new HttpClientOptions());
  }

  /**
   * The list as it is now, in bounded time and size; continues in the caller's context.
   *
   * @return fails with {@link SyncFailedException} whatever is wrong with the answer
   */
  public Uni<ListedPrices> fetch(PriceSource source) {
    return client.get(settings.url(source)).chain(document -> read(source, document));
  }

  /** Beside the event loop: a list is a megabyte or more. */
  private Uni<ListedPrices> read(PriceSource source, byte[] document) {
    return Uni.createFrom()
        .completionStage(
            () -> vertx.executeBlocking(() -> parse(source, document), false).toCompletionStage());
  }

  private static ListedPrices parse(PriceSource source, byte[] document) {
    return switch (source) {
      case OPENROUTER -> OpenRouterPriceList.read(document);
      case LITELLM -> LiteLlmPriceList.read(document);
    };
  }
}
