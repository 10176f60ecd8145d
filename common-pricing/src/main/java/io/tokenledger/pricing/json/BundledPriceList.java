package io.tokenledger.pricing.json;

import io.tokenledger.pricing.PriceBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The public price list in this module's resources; loaded when first asked for. */
public final class BundledPriceList {

  private static final String RESOURCE = "public-prices.json";

  private static final PriceBook BOOK = load();

  private BundledPriceList() {}

  /** As version 0; read once. */
  public static PriceBook book() {
    return BOOK;
  }

  private static PriceBook load() {
    try (InputStream list = PriceBook.class.getResourceAsStream(RESOURCE)) {
      return PriceBookJson.decode(list.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the bundled price list", e);
    }
  }
}
