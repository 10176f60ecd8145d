package io.tokenledger.prices.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.events.TokenClass;
import io.tokenledger.pricing.rates.PriceComponent;
import io.tokenledger.pricing.rates.PricedUnits;
import io.tokenledger.pricing.rates.ServiceTier;
import java.util.Arrays;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.junit.jupiter.api.Test;

/** What is described is what is read. */
class TokenClassFieldsTest {

  @Test
  void everyComponentUnitAndTierIsDescribed() {
    assertThat(writtenOut("eachTokenPrice"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(PriceComponent.values())
                .filter(PriceComponent::isTokenClass)
                .map(PriceComponent::code)
                .toList());
    assertThat(writtenOut("eachTokenCount"))
        .containsExactlyElementsOf(TokenClass.ALL.stream().map(TokenClass::field).toList());
    assertThat(writtenOut("eachUnit")).hasSameElementsAs(PricedUnits.KNOWN);
    assertThat(writtenOut("eachServiceTier"))
        .containsExactlyElementsOf(
            Arrays.stream(ServiceTier.values())
                .filter(tier -> tier != ServiceTier.STANDARD)
                .map(ServiceTier::code)
                .toList());
  }

  private static Set<String> writtenOut(String field) {
    Schema schema = OASFactory.createSchema().addProperty(field, OASFactory.createSchema());
    return new TokenClassFields().filterSchema(schema).getProperties().keySet();
  }
}
