package io.tokenledger.prices.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.tokenledger.events.TokenClass;
import io.tokenledger.pricing.rates.PricedUnits;
import io.tokenledger.pricing.rates.ServiceTier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Writes out in the published description what a schema names once: {@code eachTokenPrice} becomes
 * a field for each token class, so that their list has one home; and likewise the others.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class TokenClassFields implements OASFilter {

  private static final Map<String, List<String>> FIELDS =
      Map.of(
          "eachTokenPrice", TokenClass.ALL.stream().map(TokenClass::code).toList(),
          "eachTokenCount", TokenClass.ALL.stream().map(TokenClass::field).toList(),
          "eachUnit", List.copyOf(PricedUnits.KNOWN),
          "eachServiceTier",
              Arrays.stream(ServiceTier.values())
                  .filter(tier -> tier != ServiceTier.STANDARD)
                  .map(ServiceTier::code)
                  .toList());

  @Override
  public Schema filterSchema(Schema schema) {
    FIELDS.forEach((each, names) -> writeOut(schema, each, names));
    return schema;
  }

  private static void writeOut(Schema schema, String each, List<String> names) {
    Map<String, Schema> fields = schema.getProperties();
    if (fields != null && fields.containsKey(each)) {
      Schema field = fields.get(each);
      schema.removeProperty(each);
      names.forEach(name -> schema.addProperty(name, field));
    }
  }
}
