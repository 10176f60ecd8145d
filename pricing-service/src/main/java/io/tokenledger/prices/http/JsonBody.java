package io.tokenledger.prices.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.ProblemCode;
import java.io.IOException;

/** A request's body as a tree whose numbers are exact: the default reader makes doubles of them. */
public final class JsonBody {

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(UsageLimits.MAX_JSON_DEPTH)
                          .maxNumberLength(UsageLimits.MAX_NUMBER_LENGTH)
                          .build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  private JsonBody() {}

  public static JsonNode parse(byte[] body) {
    try {
      return JSON.readTree(body == null ? new byte[0] : body);
    } catch (JsonProcessingException e) {
      throw invalid("The body is not valid JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw invalid("The body is not valid JSON.");
    }
  }

  public static ApiException invalid(String detail) {
    return new ApiException(ProblemCode.INVALID_BODY, detail);
  }
}
