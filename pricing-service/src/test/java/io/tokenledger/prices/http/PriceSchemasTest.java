package io.tokenledger.prices.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.pricing.PriceComponent;
import io.tokenledger.pricing.PricedUnits;
import io.tokenledger.pricing.ServiceTier;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is described is what is read. */
class PriceSchemasTest {

  @Test
  void everyComponentUnitAndTierIsDescribed() {
    assertThat(names(PriceSchemas.ClassPrices.class))
        .containsExactlyElementsOf(
            Arrays.stream(PriceComponent.values())
                .filter(PriceComponent::isTokenClass)
                .map(PriceComponent::code)
                .toList());
    assertThat(names(PriceSchemas.Units.class)).hasSameElementsAs(PricedUnits.ALL);
    assertThat(names(PriceSchemas.ServiceTiers.class))
        .containsExactlyElementsOf(
            Arrays.stream(ServiceTier.values())
                .filter(tier -> tier != ServiceTier.STANDARD)
                .map(ServiceTier::code)
                .toList());
  }

  private static List<String> names(Class<?> described) {
    return Arrays.stream(described.getDeclaredFields())
        .filter(field -> !field.isSynthetic())
        .map(Field::getName)
        .toList();
  }
}
