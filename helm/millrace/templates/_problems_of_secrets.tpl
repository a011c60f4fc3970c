{{- define "millrace.problemsOfBroker" -}}
{{- $urls := .Values.broker.urls }}
{{- $brings := .Values.nats.enabled }}
{{- if and $brings $urls }}
broker.urls and nats.enabled are both given: services connect to broker.urls, or to the server that the chart brings.
{{- end }}
{{- if and $brings (not (dig "config" "jetstream" "enabled" false .Values.nats)) }}
nats.config.jetstream.enabled is false: events live in JetStream.
{{- end }}
{{- if and $brings .Values.nats.nameOverride }}
nats.nameOverride is not followed by services: use nats.fullnameOverride.
{{- end }}
{{- if not (or $brings $urls) }}
broker.urls is empty and nats.enabled is false: name a NATS server, or let the chart bring one.
{{- end }}
{{- include "millrace.problemsOfUrls" (dict "key" "broker" "urls" $urls) }}
{{- include "millrace.problemsOfAuth" (dict "key" "broker.auth" "auth" .Values.broker.auth) }}
{{- if .Values.streams.apply.enabled }}
{{- $auth := .Values.streams.apply.auth }}
{{- if $auth.kind }}
{{- include "millrace.problemsOfAuth" (dict "key" "streams.apply.auth" "auth" $auth) }}
{{- else if eq .Values.broker.auth.kind "token" }}
streams.apply.auth.kind is missing: broker.auth.kind is token, and `millrace streams` knows none, creds and user.
{{- end }}
{{- end }}
{{- end }}

{{- define "millrace.problemsOfUrls" -}}
{{- range .urls }}
{{- if contains "@" . }}
{{ $.key }}.urls must hold no user, password or token: name a secret in {{ $.key }}.auth.
{{- else if not (regexMatch "^(nats|tls|ws|wss)://" .) }}
{{ $.key }}.urls must begin with nats:// or tls://, but one is {{ . }}.
{{- else if not (regexMatch (printf `^[a-z]+://%s(/[^,\s]*)?$` (include "millrace.hostPattern" .)) .) }}
{{ $.key }}.urls must be like nats://host:4222, one server each, but one is {{ . }}.
{{- end }}
{{- end }}
{{- end }}

{{- define "millrace.problemsOfAuth" -}}
{{- if and (ne .auth.kind "none") (not .auth.secret) }}
{{ .key }}.secret is missing: {{ .key }}.kind is {{ .auth.kind }}.
{{- else if and (eq .auth.kind "none") .auth.secret }}
{{ .key }}.secret is {{ .auth.secret }}, but {{ .key }}.kind is none: say what is in it: creds, user or token.
{{- end }}
{{- end }}

{{/* Variables that the chart sets itself, that are set twice, and secrets in plain text. */}}
{{- define "millrace.problemsOfEnvironment" -}}
{{- $bare := include "millrace.env" (dict "root" .root "service" (omit .service "env" "secretEnv" "outside")) | fromYamlArray }}
{{- $taken := list "NATS_DEFAULT_CREDENTIALS" "NATS_DEFAULT_USERNAME" "NATS_DEFAULT_PASSWORD" "NATS_DEFAULT_TOKEN" }}
{{- range $bare }}
{{- $taken = append $taken .name }}
{{- end }}
{{- range $place := list "outside" "env" "secretEnv" }}
{{- range $variable, $value := index $.service $place }}
{{- if has $variable $taken }}
{{ $.key }}.{{ $place }}.{{ $variable }} is set already, by the chart or in another place: leave it out.
{{- end }}
{{- $taken = append $taken $variable }}
{{- if and (eq $place "env") (regexMatch "(PASSWORD|SECRET|TOKEN|API_?KEY|CREDENTIALS)$" $variable) }}
{{ $.key }}.env.{{ $variable }} looks like a secret: name an existing one in {{ $.key }}.secretEnv.
{{- end }}
{{- if and (eq $place "outside") (not (regexMatch (printf `^https?://%s([/?].*)?$` (include "millrace.hostPattern" $)) $value.url)) }}
{{ $.key }}.outside.{{ $variable }}.url must be like https://host:port, without a user
{{- if not (contains "@" $value.url) }}, but is {{ $value.url }}{{ end }}.
{{- end }}
{{- end }}
{{- end }}
{{- end }}
