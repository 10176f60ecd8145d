package io.tokenledger.pricing.json;

import io.tokenledger.pricing.PriceBook;
import io.tokenledger.pricing.PriceVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The public price list in this module's resources, and the prices of models of our own; loaded
 * when first asked for.
 */
public final class BundledPriceList {

  private static final String PUBLIC = "public-prices.json";

  /** Of the model that the gateway has for trying out. */
  private static final String OWN = "own-prices.json";

  private static final PriceBook BOOK = load();

  private BundledPriceList() {}

  /** As version 0; read once. */
  public static PriceBook book() {
    return BOOK;
  }

  private static PriceBook load() {
    List<PriceVersion> versions = new ArrayList<>(read(PUBLIC).versions());
    versions.addAll(read(OWN).versions());
    return PriceBook.of(0, versions);
  }

  private static PriceBook read(String resource) {
    try (InputStream list = PriceBook.class.getResourceAsStream(resource)) {
      return PriceBookJson.decode(list.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the bundled price list", e);
    }
  }
}
