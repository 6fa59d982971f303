variable "project" {
  description = "id of the Google Cloud project"
  type        = string
}

variable "domain" {
  description = "host name of the API; its A record points to the output `address`"
  type        = string
}

variable "region" {
  description = "where functions, tasks and schedule run"
  type        = string
  default     = "europe-west1"
}

variable "firestore_location" {
  description = "a region, or a multi-region such as eur3 or nam5; without it the region above; for ever"
  type        = string
  default     = null
}

variable "firestore_database" {
  description = "name of the Firestore database"
  type        = string
  default     = "(default)"
}

variable "prefix" {
  description = "what the names of all resources begin with, topics too"
  type        = string
  default     = "gavel-"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,8}-$", var.prefix))
    error_message = "At most ten lower-case letters, digits and hyphens, a hyphen last."
  }
}

variable "runtime" {
  description = "the functions' Python"
  type        = string
  default     = "python311"
}

variable "dist" {
  description = "folder of the zips that python -m infra.gcp.build makes"
  type        = string
  default     = "../../../dist"
}

variable "functions" {
  description = "one entry a folder of functions/: functions.auto.tfvars"
  type = map(object({
    trigger     = string
    publishes   = list(string)
    memory      = string
    cpu         = string
    concurrency = number
    timeout     = number
    min         = number
    max         = number
  }))

  validation {
    condition     = alltrue([for f in values(var.functions) : contains(["http", "queue", "schedule"], f.trigger)])
    error_message = "A trigger is http, queue or schedule."
  }
}

variable "routes" {
  description = "path rules of each HTTP function: routes.auto.tfvars.json, made by python -m infra.gcp.route_map"
  type        = map(list(string))
}

variable "settings" {
  description = "settings of the functions that are not left at their defaults, by environment variable"
  type        = map(string)
  default     = {}

  validation {
    condition     = length(setsubtract(keys(var.settings), local.optional_settings)) == 0
    error_message = "Only what local.optional_settings in functions.tf names."
  }
}

variable "api_key" {
  description = "key of the app `default`, whose secret, token and score key are then read from Secret Manager"
  type        = string
  default     = ""
}

variable "encrypted" {
  description = "whether the functions read the key that secrets are stored under, which needs a version; without it none can be stored"
  type        = bool
  default     = true
}

variable "sockets" {
  description = "instances of the WebSocket's service that stay, and how many there may be"
  type = object({
    min = number
    max = number
  })
  default = {
    min = 1
    max = 10
  }
}

variable "secret_readers" {
  description = "who else may read these secrets, as IAM members: your own servers"
  type        = list(string)
  default     = []
}

variable "notification_channels" {
  description = "full names of the Cloud Monitoring channels that alerts go to"
  type        = list(string)
  default     = []
}

variable "delete_protection" {
  description = "whether Google refuses to delete the database"
  type        = bool
  default     = true
}
