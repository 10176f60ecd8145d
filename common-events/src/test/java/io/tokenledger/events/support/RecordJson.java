package io.tokenledger.events.support;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.Call;
import io.tokenledger.events.Serving;
import io.tokenledger.events.TokenClass;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.events.decode.EventJson;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Shows a record as JSON, for comparison with a golden file; what is empty or zero is left out, and
 * a {@link Call} and a {@link Serving} stand flat among the others, as in the message.
 */
public final class RecordJson {

  private RecordJson() {}

  public static ObjectNode of(Record value) {
    ObjectNode json = EventJson.JSON.createObjectNode();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      put(json, component.getName(), valueOf(component, value));
    }
    return json;
  }

  private static Object valueOf(RecordComponent component, Record value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static void put(ObjectNode json, String name, Object value) {
    if (value instanceof Call || value instanceof Serving) {
      json.setAll(of((Record) value));
    } else if (value instanceof Record part) {
      json.set(name, of(part));
    } else if (value instanceof TokenCounts tokens) {
      ObjectNode counts = json.putObject(name);
      TokenClass.ALL.forEach(each -> put(counts, each.code(), tokens.count(each)));
    } else if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      ObjectNode entries = json.putObject(name);
      map.forEach((key, item) -> put(entries, key.toString(), item));
    } else if (value instanceof Boolean flag) {
      json.put(name, flag);
    } else if (value instanceof Long number && number != 0) {
      json.put(name, number);
    } else if (value instanceof Integer number) {
      json.put(name, number);
    } else if (value instanceof Optional<?> optional && optional.isPresent()) {
      put(json, name, optional.get());
    } else if (value instanceof OptionalLong number && number.isPresent()) {
      json.put(name, number.getAsLong());
    } else if (isText(value)) {
      json.put(name, value.toString());
    }
  }

  private static boolean isText(Object value) {
    return value instanceof String text && !text.isEmpty()
        || value instanceof BigDecimal
        || value instanceof Enum<?>
        || value instanceof UUID
        || value instanceof Instant;
  }
}
