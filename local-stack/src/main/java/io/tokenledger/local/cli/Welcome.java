package io.tokenledger.local.cli;

import io.tokenledger.local.Component;
import io.tokenledger.local.DataDirectory;
import io.tokenledger.local.LedgerAccess;
import io.tokenledger.local.demo.DemoPlatform;
import io.tokenledger.local.demo.DemoSignIn;
import java.util.Map;
import java.util.Set;

/** What the person at the screen can do now that all is ready. */
final class Welcome {

  private final LedgerAccess access;
  private final DataDirectory data;
  private final boolean demo;

  Welcome(LedgerAccess access, DataDirectory data, boolean demo) {
    this.access = access;
    this.data = data;
    this.demo = demo;
  }

  String text() {
    String query = access.url(Component.USAGE_QUERY);
    String gateway = access.url(Component.CHAT_GATEWAY);
    return String.join(
        "\n",
        "",
        "Tokenledger is ready.",
        "",
        "  Dashboard       " + query + "/app/",
        "  Analytics API   " + query + "   (documentation: " + query + "/docs)",
        "  LLM gateway     " + gateway + "/v1 for OpenAI SDKs, " + gateway + " for Anthropic's",
        "  Events in       " + access.url(Component.USAGE_INGEST) + "/v1/events",
        "  Prices          " + access.url(Component.PRICING_SERVICE) + "/v1/prices",
        "  Kafka           " + access.kafkaBootstrap() + "   (topic usage.events)",
        "  PostgreSQL      " + access.psqlUrl(),
        "  Logs            " + data.logs(),
        "",
        demo ? demoSteps(query) : plainSteps(query),
        "",
        keySteps(query, gateway),
        "",
        "  Status: ./tokenledger status"
            + dataOption()
            + "     Stop: ./tokenledger down"
            + dataOption(),
        "");
  }

  private String demoSteps(String query) {
    String token =
        access.token(
            DemoPlatform.SIGN_IN_USER,
            Map.of(DemoPlatform.SIGN_IN_ORG, "owner"),
            Set.of(),
            TokenCommand.LIFETIME);
    return String.join(
        "\n",
        "  Sign in to the dashboard with the password '" + DemoSignIn.PASSWORD + "', as one of:",
        "",
        DemoSignIn.people(),
        "",
        "  Or ask the API, as "
            + DemoPlatform.SIGN_IN_USER
            + ", owner of "
            + DemoPlatform.SIGN_IN_ORG
            + ":",
        "",
        "TOKEN=" + token,
        "curl -s -H \"Authorization: Bearer $TOKEN\" \\",
        "  " + query + "/orgs/" + DemoPlatform.SIGN_IN_ORG + "/analytics/usage",
        "",
        "  Send an event of your own:",
        "",
        sendLine(DemoPlatform.SIGN_IN_ORG));
  }

  private String plainSteps(String query) {
    return String.join(
        "\n",
        "  Send a first event, and ask for it:",
        "",
        sendLine("acme"),
        "TOKEN=$(./tokenledger token --user ann --org acme --role owner" + dataOption() + ")",
        "curl -s -H \"Authorization: Bearer $TOKEN\" " + query + "/orgs/acme/analytics/usage");
  }

  /** With the token that the steps before have made. */
  private String keySteps(String query, String gateway) {
    String org = demo ? DemoPlatform.SIGN_IN_ORG : "acme";
    return String.join(
        "\n",
        "  Make a key for calls of models, and try it at the gateway (model echo-1 needs no"
            + " provider):",
        "",
        "KEY=$(curl -s -H \"Authorization: Bearer $TOKEN\" -H 'Content-Type: application/json' \\",
        "  -d '{\"name\":\"sdk\",\"scopes\":[\"llm:call\"]}' \\",
        "  " + query + "/orgs/" + org + "/api-tokens | sed 's/.*\"token\":\"\\([^\"]*\\).*/\\1/')",
        "curl -s -H \"Authorization: Bearer $KEY\" -H 'Content-Type: application/json' \\",
        "  -d '{\"model\":\"echo-1\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello,"
            + " ledger\"}]}' \\",
        "  " + gateway + "/v1/chat/completions",
        "",
        "  Or point an SDK at it:",
        "",
        "export OPENAI_BASE_URL=" + gateway + "/v1 OPENAI_API_KEY=$KEY",
        "export ANTHROPIC_BASE_URL=" + gateway + " ANTHROPIC_API_KEY=$KEY");
  }

  private String sendLine(String org) {
    String event =
        "{\"eventId\":\"hello-1\",\"orgId\":\""
            + org
            + "\",\"provider\":\"openai\",\"modelName\":\"gpt-4o\","
            + "\"inputTokens\":1200,\"outputTokens\":300}";
    return "echo '" + event + "' | ./tokenledger send" + dataOption();
  }

  private String dataOption() {
    return " --data " + data.root();
  }
}
