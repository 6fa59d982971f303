locals {
  of_subscription = "resource.type = \"pubsub_subscription\" AND metric.type = \"pubsub.googleapis.com/subscription"
  of_requests     = "resource.type = \"cloud_run_revision\" AND metric.type = \"run.googleapis.com/request_count\""
  of_gavel        = "resource.labels.service_name = starts_with(\"${var.prefix}\")"
}

resource "google_monitoring_alert_policy" "dead_letters" {
  display_name          = "Gavel: dead letters wait"
  combiner              = "OR"
  notification_channels = var.notification_channels

  conditions {
    display_name = "messages in ${google_pubsub_subscription.dead.name}"

    condition_threshold {
      filter          = "${local.of_subscription}/num_undelivered_messages\" AND resource.labels.subscription_id = \"${google_pubsub_subscription.dead.name}\""
      comparison      = "COMPARISON_GT"
      threshold_value = 0
      duration        = "0s"

      aggregations {
        alignment_period   = "60s"
        per_series_aligner = "ALIGN_MAX"
      }
    }
  }

  documentation {
    content = "A function could not handle a message ten times. infra/gcp/README.md, \"Dead letters\"."
  }
}

resource "google_monitoring_alert_policy" "errors" {
  display_name          = "Gavel: a function answers 5xx"
  combiner              = "OR"
  notification_channels = var.notification_channels

  conditions {
    display_name = "more than 5 % of a function's calls for 5 minutes"

    condition_threshold {
      filter             = "${local.of_requests} AND ${local.of_gavel} AND metric.labels.response_code_class = \"5xx\""
      denominator_filter = "${local.of_requests} AND ${local.of_gavel}"
      comparison         = "COMPARISON_GT"
      threshold_value    = 0.05
      duration           = "300s"

      aggregations {
        alignment_period     = "300s"
        per_series_aligner   = "ALIGN_DELTA"
        cross_series_reducer = "REDUCE_SUM"
        group_by_fields      = ["resource.labels.service_name"]
      }

      denominator_aggregations {
        alignment_period     = "300s"
        per_series_aligner   = "ALIGN_DELTA"
        cross_series_reducer = "REDUCE_SUM"
        group_by_fields      = ["resource.labels.service_name"]
      }
    }
  }
}

resource "google_monitoring_alert_policy" "backlog" {
  for_each = local.queues

  display_name          = "Gavel: messages for ${each.key} are not handled"
  combiner              = "OR"
  notification_channels = var.notification_channels

  conditions {
    display_name = "the oldest has waited for 10 minutes"

    condition_threshold {
      filter          = "${local.of_subscription}/oldest_unacked_message_age\" AND resource.labels.subscription_id = \"${google_pubsub_subscription.push[each.key].name}\""
      comparison      = "COMPARISON_GT"
      threshold_value = 600
      duration        = "60s"

      aggregations {
        alignment_period   = "60s"
        per_series_aligner = "ALIGN_MAX"
      }
    }
  }
}

# The net beneath everything else: without it a lost message stays lost.
resource "google_monitoring_alert_policy" "no_sweep" {
  display_name          = "Gavel: the sweep does not run"
  combiner              = "OR"
  notification_channels = var.notification_channels

  conditions {
    display_name = "no successful call for 10 minutes"

    condition_absent {
      filter   = "${local.of_requests} AND resource.labels.service_name = \"${local.names["sweep"]}\" AND metric.labels.response_code_class = \"2xx\""
      duration = "600s"

      aggregations {
        alignment_period     = "60s"
        per_series_aligner   = "ALIGN_DELTA"
        cross_series_reducer = "REDUCE_SUM"
      }
    }
  }
}
