package io.tokenledger.aggregate;

import io.tokenledger.events.Call;
import java.util.HashMap;
import java.util.Map;

/**
 * One object for calls that are equal, and for equal names in calls that are not: the rows of a
 * window would else keep what each message spelled out anew, which is half of their memory.
 */
final class SharedCalls {

  private final Map<Call, Call> calls = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  Call of(Call call) {
    Call known = calls.get(call);
    return known != null ? known : keep(call);
  }

  private Call keep(Call call) {
    Call kept =
        new Call(
            shared(call.orgId()),
            shared(call.userId()),
            shared(call.provider()),
            shared(call.modelName()),
            shared(call.feature()),
            shared(call.activity()),
            shared(call.category()));
    calls.put(kept, kept);
    return kept;
  }

  private String shared(String name) {
    String known = names.putIfAbsent(name, name);
    return known != null ? known : name;
  }
}
