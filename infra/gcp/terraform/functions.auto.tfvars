# `publishes` is what the function's code can publish to; a test compares the two.
# `cpu` is a whole one because Cloud Run serves several calls at a time with no less.
# infra/gcp/README.md says why each has its numbers.
functions = {
  check = {
    trigger     = "http"
    publishes   = ["enforce", "deliver", "scan"]
    memory      = "512Mi"
    cpu         = "1"
    concurrency = 80
    timeout     = 60
    min         = 1
    max         = 100
  }
  flag = {
    trigger     = "http"
    publishes   = ["enforce", "deliver"]
    memory      = "512Mi"
    cpu         = "1"
    concurrency = 80
    timeout     = 30
    min         = 0
    max         = 20
  }
  report = {
    trigger     = "http"
    publishes   = ["enforce", "deliver", "scan"]
    memory      = "512Mi"
    cpu         = "1"
    concurrency = 80
    timeout     = 30
    min         = 0
    max         = 20
  }
  submit_action = {
    trigger     = "http"
    publishes   = ["enforce", "deliver", "scan"]
    memory      = "512Mi"
    cpu         = "1"
    concurrency = 40
    timeout     = 30
    min         = 0
    max         = 10
  }
  review_queue = {
    trigger     = "http"
    publishes   = ["enforce"]
    memory      = "512Mi"
    cpu         = "1"
    concurrency = 40
    timeout     = 30
    min         = 0
    max         = 10
  }
  appeals = {
    trigger     = "http"
    publishes   = ["enforce", "deliver", "scan"]
    memory      = "512Mi"
    cpu         = "1"
    concurrency = 40
    timeout     = 30
    min         = 0
    max         = 10
  }
  configure = {
    trigger     = "http"
    publishes   = ["enforce", "deliver", "scan"]
    memory      = "512Mi"
    cpu         = "1"
    concurrency = 20
    timeout     = 60
    min         = 0
    max         = 5
  }
  rules = {
    trigger     = "http"
    publishes   = ["enforce", "deliver", "scan"]
    memory      = "512Mi"
    cpu         = "1"
    concurrency = 20
    timeout     = 60
    min         = 0
    max         = 10
  }
  users = {
    trigger     = "http"
    publishes   = ["enforce", "deliver", "scan"]
    memory      = "512Mi"
    cpu         = "1"
    concurrency = 40
    timeout     = 30
    min         = 0
    max         = 10
  }
  moderation_log = {
    trigger     = "http"
    publishes   = ["deliver"]
    memory      = "512Mi"
    cpu         = "1"
    concurrency = 40
    timeout     = 30
    min         = 0
    max         = 10
  }
  tasks = {
    trigger     = "http"
    publishes   = ["scan"]
    memory      = "512Mi"
    cpu         = "1"
    concurrency = 20
    timeout     = 60
    min         = 0
    max         = 10
  }
  facades = {
    trigger     = "http"
    publishes   = ["enforce", "scan"]
    memory      = "512Mi"
    cpu         = "1"
    concurrency = 80
    timeout     = 30
    min         = 0
    max         = 100
  }
  dashboard = {
    trigger     = "http"
    publishes   = []
    memory      = "512Mi"
    cpu         = "1"
    concurrency = 20
    timeout     = 30
    min         = 0
    max         = 5
  }
  enforce = {
    trigger     = "queue"
    publishes   = ["enforce", "deliver", "scan"]
    memory      = "512Mi"
    cpu         = "1"
    concurrency = 32
    timeout     = 30
    min         = 0
    max         = 50
  }
  deliver = {
    trigger     = "queue"
    publishes   = ["deliver"]
    memory      = "512Mi"
    cpu         = "1"
    concurrency = 32
    timeout     = 60
    min         = 0
    max         = 50
  }
  scan = {
    trigger     = "queue"
    publishes   = ["enforce", "deliver", "scan"]
    memory      = "1Gi"
    cpu         = "1"
    concurrency = 4
    timeout     = 180
    min         = 0
    max         = 20
  }
  sweep = {
    trigger     = "schedule"
    publishes   = ["enforce", "deliver", "scan"]
    memory      = "512Mi"
    cpu         = "1"
    concurrency = 1
    timeout     = 180
    min         = 0
    max         = 1
  }
}
