package io.tokenledger.gateway.echo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is repeated, and how it is counted: a word is a token, so that anybody can check the count.
 *
 * @param model as it was called
 * @param text the last message
 * @param inputTokens words of all messages
 */
record Echo(String model, String text, int inputTokens) {

  private static final Pattern WORD = Pattern.compile("\\s*\\S+|\\s+$");

  /** Of {@code messages}, {@code input} or {@code prompt}, whichever the body has. */
  static Echo of(JsonObject body) {
    List<String> texts = new ArrayList<>();
    addTexts(body.getValue("system"), texts);
    addTexts(body.getValue("instructions"), texts);
    for (String field : List.of("messages", "input", "prompt")) {
      addTexts(body.getValue(field), texts);
    }
    String last = texts.isEmpty() ? "" : texts.get(texts.size() - 1);
    int words = texts.stream().mapToInt(text -> words(text).size()).sum();
    return new Echo(body.getString("model", "echo-1"), last, words);
  }

  /** Its pieces put together are the text again. */
  List<String> pieces() {
    return words(text);
  }

  int outputTokens() {
    return pieces().size();
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(word.group());
    }
    return words;
  }

  /** A message is one text, though its content comes in parts. */
  private static void addTexts(Object value, List<String> texts) {
    if (value instanceof JsonArray values) {
      values.forEach(each -> addTexts(each, texts));
    } else if (value instanceof JsonObject message) {
      texts.add(textOf(message));
    } else if (value instanceof String text) {
      texts.add(text);
    }
  }

  private static String textOf(JsonObject message) {
    Object content = message.getValue("content");
    if (content instanceof JsonArray parts) {
      StringBuilder text = new StringBuilder();
      for (Object part : parts) {
        if (part instanceof JsonObject piece && piece.getValue("text") instanceof String some) {
          text.append(some);
        }
      }
      return text.toString();
    }
    return content instanceof String text ? text : "";
  }
}
