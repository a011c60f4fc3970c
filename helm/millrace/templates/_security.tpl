{{/* What no value switches off. */}}
{{- define "millrace.podSecurity" -}}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: {{ int64 .Values.runAs }}
  runAsGroup: {{ int64 .Values.runAs }}
  fsGroup: {{ int64 .Values.runAs }}
  seccompProfile: {type: RuntimeDefault}
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
{{- range . }}
  - name: {{ . }}
{{- end }}
{{- end }}
{{- end }}

{{- define "millrace.containerSecurity" -}}
securityContext:
  allowPrivilegeEscalation: false
  privileged: false
  readOnlyRootFilesystem: true
  runAsNonRoot: true
  capabilities: {drop: [ALL]}
{{- end }}

{{/* A JVM unpacks native libraries there. */}}
{{- define "millrace.tmpVolume" -}}
- name: tmp
  emptyDir: {sizeLimit: 256Mi}
{{- end }}

{{- define "millrace.tmpMount" -}}
- {name: tmp, mountPath: /tmp}
{{- end }}
