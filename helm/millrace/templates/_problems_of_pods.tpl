{{- define "millrace.problemsOfImage" -}}
{{- if and (eq (.image.tag | default "") "latest") (not .image.digest) }}
{{ .key }}.tag is `latest`: name a version, so that it is known what runs.
{{- end }}
{{- if contains "://" (.image.registry | default "") }}
{{ .key }}.registry must be like registry.example.com/shop, without https://.
{{- end }}
{{- end }}

{{/* Of the job that declares streams. */}}
{{- define "millrace.problemsOfApply" -}}
{{- $apply := .Values.streams.apply }}
{{- $auth := ternary $apply.auth .Values.broker.auth (not (empty $apply.auth.kind)) }}
{{- include "millrace.problemsOfName" (dict "root" . "key" "streams.apply" "part" "streams-apply") }}
{{- include "millrace.problemsOfImage" (dict "key" "streams.apply.image" "image" $apply.image) }}
{{- include "millrace.problemsOfAmounts" (dict "key" "streams.apply" "resources" $apply.resources) }}
{{- include "millrace.problemsOfFiles" (dict "key" "streams.apply" "auth" $auth "of" $apply) }}
{{- end }}

{{/* Volumes of the same name, and files in the same place: those of the chart, and each other's. */}}
{{- define "millrace.problemsOfFiles" -}}
{{- $bare := dict "auth" .auth "of" dict }}
{{- $names := list }}
{{- $places := list }}
{{- range include "millrace.volumes" $bare | fromYamlArray }}
{{- $names = append $names .name }}
{{- end }}
{{- range include "millrace.volumeMounts" $bare | fromYamlArray }}
{{- $places = append $places .mountPath }}
{{- end }}
{{- if .of.declarations }}
{{- $names = append $names "declarations" }}
{{- $places = append $places "/etc/millrace/declarations/streams" }}
{{- end }}
{{- range .of.volumes }}
{{- if has .name $names }}
{{ $.key }}.volumes: the name {{ .name }} is taken already, by the chart or by another one: take another name.
{{- end }}
{{- $names = append $names .name }}
{{- end }}
{{- range .of.volumeMounts }}
{{- $place := .mountPath | default "" | trimSuffix "/" }}
{{- if has $place $places }}
{{ $.key }}.volumeMounts: {{ .mountPath }} is taken already, by the chart or by another one: take another mountPath.
{{- end }}
{{- $places = append $places $place }}
{{- end }}
{{- end }}

{{- define "millrace.problemsOfLabels" -}}
{{- range $label, $_ := .labels }}
{{- if hasKey $.taken $label }}
{{ $.key }}.labels.{{ $label }} is set by the chart: leave it out.
{{- end }}
{{- end }}
{{- end }}

{{/*
As Kubernetes writes quantities. Thousandths of a byte are one as well (an autoscaler writes 128974848000m), but who asks for
512m of memory means 512Mi.
*/}}
{{- define "millrace.problemsOfAmounts" -}}
{{- range $kind, $amounts := .resources }}
{{- range $of, $amount := $amounts }}
{{- $text := toString $amount }}
{{- $part := regexFind "[num]$" $text }}
{{- $mebibyte := dict "m" 1048576e3 "u" 1048576e6 "n" 1048576e9 }}
{{- $tiny := and (ne $of "cpu") $part (lt (float64 (trimSuffix $part $text)) (index $mebibyte $part)) }}
{{- $fits := regexMatch "^([0-9]+([.][0-9]*)?|[.][0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][-+]?[0-9]+)?$" $text }}
{{- if and $amount (or $tiny (not $fits)) }}
{{ $.key }}.resources.{{ $kind }}.{{ $of }} must be an amount like {{ ternary "250m" "512Mi" (eq $of "cpu") }}, but is {{ $amount }}.
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* What Prometheus and Grafana find, and whether they are let in. */}}
{{- define "millrace.problemsOfWatching" -}}
{{- $taken := include "millrace.labels" (dict "root" . "part" "watching") | fromYaml }}
{{- range $key := list "podMonitor" "alerts" "dashboards" }}
{{- $watched := index $.Values $key }}
{{- if $watched.enabled }}
{{- include "millrace.problemsOfLabels" (dict "key" $key "labels" $watched.labels "taken" $taken) }}
{{- end }}
{{- end }}
{{- with .Values.networkPolicy }}
{{- if and $.Values.podMonitor.enabled .enabled (not (concat .rest.from .metrics.from)) }}
networkPolicy.rest.from and metrics.from are empty, but podMonitor.enabled is true: say in metrics.from from where Prometheus asks.
{{- end }}
{{- end }}
{{- end }}
