{{/* The files of a pod: temporary ones, the credentials of `.auth`, and what the values `.of` it bring. */}}
{{- define "millrace.volumes" -}}
{{ include "millrace.tmpVolume" . }}
{{- if eq .auth.kind "creds" }}
- name: nats-creds
  secret: {secretName: {{ .auth.secret | quote }}, defaultMode: 0440, items: [{key: nats.creds, path: nats.creds}]}
{{- end }}
{{- with .of.volumes }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "millrace.volumeMounts" -}}
{{ include "millrace.tmpMount" . }}
{{- if eq .auth.kind "creds" }}
- {name: nats-creds, mountPath: /etc/millrace/nats, readOnly: true}
{{- end }}
{{- with .of.volumeMounts }}
{{ toYaml . }}
{{- end }}
{{- end }}
