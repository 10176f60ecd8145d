{{- define "tokenledger.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 40 | trimSuffix "-" }}
{{- end }}

{{- define "tokenledger.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 40 | trimSuffix "-" }}
{{- else if contains (include "tokenledger.name" .) .Release.Name -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" }}
{{- else -}}
{{- printf "%s-%s" .Release.Name (include "tokenledger.name" .) | trunc 40 | trimSuffix "-" }}
{{- end -}}
{{- end }}

{{- define "tokenledger.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
app.kubernetes.io/part-of: tokenledger
app.kubernetes.io/managed-by: {{ .Release.Service }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
{{- with .Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "tokenledger.selector" -}}
app.kubernetes.io/name: {{ include "tokenledger.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "tokenledger.serviceAccountName" -}}
{{- if .Values.serviceAccount.create -}}
{{- default (include "tokenledger.fullname" .) .Values.serviceAccount.name }}
{{- else -}}
{{- default "default" .Values.serviceAccount.name }}
{{- end -}}
{{- end }}

{{- define "tokenledger.secretName" -}}
{{- default (printf "%s-secrets" (include "tokenledger.fullname" .)) .Values.secrets.existingSecret }}
{{- end }}

{{- /* The services by the names of their values. The order is that of the flow. */ -}}
{{- define "tokenledger.services" -}}
pricingService: {name: pricing-service, kind: Deployment, kafka: true}
usageIngest: {name: usage-ingest, kind: StatefulSet, kafka: true}
usageAggregator: {name: usage-aggregator, kind: StatefulSet, kafka: true}
usageQuery: {name: usage-query, kind: Deployment, kafka: false}
{{- if .Values.chatGateway.enabled }}
chatGateway: {name: chat-gateway, kind: {{ .Values.chatGateway.journal.persistent | ternary "StatefulSet" "Deployment" }}, kafka: true}
{{- end }}
{{- end }}

{{- define "tokenledger.service.labels" -}}
{{ include "tokenledger.labels" .root }}
{{ include "tokenledger.service.selector" . }}
{{- end }}

{{- define "tokenledger.service.selector" -}}
{{ include "tokenledger.selector" .root }}
app.kubernetes.io/component: {{ .name }}
{{- end }}

{{- define "tokenledger.service.fullname" -}}
{{ include "tokenledger.fullname" .root }}-{{ .name }}
{{- end }}

{{- define "tokenledger.usesSasl" -}}
{{- if hasPrefix "SASL_" .Values.kafka.securityProtocol }}true{{ end }}
{{- end }}

{{- define "tokenledger.kafkaCa" -}}
{{- if and .Values.kafka.privateCa (hasSuffix "SSL" .Values.kafka.securityProtocol) }}true{{ end }}
{{- end }}

{{- define "tokenledger.databaseCa" -}}
{{- if eq .Values.database.sslMode "verify-full" }}true{{ end }}
{{- end }}

{{- /* Secret and key of the database's CA, as the items of a volume. */ -}}
{{- define "tokenledger.databaseCaVolume" -}}
secretName: {{ default (include "tokenledger.secretName" .) .Values.database.caSecret.name }}
items:
  - key: {{ not (empty .Values.database.caSecret.name) | ternary .Values.database.caSecret.key "database-ca.crt" }}
    path: ca.crt
{{- end }}
