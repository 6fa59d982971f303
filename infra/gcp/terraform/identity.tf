# Each function runs as an account of its own; beside them are the one that calls the private
# functions and the one that builds. None has a role in the project but for reading and writing
# the one database, and for building.

resource "google_service_account" "function" {
  for_each = var.functions

  account_id   = local.names[each.key]
  display_name = "Gavel: the function ${each.key}"

  depends_on = [google_project_service.api]
}

resource "google_service_account" "push" {
  account_id   = "${var.prefix}push"
  display_name = "Gavel: whom Pub/Sub, Cloud Tasks and Cloud Scheduler call as"

  depends_on = [google_project_service.api]
}

resource "google_service_account" "build" {
  account_id   = "${var.prefix}build"
  display_name = "Gavel: builds the functions"

  depends_on = [google_project_service.api]
}

resource "google_project_iam_member" "documents" {
  for_each = var.functions

  project = var.project
  role    = "roles/datastore.user"
  member  = google_service_account.function[each.key].member

  condition {
    title      = "only-this-database"
    expression = "resource.name == \"projects/${var.project}/databases/${var.firestore_database}\""
  }
}

# Private functions are called by the push account only, and check its token once more themselves.
# The public ones authenticate their callers themselves.
resource "google_cloud_run_service_iam_member" "invoker" {
  for_each = var.functions

  project  = var.project
  location = var.region
  service  = google_cloudfunctions2_function.function[each.key].name
  role     = "roles/run.invoker"
  member   = local.invokers[each.value.trigger]
}

# Only `deliver` asks for delays: it makes tasks that call as the push account.
resource "google_service_account_iam_member" "deliver_calls_as_push" {
  service_account_id = google_service_account.push.name
  role               = "roles/iam.serviceAccountUser"
  member             = google_service_account.function["deliver"].member
}

resource "google_service_account_iam_member" "pubsub_calls_as_push" {
  service_account_id = google_service_account.push.name
  role               = "roles/iam.serviceAccountTokenCreator"
  member             = local.pubsub_agent
}

resource "google_project_iam_member" "build" {
  for_each = toset(["roles/artifactregistry.writer", "roles/logging.logWriter"])

  project = var.project
  role    = each.value
  member  = google_service_account.build.member
}

# Where Cloud Run functions puts a copy of what it builds, and gcloud what it deploys from a folder.
resource "google_project_iam_member" "build_source" {
  project = var.project
  role    = "roles/storage.objectViewer"
  member  = google_service_account.build.member

  condition {
    title      = "only-function-sources"
    expression = "resource.name.startsWith(\"projects/_/buckets/gcf-v2-sources-\") || resource.name.startsWith(\"projects/_/buckets/run-sources-\")"
  }
}
