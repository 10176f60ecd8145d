package io.tokenledger.prices.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.pricing.json.BundledPriceList;
import io.tokenledger.service.http.ApiException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PriceListingTest {

  private static final List<PriceVersion> PRICES =
      BundledPriceList.book().inForce(Instant.now(), Instant.MAX);

  @Test
  void thePagesTogetherAreTheListOnce() {
    List<String> ids = new ArrayList<>();
    String cursor = "";
    do {
      PriceView.Page page = listing("", "", 333, cursor).page(PRICES);
      page.prices().forEach(price -> ids.add(price.version().id()));
      cursor = page.nextCursor();
    } while (cursor != null);
    assertThat(ids).hasSameSizeAs(PRICES).hasSize(new HashSet<>(ids).size());
  }

  @Test
  void theFiltersHold() {
    PriceView.Page page = listing("openai", "4O-MINI", 1_000, "").page(PRICES);
    assertThat(page.prices())
        .isNotEmpty()
        .allMatch(price -> price.version().provider().equals("openai"))
        .allMatch(price -> price.version().modelName().contains("4o-mini"));
  }

  @Test
  void aMalformedCursorOrLimitIsRefused() {
    assertThatThrownBy(() -> listing("", "", 10, "%%").page(PRICES))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("cursor");
    PricesParameters none = new PricesParameters();
    none.provider = "";
    none.limit = "0";
    assertThatThrownBy(() -> none.listing(""))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("limit");
  }

  private static PriceListing listing(String provider, String text, int limit, String cursor) {
    return new PriceListing(Set.of(""), provider, text, limit, cursor);
  }
}
