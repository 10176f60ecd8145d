package io.tokenledger.gateway.request;

/** Whose API a call speaks: it decides the form of errors and the header of the key. */
public enum Api {
  OPENAI,
  ANTHROPIC,
  AZURE,
  GEMINI,
  OLLAMA
}
