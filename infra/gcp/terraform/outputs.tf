output "address" {
  description = "what the domain's A record must say"
  value       = google_compute_global_address.gateway.address
}

output "url" {
  description = "where clients call"
  value       = "https://${var.domain}"
}

output "function_urls" {
  description = "each function's own address; strangers reach none of them"
  value       = local.urls
}

output "secrets" {
  description = "the secrets that need a version before api_key is set"
  value       = [for secret in google_secret_manager_secret.app : secret.secret_id]
}

output "dead_letters" {
  description = "the subscription in which dead letters wait"
  value       = google_pubsub_subscription.dead.name
}
