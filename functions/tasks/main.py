"""What is done in the background: started here, and asked how far it has come."""

from __future__ import annotations

from common import loading
from common.http.function import http_function
from functions.tasks import ordering, policy_tests, reading

tasks = http_function(
    "tasks",
    bulk_image_moderation=ordering.moderate_images,
    start_export=ordering.export,
    export_users_v1=ordering.export_users,
    get_file=reading.get_file,
    get_task=reading.get,
    get_task_v1=reading.get,
    list_policy_test_sets=policy_tests.list_all,
    create_policy_test_set=policy_tests.create,
    get_policy_test_set=policy_tests.get,
    delete_policy_test_set=policy_tests.delete,
    start_policy_test_run=policy_tests.start,
    get_policy_test_run=policy_tests.get_run,
)

loading.done()
