{{- /* The pod of a service. Takes a dict of root, name, kind, kafka and values. */ -}}
{{- define "tokenledger.pod" -}}
{{- $root := .root -}}
{{- $global := .root.Values -}}
{{- $own := .values -}}
metadata:
  labels:
    # Not the chart's version: it alone is no reason to replace pods.
    {{- include "tokenledger.service.selector" . | nindent 4 }}
    app.kubernetes.io/part-of: tokenledger
    app.kubernetes.io/version: {{ $root.Chart.AppVersion | quote }}
    {{- with $global.commonLabels }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
    {{- with default $global.podLabels $own.podLabels }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  annotations:
    # A change of these replaces the pods.
    checksum/config: {{ include "tokenledger.settings" $root | sha256sum }}
    {{- if $global.secrets.create }}
    checksum/secret: {{ toJson $global.secrets.values | sha256sum }}
    {{- end }}
    {{- with $global.secrets.version }}
    tokenledger.io/secrets-version: {{ . | quote }}
    {{- end }}
    {{- with default $global.podAnnotations $own.podAnnotations }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
spec:
  serviceAccountName: {{ include "tokenledger.serviceAccountName" $root }}
  automountServiceAccountToken: false
  # A Service that is called "kafka" would otherwise set KAFKA_PORT, which the Kafka clients take for a setting.
  enableServiceLinks: false
  {{- with $global.imagePullSecrets }}
  imagePullSecrets:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $global.priorityClassName }}
  priorityClassName: {{ . }}
  {{- end }}
  terminationGracePeriodSeconds: {{ default $global.terminationGracePeriodSeconds $own.terminationGracePeriodSeconds }}
  securityContext:
    {{- toYaml $global.podSecurityContext | nindent 4 }}
  {{- with default $global.nodeSelector $own.nodeSelector }}
  nodeSelector:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with default $global.tolerations $own.tolerations }}
  tolerations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with default $global.affinity $own.affinity }}
  affinity:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  topologySpreadConstraints:
  {{- with default $global.topologySpreadConstraints $own.topologySpreadConstraints }}
    {{- toYaml . | nindent 4 }}
  {{- else }}
  {{- range list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
    - topologyKey: {{ . }}
      maxSkew: 1
      whenUnsatisfiable: ScheduleAnyway
      labelSelector:
        matchLabels:
          {{- include "tokenledger.service.selector" $ | nindent 10 }}
  {{- end }}
  {{- end }}
  containers:
    - name: {{ .name }}
      image: {{ include "tokenledger.image" . }}
      imagePullPolicy: {{ $global.image.pullPolicy }}
      securityContext:
        {{- toYaml $global.securityContext | nindent 8 }}
      ports:
        - {name: http, containerPort: 8080, protocol: TCP}
        - {name: management, containerPort: 8180, protocol: TCP}
      envFrom:
        - configMapRef: {name: {{ include "tokenledger.fullname" $root }}-common}
        {{- if .kafka }}
        - configMapRef: {name: {{ include "tokenledger.fullname" $root }}-kafka}
        {{- end }}
        {{- with $global.extraEnvFrom }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
      env:
        {{- include "tokenledger.env" . | nindent 8 }}
      {{- range $kind, $path := dict "startup" "live" "liveness" "live" "readiness" "ready" }}
      {{ $kind }}Probe:
        httpGet: {path: /q/health/{{ $path }}, port: management}
        {{- toYaml (index $global.probes $kind) | nindent 8 }}
      {{- end }}
      lifecycle:
        preStop:
          exec: {command: [sleep, {{ $global.drainSeconds | quote }}]}
      resources:
        {{- toYaml $own.resources | nindent 8 }}
      volumeMounts:
        - {name: tmp, mountPath: /tmp}
        {{- if $own.journal }}
        - {name: journal, mountPath: /var/lib/tokenledger}
        {{- end }}
        {{- if not $global.auth.jwksUrl }}
        - {name: jwt, mountPath: /run/secrets/tokenledger, readOnly: true}
        {{- end }}
        {{- if include "tokenledger.databaseCa" $root }}
        - {name: database-ca, mountPath: /etc/tokenledger/database, readOnly: true}
        {{- end }}
        {{- if and .kafka (include "tokenledger.kafkaCa" $root) }}
        - {name: kafka-ca, mountPath: /etc/tokenledger/kafka, readOnly: true}
        {{- end }}
        {{- with $global.extraVolumeMounts }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
  volumes:
    - name: tmp
      emptyDir: {sizeLimit: 256Mi}
    {{- if and $own.journal (not $own.journal.persistent) }}
    # Outlives a container that crashed, not the pod.
    - name: journal
      emptyDir: {sizeLimit: {{ $own.journal.size }}}
    {{- end }}
    {{- if not $global.auth.jwksUrl }}
    - name: jwt
      secret:
        secretName: {{ default (include "tokenledger.secretName" $root) $global.auth.publicKeySecret.name }}
        items:
          - {key: {{ $global.auth.publicKeySecret.key }}, path: jwt-public.pem}
    {{- end }}
    {{- if include "tokenledger.databaseCa" $root }}
    - name: database-ca
      secret:
        {{- include "tokenledger.databaseCaVolume" $root | nindent 8 }}
    {{- end }}
    {{- if and .kafka (include "tokenledger.kafkaCa" $root) }}
    - name: kafka-ca
      secret:
        secretName: {{ default (include "tokenledger.secretName" $root) $global.kafka.caSecret.name }}
        items:
          - key: {{ not (empty $global.kafka.caSecret.name) | ternary $global.kafka.caSecret.key "kafka-ca.crt" }}
            path: ca.crt
    {{- end }}
    {{- with $global.extraVolumes }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
{{- end }}

{{- define "tokenledger.image" -}}
{{- $image := .root.Values.image -}}
{{- if .values.image -}}
{{ .values.image }}
{{- else -}}
{{ with $image.registry }}{{ . }}/{{ end }}{{ with $image.repository }}{{ . }}/{{ end }}{{ .name }}:{{ default .root.Chart.AppVersion $image.tag }}
{{- end -}}
{{- end }}
