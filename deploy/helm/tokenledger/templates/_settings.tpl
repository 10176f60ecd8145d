{{- /* The variables that several services share. */ -}}
{{- define "tokenledger.settings.common" -}}
TOKENLEDGER_MODE: {{ .Values.mode }}
TOKENLEDGER_LOG_JSON: {{ .Values.logJson | quote }}
TOKENLEDGER_HTTP_PORT: "8080"
TOKENLEDGER_MANAGEMENT_PORT: "8180"
TOKENLEDGER_DATABASE_URL: postgresql://{{ .Values.database.host }}:{{ .Values.database.port }}/{{ .Values.database.name }}
TOKENLEDGER_DATABASE_SSL_MODE: {{ .Values.database.sslMode }}
{{- if include "tokenledger.databaseCa" . }}
TOKENLEDGER_DATABASE_SSL_ROOT_CERT: /etc/tokenledger/database/ca.crt
{{- end }}
{{- if .Values.database.allowPlaintext }}
TOKENLEDGER_DATABASE_ALLOW_PLAINTEXT: "true"
{{- end }}
TOKENLEDGER_JWT_ISSUER: {{ .Values.auth.issuer | quote }}
TOKENLEDGER_JWT_PUBLIC_KEY: {{ default "/run/secrets/tokenledger/jwt-public.pem" .Values.auth.jwksUrl | quote }}
{{- end }}

{{- define "tokenledger.settings.kafka" -}}
KAFKA_BOOTSTRAP_SERVERS: {{ .Values.kafka.bootstrapServers | quote }}
KAFKA_SECURITY_PROTOCOL: {{ .Values.kafka.securityProtocol }}
{{- if include "tokenledger.usesSasl" . }}
KAFKA_SASL_MECHANISM: {{ .Values.kafka.saslMechanism }}
{{- end }}
{{- if include "tokenledger.kafkaCa" . }}
KAFKA_SSL_TRUSTSTORE_TYPE: PEM
KAFKA_SSL_TRUSTSTORE_LOCATION: /etc/tokenledger/kafka/ca.crt
{{- end }}
{{- if .Values.kafka.allowPlaintext }}
TOKENLEDGER_KAFKA_ALLOW_PLAINTEXT: "true"
{{- end }}
{{- end }}

{{- define "tokenledger.settings" -}}
{{ include "tokenledger.settings.common" . }}
{{ include "tokenledger.settings.kafka" . }}
{{- end }}
