package io.tokenledger.query.currency.http;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.tokenledger.query.currency.ExchangeRate;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.Problem;
import io.tokenledger.service.http.ProblemCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the reference rates of the European Central Bank as it publishes them: {@code
 * eurofxref.csv} of one day and {@code eurofxref-hist.csv} of all. A line is a day, a column a
 * currency, a cell what a euro is worth in it, and {@code N/A} where there is no rate. The rate of
 * a currency to the dollar is the quotient of two cells.
 */
final class EcbRates {

  /** Of one import, for the history of decades is long. */
  static final int MAX_DAYS = 1_000;

  private static final int MAX_BYTES = 1024 * 1024;
  private static final int MAX_CURRENCIES = 100;
  private static final String SOURCE = "ECB";
  private static final String EURO = "EUR";
  private static final String NONE = "N/A";
  private static final Pattern CELL = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,12})?");

  /** The bank puts blanks behind the commas of its daily file. */
  private static final ObjectReader LINES =
      CsvMapper.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .build()
          .readerForListOf(String.class);

  private static final DateTimeFormatter OF_ONE_DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private final List<String> currencies;
  private final List<ExchangeRate> rates = new ArrayList<>();
  private final Set<LocalDate> days = new HashSet<>();

  private EcbRates(List<String> currencies) {
    this.currencies = currencies;
  }

  /** Fails with everything that is wrong with any line. */
  static List<ExchangeRate> read(byte[] file) {
    if (file.length > MAX_BYTES) {
      throw new ApiException(ProblemCode.TOO_LARGE, "The body must be 1 MiB at most.");
    }
    List<List<String>> lines = linesOf(file);
    EcbRates table = new EcbRates(currenciesOf(lines.isEmpty() ? List.of("") : lines.get(0)));
    List<Problem.Fault> faults = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      try {
        table.add(lines.get(i));
      } catch (ApiException e) {
        faults.add(new Problem.Fault(i, e.getMessage()));
      }
    }
    if (!faults.isEmpty()) {
      throw new ApiException(
          ProblemCode.INVALID_BODY, "Nothing was imported; 'errors' names the days.", faults);
    }
    if (table.rates.isEmpty()) {
      throw new ApiException(ProblemCode.INVALID_BODY, "There is no rate in the body.");
    }
    return table.rates;
  }

  private static List<List<String>> linesOf(byte[] file) {
    List<List<String>> lines = new ArrayList<>();
    try (MappingIterator<List<String>> found = LINES.readValues(file)) {
      while (found.hasNextValue()) {
        if (lines.size() > MAX_DAYS) {
          throw new ApiException(
              ProblemCode.TOO_LARGE, "At most " + MAX_DAYS + " days can be imported at once.");
        }
        lines.add(withoutEnd(found.nextValue()));
      }
      return lines;
    } catch (IOException e) {
      throw new ApiException(
          ProblemCode.INVALID_BODY, "Line " + (lines.size() + 1) + " of the body is not CSV.");
    }
  }

  /** The bank ends each line with a comma. */
  private static List<String> withoutEnd(List<String> cells) {
    int last = cells.size() - 1;
    return last > 0 && cells.get(last).isEmpty() ? cells.subList(0, last) : cells;
  }

  private static List<String> currenciesOf(List<String> cells) {
    if (!cells.get(0).equals("Date")) {
      throw new ApiException(
          ProblemCode.INVALID_BODY,
          "The body must be a CSV file of the ECB's reference rates: its first line begins with"
              + " Date and names currencies.");
    }
    List<String> currencies = cells.subList(1, cells.size());
    List<String> unknown =
        currencies.stream().filter(code -> !CurrencyCodes.isCode(code)).limit(10).toList();
    if (!unknown.isEmpty()) {
      throw ApiException.invalidField(
          "Date", "must be followed by currency codes of ISO 4217, which are not: " + unknown);
    }
    if (!currencies.contains(ExchangeRate.USD)
        || currencies.size() > MAX_CURRENCIES
        || new HashSet<>(currencies).size() < currencies.size()) {
      throw ApiException.invalidField(
          "Date",
          "must be followed by USD and at most %d currencies, none of them twice."
              .formatted(MAX_CURRENCIES));
    }
    return currencies;
  }

  private void add(List<String> cells) {
    LocalDate day = dayOf(cells.get(0));
    if (cells.size() != currencies.size() + 1) {
      throw ApiException.invalidField(
          "Date", "must be followed by %d rates.".formatted(currencies.size()));
    }
    if (!days.add(day)) {
      throw ApiException.invalidField("Date", "must not come twice: " + day + ".");
    }
    Optional<BigDecimal> usd = cell(cells, ExchangeRate.USD);
    usd.ifPresent(perEuro -> add(EURO, day, BigDecimal.ONE, perEuro));
    for (String currency : currencies) {
      Optional<BigDecimal> rate = cell(cells, currency);
      if (rate.isPresent() && usd.isPresent() && !currency.equals(ExchangeRate.USD)) {
        add(currency, day, rate.get(), usd.get());
      }
    }
  }

  private void add(String currency, LocalDate day, BigDecimal perEuro, BigDecimal usdPerEuro) {
    BigDecimal perUsd = perEuro.divide(usdPerEuro, ExchangeRate.DECIMALS, RoundingMode.HALF_EVEN);
    if (perUsd.signum() == 0 || perUsd.compareTo(ExchangeRate.BELOW) >= 0) {
      throw ApiException.invalidField(
          currency, "must be such that a dollar is worth more than 0 and less than 10^9 of it.");
    }
    rates.add(new ExchangeRate(currency, day, perUsd, SOURCE));
  }

  private Optional<BigDecimal> cell(List<String> cells, String currency) {
    String text = cells.get(currencies.indexOf(currency) + 1);
    if (text.equals(NONE) || text.isEmpty()) {
      return Optional.empty();
    }
    if (!CELL.matcher(text).matches() || new BigDecimal(text).signum() == 0) {
      throw ApiException.invalidField(
          currency, "must be a decimal number above 0, or N/A where there is no rate.");
    }
    return Optional.of(new BigDecimal(text));
  }

  private static LocalDate dayOf(String text) {
    try {
      return text.indexOf('-') > 0 ? LocalDate.parse(text) : LocalDate.parse(text, OF_ONE_DAY);
    } catch (DateTimeException e) {
      throw ApiException.invalidField(
          "Date", "must be a day such as 2026-01-30 or 30 January 2026.");
    }
  }
}
