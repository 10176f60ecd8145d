package io.tokenledger.pricing;

import io.tokenledger.events.ModelName;
import java.time.Instant;
import java.util.Optional;

/**
 * Another name of a model, told by a person: such as the name of an Azure deployment; or, with
 * {@link #EVERY_MODEL}, of a provider. An entry of the append-only book like a {@link
 * PriceVersion}, numbered with them.
 *
 * @param orgId whose name it is; empty for everyone's
 * @param provider in lower case, as events name it
 * @param alias exactly as events name the model
 * @param effectiveFrom inclusive
 * @param recordedAt since when we know it
 * @param target an entry of the price book, by exactly its name: an alias of an alias is none;
 *     empty where the alias ends
 */
public record ModelAlias(
    String id,
    long bookVersion,
    String orgId,
    String provider,
    String alias,
    Instant effectiveFrom,
    Instant recordedAt,
    Optional<ModelName> target)
    implements BookEntry {

  /**
   * As an alias: whatever the model is called. Its target has it, too, and is another provider that
   * sells the models under the same names.
   */
  public static final String EVERY_MODEL = "*";
}
