/**
 * Usage and costs by the paths and words of OpenAI's administration API.
 *
 * <p>Owns: buckets, their pages, their JSON. Does not own: the sums. May know: {@code access},
 * {@code sums}, {@code analytics} and the kit of {@code http}.
 */
package io.tokenledger.query.openai;
