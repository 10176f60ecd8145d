package io.tokenledger.service.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.util.Map;

/** The units of a raw event, exact: the client would make doubles of the quantities. */
public final class UnitsColumn {

  /** What to select, of a table without an alias. */
  public static final String AS_TEXT = "units::text AS units";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, BigDecimal>> UNITS = new TypeReference<>() {};

  private UnitsColumn() {}

  /** Of a row that has {@link #AS_TEXT}; none where the event had none. */
  public static Map<String, BigDecimal> of(Row row) {
    String units = row.getString("units");
    try {
      return units == null ? Map.of() : JSON.readValue(units, UNITS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("units are numbers by name", e);
    }
  }
}
