{{/* What is missing or contradicts itself in the values, a line for each. */}}
{{- define "millrace.problems" -}}
{{- $services := include "millrace.services" . | fromJson }}
{{- if not $services }}
services: none is enabled.
{{- end }}
{{- include "millrace.problemsOfNames" . }}
{{- include "millrace.problemsOfImage" (dict "key" "image" "image" .Values.image) }}
{{- include "millrace.problemsOfImage" (dict "key" "test.image" "image" .Values.test.image) }}
{{- include "millrace.problemsOfBroker" . }}
{{- include "millrace.problemsOfFiles" (dict "key" "test" "auth" (dict "kind" "none") "of" .Values.test) }}
{{- include "millrace.problemsOfWatching" . }}
{{- if .Values.streams.apply.enabled }}
{{- include "millrace.problemsOfApply" . }}
{{- end }}
{{- range $name, $service := $services }}
{{- $of := dict "root" $ "key" (printf "services.%s" $name) "service" $service }}
{{- include "millrace.problemsOfService" $of }}
{{- include "millrace.problemsOfDatabase" $of }}
{{- include "millrace.problemsOfUrls" (dict "key" (printf "services.%s.broker" $name) "urls" $service.broker.urls) }}
{{- include "millrace.problemsOfAuth" (dict "key" (printf "services.%s.broker.auth" $name) "auth" $service.broker.auth) }}
{{- include "millrace.problemsOfScaling" $of }}
{{- include "millrace.problemsOfEnvironment" $of }}
{{- $database := include "millrace.databaseOf" $service }}
{{- range $other, $too := $services }}
{{- if and (lt $name $other) $database (eq $database (include "millrace.databaseOf" $too)) }}
services.{{ $name }}.database.url and services.{{ $other }}.database.url are the same database: each service has one of its own.
{{- end }}
{{- end }}
{{- end }}
{{- if .Values.test.placeOrder }}
{{- range list "customers" "inventory" "orders" }}
{{- if not (hasKey $services .) }}
test.placeOrder needs services.{{ . }}, which is not enabled.
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Services of Kubernetes are named after the release and the service. */}}
{{- define "millrace.problemsOfNames" -}}
{{- if not (regexMatch "^[a-z]([-a-z0-9]*[a-z0-9])?$" .Release.Name) }}
The name of the release is {{ .Release.Name }}: use small letters, digits and hyphens only, and a letter at its beginning.
{{- end }}
{{- range $name, $_ := .Values.services }}
{{- if not (regexMatch "^[a-z][a-z0-9_]{0,31}$" $name) }}
services.{{ $name }}: the name of a service is at most 32 small letters, digits and _, and begins with a letter.
{{- end }}
{{- end }}
{{- end }}

{{- define "millrace.problemsOfName" -}}
{{- $name := include "millrace.name" . }}
{{- if gt (len $name) 63 }}
{{ .key }}: the name {{ $name }} is longer than 63 characters: take a shorter name for the release.
{{- end }}
{{- end }}

{{- define "millrace.problemsOfService" -}}
{{- with .service }}
{{- if not .mainClass }}
{{ $.key }}.mainClass is missing: the class that java starts.
{{- end }}
{{- include "millrace.problemsOfName" (dict "root" $.root "key" $.key "part" .name) }}
{{- if has .name (list "nats" "brought_nats" "default_deny" "services" "streams_apply" "test" "test_pod") }}
{{ $.key }}: this name is taken by a part of the chart.
{{- end }}
{{- include "millrace.problemsOfImage" (dict "key" (printf "%s.image" $.key) "image" .image) }}
{{- include "millrace.problemsOfFiles" (dict "key" $.key "auth" .broker.auth "of" .) }}
{{- $chosen := include "millrace.selector" (dict "root" $.root "part" .name) | fromYaml }}
{{- include "millrace.problemsOfLabels" (dict "key" $.key "labels" .labels "taken" $chosen) }}
{{- include "millrace.problemsOfAmounts" (dict "key" $.key "resources" .resources) }}
{{- range $needed := list "requests.cpu" "requests.memory" "limits.memory" }}
{{- if not (dig (index (splitList "." $needed) 0) (index (splitList "." $needed) 1) "" $.service.resources) }}
{{ $.key }}.resources.{{ $needed }} is missing.
{{- end }}
{{- end }}
{{- if le (int .stop.withinSeconds) (int .stop.waitSeconds) }}
{{ $.key }}.stop.withinSeconds must be more than stop.waitSeconds: it includes the wait.
{{- end }}
{{- end }}
{{- end }}

{{- define "millrace.problemsOfDatabase" -}}
{{- $database := .service.database }}
{{- $url := $database.url }}
{{- $hosts := printf `%[1]s(,%[1]s)*` (include "millrace.hostPattern" .) }}
{{- $usual := regexMatch (printf `^jdbc:postgresql://%s/[^/?\s]+([?].*)?$` $hosts) $url }}
{{- /* Where a socket factory finds the server, as that of Cloud SQL does, there may be no host. $(…) can be anything. */}}
{{- $bySocket := regexMatch `^jdbc:postgresql:///[^/?\s]+[?](.*&)?socketFactory=` $url }}
{{- $fits := or $usual $bySocket (contains "$(" $url) }}
{{- if not $url }}
{{ .key }}.database.url is missing: like jdbc:postgresql://host:5432/{{ .service.name }}.
{{- else if or (regexMatch "^[^?]*@|[?&](user|password|sslpassword)=" $url) (and (contains "@" $url) (not $fits)) }}
{{ .key }}.database.url must name neither user nor password: they belong into the secret.
{{- else if not (regexMatch "^(jdbc:postgresql://|[$][(])" $url) }}
{{ .key }}.database.url must begin with jdbc:postgresql://, but is {{ $url }}.
{{- else if not $fits }}
{{ .key }}.database.url must be like jdbc:postgresql://host:5432/{{ .service.name }}, but is {{ $url }}.
{{- end }}
{{- if not $database.secret }}
{{ .key }}.database.secret is missing: name an existing secret with the keys username and password.
{{- end }}
{{- end }}

{{- define "millrace.problemsOfScaling" -}}
{{- with .service }}
{{- if and .autoscaling.enabled .keda.enabled }}
{{ $.key }}.autoscaling.enabled and {{ $.key }}.keda.enabled are both true: one of them can scale a service.
{{- else if .autoscaling.enabled }}
{{- if lt (int .autoscaling.max) (int .autoscaling.min) }}
{{ $.key }}.autoscaling.max is {{ .autoscaling.max }}, less than autoscaling.min, {{ .autoscaling.min }}.
{{- end }}
{{- else if .keda.enabled }}
{{- range $needed := list "monitoring" "stream" "consumer" }}
{{- if not (index $.service.keda $needed) }}
{{ $.key }}.keda.{{ $needed }} is missing: keda.enabled is true.
{{- end }}
{{- end }}
{{- if lt (int .keda.max) (int .keda.min) }}
{{ $.key }}.keda.max is {{ .keda.max }}, less than keda.min, {{ .keda.min }}.
{{- end }}
{{- else if lt (int .replicas) 1 }}
{{ $.key }}.replicas is {{ .replicas }}, and nothing scales it: use at least 1, or switch the service off with {{ $.key }}.enabled: false.
{{- end }}
{{- end }}
{{- end }}

{{/* A host, with or without its port: either may be a variable, $(LIKE_THIS), and an address of IPv6 may have a zone. */}}
{{- define "millrace.hostPattern" -}}
([^/?@,:\s\[\]]+|\[[0-9A-Fa-f:.]+(%[^/?@,\s\[\]]+)?\])(:([0-9]{1,5}|\$\([-._A-Za-z0-9]+\)))?
{{- end }}

{{/*
What a JDBC URL leads to, however it is written: its hosts with their ports, in one order, and the database. With a socket
factory it is the whole URL; nothing, where variables say it.
*/}}
{{- define "millrace.databaseOf" -}}
{{- $url := .database.url }}
{{- if contains "$(" $url }}
{{- else if regexMatch "[?&]socketFactory=" $url }}{{ $url }}
{{- else if $url }}
{{- $hosts := list }}
{{- range regexFind "//[^/?]*" $url | trimPrefix "//" | lower | splitList "," }}
{{- $hosts = append $hosts (ternary . (printf "%s:5432" .) (regexMatch ":[0-9]+$" .)) }}
{{- end }}
{{- $hosts | sortAlpha | join "," }}{{ regexReplaceAll "^[^/]*//[^/?]*|[?].*$" $url "" }}
{{- end }}
{{- end }}
