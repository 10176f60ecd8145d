package io.tokenledger.events;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What conventions and libraries call a provider, and what price lists call it. A name is compared
 * in lower case with every run of other characters as one underscore, and without the API that some
 * libraries put behind it: {@code azure-openai.chat} is {@code azure_openai}.
 *
 * <p>Only names that mean one seller are here. What merely speaks the language of one, such as
 * {@code openai-compatible}, is nobody's.
 */
public final class ProviderNames {

  /**
   * Of price lists, those first that are asked first; behind the colon what others call them:
   *
   * <ul>
   *   <li>OpenTelemetry's {@code gen_ai.system} and {@code gen_ai.provider.name}, deprecated values
   *       included (semantic conventions 1.27 to 1.38), and those of OpenLLMetry and OpenInference
   *   <li>the AI SDK of Vercel, LangChain, LangChain4j, Spring AI, pydantic-ai, LiteLLM, and the
   *       slugs of OpenRouter and models.dev
   * </ul>
   */
  private static final String NAMES =
      """
      ai21: ai21_labs ai21labs
      anthropic: anthropic_ai
      assemblyai: assembly_ai
      azure azure_ai: azure_openai azure_open_ai azureopenai az_ai_openai azure_ai_openai azure_text
      azure_ai: azure
      azure_ai azure: az_ai_inference azure_ai_inference azure_ai_foundry azure_foundry microsoft_foundry
      azure: azure_ai
      bedrock bedrock_mantle: aws amazon aws_bedrock amazon_bedrock bedrock_converse aws_bedrock_converse
      bedrock bedrock_mantle: bedrock_anthropic anthropic_bedrock amazon_bedrock_anthropic bedrock_runtime
      bedrock: converse converse_like invoke
      bedrock_mantle: bedrock
      black_forest_labs: bfl
      cerebras: cerebras_ai
      cloudflare: workers_ai workersai cloudflare_workers_ai
      cohere: cohere_ai cohereai
      dashscope: alibaba alibaba_cloud alibabacloud aliyun qwen tongyi
      deepinfra: deep_infra
      deepseek: deepseek_ai
      elevenlabs: eleven_labs
      fireworks_ai: fireworks fireworksai
      friendliai: friendli
      google: gemini gcp_gemini google_gemini google_ai_gemini google_gla google_ai google_ai_studio
      google: googleai google_generative_ai google_generativeai google_generative_language generativelanguage
      google vertex_ai: gcp gcp_gen_ai gcp_genai google_gen_ai google_genai
      groq: groqcloud groq_cloud
      jina_ai: jina jinaai
      minimax: minimaxai minimax_ai
      mistral: mistral_ai mistralai
      moonshot: moonshotai moonshot_ai
      nebius: nebius_ai
      novita: novita_ai
      oci: oci_genai oracle oracle_oci oci_generative_ai
      openai: open_ai open_ai_official text_completion_openai
      openrouter: open_router
      perplexity: perplexity_ai
      sambanova: samba_nova
      snowflake: snowflake_cortex
      stability: stability_ai stabilityai
      together_ai: together togetherai
      vercel_ai_gateway: gateway vercel ai_gateway vercel_gateway
      vertex_ai: google vertex vertexai gcp_vertex gcp_vertex_ai vertex_ai_beta google_vertex googlevertex
      vertex_ai: google_vertexai google_vertex_ai google_vertex_ai_gemini google_vertex_ai_anthropic
      vertex_ai: vertex_anthropic googlevertex_anthropic google_vertex_anthropic google_anthropic_vertex
      vertex_ai: anthropic_vertex vertex_ai_anthropic gcp_vertex_agent gcp_vertexai
      voyage: voyageai voyage_ai
      watsonx: ibm ibm_watsonx ibm_watsonx_ai ibm_watson_ai watsonx_ai watsonx_text
      xai: x_ai grok
      zai: z_ai
      """;

  private static final Map<String, List<String>> LISTED = parse(NAMES);

  /** What price lists themselves say. */
  private static final Set<String> OF_LISTS =
      NAMES
          .lines()
          .flatMap(line -> Arrays.stream(line.split(": ")[0].split(" ")))
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

  private static final Pattern API =
      Pattern.compile(
          "_(chat|responses|completions?|messages|(text_?)?embeddings?|images?|speech|transcription"
              + "|video|reranking)$");

  private ProviderNames() {}

  /**
   * What price lists call the provider, other than what it is called here; in the order to ask.
   *
   * @param provider in lower case
   */
  public static List<String> listed(String provider) {
    String name = OTHERS.matcher(provider).replaceAll("_");
    List<String> names = new ArrayList<>(List.of(name));
    names.addAll(LISTED.getOrDefault(name, List.of()));
    String withoutApi = API.matcher(name).replaceFirst("");
    if (!withoutApi.equals(name)) {
      names.add(withoutApi);
      names.addAll(LISTED.getOrDefault(withoutApi, List.of()));
    }
    return names.stream().filter(each -> !each.equals(provider)).distinct().toList();
  }

  /**
   * What the ledger calls a provider that a convention names: the first name of price lists for it.
   * A name that means nobody we know stays as it is.
   *
   * @param provider in lower case
   */
  public static String ofConvention(String provider) {
    String name = OTHERS.matcher(provider).replaceAll("_");
    for (String each : List.of(name, API.matcher(name).replaceFirst(""))) {
      if (OF_LISTS.contains(each)) {
        return each;
      }
      if (LISTED.containsKey(each)) {
        return LISTED.get(each).get(0);
      }
    }
    return provider;
  }

  /** Whether a list that calls the provider {@code listed} means who is called {@code provider}. */
  public static boolean isListedAs(String listed, String provider) {
    return provider.equals(listed) || listed(provider).contains(listed);
  }

  private static Map<String, List<String>> parse(String lines) {
    Map<String, List<String>> names = new HashMap<>();
    lines
        .lines()
        .map(line -> line.split(": "))
        .forEach(
            line ->
                Arrays.stream(line[1].split(" "))
                    .forEach(name -> names.put(name, List.of(line[0].split(" ")))));
    return Map.copyOf(names);
  }
}
