{{/* Labels of everything, and of what is picked by: call with (list $ component). */}}
{{- define "rasid.labels" -}}
app.kubernetes.io/name: rasid
app.kubernetes.io/instance: {{ (index . 0).Release.Name }}
app.kubernetes.io/component: {{ index . 1 }}
{{- end }}

{{- define "rasid.name" -}}
{{ printf "%s-%s" (index . 0).Release.Name (index . 1) | trunc 52 | trimSuffix "-" }}
{{- end }}

{{/*
A pod of Rasid. Call with a dict: root, component, args, port (0: none), storage, resources, alerts (whether it reads the
rules), token (whether it needs the dashboard's token), memory (whether its tables are kept in memory).
*/}}
{{- define "rasid.pod" -}}
{{- $kafka := .root.Values.kafka -}}
metadata:
  labels:
    {{- include "rasid.labels" (list .root .component) | nindent 4 }}
  annotations:
    checksum/config: {{ include (print .root.Template.BasePath "/configmap.yaml") .root | sha256sum }}
spec:
  # A worker finishes what it holds: 15 s, and then some.
  terminationGracePeriodSeconds: 40
  automountServiceAccountToken: false
  # Links to services would be variables that begin with RASID_ and name no setting, which is an error.
  enableServiceLinks: false
  securityContext:
    runAsNonRoot: true
    runAsUser: 65532
    runAsGroup: 65532
    fsGroup: 65532
    fsGroupChangePolicy: OnRootMismatch
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: rasid
      image: "{{ .root.Values.image.repository }}:{{ .root.Values.image.tag | default .root.Chart.AppVersion }}"
      imagePullPolicy: {{ .root.Values.image.pullPolicy }}
      args: {{ .args | toJson }}
      envFrom:
        - configMapRef:
            name: {{ include "rasid.name" (list .root "settings") }}
      env:
        - name: RASID_DATA_DIR
          value: /var/lib/rasid
        {{- if .memory }}
        - name: RASID_STORE
          value: memory
        {{- end }}
        {{- if .alerts }}
        - name: RASID_ALERTS_FILE
          value: /etc/rasid/alerts/alerts.toml
        {{- end }}
        {{- if .token }}
        - name: RASID_API_TOKEN_FILE
          value: /etc/rasid/token/{{ .root.Values.dashboard.token.key }}
        {{- end }}
      {{- if .port }}
      ports:
        - name: web
          containerPort: {{ .port }}
      startupProbe:
        httpGet: {path: /healthz, port: web}
        periodSeconds: 5
        failureThreshold: 60
      readinessProbe:
        httpGet: {path: /healthz, port: web}
        periodSeconds: 10
        timeoutSeconds: 5
      # A stuck worker ends by itself; this is for a process that no longer answers. /healthz is 503 during a rebalance,
      # so that this must have patience.
      livenessProbe:
        httpGet: {path: /healthz, port: web}
        periodSeconds: 10
        timeoutSeconds: 5
        failureThreshold: 18
      {{- end }}
      {{- with .resources }}
      resources:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      securityContext:
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: true
        capabilities:
          drop: [ALL]
      volumeMounts:
        - {name: tmp, mountPath: /tmp}
        - {name: data, mountPath: /var/lib/rasid}
        {{- if $kafka.saslPassword.secret }}
        - {name: sasl, mountPath: /etc/rasid/sasl, readOnly: true}
        {{- end }}
        {{- if $kafka.ca.secret }}
        - {name: ca, mountPath: /etc/rasid/ca, readOnly: true}
        {{- end }}
        {{- if $kafka.clientCertificate.secret }}
        - {name: client, mountPath: /etc/rasid/client, readOnly: true}
        {{- end }}
        {{- if .alerts }}
        - {name: alerts, mountPath: /etc/rasid/alerts, readOnly: true}
        {{- end }}
        {{- if .token }}
        - {name: token, mountPath: /etc/rasid/token, readOnly: true}
        {{- end }}
  volumes:
    - {name: tmp, emptyDir: {}}
    {{- if not .storage }}
    - {name: data, emptyDir: {}}
    {{- end }}
    {{- if $kafka.saslPassword.secret }}
    - {name: sasl, secret: {secretName: {{ $kafka.saslPassword.secret | quote }}}}
    {{- end }}
    {{- if $kafka.ca.secret }}
    - {name: ca, secret: {secretName: {{ $kafka.ca.secret | quote }}}}
    {{- end }}
    {{- if $kafka.clientCertificate.secret }}
    - {name: client, secret: {secretName: {{ $kafka.clientCertificate.secret | quote }}}}
    {{- end }}
    {{- if .alerts }}
    - {name: alerts, secret: {secretName: {{ .root.Values.alerts.secret | quote }}}}
    {{- end }}
    {{- if .token }}
    - {name: token, secret: {secretName: {{ .root.Values.dashboard.token.secret | quote }}}}
    {{- end }}
{{- end }}

{{/* A StatefulSet where storage is kept, else a Deployment; the dict of rasid.pod, and replicas. */}}
{{- define "rasid.workload" -}}
apiVersion: apps/v1
kind: {{ ternary "StatefulSet" "Deployment" (not (empty .storage)) }}
metadata:
  name: {{ include "rasid.name" (list .root .component) }}
  labels:
    {{- include "rasid.labels" (list .root .component) | nindent 4 }}
spec:
  {{- if not .scaled }}
  replicas: {{ .replicas }}
  {{- end }}
  selector:
    matchLabels:
      {{- include "rasid.labels" (list .root .component) | nindent 6 }}
  {{- if .storage }}
  serviceName: {{ include "rasid.name" (list .root .component) }}
  podManagementPolicy: Parallel
  # What stands there is made of Kafka's topics, and made anew from them.
  persistentVolumeClaimRetentionPolicy:
    whenDeleted: Delete
    whenScaled: Delete
  volumeClaimTemplates:
    - metadata:
        name: data
      spec:
        accessModes: [ReadWriteOnce]
        {{- with .root.Values.storageClass }}
        storageClassName: {{ . }}
        {{- end }}
        resources:
          requests:
            storage: {{ .storage }}
  {{- else }}
  strategy:
    rollingUpdate: {maxSurge: 0, maxUnavailable: 1}
  {{- end }}
  template:
    {{- include "rasid.pod" . | nindent 4 }}
{{- end }}
