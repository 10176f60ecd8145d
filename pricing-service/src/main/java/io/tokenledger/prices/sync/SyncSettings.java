package io.tokenledger.prices.sync;

import io.quarkus.runtime.configuration.DurationConverter;
import io.tokenledger.prices.PriceSource;
import io.tokenledger.prices.sync.plan.SyncRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The settings of the sync, checked: what is unsafe or malformed is refused at start-up, with a
 * sentence that says what is allowed.
 */
@ApplicationScoped
public class SyncSettings {

  private static final String PREFIX = "tokenledger.prices.sync.";
  private static final String OFF = "off";
  private static final Duration MIN_EVERY = Duration.ofMinutes(1);
  private static final Duration MAX_TIMEOUT = Duration.ofMinutes(5);
  private static final int MAX_BYTES = 256 * 1024 * 1024;

  /** Beside the fetch: parsing, and waiting for other writers of the book. */
  private static final Duration SLACK = Duration.ofMinutes(1);

  private final SyncConfig config;

  public SyncSettings(SyncConfig config) {
    this.config = config;
  }

  /**
   * @throws IllegalStateException naming the setting
   */
  void check() {
    every();
    requireKnownSources();
    for (PriceSource source : PriceSource.values()) {
      FeedUrl.require(urlSetting(source), url(source), config.allowedHosts(), config.allowHttp());
    }
    require(isWithin(config.checkEvery(), Duration.ofHours(1)), "check-every", "1s to 1h");
    require(isWithin(config.timeout(), MAX_TIMEOUT), "timeout", "a duration from 1s to 5m");
    int bytes = config.maxBytes();
    require(bytes >= 1 && bytes <= MAX_BYTES, "max-bytes", "a number from 1 to " + MAX_BYTES);
    boolean factor = config.quarantineFactor().compareTo(BigDecimal.ONE) > 0;
    require(factor, "quarantine-factor", "a number above 1");
    require(config.maxQuarantined() >= 0, "max-quarantined", "a number, not negative");
    BigDecimal share = config.minListShare();
    boolean isShare = share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0;
    require(isShare, "min-list-share", "a number from 0 to 1");
  }

  /** Whether a setting is on that only tests and local lists should have. */
  boolean isRelaxed() {
    return config.allowHttp() || config.allowPrivateAddresses();
  }

  /** Empty when the schedule is off. */
  Optional<Duration> every() {
    String every = config.every().trim();
    if (every.equalsIgnoreCase(OFF)) {
      return Optional.empty();
    }
    try {
      Duration duration = DurationConverter.parseDuration(every);
      require(duration != null && duration.compareTo(MIN_EVERY) >= 0, "every", everyRule());
      return Optional.of(duration);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalStateException(PREFIX + "every must be " + everyRule(), e);
    }
  }

  /** In a fixed order, so that a run of one source does not depend on the order of a setting. */
  List<PriceSource> scheduledSources() {
    return List.of(PriceSource.values()).stream()
        .filter(source -> config.sources().contains(source.code()))
        .toList();
  }

  /** How long a run may take before another replica may declare it dead. */
  Duration lease() {
    return config.timeout().plus(SLACK);
  }

  SyncRules rules() {
    return new SyncRules(config.quarantineFactor(), config.maxQuarantined(), config.minListShare());
  }

  public URI url(PriceSource source) {
    return switch (source) {
      case OPENROUTER -> config.openrouterUrl();
      case LITELLM -> config.litellmUrl();
    };
  }

  private void requireKnownSources() {
    Set<String> unknown = new TreeSet<>(config.sources());
    unknown.removeAll(PriceSource.codes());
    require(unknown.isEmpty(), "sources", "a list of any of " + PriceSource.codes());
  }

  private static String urlSetting(PriceSource source) {
    return PREFIX + source.code() + "-url";
  }

  private static boolean isWithin(Duration duration, Duration most) {
    return duration.compareTo(Duration.ofSeconds(1)) >= 0 && duration.compareTo(most) <= 0;
  }

  private static String everyRule() {
    return "'off' or a duration of at least 1m, such as 6h";
  }

  private static void require(boolean isAllowed, String setting, String rule) {
    if (!isAllowed) {
      throw new IllegalStateException(PREFIX + setting + " must be " + rule);
    }
  }
}
