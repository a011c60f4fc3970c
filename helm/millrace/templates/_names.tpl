{{/* The name of an object: of the release, and of what it is for. */}}
{{- define "millrace.name" -}}
{{- printf "%s-%s" .root.Release.Name (.part | replace "_" "-") -}}
{{- end }}

{{- define "millrace.selector" -}}
app.kubernetes.io/name: {{ .part | replace "_" "-" }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/part-of: millrace
{{- end }}

{{- define "millrace.labels" -}}
{{ include "millrace.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
{{- end }}

{{/* All pods of this release, whatever service they are of. */}}
{{- define "millrace.everyPod" -}}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/part-of: millrace
{{- end }}
