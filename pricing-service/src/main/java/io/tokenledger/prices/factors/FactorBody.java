package io.tokenledger.prices.factors;

import io.tokenledger.prices.FactorDraft;
import io.tokenledger.prices.http.Note;
import io.tokenledger.pricing.FactorScope;
import io.tokenledger.pricing.PriceFactor;
import io.tokenledger.service.http.Body;
import io.tokenledger.service.http.Input;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a {@code PUT} of a factor, checked. */
@Schema(name = "FactorChange", requiredProperties = "factor")
record FactorBody(
    @Schema(description = "Only models of this provider; without it, all models.") String provider,
    @Schema(
            description =
                "Only this model, or a family: the beginning of its names up to one of - . / : _ @"
                    + " with a * behind it. Names are as the price book lists them.",
            examples = "anthropic.claude-*")
        String models,
    @Schema(
            description =
                "What everyone's prices are multiplied by, as decimal text: from 0.0001 to 100, with"
                    + " 6 decimals at most.",
            examples = "0.88")
        String factor,
    @Schema(description = "RFC 3339; by default now. May lie in the past or in the future.")
        Instant effectiveFrom,
    @Schema(description = "Why, up to 500 characters; may be empty.") String note) {

  /** Nothing else is a decimal: neither an exponent, nor a comma. */
  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,20})?");

  static FactorBody fromBody(byte[] body) {
    Body fields = Body.of(body, "provider", "models", "factor", "effectiveFrom", "note");
    FactorScope scope = scope(fields.field("provider"), fields.field("models"));
    return new FactorBody(
        scope.provider(),
        scope.models(),
        factor(fields.field("factor")),
        fields.field("effectiveFrom").time(Instant.now()),
        Note.of(fields.field("note")));
  }

  FactorDraft toDraft(String orgId, String userId) {
    return new FactorDraft(
        orgId,
        new FactorScope(provider, models),
        effectiveFrom,
        userId,
        note,
        Optional.of(new BigDecimal(factor)));
  }

  /** Which models a caller means: both inputs may be absent, and the models alone. */
  static FactorScope scope(Input provider, Input models) {
    String ofProvider = provider.given().map(Input::provider).orElse("");
    String names = models.given().map(Input::modelName).orElse("");
    if (!names.isEmpty() && ofProvider.isEmpty()) {
      throw provider.refused("must be given with 'models': a family is of one provider.");
    }
    if (!names.isEmpty() && !FactorScope.isModels(names)) {
      throw models.refused(
          "must be one model, or the beginning of a family's names up to one of "
              + FactorScope.SEPARATORS
              + " with a * behind it, such as anthropic.claude-*.");
    }
    return new FactorScope(ofProvider, names);
  }

  private static String factor(Input given) {
    String text = given.raw();
    if (!DECIMAL.matcher(text).matches() || !PriceFactor.isFactor(new BigDecimal(text))) {
      throw given.refused(
          "must be a decimal text from 0.0001 to 100, with 6 decimals at most, such as 0.88.");
    }
    return text;
  }
}
