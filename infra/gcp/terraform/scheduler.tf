resource "google_cloud_scheduler_job" "sweep" {
  name             = "${var.prefix}sweep"
  region           = var.region
  schedule         = "* * * * *"
  time_zone        = "Etc/UTC"
  attempt_deadline = "${var.functions["sweep"].timeout + 10}s"

  # The next minute's call is the retry.
  retry_config {
    retry_count = 0
  }

  http_target {
    http_method = "POST"
    uri         = local.urls["sweep"]
    headers     = { "content-type" = "application/json" }
    body        = base64encode("{}")

    oidc_token {
      service_account_email = google_service_account.push.email
      audience              = local.urls["sweep"]
    }
  }

  depends_on = [google_cloud_run_service_iam_member.invoker]
}
