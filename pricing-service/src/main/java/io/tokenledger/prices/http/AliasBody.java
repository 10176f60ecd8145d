package io.tokenledger.prices.http;

import io.tokenledger.events.ModelName;
import io.tokenledger.prices.AliasDraft;
import io.tokenledger.pricing.ModelAlias;
import io.tokenledger.pricing.PriceBook;
import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.Body;
import io.tokenledger.service.http.Input;
import io.tokenledger.service.http.ProblemCode;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a {@code PUT} of an alias, checked as far as it can be without the book. */
@Schema(name = "AliasChange")
record AliasBody(
    @Schema(
            description =
                "The provider of the model it is; by default the alias's own. Required where the"
                    + " alias is *.")
        String targetProvider,
    @Schema(
            description =
                "The model it is, exactly as the price book lists it. Required, save where the"
                    + " alias is *: each model then keeps its name.")
        String targetModelName,
    @Schema(description = "RFC 3339; by default now. May lie in the past or in the future.")
        Instant effectiveFrom,
    @Schema(description = "Whose alias it is; without it, everyone's.") String orgId,
    @Schema(description = "Why, up to 500 characters; may be empty.") String note) {

  static AliasBody fromBody(byte[] body, ModelName alias) {
    Body fields =
        Body.of(body, "targetProvider", "targetModelName", "effectiveFrom", "orgId", "note");
    boolean ofProvider = isOfProvider(alias);
    Input name = fields.field("targetModelName");
    return new AliasBody(
        ofProvider
            ? fields.field("targetProvider").provider()
            : fields.field("targetProvider").given().map(Input::provider).orElse(alias.provider()),
        ofProvider
            ? name.given().map(Input::modelName).orElse(ModelAlias.EVERY_MODEL)
            : name.modelName(),
        fields.field("effectiveFrom").time(Instant.now()),
        fields.field("orgId").orgId(),
        Note.of(fields.field("note")));
  }

  /** An alias that could never price anything is refused rather than kept silently. */
  void requireUseful(ModelName alias, PriceBook book) {
    if (isOfProvider(alias)) {
      requireUsefulOfProvider(alias.provider(), book);
    } else {
      requireUsefulOfModel(alias, book);
    }
  }

  private void requireUsefulOfProvider(String alias, PriceBook book) {
    if (!targetModelName.equals(ModelAlias.EVERY_MODEL)) {
      throw ApiException.invalidField(
          "targetModelName", "must be * or absent for the alias *, which is of every model.");
    }
    if (targetProvider.equals(alias) || !book.isProvider(orgId, targetProvider)) {
      throw ApiException.invalidField(
          "targetProvider",
          "must be another provider that has a model with a price: '%s' is none."
              .formatted(targetProvider));
    }
  }

  private static boolean isOfProvider(ModelName alias) {
    return alias.name().equals(ModelAlias.EVERY_MODEL);
  }

  private void requireUsefulOfModel(ModelName alias, PriceBook book) {
    if (!book.isListed(orgId, targetProvider, targetModelName)) {
      throw ApiException.invalidField(
          "targetModelName",
          "must be a model with a price: '%s' of provider '%s' has none."
              .formatted(targetModelName, targetProvider));
    }
    Optional<PriceVersion> own = book.find(orgId, alias.provider(), alias.name(), effectiveFrom);
    if (own.filter(version -> version.model().equals(alias)).isPresent()) {
      throw new ApiException(
          ProblemCode.CONFLICT,
          "Model '%s' of provider '%s' has a price of its own, which comes before any alias."
              .formatted(alias.name(), alias.provider()));
    }
  }

  AliasDraft toDraft(ModelName alias, String userId) {
    return new AliasDraft(
        orgId,
        alias.provider(),
        alias.name(),
        effectiveFrom,
        userId,
        note,
        Optional.of(new ModelName(targetProvider, targetModelName)));
  }
}
