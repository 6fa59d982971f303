# Cloud Run writes a line a request with its whole URL, in which Perspective's clients send a score
# key, and Stream's a user's token when they open a WebSocket. Those of the two are dropped before
# they are kept; their own lines have the path alone or none.

resource "google_logging_project_exclusion" "facades" {
  name        = "${var.prefix}facades"
  description = "Request logs of ${local.names["facades"]}: the URLs have keys"
  filter      = "logName=\"projects/${var.project}/logs/run.googleapis.com%2Frequests\" AND resource.labels.service_name=\"${local.names["facades"]}\""

  depends_on = [google_project_service.api]
}

resource "google_logging_project_exclusion" "sockets" {
  name        = local.sockets
  description = "Request logs of ${local.sockets}: the URLs have tokens"
  filter      = "logName=\"projects/${var.project}/logs/run.googleapis.com%2Frequests\" AND resource.labels.service_name=\"${local.sockets}\""

  depends_on = [google_project_service.api]
}
