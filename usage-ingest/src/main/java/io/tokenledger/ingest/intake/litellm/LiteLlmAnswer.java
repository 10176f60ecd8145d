package io.tokenledger.ingest.intake.litellm;

import java.util.List;
import java.util.SortedMap;

/**
 * What became of the elements of a request.
 *
 * @param accepted calls that are safe, and will be counted
 * @param notCounted how many elements are no call that is billed, by the reason
 * @param rejected how many elements were not understood, by the code
 * @param details of the first of them, in the order of the body
 */
public record LiteLlmAnswer(
    int accepted,
    SortedMap<String, Integer> notCounted,
    SortedMap<String, Integer> rejected,
    List<Detail> details) {

  /**
   * Of an element.
   *
   * @param index its place in the array, or among the lines, from 0
   * @param id as LiteLLM gave it; null when there is none
   * @param code of the reason
   * @param detail a sentence
   */
  public record Detail(int index, String id, String code, String detail) {}
}
