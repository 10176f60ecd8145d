package io.tokenledger.query.http;

import static io.tokenledger.service.http.ApiException.invalidField;

import io.tokenledger.service.access.ApiTokenGrant;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.ProblemCode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads fields of a body. One that is malformed is a 400 that names it. */
public final class Fields {

  public static final int MAX_USER_ID = 128;

  private static final int MAX_EMAIL = 254;
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

  private Fields() {}

  public static <T> T body(T body) {
    if (body == null) {
      throw new ApiException(ProblemCode.INVALID_BODY, "The body must be a JSON object.");
    }
    return body;
  }

  /** 1 to {@code max} characters without control characters, not all of them blank. */
  public static String text(String name, String value, int max) {
    if (value == null || value.isBlank() || value.length() > max || !isPrintable(value)) {
      throw invalidField(name, "must be 1 to " + max + " characters, none of them invisible.");
    }
    return value.strip();
  }

  public static Optional<String> optionalText(String name, String value, int max) {
    return Parameters.isAbsent(value) ? Optional.empty() : Optional.of(text(name, value, max));
  }

  public static Optional<String> email(String name, String value) {
    if (Parameters.isAbsent(value)) {
      return Optional.empty();
    }
    if (value.length() > MAX_EMAIL || !EMAIL.matcher(value).matches() || !isPrintable(value)) {
      throw invalidField(
          name, "must be an e-mail address of at most " + MAX_EMAIL + " characters.");
    }
    return Optional.of(value);
  }

  /** Of a person: API tokens are named otherwise, and nobody shall be taken for one. */
  public static String userId(String name, String value) {
    String userId = text(name, value, MAX_USER_ID);
    if (!userId.equals(value) || userId.startsWith(ApiTokenGrant.ACTOR_PREFIX)) {
      throw invalidField(
          name,
          "must neither begin nor end with a space, nor begin with '"
              + ApiTokenGrant.ACTOR_PREFIX
              + "'.");
    }
    return userId;
  }

  public static Instant time(String name, String value) {
    try {
      return Instant.parse(value);
    } catch (DateTimeParseException e) {
      throw invalidField(name, "must be a time in UTC such as 2027-01-31T00:00:00Z.");
    }
  }

  private static boolean isPrintable(String value) {
    return value
        .codePoints()
        .noneMatch(
            point ->
                Character.isISOControl(point)
                    || Character.getType(point) == Character.SURROGATE
                    || Character.getType(point) == Character.FORMAT);
  }
}
