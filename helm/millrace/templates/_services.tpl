{{/*
The services that are switched on, as JSON: each with `defaults`, then its own values, over them, and its `name`. Where a
service says nothing of the broker, the values of the whole shop hold.
*/}}
{{- define "millrace.services" -}}
{{- $services := dict }}
{{- range $name, $own := .Values.services }}
{{- $bare := dict "mainClass" "" "image" dict "database" (dict "url" "" "secret" "") "broker" (deepCopy $.Values.broker) }}
{{- $service := mergeOverwrite $bare (deepCopy $.Values.defaults) (deepCopy ($own | default dict)) }}
{{- if $service.enabled }}
{{- $_ := set $services $name (set $service "name" $name) }}
{{- end }}
{{- end }}
{{- toJson $services }}
{{- end }}

{{/* The NATS servers of a service, comma-separated: those of the values, or the one that this chart brings. */}}
{{- define "millrace.brokerUrls" -}}
{{- if .broker.urls }}
{{- join "," .broker.urls }}
{{- else }}
{{- printf "nats://%s:%d" (include "millrace.broughtNats" .root) (dig "config" "nats" "port" 4222 .root.Values.nats | int) }}
{{- end }}
{{- end }}

{{/* As the official chart names it. */}}
{{- define "millrace.broughtNats" -}}
{{- if .Values.nats.fullnameOverride -}}
{{ .Values.nats.fullnameOverride }}
{{- else if contains "nats" .Release.Name -}}
{{ .Release.Name }}
{{- else -}}
{{ .Release.Name }}-nats
{{- end }}
{{- end }}

{{/* registry/repository:tag, or @digest */}}
{{- define "millrace.image" -}}
{{- $image := .image | default dict }}
{{- $registry := $image.registry | default .root.Values.image.registry }}
{{- $repository := $image.repository | default (printf "millrace/%s" .part) }}
{{- if $registry }}{{ trimSuffix "/" $registry }}/{{ end }}{{ $repository }}
{{- if $image.digest }}@{{ $image.digest }}
{{- else }}:{{ $image.tag | default .root.Values.image.tag | default .root.Chart.AppVersion }}
{{- end }}
{{- end }}

{{/* The command of a JVM: that of `./millrace up`. */}}
{{- define "millrace.java" -}}
- java
{{- range .jvmFlags }}
- {{ . | quote }}
{{- end }}
- -cp
- {{ .classPath | quote }}
- {{ .mainClass }}
{{- end }}
