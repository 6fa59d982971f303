# The zips that `python -m infra.gcp.build` makes. A zip's digest is in its name, so a function is
# built again when, and only when, its zip has changed.

resource "google_storage_bucket" "source" {
  name                        = "${var.project}-${var.prefix}source"
  location                    = var.region
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"
  force_destroy               = true

  depends_on = [google_project_service.api]
}

resource "google_storage_bucket_object" "source" {
  for_each = var.functions

  bucket = google_storage_bucket.source.name
  name   = "${each.key}-${filesha256("${path.module}/${var.dist}/${each.key}.zip")}.zip"
  source = "${path.module}/${var.dist}/${each.key}.zip"
}
