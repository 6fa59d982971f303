terraform {
  required_version = ">= 1.9"

  # The bucket is given at `terraform init`; infra/gcp/README.md makes it.
  backend "gcs" {
    prefix = "gavel"
  }

  required_providers {
    google = {
      source = "hashicorp/google"
      # 6.20 is the first that can remove a google_firestore_field of all fields ("*").
      version = ">= 6.20, < 7"
    }
  }
}

provider "google" {
  project = var.project
  region  = var.region
}

data "google_project" "this" {
  project_id = var.project
}
