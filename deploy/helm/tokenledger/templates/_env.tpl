{{- /* The variables of one service; what several share is in the ConfigMaps. */ -}}
{{- define "tokenledger.env" -}}
{{- $global := .root.Values -}}
{{- $own := .values -}}
{{- $shared := include "tokenledger.secretName" .root -}}
- name: TOKENLEDGER_DATABASE_PASSWORD
  {{- include "tokenledger.secretKeyRef" (dict "own" $own.databasePassword "shared" $shared "key" (print "database-password-" .name)) | nindent 2 }}
- name: TOKENLEDGER_DATABASE_POOL_SIZE
  value: {{ $own.databasePoolSize | quote }}
{{- if and .kafka (include "tokenledger.usesSasl" .root) }}
- name: KAFKA_SASL_JAAS_CONFIG
  {{- include "tokenledger.secretKeyRef" (dict "own" $own.kafkaJaas "shared" $shared "key" (print "kafka-jaas-" .name)) | nindent 2 }}
{{- end }}
{{- if eq .name "usage-ingest" }}
{{- include "tokenledger.env.instance" "TOKENLEDGER_INGEST_INSTANCE_ID" }}
{{- include "tokenledger.env.pricing" . }}
- name: TOKENLEDGER_INGEST_INTAKE_JOURNAL_DIRECTORY
  value: /var/lib/tokenledger/journal
{{- else if eq .name "chat-gateway" }}
{{- include "tokenledger.env.pricing" . }}
{{- include "tokenledger.env.gateway" . }}
{{- else if eq .name "usage-aggregator" }}
{{- include "tokenledger.env.instance" "TOKENLEDGER_AGGREGATOR_INSTANCE_ID" }}
{{- else }}
- name: TOKENLEDGER_ACCESS_ROLES_FROM
  value: {{ $global.auth.rolesFrom }}
{{- end }}
{{- if eq .name "pricing-service" }}
- name: TOKENLEDGER_PRICES_SYNC_EVERY
  value: {{ $own.sync.every | quote }}
{{- else if eq .name "usage-query" }}
{{- include "tokenledger.env.page" .root }}
{{- end }}
{{- with $own.javaOpts }}
- name: TOKENLEDGER_JAVA_OPTS
  value: {{ . | quote }}
{{- end }}
{{- with $global.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- with $own.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "tokenledger.secretKeyRef" -}}
valueFrom:
  secretKeyRef:
    name: {{ default .shared .own.secretName }}
    key: {{ .own.secretName | empty | ternary .key .own.secretKey }}
    {{- if .optional }}
    optional: true
    {{- end }}
{{- end }}

{{- /* A name that survives a restart, so that a crashed pod's partitions are taken over at once. */ -}}
{{- define "tokenledger.env.instance" }}
- name: {{ . }}
  valueFrom:
    fieldRef: {fieldPath: metadata.name}
{{- end }}

{{- define "tokenledger.env.pricing" }}
- name: TOKENLEDGER_PRICING_URL
  value: http://{{ include "tokenledger.fullname" .root }}-pricing-service:{{ .root.Values.service.port }}
- name: TOKENLEDGER_PRICING_TOKEN
  {{- include "tokenledger.secretKeyRef" (dict "own" .values.pricingToken "shared" (include "tokenledger.secretName" .root) "key" "pricing-token" "optional" true) | nindent 2 }}
{{- end }}

{{- /* Upstreams one by one. A name is part of a variable's, so that the schema keeps it to small letters and digits. */ -}}
{{- define "tokenledger.env.gateway" }}
- name: TOKENLEDGER_ACCESS_ROLES_FROM
  value: {{ .root.Values.auth.rolesFrom }}
- name: TOKENLEDGER_GATEWAY_JOURNAL_DIRECTORY
  value: /var/lib/tokenledger/journal
- name: TOKENLEDGER_GATEWAY_ECHO_ENABLED
  value: {{ eq .root.Values.mode "development" | quote }}
{{- $shared := include "tokenledger.secretName" .root }}
{{- range $name, $upstream := .values.upstreams }}
{{- $prefix := printf "TOKENLEDGER_GATEWAY_UPSTREAMS_%s" (upper $name) }}
- name: {{ $prefix }}_URL
  value: {{ $upstream.url | quote }}
- name: {{ $prefix }}_API
  value: {{ $upstream.api }}
{{- range $variable, $value := dict "PROVIDER" $upstream.provider "MODELS" (join "," $upstream.models) "INCLUDE_USAGE" $upstream.includeUsage "ON_DISCONNECT" $upstream.onDisconnect "ALLOW_UNMETERED" $upstream.allowUnmetered }}
{{- if not (or (kindIs "invalid" $value) (eq (toString $value) "")) }}
- name: {{ $prefix }}_{{ $variable }}
  value: {{ $value | quote }}
{{- end }}
{{- end }}
{{- with $upstream.key }}
- name: {{ $prefix }}_KEY
  {{- include "tokenledger.secretKeyRef" (dict "own" . "shared" $shared "key" (print "upstream-key-" $name)) | nindent 2 }}
{{- end }}
{{- end }}
{{- with .root.Values.ingress }}
{{- if and .enabled .gateway.host }}
- name: QUARKUS_HTTP_CORS_ENABLED
  value: "true"
- name: QUARKUS_HTTP_CORS_ORIGINS
  value: http{{ if .tls.enabled }}s{{ end }}://{{ .host }}
- name: QUARKUS_HTTP_CORS_ACCESS_CONTROL_ALLOW_CREDENTIALS
  value: "false"
{{- end }}
{{- end }}
{{- end }}

{{- define "tokenledger.env.page" }}
- name: TOKENLEDGER_DASHBOARD_ENABLED
  value: {{ .Values.dashboard.enabled | quote }}
{{- range $variable, $value := dict "ISSUER" .Values.dashboard.oidc.issuer "CLIENT_ID" .Values.dashboard.oidc.clientId "SCOPE" .Values.dashboard.oidc.scope "ENDPOINTS" .Values.dashboard.oidc.endpoints }}
{{- with $value }}
- name: TOKENLEDGER_DASHBOARD_OIDC_{{ $variable }}
  value: {{ . | quote }}
{{- end }}
{{- end }}
{{- with .Values.ingress }}
{{- if and $.Values.chatGateway.enabled .enabled .gateway.host }}
- name: TOKENLEDGER_DASHBOARD_SERVICES_GATEWAY
  value: http{{ if .tls.enabled }}s{{ end }}://{{ .gateway.host }}
{{- end }}
{{- end }}
{{- if and .Values.ingress.enabled .Values.ingress.tls.enabled }}
# The cookie of a session is sent by HTTPS only when the service knows that the browser came by it.
- name: QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING
  value: "true"
{{- with .Values.ingress.trustedProxies }}
- name: QUARKUS_HTTP_PROXY_TRUSTED_PROXIES
  value: {{ . | quote }}
{{- end }}
{{- end }}
{{- end }}
