package io.tokenledger.prices.http;

import io.tokenledger.pricing.PriceVersion;

/**
 * Which price version, without its rates.
 *
 * @param orgId empty for everyone's price
 */
public record VersionView(
    String id,
    long bookVersion,
    String orgId,
    String provider,
    String modelName,
    String effectiveFrom,
    String recordedAt,
    String source) {

  public static VersionView of(PriceVersion version) {
    return new VersionView(
        version.id(),
        version.bookVersion(),
        version.orgId(),
        version.provider(),
        version.modelName(),
        version.effectiveFrom().toString(),
        version.recordedAt().toString(),
        version.source());
  }
}
