{{/* The ports that are given, or else those of some URLs, each once: a JDBC URL may name several hosts. */}}
{{- define "millrace.ports" -}}
{{- $ports := list }}
{{- range .given }}
{{- $ports = append $ports (int . | toString) }}
{{- end }}
{{- range ternary (list) .urls (gt (len $ports) 0) }}
{{- $usual := $.usual | default (ternary 443 80 (hasPrefix "https:" .)) }}
{{- range splitList "," (. | regexFind "//[^/?]*" | trimPrefix "//") }}
{{- $given := regexFind ":[0-9]+$" . | trimPrefix ":" }}
{{- $ports = append $ports ($given | default $usual | toString) }}
{{- end }}
{{- end }}
{{- range $ports | uniq | sortAlpha }}
- {port: {{ . }}, protocol: TCP}
{{- end }}
{{- end }}

{{- define "millrace.toDns" -}}
- ports:
    {{- range .Values.networkPolicy.dns.ports | default (list 53) }}
    - {port: {{ int . }}, protocol: UDP}
    - {port: {{ int . }}, protocol: TCP}
    {{- end }}
  {{- with .Values.networkPolicy.dns.to }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}

{{- define "millrace.toBroker" -}}
- ports:
    {{- include "millrace.ports" (dict "given" .root.Values.networkPolicy.broker.ports "urls" (include "millrace.brokerUrls" . | splitList ",") "usual" 4222) | nindent 4 }}
  {{- if not .broker.urls }}
  to:
    - podSelector: {matchLabels: {app.kubernetes.io/name: nats, app.kubernetes.io/instance: {{ .root.Release.Name }}}}
  {{- else }}
  {{- with .root.Values.networkPolicy.broker.to }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- end }}
{{- end }}
