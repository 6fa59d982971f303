# One host for all HTTP functions. What no rule names goes to `configure`, which answers 404 with
# the contract's error body, as each of them does.

resource "google_compute_global_address" "gateway" {
  name = "${var.prefix}gateway"

  depends_on = [google_project_service.api]
}

resource "google_compute_region_network_endpoint_group" "function" {
  for_each = var.routes

  name                  = local.names[each.key]
  region                = var.region
  network_endpoint_type = "SERVERLESS"

  cloud_run {
    service = google_cloudfunctions2_function.function[each.key].name
  }
}

resource "google_compute_backend_service" "function" {
  for_each = var.routes

  name                  = local.names[each.key]
  protocol              = "HTTPS"
  load_balancing_scheme = "EXTERNAL_MANAGED"

  backend {
    group = google_compute_region_network_endpoint_group.function[each.key].id
  }
}

resource "google_compute_url_map" "gateway" {
  name            = "${var.prefix}gateway"
  default_service = google_compute_backend_service.function["configure"].id

  host_rule {
    hosts        = ["*"]
    path_matcher = "routes"
  }

  path_matcher {
    name            = "routes"
    default_service = google_compute_backend_service.function["configure"].id

    dynamic "path_rule" {
      for_each = var.routes
      content {
        paths   = path_rule.value
        service = google_compute_backend_service.function[path_rule.key].id
      }
    }

    path_rule {
      paths   = ["/connect"]
      service = google_compute_backend_service.sockets.id
    }
  }
}

resource "google_compute_managed_ssl_certificate" "gateway" {
  name = "${var.prefix}${substr(sha256(var.domain), 0, 8)}"

  managed {
    domains = [var.domain]
  }

  # A certificate in use cannot be deleted: another domain's is made and put in its place first.
  lifecycle {
    create_before_destroy = true
  }

  depends_on = [google_project_service.api]
}

resource "google_compute_ssl_policy" "gateway" {
  name            = "${var.prefix}gateway"
  profile         = "MODERN"
  min_tls_version = "TLS_1_2"

  depends_on = [google_project_service.api]
}

resource "google_compute_target_https_proxy" "gateway" {
  name             = "${var.prefix}gateway"
  url_map          = google_compute_url_map.gateway.id
  ssl_certificates = [google_compute_managed_ssl_certificate.gateway.id]
  ssl_policy       = google_compute_ssl_policy.gateway.id
}

# No port 80: a token that is sent in clear is lost before a redirect can be answered.
resource "google_compute_global_forwarding_rule" "gateway" {
  name                  = "${var.prefix}gateway"
  target                = google_compute_target_https_proxy.gateway.id
  ip_address            = google_compute_global_address.gateway.id
  port_range            = "443"
  load_balancing_scheme = "EXTERNAL_MANAGED"
}
