package io.tokenledger.query.openai;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of OpenAI's usage API; field names are theirs.
 *
 * @param data a bucket for each span of time, also where nothing was used
 */
public record OpenAiPage<T>(
    String object,
    List<Bucket<T>> data,
    @JsonProperty("has_more") boolean hasMore,
    @JsonProperty("next_page") Optional<String> nextPage) {

  /**
   * One bucket.
   *
   * @param startTime in Unix seconds, inclusive
   * @param endTime in Unix seconds, exclusive
   * @param results empty when nothing was used
   */
  public record Bucket<T>(
      String object,
      @JsonProperty("start_time") long startTime,
      @JsonProperty("end_time") long endTime,
      List<T> results) {}

  static <T> OpenAiPage<T> of(
      String orgId, OpenAiBuckets buckets, List<BucketSums> used, Function<BucketSums, T> result) {
    List<Bucket<T>> data = new ArrayList<>();
    for (int i = 0; i + 1 < buckets.bounds().size(); i++) {
      int number = i;
      Instant start = buckets.bounds().get(i);
      Instant end = buckets.bounds().get(i + 1);
      List<T> results = used.stream().filter(sums -> sums.bucket() == number).map(result).toList();
      data.add(new Bucket<>("bucket", start.getEpochSecond(), end.getEpochSecond(), results));
    }
    Optional<String> next = buckets.nextPage(orgId);
    return new OpenAiPage<>("page", data, next.isPresent(), next);
  }
}
