package io.tokenledger.prices.http;

import io.tokenledger.events.ModelName;
import io.tokenledger.pricing.ModelAlias;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An alias as it is answered.
 *
 * @param orgId empty for everyone's
 * @param alias {@code *} where it is of every model of the provider; so is the target's name then
 * @param target null where the alias ends
 */
public record AliasView(
    String id,
    long bookVersion,
    String orgId,
    String provider,
    String alias,
    String effectiveFrom,
    String recordedAt,
    @Schema(nullable = true) Target target) {

  /** The model it is. */
  public record Target(String provider, String modelName) {

    public static Target of(ModelName target) {
      return new Target(target.provider(), target.name());
    }
  }

  /** Ordered by provider, alias and org. */
  record Aliases(List<AliasView> aliases) {}

  public static AliasView of(ModelAlias alias) {
    return new AliasView(
        alias.id(),
        alias.bookVersion(),
        alias.orgId(),
        alias.provider(),
        alias.alias(),
        alias.effectiveFrom().toString(),
        alias.recordedAt().toString(),
        alias.target().map(Target::of).orElse(null));
  }
}
