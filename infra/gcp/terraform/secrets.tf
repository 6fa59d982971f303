# Secret, token and score key of the app `default`, and the key under which Firestore has the secrets
# of all apps. Their versions are added by the operator, never by Terraform, whose state would show
# them. Further apps have theirs in Firestore only.

locals {
  secrets = {
    GAVEL_API_SECRET = "${var.prefix}api-secret"
    GAVEL_API_TOKEN  = "${var.prefix}api-token"
    GAVEL_SCORE_KEY  = "${var.prefix}score-key"
  }

  encryption = { GAVEL_ENCRYPTION_KEY = "${var.prefix}encryption-key" }

  # What opens or stores a secret, or reads what lies encrypted under users' keys.
  key_readers = merge(
    { for name in keys(var.functions) : name => google_service_account.function[name].member },
    { sockets = google_service_account.sockets.member },
  )

  secret_readers = merge(
    { for pair in setproduct(keys(local.secrets), keys(local.public)) :
      join("/", pair) => { secret = pair[0], member = google_service_account.function[pair[1]].member }
    },
    { for name in keys(local.secrets) :
      "${name}/sockets" => { secret = name, member = google_service_account.sockets.member }
    },
    { for pair in setproduct(keys(local.secrets), var.secret_readers) :
      join("/", pair) => { secret = pair[0], member = pair[1] }
    },
  )
}

resource "google_secret_manager_secret" "app" {
  for_each = local.secrets

  secret_id = each.value

  replication {
    auto {}
  }

  depends_on = [google_project_service.api]
}

resource "google_secret_manager_secret_iam_member" "reader" {
  for_each = local.secret_readers

  secret_id = google_secret_manager_secret.app[each.value.secret].id
  role      = "roles/secretmanager.secretAccessor"
  member    = each.value.member
}

resource "google_secret_manager_secret" "encryption" {
  secret_id = local.encryption.GAVEL_ENCRYPTION_KEY

  replication {
    auto {}
  }

  depends_on = [google_project_service.api]
}

resource "google_secret_manager_secret_iam_member" "key_reader" {
  for_each = local.key_readers

  secret_id = google_secret_manager_secret.encryption.id
  role      = "roles/secretmanager.secretAccessor"
  member    = each.value
}
