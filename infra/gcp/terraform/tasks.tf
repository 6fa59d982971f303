# Wakes the next attempt of a delivery. Whatever is lost here, the sweep finds.
resource "google_cloud_tasks_queue" "delays" {
  name     = "${var.prefix}delays"
  location = var.region

  rate_limits {
    max_dispatches_per_second = 500
    max_concurrent_dispatches = 1000
  }

  retry_config {
    max_attempts = 5
    min_backoff  = "10s"
    max_backoff  = "600s"
  }

  depends_on = [google_project_service.api]
}

resource "google_cloud_tasks_queue_iam_member" "deliver_makes_tasks" {
  name     = google_cloud_tasks_queue.delays.name
  location = var.region
  role     = "roles/cloudtasks.enqueuer"
  member   = google_service_account.function["deliver"].member
}
