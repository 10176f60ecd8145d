package io.tokenledger.ingest.intake.litellm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One element, an array, or one a line: by the first character. */
class ElementsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'id':'a'},{'id':'b'}]",
        " \n [ {'id':'a'} ,\n{'id':'b'}]\n",
        "{'id':'a'}\n{'id':'b'}",
        "\r\n{'id':'a'}\r\n\r\n{'id':'b'}\r\n",
        "{'id':'a'}{'id':'b'}",
        "{\n  'id': 'a'\n}\n{\n  'id': 'b'\n}\n",
        "{'messages':[{'x':'}{'}],'id':'a','response':{'id':'no'}}\n{'id':'b'}"
      })
  void allFormsAreTheSame(String body) {
    assertThat(read(body)).containsExactly("0 a", "1 b");
  }

  /** A line is lost alone, also one whose text or object is not closed. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "nope",
        "{'id':'x'",
        "{'id':'x",
        "{'id':}",
        "{'id':'x','messages':[{'content':'",
        "{'id':'x'}}",
        "{'id':'x',,}",
        "]",
        "{'id':1e99999999999}"
      })
  void aBrokenLineIsLostAlone(String broken) {
    List<String> read = read("{'id':'a'}\n" + broken + "\n{'id':'b'}\n{'id':'c'}");
    assertThat(read).contains("0 a").anyMatch(each -> each.endsWith(" b"));
    assertThat(read)
        .anyMatch(each -> each.endsWith(" c"))
        .anyMatch(each -> each.contains("broken"));
    assertThat(read.get(read.size() - 1)).endsWith(" c");
  }

  @Test
  void whatComesBeforeTheBreakOfAnArrayIsTaken() {
    assertThat(read("[{'id':'a'},{'id':'b'},{'id':nope},{'id':'c'}]"))
        .containsExactly("0 a", "1 b", "2 broken");
    assertThat(read("[{'id':'a'},{'id':'b'")).containsExactly("0 a", "1 broken");
    assertThat(read("[{'id':'a'}")).containsExactly("0 a", "1 broken");
  }

  @Test
  void whatIsNoObjectIsTold() {
    assertThat(read("[null,{'id':'a'},7,[{'id':'no'}],'x']"))
        .containsExactly("0 other", "1 a", "2 other", "3 other", "4 other");
    assertThat(read("7\n{'id':'a'}")).containsExactly("0 other", "1 a");
    assertThat(read("")).isEmpty();
    assertThat(read("[]")).isEmpty();
    assertThat(read(" \n ")).isEmpty();
  }

  /** Deep schemas of tools, and long prompts, are passed over. */
  @Test
  void promptsMayBeDeepAndLong() {
    String deep = "[".repeat(900) + "]".repeat(900);
    String body = "{'messages':" + deep + ",'response':'" + "x".repeat(4_000_000) + "','id':'a'}";
    assertThat(read(body)).containsExactly("0 a");
    assertThat(read("{'messages':" + "[".repeat(5_000) + "\n{'id':'a'}"))
        .containsExactly("0 broken", "1 a");
  }

  private static List<String> read(String body) {
    List<String> told = new ArrayList<>();
    Elements.read(
        body.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
        new Elements.Receiver() {
          @Override
          public void payload(int index, Payload payload) {
            told.add(index + " " + payload.text("id").orElse(""));
          }

          @Override
          public void other(int index) {
            told.add(index + " other");
          }

          @Override
          public void broken(int index, long atByte) {
            assertThat(atByte).isBetween(0L, (long) body.length());
            told.add(index + " broken");
          }
        });
    return told;
  }
}
