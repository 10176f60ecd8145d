package io.tokenledger.gateway.request;

import static io.tokenledger.gateway.request.Metering.FREE;
import static io.tokenledger.gateway.request.Metering.METERED;
import static io.tokenledger.gateway.request.Metering.UNKNOWN;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The paths of the providers' APIs, and which of them are billed by the call. */
final class Routes {

  private static final String SOCKETS =
      "WebSockets are not passed on, for what they cost cannot be counted yet: please use HTTP with"
          + " server-sent events.";
  private static final String REALTIME =
      "The realtime API is not passed on, for what it costs cannot be counted yet.";
  private static final String SECRETS =
      "Secrets for clients are not passed on: who holds one calls the provider past the gateway.";
  private static final String CONNECT = "The gateway makes no tunnels.";
  private static final String BAD_PATH =
      "The path must have neither dot segments nor control characters nor broken escapes.";

  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "DELETE");
  private static final Set<String> FREE_SHELVES = Set.of("files", "models", "conversations");
  private static final Set<String> SECRET_PATHS =
      Set.of("chatkit/sessions", "auth_tokens", "authtokens");
  private static final Set<String> OLLAMAS =
      Set.of("chat", "generate", "embed", "embeddings", "tags", "show", "ps", "version");

  private record Row(Operation operation, Metering metering) {}

  private static final Map<String, Row> POSTED =
      Map.ofEntries(
          row("chat/completions", Operation.CHAT, METERED),
          row("extensions/chat/completions", Operation.CHAT, METERED), // Azure, older versions
          row("completions", Operation.COMPLETION, METERED),
          row("fim/completions", Operation.OTHER, METERED), // Mistral
          row("responses", Operation.RESPONSE, METERED),
          row("responses/compact", Operation.RESPONSE, METERED),
          row("responses/input_tokens", Operation.TOKEN_COUNT, FREE),
          row("interactions", Operation.CHAT, METERED), // Gemini
          row("embeddings", Operation.EMBEDDING, METERED),
          row("rerank", Operation.RERANK, METERED),
          row("score", Operation.RERANK, METERED), // vLLM
          row("ocr", Operation.OCR, METERED), // Mistral
          row("images/generations", Operation.IMAGE, METERED),
          row("images/edits", Operation.IMAGE, METERED),
          row("images/variations", Operation.IMAGE, METERED),
          row("audio/transcriptions", Operation.TRANSCRIPTION, METERED),
          row("audio/translations", Operation.TRANSCRIPTION, METERED),
          row("audio/speech", Operation.SPEECH, METERED),
          row("moderations", Operation.MODERATION, FREE),
          row("videos", Operation.VIDEO, METERED),
          row("batches", Operation.BATCH, UNKNOWN), // billed later, by its lines
          row("tokenize", Operation.TOKEN_COUNT, FREE), // vLLM
          row("detokenize", Operation.TOKEN_COUNT, FREE));

  private static final Map<String, Row> POSTED_TO_ANTHROPIC =
      Map.ofEntries(
          row("messages", Operation.CHAT, METERED),
          row("messages/count_tokens", Operation.TOKEN_COUNT, FREE),
          row("messages/batches", Operation.BATCH, UNKNOWN),
          row("complete", Operation.COMPLETION, METERED));

  private static final Map<String, Row> POSTED_TO_OLLAMA =
      Map.ofEntries(
          row("api/chat", Operation.CHAT, METERED),
          row("api/generate", Operation.COMPLETION, METERED),
          row("api/embed", Operation.EMBEDDING, METERED),
          row("api/embeddings", Operation.EMBEDDING, METERED),
          row("api/show", Operation.MODELS, FREE));

  private static final Map<String, Row> VERBS =
      Map.ofEntries(
          row("generatecontent", Operation.CHAT, METERED),
          row("streamgeneratecontent", Operation.CHAT, METERED),
          row("rawpredict", Operation.CHAT, METERED), // Vertex: models of others
          row("streamrawpredict", Operation.CHAT, METERED),
          row("embedcontent", Operation.EMBEDDING, METERED),
          row("batchembedcontents", Operation.EMBEDDING, METERED),
          row("counttokens", Operation.TOKEN_COUNT, FREE),
          row("computetokens", Operation.TOKEN_COUNT, FREE));

  private Routes() {}

  static Target of(String method, String path, boolean upgrade) {
    Optional<RoutePath> read = RoutePath.of(path);
    if (read.isEmpty()) {
      return Target.refused(Api.OPENAI, Operation.OTHER, BAD_PATH);
    }
    RoutePath route = read.get();
    Api api = api(route);
    if (upgrade) {
      return Target.refused(api, Operation.REALTIME, SOCKETS);
    }
    if (method.equals("CONNECT") || method.equals("TRACE")) {
      return Target.refused(api, Operation.OTHER, CONNECT);
    }
    if (route.segment(0).equals("realtime")) {
      String secret = route.segment(1);
      boolean secrets = secret.equals("client_secrets") || secret.endsWith("sessions");
      return Target.refused(api, Operation.REALTIME, secrets ? SECRETS : REALTIME);
    }
    if (SECRET_PATHS.contains(route.text()) && !method.equals("GET")) {
      return Target.refused(api, Operation.REALTIME, SECRETS);
    }
    Target target = READS.contains(method) ? read(route, api, method) : posted(method, route, api);
    return route.deployment().map(target::withModel).orElse(target);
  }

  private static Target posted(String method, RoutePath route, Api api) {
    if (!method.equals("POST")) {
      return Target.of(api, Operation.OTHER, UNKNOWN);
    }
    int verb = route.last().lastIndexOf(':');
    if (verb > 0) {
      return ofVerb(route, route.last().substring(verb + 1));
    }
    Row row = rows(api).get(route.text());
    return row == null ? posted(route, api) : Target.of(api, row.operation(), row.metering());
  }

  private static Map<String, Row> rows(Api api) {
    return switch (api) {
      case ANTHROPIC -> POSTED_TO_ANTHROPIC;
      case OLLAMA -> POSTED_TO_OLLAMA;
      default -> POSTED;
    };
  }

  /** To one of several things. */
  private static Target posted(RoutePath route, Api api) {
    List<String> segments = route.segments();
    String shelf = route.segment(0);
    if (shelf.equals("responses") && segments.size() == 3 && route.segment(2).equals("cancel")) {
      return Target.of(api, Operation.RESPONSE_CANCEL, FREE).ofResponse(segments.get(1));
    }
    if (route.text().startsWith("chat/completions/") || FREE_SHELVES.contains(shelf)) {
      return Target.of(api, Operation.OTHER, FREE);
    }
    if (shelf.equals("videos") && route.last().equalsIgnoreCase("remix")) {
      return Target.of(api, Operation.VIDEO, METERED);
    }
    return Target.of(api, Operation.OTHER, UNKNOWN);
  }

  private static Target ofVerb(RoutePath route, String named) {
    Row row = VERBS.get(RoutePath.lower(named));
    String model = model(route);
    if (row == null || model.isEmpty()) {
      return Target.of(Api.GEMINI, Operation.OTHER, UNKNOWN);
    }
    Target target = Target.of(Api.GEMINI, row.operation(), row.metering()).withModel(model);
    return RoutePath.lower(named).startsWith("stream") ? target.streaming() : target;
  }

  /** What stands behind {@code models}; the upstream's name may stand before it, with a slash. */
  private static String model(RoutePath route) {
    List<String> segments = route.segments();
    for (int i = segments.size() - 2; i >= 0; i--) {
      if (route.segment(i).equals("models") || route.segment(i).equals("tunedmodels")) {
        String rest = String.join("/", segments.subList(i + 1, segments.size()));
        return rest.substring(0, rest.lastIndexOf(':'));
      }
    }
    return "";
  }

  private static Target read(RoutePath route, Api api, String method) {
    String shelf = route.segment(0);
    if (shelf.equals("responses") && route.segments().size() > 1) {
      Operation operation = route.segments().size() == 2 ? ofResponse(method) : Operation.OTHER;
      return Target.of(api, operation, FREE).ofResponse(route.segments().get(1));
    }
    boolean models = shelf.equals("models") || route.text().equals("api/tags");
    return Target.of(api, models ? Operation.MODELS : Operation.OTHER, FREE);
  }

  private static Operation ofResponse(String method) {
    return switch (method) {
      case "GET" -> Operation.RESPONSE_READ;
      case "DELETE" -> Operation.RESPONSE_DELETE;
      default -> Operation.OTHER;
    };
  }

  private static Api api(RoutePath route) {
    String shelf = route.segment(0);
    if (shelf.equals("messages") || shelf.equals("complete")) {
      return Api.ANTHROPIC;
    }
    boolean ollama = shelf.equals("api") && OLLAMAS.contains(route.segment(1));
    return ollama ? Api.OLLAMA : route.api();
  }

  private static Map.Entry<String, Row> row(String path, Operation operation, Metering metering) {
    return Map.entry(path.toLowerCase(Locale.ROOT), new Row(operation, metering));
  }
}
