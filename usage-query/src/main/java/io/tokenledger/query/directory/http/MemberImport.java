package io.tokenledger.query.directory.http;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.tokenledger.query.directory.MemberChange;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.Body;
import io.tokenledger.service.http.Problem;
import io.tokenledger.service.http.ProblemCode;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Members from a CSV file with a header (RFC 4180), or from a JSON array. */
final class MemberImport {

  static final MediaType CSV = new MediaType("text", "csv");

  private static final int MAX_ROWS = 1_000;
  private static final int MAX_BYTES = 1024 * 1024;

  private static final ObjectReader FROM_CSV =
      CsvMapper.builder()
          .enable(CsvParser.Feature.TRIM_SPACES)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .build()
          .readerFor(MemberBody.class)
          .with(CsvSchema.emptySchema().withHeader());

  private static final ObjectReader FROM_JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build()
          .readerFor(MemberBody.class);

  private MemberImport() {}

  /** Fails with everything that is wrong with any row. */
  static List<MemberChange> read(byte[] body, MediaType type) {
    if (body.length > MAX_BYTES) {
      throw new ApiException(ProblemCode.TOO_LARGE, "The body must be 1 MiB at most.");
    }
    List<MemberBody> rows = rowsOf(body, CSV.isCompatible(type) ? FROM_CSV : FROM_JSON);
    if (rows.isEmpty()) {
      throw new ApiException(ProblemCode.INVALID_BODY, "There is no member in the body.");
    }
    return changesOf(rows);
  }

  private static List<MemberBody> rowsOf(byte[] body, ObjectReader reader) {
    List<MemberBody> rows = new ArrayList<>();
    try (MappingIterator<MemberBody> found = reader.readValues(body)) {
      while (found.hasNextValue()) {
        if (rows.size() == MAX_ROWS) {
          throw new ApiException(
              ProblemCode.TOO_LARGE, "At most " + MAX_ROWS + " members can be imported at once.");
        }
        rows.add(found.nextValue());
      }
      return rows;
    } catch (UnrecognizedPropertyException e) {
      throw unreadable(rows.size() + 1, "there is no field '" + e.getPropertyName() + "'");
    } catch (IOException e) {
      throw unreadable(
          rows.size() + 1, "it is no member, or not of the type that the request says");
    }
  }

  private static List<MemberChange> changesOf(List<MemberBody> rows) {
    List<MemberChange> changes = new ArrayList<>();
    List<Problem.Fault> faults = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      try {
        changes.add(changeOf(rows.get(i), seen));
      } catch (ApiException e) {
        faults.add(new Problem.Fault(i + 1, e.getMessage()));
      }
    }
    if (!faults.isEmpty()) {
      throw new ApiException(
          ProblemCode.INVALID_BODY, "Nothing was imported; 'errors' names the rows.", faults);
    }
    return changes;
  }

  private static MemberChange changeOf(MemberBody row, Set<String> seen) {
    MemberChange change = Body.given(row).toChange();
    if (!seen.add(change.userId())) {
      throw ApiException.invalidField("userId", "must not come twice.");
    }
    return change;
  }

  private static ApiException unreadable(int row, String why) {
    return new ApiException(
        ProblemCode.INVALID_BODY,
        "Nothing was imported; the body cannot be read from row " + row + " on.",
        List.of(new Problem.Fault(row, why)));
  }
}
