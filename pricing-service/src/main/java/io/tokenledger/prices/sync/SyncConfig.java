package io.tokenledger.prices.sync;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/** Settings of the sync with public price lists; {@link SyncSettings} checks and reads them. */
@ConfigMapping(prefix = "tokenledger.prices.sync")
public interface SyncConfig {

  /**
   * How often the sources are synced: a duration of at least a minute, or {@code off}. Off by
   * default: an installation shall not call out unasked.
   */
  @WithDefault("off")
  String every();

  /** How often each replica looks whether a sync is due. */
  @WithDefault("30s")
  Duration checkEvery();

  /** What the schedule syncs; on demand any source can be. */
  @WithDefault("openrouter,litellm")
  Set<String> sources();

  /** OpenRouter's models API. */
  @WithDefault("https://openrouter.ai/api/v1/models")
  URI openrouterUrl();

  /** LiteLLM's list. */
  @WithDefault(
      "https://raw.githubusercontent.com/BerriAI/litellm/main/model_prices_and_context_window.json")
  URI litellmUrl();

  /** The hosts that may be asked at all, exactly as they stand in the URLs. */
  @WithDefault("openrouter.ai,raw.githubusercontent.com")
  Set<String> allowedHosts();

  /** Whether a URL may be http. For tests and local lists. */
  @WithDefault("false")
  boolean allowHttp();

  /**
   * Whether a host may have a private, loopback or link-local address. For tests and local lists.
   */
  @WithDefault("false")
  boolean allowPrivateAddresses();

  /** How long a list may take, from the look-up of its host to its last byte; at most 5 minutes. */
  @WithDefault("30s")
  Duration timeout();

  /** How large a list may be, in bytes; at most 256 MiB. */
  @WithDefault("16777216")
  int maxBytes();

  /** A price that moved by more than this factor, up or down, waits for approval; above 1. */
  @WithDefault("3")
  BigDecimal quarantineFactor();

  /** A list with more large moves than this is refused as a whole. */
  @WithDefault("100")
  int maxQuarantined();

  /** A list with less than this share of the models it had is refused; 0 to 1, 0 never refuses. */
  @WithDefault("0.5")
  BigDecimal minListShare();
}
