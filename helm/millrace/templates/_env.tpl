{{/* The environment of a service: docs/write-a-service.md lists what else there is. */}}
{{- define "millrace.env" -}}
- name: MICRONAUT_APPLICATION_NAME
  value: {{ .service.name }}
- name: MICRONAUT_SERVER_PORT
  value: {{ .service.port | quote }}
- name: MICRONAUT_BANNER_ENABLED
  value: "false"
# The pod's name: a container that is started again in its pod has its leases back at once.
- name: MILLRACE_INSTANCE
  valueFrom: {fieldRef: {fieldPath: metadata.name}}
- name: DATASOURCES_DEFAULT_USERNAME
  valueFrom: {secretKeyRef: {name: {{ .service.database.secret | quote }}, key: username}}
- name: DATASOURCES_DEFAULT_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ .service.database.secret | quote }}, key: password}}
{{- with .service.broker.auth }}
{{- if eq .kind "creds" }}
- name: NATS_DEFAULT_CREDENTIALS
  value: /etc/millrace/nats/nats.creds
{{- else if eq .kind "user" }}
- name: NATS_DEFAULT_USERNAME
  valueFrom: {secretKeyRef: {name: {{ .secret | quote }}, key: username}}
- name: NATS_DEFAULT_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ .secret | quote }}, key: password}}
{{- else if eq .kind "token" }}
- name: NATS_DEFAULT_TOKEN
  valueFrom: {secretKeyRef: {name: {{ .secret | quote }}, key: token}}
{{- end }}
{{- end }}
{{- range $variable, $value := .service.env }}
- name: {{ $variable }}
  value: {{ $value | quote }}
{{- end }}
{{- range $variable, $source := .service.secretEnv }}
- name: {{ $variable }}
  valueFrom: {secretKeyRef: {name: {{ $source.secret | quote }}, key: {{ $source.key | quote }}}}
{{- end }}
# URLs may name variables, such as $(DB_HOST): those that stand before.
- name: DATASOURCES_DEFAULT_URL
  value: {{ .service.database.url | quote }}
- name: NATS_DEFAULT_ADDRESSES
  value: {{ include "millrace.brokerUrls" (dict "root" .root "broker" .service.broker) | quote }}
{{- range $variable, $system := .service.outside }}
- name: {{ $variable }}
  value: {{ $system.url | quote }}
{{- end }}
{{- end }}
