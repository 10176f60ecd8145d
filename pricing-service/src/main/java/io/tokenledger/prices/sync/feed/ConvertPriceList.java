package io.tokenledger.prices.sync.feed;

import io.tokenledger.pricing.PriceBook;
import io.tokenledger.pricing.json.PriceBookJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes the bundled price list, and beside it what of the public lists is not in it; run by {@code
 * scripts/convert-price-list}.
 */
public final class ConvertPriceList {

  private static final String LIST = ".json";
  private static final String SET_ASIDE = ".set-aside.json";

  private ConvertPriceList() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 3 || !args[2].endsWith(LIST)) {
      System.err.println(
          "Usage: convert-price-list LITELLM_LIST.json OPENROUTER_MODELS.json PUBLIC_PRICES.json");
      System.exit(2);
    }
    byte[] liteLlm = Files.readAllBytes(Path.of(args[0]));
    byte[] openRouter = Files.readAllBytes(Path.of(args[1]));
    PublicPrices prices = PublicPrices.of(liteLlm, openRouter);
    Path list = Path.of(args[2]);
    Path beside =
        list.resolveSibling(list.getFileName().toString().replaceAll("\\.json$", "") + SET_ASIDE);
    Files.write(list, PriceBookJson.encode(PriceBook.of(0, prices.versions())));
    Files.write(beside, SetAside.encode(prices));
    SetAside.summary(prices).forEach(System.out::println);
    System.out.println(prices.versions().size() + " models written to " + list);
  }
}
