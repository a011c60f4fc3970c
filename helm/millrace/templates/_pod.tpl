{{/* The pod of a service. */}}
{{- define "millrace.pod" -}}
{{- $service := .service }}
{{- $files := dict "auth" $service.broker.auth "of" $service }}
serviceAccountName: {{ include "millrace.name" (dict "root" .root "part" "services") }}
{{ include "millrace.podSecurity" .root }}
terminationGracePeriodSeconds: {{ $service.stop.withinSeconds }}
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
      {{- include "millrace.volumeMounts" $files | nindent 6 }}
volumes:
  {{- include "millrace.volumes" $files | nindent 2 }}
{{- include "millrace.spread" . }}
{{- include "millrace.placement" $service }}
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

{{- define "millrace.spread" -}}
{{- $selector := include "millrace.selector" (dict "root" .root "part" .service.name) | fromYaml }}
{{- with .service.topologySpread }}
topologySpreadConstraints:
{{- range . }}
  - topologyKey: {{ .topologyKey }}
    maxSkew: {{ .maxSkew }}
    whenUnsatisfiable: {{ .whenUnsatisfiable }}
    labelSelector: {matchLabels: {{ $selector | toJson }}}
    # Pods of the version that is going do not count, nor do nodes that take none: those of a zone that is away.
    matchLabelKeys: [pod-template-hash]
    nodeTaintsPolicy: Honor
{{- end }}
{{- end }}
{{- end }}

{{/* Where a pod runs, and before whom: of a service, and of what runs once. */}}
{{- define "millrace.placement" -}}
{{- with .priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- range $key := list "nodeSelector" "tolerations" "affinity" }}
{{- with index $ $key }}
{{ $key }}:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}
{{- end }}
