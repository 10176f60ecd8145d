package io.tokenledger.pricing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Holder of the public price list in this module's resources; loaded when first asked for. */
final class BundledPriceList {

  private static final String RESOURCE = "public-prices.json";

  static final PriceBook BOOK = load();

  private BundledPriceList() {}

  private static PriceBook load() {
    try (InputStream list = BundledPriceList.class.getResourceAsStream(RESOURCE)) {
      return PriceBookJson.decode(list.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the bundled price list", e);
    }
  }
}
