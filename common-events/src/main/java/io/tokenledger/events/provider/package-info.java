/**
 * Normalises the usage blocks of providers, so that a producer may send what it got, verbatim, as
 * {@code rawUsage}.
 *
 * <p>{@link io.tokenledger.events.provider.ProviderUsage} takes the bare block, the whole response
 * around it, or the array of a stream's chunks:
 *
 * <ol>
 *   <li>{@code UsageLocation} finds the block of each chunk;
 *   <li>{@code UsageStream} folds them into one by the largest of each number, for all known
 *       streams repeat cumulative counts. Where a client library put the provider's block into its
 *       own, the provider's is read;
 *   <li>the first {@code UsageFamily} that recognises the shape reads it. Who sent it ({@code
 *       Origin}) only decides where equal shapes count differently (xAI, Gemini behind the OpenAI
 *       API, Claude behind a client library);
 *   <li>the rest of the response tells how the call was served, what the provider charged and which
 *       of its tools it ran;
 *   <li>{@code UnreadCounts} refuses a block with tokens that nobody read, by the field's name:
 *       they would be billed at the full price of their total, or not at all;
 *   <li>{@code UsageTally} cuts parts that exceed their total, and notes it.
 * </ol>
 *
 * <p>What the counts leave open (a part that was cut, a total that is unknown, tokens of another
 * model, output of an unknown kind) makes them incomplete: the event's {@code usageSource} becomes
 * {@code partial}, and the block kept with the event shows why.
 *
 * <p>What the families know:
 *
 * <table>
 *   <caption>Differences between providers</caption>
 *   <tr><th>family</th><th>input</th><th>output</th></tr>
 *   <tr><td>OpenAI chat and compatible</td><td>includes cache and audio</td>
 *       <td>includes reasoning</td></tr>
 *   <tr><td>OpenAI responses</td><td>includes cache</td><td>includes reasoning</td></tr>
 *   <tr><td>Anthropic, also on Bedrock</td><td>excludes cache reads and writes: added</td>
 *       <td>includes thinking; of {@code iterations} a compaction is added to both, an advisor's
 *       tokens are left out</td></tr>
 *   <tr><td>Bedrock Converse</td><td>excludes cache: added</td><td>as given</td></tr>
 *   <tr><td>Gemini, Vertex</td><td>includes cache; tool prompts are added</td>
 *       <td>excludes thoughts: added</td></tr>
 *   <tr><td>Gemini behind the OpenAI API</td><td>as given</td>
 *       <td>hidden thoughts from the total</td></tr>
 *   <tr><td>xAI</td><td>includes cache</td><td>excludes reasoning: added</td></tr>
 *   <tr><td>Perplexity</td><td>citations are added</td><td>excludes reasoning: added</td></tr>
 *   <tr><td>Gemini's interactions API</td><td>includes cache; tool prompts are added</td>
 *       <td>excludes thoughts: added</td></tr>
 *   <tr><td>Cohere</td><td>billed units</td><td>billed units</td></tr>
 *   <tr><td>Ollama</td><td>absent is unknown</td><td>as given</td></tr>
 *   <tr><td>embeddings</td><td colspan="2">counted as embedded tokens, beside both</td></tr>
 *   <tr><td>OpenTelemetry attributes</td><td>includes cache, unless it exceeds the input or the
 *       sender is known to leave it out</td><td>includes reasoning</td></tr>
 *   <tr><td>LiteLLM</td><td>includes cache; older versions leave out the writes: added</td>
 *       <td>includes reasoning</td></tr>
 *   <tr><td>LangChain, pydantic-ai, OpenAI's Agents SDK</td><td>includes cache and audio</td>
 *       <td>includes reasoning</td></tr>
 *   <tr><td>LangChain4j, Spring AI, version 5 of the Vercel AI SDK</td>
 *       <td>includes cache, but of Claude excludes it: added</td>
 *       <td>of Gemini excludes thoughts: added</td></tr>
 *   <tr><td>version 6 of the Vercel AI SDK</td><td>includes cache</td>
 *       <td>includes reasoning</td></tr>
 * </table>
 *
 * <p>Guarantees: every result meets the invariants of {@link io.tokenledger.events.TokenCounts};
 * whatever the JSON, the only exception is {@link
 * io.tokenledger.events.provider.tally.UnknownUsageShapeException}; a count given as text, a
 * negative one and one beyond the limits are refused by name. Audio and images read from the cache
 * are cache reads, not input of their own, so that the classes stay disjoint. The recorded
 * responses this was tested against, with their sources and licences, are test resources of this
 * module.
 */
package io.tokenledger.events.provider;
