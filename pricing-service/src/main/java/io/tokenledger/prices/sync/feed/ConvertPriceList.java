package io.tokenledger.prices.sync.feed;

import io.tokenledger.pricing.PriceBook;
import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.pricing.json.PriceBookJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes the bundled price list from LiteLLM's; run by {@code scripts/convert-price-list}. */
public final class ConvertPriceList {

  private ConvertPriceList() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      System.err.println("Usage: convert-price-list LITELLM_LIST.json PUBLIC_PRICES.json");
      System.exit(2);
    }
    List<PriceVersion> versions = LiteLlmPriceList.parse(Files.readAllBytes(Path.of(args[0])));
    Files.write(Path.of(args[1]), PriceBookJson.encode(PriceBook.of(0, versions)));
    System.out.println(versions.size() + " models written to " + args[1]);
  }
}
