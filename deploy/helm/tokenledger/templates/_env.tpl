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
- name: TOKENLEDGER_PRICING_URL
  value: http://{{ include "tokenledger.fullname" .root }}-pricing-service:{{ $global.service.port }}
- name: TOKENLEDGER_PRICING_TOKEN
  {{- include "tokenledger.secretKeyRef" (dict "own" $own.pricingToken "shared" $shared "key" "pricing-token" "optional" true) | nindent 2 }}
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

{{- define "tokenledger.env.page" }}
- name: TOKENLEDGER_DASHBOARD_ENABLED
  value: {{ .Values.dashboard.enabled | quote }}
{{- range $variable, $value := dict "ISSUER" .Values.dashboard.oidc.issuer "CLIENT_ID" .Values.dashboard.oidc.clientId "SCOPE" .Values.dashboard.oidc.scope "ENDPOINTS" .Values.dashboard.oidc.endpoints }}
{{- with $value }}
- name: TOKENLEDGER_DASHBOARD_OIDC_{{ $variable }}
  value: {{ . | quote }}
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
