{{/* The pod of a service. */}}
{{- define "millrace.pod" -}}
{{- $service := .service }}
{{- $creds := eq $service.broker.auth.kind "creds" }}
serviceAccountName: {{ include "millrace.name" (dict "root" .root "part" "services") }}
{{ include "millrace.podSecurity" .root }}
terminationGracePeriodSeconds: {{ $service.stop.withinSeconds }}
{{- with $service.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
containers:
  - name: service
    image: {{ include "millrace.image" (dict "root" .root "image" $service.image "part" $service.name) | quote }}
    imagePullPolicy: {{ .root.Values.image.pullPolicy }}
    command:
      {{- include "millrace.java" $service | nindent 6 }}
    env:
      {{- include "millrace.env" . | nindent 6 }}
    ports:
      - {name: http, containerPort: {{ $service.port }}, protocol: TCP}
    {{- include "millrace.probes" $service.probes | nindent 4 }}
    lifecycle:
      preStop: {sleep: {seconds: {{ $service.stop.waitSeconds }}}}
    resources:
      {{- toYaml $service.resources | nindent 6 }}
    {{- include "millrace.containerSecurity" . | nindent 4 }}
    volumeMounts:
      {{- include "millrace.tmpMount" . | nindent 6 }}
      {{- if $creds }}
      {{- include "millrace.credsMount" . | nindent 6 }}
      {{- end }}
      {{- with $service.volumeMounts }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
volumes:
  {{- include "millrace.tmpVolume" . | nindent 2 }}
  {{- if $creds }}
  {{- include "millrace.credsVolume" $service.broker.auth | nindent 2 }}
  {{- end }}
  {{- with $service.volumes }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- include "millrace.placement" . }}
{{- end }}

{{- define "millrace.probes" -}}
{{- range $probe, $path := dict "startup" "liveness" "liveness" "liveness" "readiness" "readiness" }}
{{- $times := index $ $probe }}
{{ $probe }}Probe:
  httpGet: {path: /health/{{ $path }}, port: http}
  periodSeconds: {{ $times.periodSeconds }}
  timeoutSeconds: {{ $times.timeoutSeconds }}
  failureThreshold: {{ $times.failureThreshold }}
{{- end }}
{{- end }}

{{- define "millrace.placement" -}}
{{- $selector := include "millrace.selector" (dict "root" .root "part" .service.name) | fromYaml }}
{{- with .service.topologySpread }}
topologySpreadConstraints:
{{- range . }}
  - topologyKey: {{ .topologyKey }}
    maxSkew: {{ .maxSkew }}
    whenUnsatisfiable: {{ .whenUnsatisfiable }}
    labelSelector: {matchLabels: {{ $selector | toJson }}}
    # Pods of the version that is going do not count.
    matchLabelKeys: [pod-template-hash]
{{- end }}
{{- end }}
{{- range $key := list "nodeSelector" "tolerations" "affinity" }}
{{- with index $.service $key }}
{{ $key }}:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}
{{- end }}
