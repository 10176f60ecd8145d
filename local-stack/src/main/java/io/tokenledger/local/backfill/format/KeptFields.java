package io.tokenledger.local.backfill.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.filter.FilteringParserDelegate;
import com.fasterxml.jackson.core.filter.TokenFilter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.local.backfill.RefusedLineException;
import io.tokenledger.local.backfill.source.SourceLines;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads of a line the fields that are known and harmless, whatever else is in it: prompts and
 * answers are passed over, of any size, and never held.
 */
final class KeptFields extends TokenFilter {

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                  .disable(JsonFactory.Feature.CHARSET_DETECTION)
                  .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(UsageLimits.MAX_MESSAGE_BYTES)
                          .maxNumberLength(UsageLimits.MAX_NUMBER_LENGTH)
                          .build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private static final ObjectReader READER = JSON.reader();

  private final Map<String, TokenFilter> children;

  private KeptFields(Map<String, TokenFilter> children) {
    super();
    this.children = children;
  }

  /**
   * @param paths such as {@code response.body.usage}: the field with all that is in it; of a list,
   *     each item is meant
   */
  static KeptFields of(String... paths) {
    KeptFields root = new KeptFields(new HashMap<>());
    Arrays.stream(paths).map(path -> List.of(path.split("\\."))).forEach(root::keep);
    return root;
  }

  /** The kept part of the line; null for a blank one. */
  ObjectNode read(SourceLines line) throws IOException {
    if (line.isBlank()) {
      return null;
    }
    try (JsonParser all = JSON.getFactory().createParser(line);
        JsonParser kept =
            new FilteringParserDelegate(all, this, Inclusion.INCLUDE_ALL_AND_PATH, true)) {
      JsonNode json = kept.nextToken() == null ? null : READER.readTree(kept);
      if (!(json instanceof ObjectNode object) || all.nextToken() != null) {
        throw new RefusedLineException(
            "not_an_object", "the line must be one JSON object with the fields of this format");
      }
      return object;
    } catch (StreamConstraintsException e) {
      throw new RefusedLineException(
          "too_large", "the line holds a text, a number or a nesting beyond all bounds");
    } catch (JsonProcessingException e) {
      throw new RefusedLineException("not_json", "the line is no well-formed JSON");
    }
  }

  @Override
  public TokenFilter includeProperty(String name) {
    return children.get(name);
  }

  /** A text or null where an object may be: some exports have JSON as its text. */
  @Override
  protected boolean _includeScalar() {
    return true;
  }

  private void keep(List<String> path) {
    if (path.size() == 1) {
      children.put(path.get(0), INCLUDE_ALL);
    } else if (children.computeIfAbsent(path.get(0), name -> new KeptFields(new HashMap<>()))
        instanceof KeptFields inner) {
      inner.keep(path.subList(1, path.size()));
    }
  }
}
