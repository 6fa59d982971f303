locals {
  names  = { for name, f in var.functions : name => format("%s%s", var.prefix, replace(name, "_", "-")) }
  public = { for name, f in var.functions : name => f if f.trigger == "http" }

  # Known before the function is made, which lets a function's environment have the URL of another.
  urls         = { for name, f in var.functions : name => format(local.url, local.names[name]) }
  url          = format("https://%%s-%s.%s.run.app", data.google_project.this.number, var.region)
  function_url = format(local.url, format("%s{function}", var.prefix))

  # The load balancer is the only way in to the public ones; Pub/Sub, Cloud Tasks and Cloud
  # Scheduler of the same project count as internal.
  ingress = {
    http     = "ALLOW_INTERNAL_AND_GCLB"
    queue    = "ALLOW_INTERNAL_ONLY"
    schedule = "ALLOW_INTERNAL_ONLY"
  }

  invokers = {
    http     = "allUsers"
    queue    = google_service_account.push.member
    schedule = google_service_account.push.member
  }

  environment = {
    FUNCTION_USE_ASGI          = "true"
    GAVEL_STORE                = "firestore"
    GAVEL_QUEUE                = "pubsub"
    GAVEL_GOOGLE_PROJECT       = var.project
    GAVEL_FIRESTORE_DATABASE   = google_firestore_database.documents.name
    GAVEL_TOPIC_PREFIX         = var.prefix
    GAVEL_PUSH_SERVICE_ACCOUNT = google_service_account.push.email
    GAVEL_API_KEY              = var.api_key
  }

  # A task carries a token for its caller's own audience, and so `deliver` makes tasks for itself.
  own_environment = {
    deliver = {
      GAVEL_TASKS_QUEUE           = google_cloud_tasks_queue.delays.id
      GAVEL_TASKS_SERVICE_ACCOUNT = google_service_account.push.email
      GAVEL_FUNCTION_URL          = local.function_url
    }
  }

  optional_settings = [
    "GAVEL_BREAKER_SECONDS",
    "GAVEL_CALLBACK_TIMEOUT",
    "GAVEL_CONFIG_TTL",
    "GAVEL_EGRESS_ALLOW",
    "GAVEL_ENCRYPT_CONTENT",
    "GAVEL_LOG_LEVEL",
    "GAVEL_MAX_BODY",
    "GAVEL_PAGE_MEDIA",
    "GAVEL_PERSPECTIVE_SCALE",
    "GAVEL_PUBLIC_URL",
    "GAVEL_RECEIPT_DELAYS",
    "GAVEL_RETRY_DELAYS",
    "GAVEL_SOCKET_POLL",
    "GAVEL_SWEEP_AFTER",
    "GAVEL_SWEEP_GRACE",
  ]

  # A function with a secret that has no version yet cannot be deployed.
  key_environment = var.encrypted ? local.encryption : {}
  app_environment = var.api_key == "" ? {} : local.secrets
  secret_environment = {
    http     = merge(local.key_environment, local.app_environment)
    queue    = local.key_environment
    schedule = local.key_environment
  }
}

resource "google_cloudfunctions2_function" "function" {
  for_each = var.functions

  name     = local.names[each.key]
  location = var.region

  build_config {
    runtime         = var.runtime
    entry_point     = each.key
    service_account = google_service_account.build.id

    source {
      storage_source {
        bucket = google_storage_bucket.source.name
        object = google_storage_bucket_object.source[each.key].name
      }
    }
  }

  service_config {
    service_account_email            = google_service_account.function[each.key].email
    available_memory                 = each.value.memory
    available_cpu                    = each.value.cpu
    max_instance_request_concurrency = each.value.concurrency
    timeout_seconds                  = each.value.timeout
    min_instance_count               = each.value.min
    max_instance_count               = each.value.max
    ingress_settings                 = local.ingress[each.value.trigger]
    all_traffic_on_latest_revision   = true

    environment_variables = { for name, value in merge(
      var.settings,
      local.environment,
      { GAVEL_PUSH_AUDIENCE = local.urls[each.key] },
      lookup(local.own_environment, each.key, {}),
    ) : name => value if value != "" }

    dynamic "secret_environment_variables" {
      for_each = local.secret_environment[each.value.trigger]
      content {
        key        = secret_environment_variables.key
        project_id = var.project
        secret     = secret_environment_variables.value
        version    = "latest"
      }
    }
  }

  lifecycle {
    precondition {
      condition     = each.key != "deliver" || each.value.timeout >= 2 * tonumber(lookup(var.settings, "GAVEL_CALLBACK_TIMEOUT", "15")) + 5
      error_message = "A callback may wait for a slot as long as it then takes: give deliver twice GAVEL_CALLBACK_TIMEOUT and 5 seconds."
    }
  }

  # The indexes too: without its index a query is refused.
  depends_on = [
    google_firestore_field.override,
    google_firestore_index.composite,
    google_project_iam_member.build,
    google_project_iam_member.build_source,
    google_project_iam_member.documents,
    google_secret_manager_secret_iam_member.key_reader,
    google_secret_manager_secret_iam_member.reader,
  ]
}
