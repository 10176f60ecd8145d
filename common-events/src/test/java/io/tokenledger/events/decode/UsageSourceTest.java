package io.tokenledger.events.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.events.UsageEvent;
import io.tokenledger.events.UsageSource;
import io.tokenledger.events.support.SampleEvents;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An event whose usage block leaves something open can be found afterwards. */
class UsageSourceTest {

  private static final String WHOLE = "{'prompt_tokens':10,'completion_tokens':5}";
  private static final String CUT =
      "{'prompt_tokens':10,'completion_tokens':5,"
          + "'completion_tokens_details':{'reasoning_tokens':9}}";
  private static final String UNKNOWN = "{'done':true,'eval_count':9}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        WHOLE + " | | REPORTED",
        CUT + " | | PARTIAL",
        UNKNOWN + " | | PARTIAL",
        CUT + " | reported | PARTIAL",
        CUT + " | estimated | ESTIMATED",
        WHOLE + " | partial | PARTIAL",
        WHOLE + " | estimated | ESTIMATED"
      },
      quoteCharacter = '"')
  void isPartialWhereTheBlockLeavesSomethingOpen(String block, String told, UsageSource source) {
    String toldField = told == null ? "" : ",'usageSource':'" + told + "'";
    String members = "'rawUsage':" + block + toldField;
    UsageEvent event =
        SampleEvents.decode(SampleEvents.minimalWith("@").replace("@", members.replace('\'', '"')));
    assertThat(event.usageSource()).isEqualTo(source);
    assertThat(event.rawUsage()).isEqualTo(block.replace('\'', '"'));
  }
}
