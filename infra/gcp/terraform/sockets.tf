# The WebSocket of stream-chat's users, which no function can hold: a service that stays, built from
# the folder that `python -m infra.sockets.build` makes. infra/gcp/README.md says why it has its
# numbers.

locals {
  sockets = "${var.prefix}sockets"

  sockets_environment = {
    GAVEL_STORE              = "firestore"
    GAVEL_QUEUE              = "pubsub"
    GAVEL_GOOGLE_PROJECT     = var.project
    GAVEL_FIRESTORE_DATABASE = google_firestore_database.documents.name
    GAVEL_TOPIC_PREFIX       = var.prefix
    GAVEL_API_KEY            = var.api_key
    GAVEL_HOST               = "0.0.0.0"
  }

  # Each look reads one document for each user who is connected.
  sockets_defaults = { GAVEL_SOCKET_POLL = "10" }
}

resource "google_cloud_run_v2_service" "sockets" {
  name                = local.sockets
  location            = var.region
  ingress             = "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER"
  deletion_protection = false

  template {
    service_account                  = google_service_account.sockets.email
    timeout                          = "3600s"
    max_instance_request_concurrency = 1000

    scaling {
      min_instance_count = var.sockets.min
      max_instance_count = var.sockets.max
    }

    containers {
      # Answers until `gcloud run deploy --source` has put Gavel's in its place.
      image = "us-docker.pkg.dev/cloudrun/container/hello"

      resources {
        limits = {
          cpu    = "1"
          memory = "512Mi"
        }
        cpu_idle = true
      }

      dynamic "env" {
        for_each = { for name, value in merge(local.sockets_defaults, var.settings, local.sockets_environment) : name => value if value != "" }
        content {
          name  = env.key
          value = env.value
        }
      }

      dynamic "env" {
        for_each = local.secret_environment["http"]
        content {
          name = env.key
          value_source {
            secret_key_ref {
              secret  = env.value
              version = "latest"
            }
          }
        }
      }
    }
  }

  lifecycle {
    ignore_changes = [
      client,
      client_version,
      build_config,
      template[0].containers[0].image,
      template[0].containers[0].name,
      template[0].containers[0].base_image_uri,
      template[0].labels,
      template[0].revision,
    ]
  }

  depends_on = [
    google_project_iam_member.sockets_documents,
    google_secret_manager_secret_iam_member.key_reader,
    google_secret_manager_secret_iam_member.reader,
  ]
}

resource "google_service_account" "sockets" {
  account_id   = local.sockets
  display_name = "Gavel: the WebSocket"

  depends_on = [google_project_service.api]
}

resource "google_project_iam_member" "sockets_documents" {
  project = var.project
  role    = "roles/datastore.user"
  member  = google_service_account.sockets.member

  condition {
    title      = "only-this-database"
    expression = "resource.name == \"projects/${var.project}/databases/${var.firestore_database}\""
  }
}

# The service authenticates its callers itself.
resource "google_cloud_run_v2_service_iam_member" "sockets" {
  project  = var.project
  location = var.region
  name     = google_cloud_run_v2_service.sockets.name
  role     = "roles/run.invoker"
  member   = "allUsers"
}

resource "google_compute_region_network_endpoint_group" "sockets" {
  name                  = local.sockets
  region                = var.region
  network_endpoint_type = "SERVERLESS"

  cloud_run {
    service = google_cloud_run_v2_service.sockets.name
  }
}

resource "google_compute_backend_service" "sockets" {
  name                  = local.sockets
  protocol              = "HTTPS"
  load_balancing_scheme = "EXTERNAL_MANAGED"

  backend {
    group = google_compute_region_network_endpoint_group.sockets.id
  }
}
