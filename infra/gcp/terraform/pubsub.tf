locals {
  queues       = { for name, f in var.functions : name => f if f.trigger == "queue" }
  pubsub_agent = "serviceAccount:service-${data.google_project.this.number}@gcp-sa-pubsub.iam.gserviceaccount.com"

  publications = merge([
    for name, f in var.functions : {
      for topic in f.publishes : "${name}/${topic}" => { function = name, topic = topic }
    }
  ]...)
}

resource "google_pubsub_topic" "queue" {
  for_each = local.queues

  name = "${var.prefix}${each.key}"

  depends_on = [google_project_service.api]
}

resource "google_pubsub_topic" "dead" {
  name = "${var.prefix}dead"

  depends_on = [google_project_service.api]
}

# Straight to the function and not through Eventarc, which drops a message whose function raises.
resource "google_pubsub_subscription" "push" {
  for_each = local.queues

  name                       = "${var.prefix}${each.key}"
  topic                      = google_pubsub_topic.queue[each.key].id
  ack_deadline_seconds       = each.value.timeout + 10
  message_retention_duration = "604800s"

  push_config {
    push_endpoint = local.urls[each.key]

    oidc_token {
      service_account_email = google_service_account.push.email
      audience              = local.urls[each.key]
    }
  }

  retry_policy {
    minimum_backoff = "10s"
    maximum_backoff = "600s"
  }

  dead_letter_policy {
    dead_letter_topic     = google_pubsub_topic.dead.id
    max_delivery_attempts = 10
  }

  expiration_policy {
    ttl = ""
  }

  depends_on = [
    google_cloud_run_service_iam_member.invoker,
    google_service_account_iam_member.pubsub_calls_as_push,
  ]
}

# Nobody takes from it: dead letters wait here for a person, who is told by an alert.
resource "google_pubsub_subscription" "dead" {
  name                       = "${var.prefix}dead"
  topic                      = google_pubsub_topic.dead.id
  message_retention_duration = "604800s"

  expiration_policy {
    ttl = ""
  }
}

resource "google_pubsub_topic_iam_member" "publisher" {
  for_each = local.publications

  topic  = google_pubsub_topic.queue[each.value.topic].id
  role   = "roles/pubsub.publisher"
  member = google_service_account.function[each.value.function].member
}

# Moving a message to the dead letters is a publishing and an acknowledgement by Pub/Sub itself.
resource "google_pubsub_topic_iam_member" "agent_publishes_dead_letters" {
  topic  = google_pubsub_topic.dead.id
  role   = "roles/pubsub.publisher"
  member = local.pubsub_agent
}

resource "google_pubsub_subscription_iam_member" "agent_takes_dead_letters" {
  for_each = local.queues

  subscription = google_pubsub_subscription.push[each.key].id
  role         = "roles/pubsub.subscriber"
  member       = local.pubsub_agent
}
