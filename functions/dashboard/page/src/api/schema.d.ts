export interface paths {
    "/api/v1/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_actions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_action"];
        put: operations["put_action"];
        post?: never;
        delete: operations["delete_action"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["pause_action"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["resume_action"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/{id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["run_action"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["test_action"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api_tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_api_tokens"];
        put?: never;
        post: operations["create_api_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api_tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_api_token"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backtests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_backtests"];
        put?: never;
        post: operations["start_backtest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backtests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_backtest"];
        put?: never;
        post?: never;
        delete: operations["delete_backtest"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backtests/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["cancel_backtest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/caps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_caps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/classes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_classes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_delivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["cancel_delivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["retry_delivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_endpoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/endpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_endpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/endpoints/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["disable_endpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/endpoints/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["enable_endpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/endpoints/{id}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["redeliver_endpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/endpoints/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["replay_endpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enforcements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_enforcements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enforcements/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["drop_enforcements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enforcements/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["release_enforcements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enforcements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_enforcement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/image_hash_lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_image_hash_lists"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/image_hash_lists/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_image_hash_list"];
        put: operations["put_image_hash_list"];
        post?: never;
        delete: operations["delete_image_hash_list"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/image_hash_lists/{id}/add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["add_image_hash"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/image_hash_lists/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["export_image_hashes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/image_hash_lists/{id}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["import_image_hashes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/image_hash_lists/{id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["remove_image_hashes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{id}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["explain_item"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["query_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/log/mark_read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["mark_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/log/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["count_unread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/log/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["retry_log_entry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_members"];
        put?: never;
        post: operations["create_member"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_member"];
        put?: never;
        post?: never;
        delete: operations["delete_member"];
        options?: never;
        head?: never;
        patch: operations["change_member"];
        trace?: never;
    };
    "/api/v1/members/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["make_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_notes"];
        put?: never;
        post: operations["write_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/page_settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_page_settings"];
        put: operations["put_page_settings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_providers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/providers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_provider"];
        put: operations["put_provider"];
        post?: never;
        delete: operations["delete_provider"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/report_categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_report_categories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/report_categories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_report_category"];
        put: operations["put_report_category"];
        post?: never;
        delete: operations["delete_report_category"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reporters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_reporters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reporters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_reporter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_reports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resendings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_resending"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule_drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_rule_drafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule_effects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_rule_effects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule_groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_rule_groups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule_groups/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_rule_group"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule_groups/{name}/off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["switch_off_rule_group"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule_groups/{name}/on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["switch_on_rule_group"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule_reach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_rule_reach"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_rules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["export_rules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["import_rules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["pause_rules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["resume_rules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["try_rule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_rule"];
        put: operations["put_rule"];
        post?: never;
        delete: operations["delete_rule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_rule_draft"];
        put: operations["put_rule_draft"];
        post?: never;
        delete: operations["delete_rule_draft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/{id}/draft/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["publish_rule_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["move_rule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["pause_rule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["resume_rule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/{id}/shadow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_rule_shadow"];
        put?: never;
        post: operations["start_rule_shadow"];
        delete: operations["end_rule_shadow"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/{id}/shadow/promote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["promote_rule_shadow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_rule_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/{id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_rule_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/{id}/versions/{version}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["restore_rule_version"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/score_keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_score_keys"];
        put?: never;
        post: operations["create_score_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/score_keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["delete_score_key"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/semantic_filters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_semantic_filters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/semantic_filters/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_semantic_filter"];
        put: operations["put_semantic_filter"];
        post?: never;
        delete: operations["delete_semantic_filter"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["end_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_settings"];
        put: operations["put_settings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign_in_providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_sign_in_providers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign_in_providers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_sign_in_provider"];
        put: operations["put_sign_in_provider"];
        post?: never;
        delete: operations["delete_sign_in_provider"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/skips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["skip_item"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/spam_strings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_spam_strings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/spam_strings/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["export_spam_strings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/spam_strings/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["import_spam_strings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/spam_strings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_spam_string"];
        put?: never;
        post?: never;
        delete: operations["delete_spam_string"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/spam_strings/{id}/verdict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["say_of_spam_string"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strike_policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_strike_policies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strike_policies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_strike_policy"];
        put: operations["put_strike_policy"];
        post?: never;
        delete: operations["delete_strike_policy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/strike_policies/{id}/histogram": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_strike_histogram"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["try_content"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/undos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["undo_rule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/undos/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_undo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/user_lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_user_lists"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/user_lists/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_user_list"];
        put: operations["put_user_list"];
        post?: never;
        delete: operations["delete_user_list"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/user_lists/{id}/add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["add_listed_users"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/user_lists/{id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["remove_listed_users"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["explain_user"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/strikes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_strikes"];
        put?: never;
        post: operations["give_strike"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/strikes/{strike}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["take_back_strike"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/blocklists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_block_lists"];
        put?: never;
        post: operations["create_block_list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/blocklists/{id}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["import_block_list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/blocklists/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_block_list"];
        put: operations["update_block_list"];
        post?: never;
        delete: operations["delete_block_list"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/moderation/action_config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_action_config"];
        put?: never;
        post: operations["upsert_action_config"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/moderation/appeal/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_appeal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/moderation/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["query_appeals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/moderation/appeals/bulk_action": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["bulk_action_appeals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/moderation/ban": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ban"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/moderation/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["upsert_config"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/moderation/config/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_config"];
        put?: never;
        post?: never;
        delete: operations["delete_config"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/moderation/configs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["query_configs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/moderation/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_queues"];
        put?: never;
        post: operations["create_queue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/moderation/queues/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_queue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["update_queue"];
        trace?: never;
    };
    "/api/v2/moderation/queues/{id}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["delete_queue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/moderation/review_queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["query_review_queue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/moderation/review_queue/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_review_queue_item"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/moderation/submit_action": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["submit_action"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/moderation/unban": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["unban"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/moderation/user_report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_user_moderation_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["query_users"];
        put?: never;
        post: operations["update_users"];
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["update_users_partial"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * ActingUser
         * @description Who makes a call. What is said of them beside the id is not kept.
         */
        ActingUser: {
            /**
             * Name
             * @description Taken and not in effect: profiles are kept by update_users.
             * @default null
             */
            name?: string | null;
            /**
             * Image
             * @description Taken and not in effect: profiles are kept by update_users.
             * @default null
             */
            image?: string | null;
            /**
             * Role
             * @description Taken and not in effect: profiles are kept by update_users.
             * @default null
             */
            role?: string | null;
            /**
             * Language
             * @description Taken and not in effect: profiles are kept by update_users.
             * @default null
             */
            language?: string | null;
            /**
             * Invisible
             * @description Taken and not in effect: profiles are kept by update_users.
             * @default null
             */
            invisible?: boolean | null;
            /**
             * Teams
             * @description Taken and not in effect: profiles are kept by update_users.
             * @default null
             */
            teams?: string[] | null;
            /**
             * Custom
             * @description Taken and not in effect: profiles are kept by update_users.
             * @default null
             */
            custom?: {
                [key: string]: unknown;
            } | null;
            /**
             * Privacy Settings
             * @description Taken and not in effect: it is the chat's.
             * @default null
             */
            privacy_settings?: {
                [key: string]: unknown;
            } | null;
            /**
             * Teams Role
             * @description Taken and not in effect: it is the chat's.
             * @default null
             */
            teams_role?: {
                [key: string]: unknown;
            } | null;
            /** Id */
            id: string;
        };
        /** Action */
        Action: {
            /**
             * Type
             * @enum {string}
             */
            type: "ban_user" | "flag_user" | "flag_content" | "block_content" | "shadow_content" | "bounce_content" | "bounce_flag_content" | "bounce_remove_content" | "webhook_only" | "mute_video" | "mute_audio" | "blur" | "call_blur" | "end_call" | "kick_user" | "warning" | "call_warning" | "ban";
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
            /**
             * Skip Inbox
             * @default null
             */
            skip_inbox?: boolean | null;
            /** @default null */
            ban_options?: components["schemas"]["BanOptions"] | null;
            /** @default null */
            ban?: components["schemas"]["ShortBan"] | null;
            /** @default null */
            flag_user_options?: components["schemas"]["FlagUserOptions"] | null;
            /** @default null */
            call_options?: components["schemas"]["CallOptions"] | null;
        };
        /**
         * ActionBody
         * @description `auth_value` is never answered; leaving it out keeps the stored one, null removes it.
         *
         *     `reverses` names the actions that this one undoes, which need not exist yet. `state_url` is
         *     asked, after a success, whether the subject is in the state that was ordered. What an
         *     `irreversible` one has done nobody can take back. `takes` has the values that a rule or a
         *     moderator has to pass, with their types.
         */
        ActionBody: {
            /** Name */
            name: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "post" | "user";
            /** Url */
            url: string;
            /**
             * Method
             * @default POST
             * @enum {string}
             */
            method?: "POST" | "GET";
            /**
             * Auth Header
             * @default null
             */
            auth_header?: string | null;
            /**
             * Auth Value
             * @default null
             */
            auth_value?: string | null;
            /** Parameters */
            parameters?: {
                [key: string]: string;
            };
            /** Extra Query */
            extra_query?: {
                [key: string]: string;
            };
            /** Reverses */
            reverses?: string[];
            /** Carries Out */
            carries_out?: ("block" | "shadow_block" | "unblock" | "delete_message" | "delete_activity" | "delete_comment" | "delete_reaction" | "restore" | "unmask" | "ban" | "unban" | "delete_user" | "delete_user_messages" | "kick_user" | "end_call")[];
            /**
             * State Url
             * @default null
             */
            state_url?: string | null;
            /**
             * Independent
             * @default false
             */
            independent?: boolean;
            /**
             * Irreversible
             * @default false
             */
            irreversible?: boolean;
            /** Takes */
            takes?: {
                [key: string]: "string" | "integer" | "number" | "boolean";
            };
        };
        /**
         * AddFromItemBody
         * @description `image` is which of the item's images, counted from 0.
         */
        AddFromItemBody: {
            /** Item Id */
            item_id: string;
            /**
             * Image
             * @default 0
             */
            image?: number;
            /**
             * Note
             * @default
             */
            note?: string;
        };
        /** Age */
        Age: {
            /** Max Age */
            max_age: string;
        };
        /** AllOf */
        AllOf: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "all";
            /** Conditions */
            conditions: (components["schemas"]["AllOf"] | components["schemas"]["AnyOf"] | components["schemas"]["Not"] | components["schemas"]["Never"] | components["schemas"]["MatchingCount"] | components["schemas"]["ClassifiedAs"] | components["schemas"]["NeedsReview"] | components["schemas"]["InList"] | components["schemas"]["NotJudged"] | components["schemas"]["ContainsUrl"] | components["schemas"]["TextLength"] | components["schemas"]["Graded"] | components["schemas"]["ContentProperty"] | components["schemas"]["OfEntityType"] | components["schemas"]["UnderPolicy"] | components["schemas"]["OfTeam"] | components["schemas"]["UserAge"] | components["schemas"]["UserRole"] | components["schemas"]["UserProperty"] | components["schemas"]["FlaggedCount"] | components["schemas"]["UserInList"] | components["schemas"]["IsStaff"] | components["schemas"]["IsTrusted"] | components["schemas"]["Strikes"] | components["schemas"]["PostCount"] | components["schemas"]["ClassifiedCount"] | components["schemas"]["ClassifiedShare"] | components["schemas"]["RepeatedText"] | components["schemas"]["ChannelCount"] | components["schemas"]["ReportCount"])[];
        };
        /** AnyOf */
        AnyOf: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "any";
            /** Conditions */
            conditions: (components["schemas"]["AllOf"] | components["schemas"]["AnyOf"] | components["schemas"]["Not"] | components["schemas"]["Never"] | components["schemas"]["MatchingCount"] | components["schemas"]["ClassifiedAs"] | components["schemas"]["NeedsReview"] | components["schemas"]["InList"] | components["schemas"]["NotJudged"] | components["schemas"]["ContainsUrl"] | components["schemas"]["TextLength"] | components["schemas"]["Graded"] | components["schemas"]["ContentProperty"] | components["schemas"]["OfEntityType"] | components["schemas"]["UnderPolicy"] | components["schemas"]["OfTeam"] | components["schemas"]["UserAge"] | components["schemas"]["UserRole"] | components["schemas"]["UserProperty"] | components["schemas"]["FlaggedCount"] | components["schemas"]["UserInList"] | components["schemas"]["IsStaff"] | components["schemas"]["IsTrusted"] | components["schemas"]["Strikes"] | components["schemas"]["PostCount"] | components["schemas"]["ClassifiedCount"] | components["schemas"]["ClassifiedShare"] | components["schemas"]["RepeatedText"] | components["schemas"]["ChannelCount"] | components["schemas"]["ReportCount"])[];
        };
        /**
         * AppSettingsBody
         * @description `default_region` is a country as two capital letters (ISO 3166); numbers without a country
         *     code are read as its own. `signing_secrets` and `signing_keys` are never answered; leaving them
         *     out keeps the stored ones, null and [] remove them. `retry_delays` are seconds. Above
         *     `cap_per_hour` irreversible actions and bans an hour, those of rules are held for a person; null
         *     is no cap. With `second_person_for_irreversible`, which stays where it is left out, a rule that
         *     does what nobody can take back is published by another than who drafted it. `keep_inputs`
         *     is of how many items in a hundred what rules saw is kept: all, none or a number. After
         *     `review_feed_days` without anybody looking at it, an item leaves the review queue.
         */
        AppSettingsBody: {
            /**
             * Default Policy
             * @default default
             */
            default_policy?: string;
            /**
             * Default Region
             * @default null
             */
            default_region?: string | null;
            /**
             * @default {
             *       "post": false,
             *       "user": false,
             *       "reported_post": false,
             *       "reported_user": false
             *     }
             */
            first_match_only?: components["schemas"]["FirstMatchOnly"];
            /**
             * Retry Delays
             * @default null
             */
            retry_delays?: number[] | null;
            /** @default null */
            provider_budget?: components["schemas"]["LimitsBody"] | null;
            /**
             * Cap Per Hour
             * @default 1000
             */
            cap_per_hour?: number | null;
            /**
             * Review Feed Days
             * @default null
             */
            review_feed_days?: number | null;
            /**
             * @default {
             *       "policy": null,
             *       "calls_are_checks": false,
             *       "perspective_scale": null,
             *       "refuse_not_judged": false,
             *       "keep_suggested_texts": false
             *     }
             */
            facades?: components["schemas"]["FacadesBody"];
            /**
             * @default {
             *       "server_side": {},
             *       "client_side": {
             *         "ban": 300,
             *         "flag": 300,
             *         "mute": 300,
             *         "unban": 300,
             *         "unmute": 300
             *       },
             *       "per_user": {
             *         "*": 60
             *       }
             *     }
             */
            rate_limits?: components["schemas"]["RateLimitsBody"];
            /**
             * Second Person For Irreversible
             * @default false
             */
            second_person_for_irreversible?: boolean;
            /**
             * Keep Inputs
             * @default all
             */
            keep_inputs?: ("all" | "none") | number;
            /**
             * Inputs Kept Days
             * @default 30
             */
            inputs_kept_days?: number;
            /**
             * @default {
             *       "staff": "calls",
             *       "trusted": false,
             *       "roles": [],
             *       "lists": []
             *     }
             */
            exempt?: components["schemas"]["ExemptBody"];
            /**
             * @default {
             *       "enabled": false,
             *       "min_text_length": 35,
             *       "propose_from": 3
             *     }
             */
            spam_manager?: components["schemas"]["SpamManagerBody"];
            /**
             * Signing Secrets
             * @default null
             */
            signing_secrets?: string[] | null;
            /**
             * Signing Keys
             * @default null
             */
            signing_keys?: string[] | null;
        };
        /**
         * AskWhen
         * @description The provider is asked where any of these says so. `sample` is a percentage of all content,
         *     the same content always being in it or not; `rules` are rules of the app that hold.
         */
        AskWhen: {
            /** @default null */
            band?: components["schemas"]["Band"] | null;
            /**
             * Sample
             * @default null
             */
            sample?: number | null;
            /**
             * On Report
             * @default null
             */
            on_report?: boolean | null;
            /**
             * Rules
             * @default null
             */
            rules?: string[] | null;
        };
        /** AudioConfig */
        AudioConfig: {
            /**
             * Enabled
             * @default true
             */
            enabled?: boolean;
            /**
             * Async
             * @default null
             */
            async?: boolean | null;
            /**
             * Not Judged
             * @default null
             */
            not_judged?: ("keep" | "flag" | "wait") | null;
            /**
             * Profile
             * @default
             */
            profile?: string;
            /**
             * Rules
             * @default []
             */
            rules?: components["schemas"]["TextRule"][];
        };
        /**
         * BacktestBody
         * @description One of `rule` and `rule_id`, whose `version` is the one that counts where none is named. Over
         *     the last `days`, 7 where nothing is said, or from `since` to `until`. `user_id` is who asks.
         */
        BacktestBody: {
            /** @default null */
            rule?: components["schemas"]["RuleFieldsBody"] | null;
            /**
             * Rule Id
             * @default null
             */
            rule_id?: string | null;
            /**
             * Version
             * @default null
             */
            version?: number | null;
            /**
             * Days
             * @default null
             */
            days?: number | null;
            /**
             * Since
             * @default null
             */
            since?: string | null;
            /**
             * Until
             * @default null
             */
            until?: string | null;
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
        };
        /** Ban */
        Ban: {
            /**
             * Target User Id
             * @default null
             */
            target_user_id?: string | null;
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
            /**
             * Timeout
             * @description minutes; none is for good
             * @default null
             */
            timeout?: number | null;
            /**
             * Shadow
             * @default null
             */
            shadow?: boolean | null;
            /**
             * Ip Ban
             * @default null
             */
            ip_ban?: boolean | null;
            /**
             * Channel Ban Only
             * @default null
             */
            channel_ban_only?: boolean | null;
            /**
             * Channel Cid
             * @default null
             */
            channel_cid?: string | null;
            /**
             * Delete Messages
             * @default null
             */
            delete_messages?: ("soft" | "pruning" | "hard") | null;
            /**
             * Delete Reactions
             * @default null
             */
            delete_reactions?: boolean | null;
            /**
             * Ban From Future Channels
             * @default null
             */
            ban_from_future_channels?: boolean | null;
        };
        /**
         * BanOptions
         * @description `duration` is in seconds.
         */
        BanOptions: {
            /**
             * Duration
             * @default null
             */
            duration?: number | null;
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
            /**
             * Shadow Ban
             * @default null
             */
            shadow_ban?: boolean | null;
            /**
             * Ip Ban
             * @default null
             */
            ip_ban?: boolean | null;
            /**
             * Delete Messages
             * @default null
             */
            delete_messages?: ("soft" | "pruning" | "hard") | null;
        };
        /** BanRequest */
        BanRequest: {
            /** Target User Id */
            target_user_id: string;
            /** @default null */
            banned_by?: components["schemas"]["ActingUser"] | null;
            /**
             * Banned By Id
             * @default null
             */
            banned_by_id?: string | null;
            /**
             * Channel Cid
             * @default null
             */
            channel_cid?: string | null;
            /**
             * Delete Messages
             * @default null
             */
            delete_messages?: ("soft" | "pruning" | "hard") | null;
            /**
             * Ip Ban
             * @default null
             */
            ip_ban?: boolean | null;
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
            /**
             * Shadow
             * @default null
             */
            shadow?: boolean | null;
            /**
             * Timeout
             * @description minutes; none is for good
             * @default null
             */
            timeout?: number | null;
        };
        /**
         * Band
         * @description Where the highest score among `labels` of other engines lies (all labels, without any).
         */
        Band: {
            /** Low */
            low: number;
            /** High */
            high: number;
            /** Labels */
            labels?: string[];
        };
        /**
         * BuilderRule
         * @description Of a policy, and what a stored rule has beside its name.
         */
        BuilderRule: {
            /**
             * Id
             * @default null
             */
            id?: string | null;
            /**
             * Rule Type
             * @enum {string}
             */
            rule_type: "user" | "content" | "call" | "flood";
            /**
             * Logic
             * @default null
             */
            logic?: ("AND" | "OR") | null;
            /**
             * Conditions
             * @default null
             */
            conditions?: components["schemas"]["Condition"][] | null;
            /**
             * Groups
             * @default null
             */
            groups?: components["schemas"]["Group"][] | null;
            /** @default null */
            action?: components["schemas"]["Action"] | null;
            /**
             * Action Sequences
             * @default null
             */
            action_sequences?: components["schemas"]["Sequence"][] | null;
            /**
             * Cooldown Period
             * @default null
             */
            cooldown_period?: string | null;
        };
        /** BulkActionAppealsRequest */
        BulkActionAppealsRequest: {
            /**
             * Action Type
             * @enum {string}
             */
            action_type: "unban" | "restore" | "unblock" | "mark_reviewed" | "reject_appeal";
            /** Appeal Ids */
            appeal_ids: string[];
            /** @default null */
            mark_reviewed?: components["schemas"]["MarkReviewed"] | null;
            /** @default null */
            reject_appeal?: components["schemas"]["RejectAppeal"] | null;
            /** @default null */
            restore?: components["schemas"]["DecisionReason"] | null;
            /** @default null */
            unban?: components["schemas"]["Unban"] | null;
            /** @default null */
            unblock?: components["schemas"]["DecisionReason"] | null;
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
            /** @default null */
            user?: components["schemas"]["ActingUser"] | null;
        };
        /** Bypass */
        Bypass: {
            /**
             * Target User Id
             * @default null
             */
            target_user_id?: string | null;
            /**
             * Enabled
             * @default null
             */
            enabled?: boolean | null;
        };
        /**
         * CallConfig
         * @description Kept, answered and named as not in effect: no calls pass through Gavel.
         */
        CallConfig: {
            /**
             * Enabled
             * @default null
             */
            enabled?: boolean | null;
            /**
             * Async
             * @default null
             */
            async?: boolean | null;
            /**
             * Not Judged
             * @default null
             */
            not_judged?: ("keep" | "flag" | "wait") | null;
            /**
             * Flag All Labels
             * @default null
             */
            flag_all_labels?: boolean | null;
            /**
             * Flagged Labels
             * @default null
             */
            flagged_labels?: string[] | null;
            /**
             * Rules
             * @default null
             */
            rules?: components["schemas"]["HarmRule"][] | null;
        };
        /** CallOptions */
        CallOptions: {
            /**
             * Duration
             * @default null
             */
            duration?: number | null;
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
            /**
             * Flag Reason
             * @default null
             */
            flag_reason?: string | null;
            /**
             * Kick Reason
             * @default null
             */
            kick_reason?: string | null;
            /**
             * Warning Text
             * @default null
             */
            warning_text?: string | null;
            /**
             * Mute Audio
             * @default null
             */
            mute_audio?: boolean | null;
            /**
             * Mute Video
             * @default null
             */
            mute_video?: boolean | null;
        };
        /** CancelBody */
        CancelBody: {
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
        };
        /**
         * ChannelCount
         * @description The author has posted in `value` channels: those that contents name as `channel_cid`.
         */
        ChannelCount: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "channel_count";
            /** Value */
            value: number;
            /** Window */
            window: string;
        };
        /** ChannelsCount */
        ChannelsCount: {
            /** Threshold */
            threshold: number;
            /**
             * Time Window
             * @default null
             */
            time_window?: string | null;
        };
        /**
         * ClassifiedAs
         * @description Of one of the classes. Each is one of the app's table, or a label of engines where the table
         *     has none of that name, or where it is to be `exact`. Without `threshold` and `severity` a class
         *     counts from its automatic threshold on, a label from 0.5.
         */
        ClassifiedAs: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "classified_as";
            /**
             * Modality
             * @default text
             * @enum {string}
             */
            modality?: "text" | "visual" | "image" | "video" | "audio";
            /**
             * Exact
             * @default false
             */
            exact?: boolean;
            /** Classes */
            classes: string[];
            /**
             * Threshold
             * @default null
             */
            threshold?: number | null;
            /**
             * Severity
             * @default null
             */
            severity?: ("low" | "medium" | "high" | "critical") | null;
        };
        /** ClassifiedCount */
        ClassifiedCount: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "classified_count";
            /**
             * Operator
             * @enum {string}
             */
            operator: "gt" | "gte" | "lt" | "lte" | "eq";
            /** Window */
            window: string;
            /**
             * Modality
             * @default text
             * @enum {string}
             */
            modality?: "text" | "visual" | "image" | "video" | "audio";
            /**
             * Exact
             * @default false
             */
            exact?: boolean;
            /**
             * Classes
             * @default []
             */
            classes?: string[];
            /**
             * Lists
             * @default []
             */
            lists?: string[];
            /** Value */
            value: number;
        };
        /**
         * ClassifiedShare
         * @description Never holds without posts in the window, nor with fewer than `min_posts`.
         */
        ClassifiedShare: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "classified_share";
            /**
             * Operator
             * @enum {string}
             */
            operator: "gt" | "gte" | "lt" | "lte" | "eq";
            /** Window */
            window: string;
            /**
             * Modality
             * @default text
             * @enum {string}
             */
            modality?: "text" | "visual" | "image" | "video" | "audio";
            /**
             * Exact
             * @default false
             */
            exact?: boolean;
            /**
             * Classes
             * @default []
             */
            classes?: string[];
            /**
             * Lists
             * @default []
             */
            lists?: string[];
            /** Percent */
            percent: number;
            /**
             * Min Posts
             * @default 1
             */
            min_posts?: number;
        };
        /**
         * Condition
         * @description `label` with `severity` is the guide's shorter form.
         */
        Condition: {
            /**
             * Type
             * @default null
             */
            type?: string | null;
            /**
             * Confidence
             * @default null
             */
            confidence?: number | null;
            /**
             * Label
             * @default null
             */
            label?: string | null;
            /**
             * Severity
             * @default null
             */
            severity?: ("low" | "medium" | "high" | "critical") | null;
            /** @default null */
            text_content_params?: components["schemas"]["TextContent"] | null;
            /** @default null */
            image_content_params?: components["schemas"]["Params"] | null;
            /** @default null */
            video_content_params?: components["schemas"]["Params"] | null;
            /** @default null */
            ocr_content_params?: components["schemas"]["Params"] | null;
            /** @default null */
            content_custom_property_params?: components["schemas"]["Property"] | null;
            /** @default null */
            content_custom_property_count_params?: components["schemas"]["PropertyCount"] | null;
            /** @default null */
            text_rule_params?: components["schemas"]["TextCount"] | null;
            /** @default null */
            image_rule_params?: components["schemas"]["_Over"] | null;
            /** @default null */
            video_rule_params?: components["schemas"]["_Over"] | null;
            /** @default null */
            content_count_rule_params?: components["schemas"]["CountOver"] | null;
            /** @default null */
            user_identical_content_count_params?: components["schemas"]["CountOver"] | null;
            /** @default null */
            user_reaction_count_params?: components["schemas"]["ReactionCount"] | null;
            /** @default null */
            content_flag_count_rule_params?: components["schemas"]["Count"] | null;
            /** @default null */
            user_flag_count_rule_params?: components["schemas"]["Count"] | null;
            /** @default null */
            ip_content_count_rule_params?: components["schemas"]["CountOver"] | null;
            /** @default null */
            ip_flag_count_rule_params?: components["schemas"]["_Over"] | null;
            /** @default null */
            channel_message_count_rule_params?: components["schemas"]["MessageCount"] | null;
            /** @default null */
            user_rule_params?: components["schemas"]["Age"] | null;
            /** @default null */
            user_created_within_params?: components["schemas"]["Age"] | null;
            /** @default null */
            user_role_params?: components["schemas"]["Role"] | null;
            /** @default null */
            user_custom_property_params?: components["schemas"]["Property"] | null;
            /** @default null */
            flood_identical_params?: components["schemas"]["Flood"] | null;
            /** @default null */
            flood_similar_params?: components["schemas"]["SimilarFlood"] | null;
            /** @default null */
            user_channel_count_params?: components["schemas"]["ChannelsCount"] | null;
            /**
             * User Identical Image Count Params
             * @default null
             */
            user_identical_image_count_params?: {
                [key: string]: unknown;
            } | null;
            /**
             * Keyframe Rule Params
             * @default null
             */
            keyframe_rule_params?: {
                [key: string]: unknown;
            } | null;
            /**
             * Keyframe Ocr Rule Params
             * @default null
             */
            keyframe_ocr_rule_params?: {
                [key: string]: unknown;
            } | null;
            /**
             * Closed Caption Rule Params
             * @default null
             */
            closed_caption_rule_params?: {
                [key: string]: unknown;
            } | null;
            /**
             * Call Type Rule Params
             * @default null
             */
            call_type_rule_params?: {
                [key: string]: unknown;
            } | null;
            /**
             * Call Violation Count Params
             * @default null
             */
            call_violation_count_params?: {
                [key: string]: unknown;
            } | null;
            /**
             * Call Custom Property Params
             * @default null
             */
            call_custom_property_params?: {
                [key: string]: unknown;
            } | null;
        };
        /** ContainsUrl */
        ContainsUrl: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "contains_url";
        };
        /** ContentProperty */
        ContentProperty: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "content_property";
            /** Key */
            key: string;
            /**
             * Operator
             * @default exists
             * @enum {string}
             */
            operator?: "exists" | "contains" | "gt" | "gte" | "lt" | "lte" | "eq";
            /**
             * Value
             * @default null
             */
            value?: boolean | number | string | null;
        };
        /** Count */
        Count: {
            /** Threshold */
            threshold: number;
        };
        /** CountOver */
        CountOver: {
            /** Threshold */
            threshold: number;
            /** Time Window */
            time_window: string;
        };
        /** CreateBlockListRequest */
        CreateBlockListRequest: {
            /**
             * Is Confusable Folding Enabled
             * @default null
             */
            is_confusable_folding_enabled?: boolean | null;
            /**
             * Is Leet Check Enabled
             * @default null
             */
            is_leet_check_enabled?: boolean | null;
            /**
             * Is Plural Check Enabled
             * @default null
             */
            is_plural_check_enabled?: boolean | null;
            /**
             * Is Substring Matching Enabled
             * @default null
             */
            is_substring_matching_enabled?: boolean | null;
            /**
             * Team
             * @default null
             */
            team?: string | null;
            /** Name */
            name: string;
            /** Words */
            words: string[];
            /**
             * Type
             * @default word
             * @enum {string}
             */
            type?: "word" | "domain" | "domain_allowlist" | "email" | "email_allowlist" | "regex";
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
            /** @default null */
            user?: components["schemas"]["ActingUser"] | null;
        };
        /**
         * CreateQueueRequest
         * @description `filters` and `sort` are as the review queue takes them.
         */
        CreateQueueRequest: {
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
            /** @default null */
            user?: components["schemas"]["ActingUser"] | null;
            /** Name */
            name: string;
            /**
             * Type
             * @enum {string}
             */
            type: "personal_view" | "operational_queue";
            /**
             * Description
             * @default null
             */
            description?: string | null;
            /**
             * Filters
             * @default null
             */
            filters?: {
                [key: string]: unknown;
            } | null;
            /**
             * Sort
             * @default null
             */
            sort?: {
                [key: string]: unknown;
            }[] | null;
        };
        /** Custom */
        Custom: {
            /** Id */
            id: string;
            /**
             * Options
             * @default null
             */
            options?: {
                [key: string]: unknown;
            } | null;
        };
        /** DecidedFlag */
        DecidedFlag: {
            /** Entity Type */
            entity_type: string;
            /** Entity Id */
            entity_id: string;
            /**
             * Entity Creator Id
             * @default null
             */
            entity_creator_id?: string | null;
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
            /**
             * Custom
             * @default null
             */
            custom?: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            moderation_payload?: components["schemas"]["ModerationPayload"] | null;
            /**
             * User Id
             * @description Taken and not in effect: who decides is who flags.
             * @default null
             */
            user_id?: string | null;
            /**
             * @description Taken and not in effect: who decides is who flags.
             * @default null
             */
            user?: components["schemas"]["ActingUser"] | null;
        };
        /** DecisionReason */
        DecisionReason: {
            /**
             * Decision Reason
             * @default null
             */
            decision_reason?: string | null;
        };
        /** Delete */
        Delete: {
            /**
             * Entity Id
             * @default null
             */
            entity_id?: string | null;
            /**
             * Entity Type
             * @default null
             */
            entity_type?: string | null;
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
            /**
             * Hard Delete
             * @default null
             */
            hard_delete?: boolean | null;
        };
        /** DeleteQueueRequest */
        DeleteQueueRequest: {
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
            /** @default null */
            user?: components["schemas"]["ActingUser"] | null;
        };
        /** DeleteUser */
        DeleteUser: {
            /**
             * Entity Id
             * @default null
             */
            entity_id?: string | null;
            /**
             * Entity Type
             * @default null
             */
            entity_type?: string | null;
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
            /**
             * Hard Delete
             * @default null
             */
            hard_delete?: boolean | null;
            /**
             * Mark Messages Deleted
             * @default null
             */
            mark_messages_deleted?: boolean | null;
            /**
             * Delete Conversation Channels
             * @default null
             */
            delete_conversation_channels?: boolean | null;
            /**
             * Delete Feeds Content
             * @default null
             */
            delete_feeds_content?: boolean | null;
        };
        /** DeleteUserMessages */
        DeleteUserMessages: {
            /**
             * Entity Id
             * @default null
             */
            entity_id?: string | null;
            /**
             * Entity Type
             * @default null
             */
            entity_type?: string | null;
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
            /**
             * Delete Messages
             * @enum {string}
             */
            delete_messages: "soft" | "pruning" | "hard";
            /**
             * Channel Cid
             * @default null
             */
            channel_cid?: string | null;
            /**
             * Delete Reactions
             * @default null
             */
            delete_reactions?: boolean | null;
        };
        /** DisableBody */
        DisableBody: {
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
            /** Reason */
            reason: string;
        };
        /** Escalate */
        Escalate: {
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
            /**
             * Notes
             * @default null
             */
            notes?: string | null;
            /**
             * Priority
             * @default null
             */
            priority?: ("low" | "medium" | "high") | null;
            /**
             * Category
             * @default null
             */
            category?: string | null;
        };
        /**
         * ExemptBody
         * @description Whom rules spare. `staff` are moderators and admins, `calls` is all that a rule does but
         *     asking for a person.
         */
        ExemptBody: {
            /**
             * Staff
             * @default calls
             * @enum {string}
             */
            staff?: "calls" | "everything" | "nothing";
            /**
             * Trusted
             * @default false
             */
            trusted?: boolean;
            /** Roles */
            roles?: string[];
            /** Lists */
            lists?: string[];
        };
        /**
         * FacadesBody
         * @description For calls in other vendors' dialects. `perspective_scale` null is the operator's choice.
         */
        FacadesBody: {
            /**
             * Policy
             * @default null
             */
            policy?: string | null;
            /**
             * Calls Are Checks
             * @default false
             */
            calls_are_checks?: boolean;
            /**
             * Perspective Scale
             * @default null
             */
            perspective_scale?: boolean | null;
            /**
             * Refuse Not Judged
             * @default false
             */
            refuse_not_judged?: boolean;
            /**
             * Keep Suggested Texts
             * @default false
             */
            keep_suggested_texts?: boolean;
        };
        /**
         * FileBuilderRule
         * @description One of Stream's builder, as its clients write it.
         */
        FileBuilderRule: {
            /** Id */
            id: string;
            moderation_rule: components["schemas"]["WrittenRule"];
        };
        /**
         * FileRule
         * @description One in Gavel's own conditions.
         */
        FileRule: {
            /** Name */
            name: string;
            /**
             * Scope
             * @enum {string}
             */
            scope: "post" | "user" | "reported_post" | "reported_user";
            /** When */
            when: components["schemas"]["AllOf"] | components["schemas"]["AnyOf"] | components["schemas"]["Not"] | components["schemas"]["Never"] | components["schemas"]["MatchingCount"] | components["schemas"]["ClassifiedAs"] | components["schemas"]["NeedsReview"] | components["schemas"]["InList"] | components["schemas"]["NotJudged"] | components["schemas"]["ContainsUrl"] | components["schemas"]["TextLength"] | components["schemas"]["Graded"] | components["schemas"]["ContentProperty"] | components["schemas"]["OfEntityType"] | components["schemas"]["UnderPolicy"] | components["schemas"]["OfTeam"] | components["schemas"]["UserAge"] | components["schemas"]["UserRole"] | components["schemas"]["UserProperty"] | components["schemas"]["FlaggedCount"] | components["schemas"]["UserInList"] | components["schemas"]["IsStaff"] | components["schemas"]["IsTrusted"] | components["schemas"]["Strikes"] | components["schemas"]["PostCount"] | components["schemas"]["ClassifiedCount"] | components["schemas"]["ClassifiedShare"] | components["schemas"]["RepeatedText"] | components["schemas"]["ChannelCount"] | components["schemas"]["ReportCount"];
            /** Actions */
            actions: (string | {
                action: string;
                values?: {
                    [key: string]: string | number | boolean;
                };
            })[];
            /**
             * Position
             * @default 0
             */
            position?: number;
            /**
             * Enabled
             * @default true
             */
            enabled?: boolean;
            /**
             * Cap Per Hour
             * @default null
             */
            cap_per_hour?: number | null;
            /**
             * Flag Cap Per Hour
             * @default null
             */
            flag_cap_per_hour?: number | null;
            /** @default null */
            exempt?: components["schemas"]["RuleExemptBody"] | null;
            /**
             * Cooldown
             * @default null
             */
            cooldown?: string | null;
            /**
             * Group
             * @default null
             */
            group?: string | null;
            /** @default null */
            strike?: components["schemas"]["RuleStrikeBody"] | null;
            /** Id */
            id: string;
        };
        /**
         * FirstMatchOnly
         * @description Per scope: stop at the first rule that matches instead of running all of them in order.
         */
        FirstMatchOnly: {
            /**
             * Post
             * @default false
             */
            post?: boolean;
            /**
             * User
             * @default false
             */
            user?: boolean;
            /**
             * Reported Post
             * @default false
             */
            reported_post?: boolean;
            /**
             * Reported User
             * @default false
             */
            reported_user?: boolean;
        };
        /** FlagUserOptions */
        FlagUserOptions: {
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
        };
        /**
         * FlaggedCount
         * @description Contents of the user that engines, rules or people flagged, each once.
         */
        FlaggedCount: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "flagged_count";
            /**
             * Operator
             * @enum {string}
             */
            operator: "gt" | "gte" | "lt" | "lte" | "eq";
            /** Value */
            value: number;
        };
        /** Flood */
        Flood: {
            /**
             * Threshold
             * @default null
             */
            threshold?: number | null;
            /**
             * Time Window
             * @default null
             */
            time_window?: string | null;
            /**
             * Allowlist
             * @default null
             */
            allowlist?: string[] | null;
            /**
             * Min Text Length
             * @default null
             */
            min_text_length?: number | null;
            /**
             * Track Across Users
             * @default null
             */
            track_across_users?: boolean | null;
        };
        /**
         * FloodConfig
         * @description A part that is there is on unless it says that it is not. Texts of the `allowlist` are no
         *     flood, however they are written.
         */
        FloodConfig: {
            /**
             * Enabled
             * @default null
             */
            enabled?: boolean | null;
            /**
             * Async
             * @default null
             */
            async?: boolean | null;
            /**
             * Not Judged
             * @default null
             */
            not_judged?: ("keep" | "flag" | "wait") | null;
            /** @default null */
            identical?: components["schemas"]["IdenticalConfig"] | null;
            /** @default null */
            similar?: components["schemas"]["SimilarConfig"] | null;
            /**
             * Allowlist
             * @default null
             */
            allowlist?: string[] | null;
        };
        /**
         * GiveStrikeBody
         * @description `user_id` is who gives it. A second one with the same `id` changes nothing.
         */
        GiveStrikeBody: {
            /** Policy */
            policy: string;
            /**
             * Weight
             * @default 1
             */
            weight?: number;
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
            /**
             * Id
             * @default null
             */
            id?: string | null;
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
        };
        /**
         * GoogleVisionConfig
         * @description The contract has no rules here; `remote_config` can set a threshold and an action a label.
         */
        GoogleVisionConfig: {
            /**
             * Enabled
             * @default null
             */
            enabled?: boolean | null;
            /**
             * Async
             * @default null
             */
            async?: boolean | null;
            /**
             * Not Judged
             * @default null
             */
            not_judged?: ("keep" | "flag" | "wait") | null;
            /** @default null */
            ask_when?: components["schemas"]["AskWhen"] | null;
            /**
             * Provider
             * @default null
             */
            provider?: string | null;
        };
        /**
         * Graded
         * @description Something was found of at least that severity, whatever it is.
         */
        Graded: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "graded";
            /**
             * Severity
             * @enum {string}
             */
            severity: "low" | "medium" | "high" | "critical";
            /**
             * Modality
             * @default text
             * @enum {string}
             */
            modality?: "text" | "image" | "video" | "audio";
        };
        /** Group */
        Group: {
            /**
             * Logic
             * @default null
             */
            logic?: ("AND" | "OR") | null;
            /** Conditions */
            conditions: components["schemas"]["Condition"][];
        };
        /** HarmRule */
        HarmRule: {
            /**
             * Harm Types
             * @default null
             */
            harm_types?: string[] | null;
            /**
             * Threshold
             * @default null
             */
            threshold?: number | null;
            /**
             * Severity
             * @default null
             */
            severity?: number | null;
            /**
             * Cooldown Period
             * @default null
             */
            cooldown_period?: number | null;
            /**
             * Action Sequences
             * @default null
             */
            action_sequences?: {
                [key: string]: unknown;
            }[] | null;
        };
        /**
         * IdenticalConfig
         * @description `min_text_length` are letters and digits. Without `track_across_users` each user is counted
         *     apart.
         */
        IdenticalConfig: {
            /**
             * Enabled
             * @default null
             */
            enabled?: boolean | null;
            /**
             * Action
             * @default null
             */
            action?: ("flag" | "shadow" | "remove" | "bounce" | "bounce_flag" | "bounce_remove") | null;
            /**
             * Threshold
             * @default null
             */
            threshold?: number | null;
            /**
             * Time Window
             * @default null
             */
            time_window?: string | null;
            /**
             * Min Text Length
             * @default null
             */
            min_text_length?: number | null;
            /**
             * Track Across Users
             * @default null
             */
            track_across_users?: boolean | null;
        };
        /** ImageConfig */
        ImageConfig: {
            /**
             * Enabled
             * @default null
             */
            enabled?: boolean | null;
            /**
             * Async
             * @default null
             */
            async?: boolean | null;
            /**
             * Not Judged
             * @default null
             */
            not_judged?: ("keep" | "flag" | "wait") | null;
            /**
             * Rules
             * @default null
             */
            rules?: components["schemas"]["ImageRule"][] | null;
            /**
             * Ocr Rules
             * @default null
             */
            ocr_rules?: components["schemas"]["OcrRule"][] | null;
        };
        /**
         * ImageHashListBody
         * @description `label` is what a picture is labelled as that is in the list.
         */
        ImageHashListBody: {
            /** Label */
            label: string;
            /**
             * Description
             * @default
             */
            description?: string;
        };
        /**
         * ImageRule
         * @description A label means its kinds as well (see `image_labels`); with `subclassifications`, by name, it
         *     means only those that are true. `min_confidence` is 0 to 100, a hundred times the score.
         */
        ImageRule: {
            /** Label */
            label: string;
            /**
             * Action
             * @enum {string}
             */
            action: "flag" | "shadow" | "remove" | "bounce" | "bounce_flag" | "bounce_remove";
            /**
             * Min Confidence
             * @default 50
             */
            min_confidence?: number;
            /**
             * Subclassifications
             * @default null
             */
            subclassifications?: {
                [key: string]: boolean;
            } | null;
        };
        /**
         * ImportBlockListRequest
         * @description `chunk_size` is how many items are added at once.
         */
        ImportBlockListRequest: {
            /** Items */
            items: string[];
            /**
             * Chunk Size
             * @default null
             */
            chunk_size?: number | null;
        };
        /**
         * ImportBody
         * @description `text` has a hash a line, as Meta's tools write them, and a note behind a comma.
         */
        ImportBody: {
            /** Text */
            text: string;
        };
        /**
         * ImportRulesBody
         * @description Unless `dry_run` is false, it is only said what would change. `delete_missing` deletes the
         *     rules that the file leaves out.
         */
        ImportRulesBody: {
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
            /**
             * Format
             * @default 1
             */
            format?: number;
            /** Rules */
            rules: (components["schemas"]["FileRule"] | components["schemas"]["FileBuilderRule"])[];
            /**
             * Dry Run
             * @default true
             */
            dry_run?: boolean;
            /**
             * Delete Missing
             * @default false
             */
            delete_missing?: boolean;
        };
        /** InList */
        InList: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "in_list";
            /** Lists */
            lists: string[];
        };
        /**
         * IsStaff
         * @description Of one of the roles of moderators.
         */
        IsStaff: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "is_staff";
        };
        /**
         * IsTrusted
         * @description In a list of trusted users.
         */
        IsTrusted: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "is_trusted";
        };
        /** KeptUserRequest */
        KeptUserRequest: {
            /**
             * Name
             * @default null
             */
            name?: string | null;
            /**
             * Image
             * @default null
             */
            image?: string | null;
            /**
             * Role
             * @default null
             */
            role?: string | null;
            /**
             * Language
             * @default null
             */
            language?: string | null;
            /**
             * Invisible
             * @default null
             */
            invisible?: boolean | null;
            /**
             * Teams
             * @default null
             */
            teams?: string[] | null;
            /**
             * Custom
             * @default null
             */
            custom?: {
                [key: string]: unknown;
            } | null;
            /**
             * Privacy Settings
             * @description Taken and not in effect: it is the chat's.
             * @default null
             */
            privacy_settings?: {
                [key: string]: unknown;
            } | null;
            /**
             * Teams Role
             * @description Taken and not in effect: it is the chat's.
             * @default null
             */
            teams_role?: {
                [key: string]: unknown;
            } | null;
            /**
             * Revoke Tokens Issued Before
             * @default null
             */
            revoke_tokens_issued_before?: number | null;
            /**
             * Push Notifications
             * @description Taken and not in effect: it is the chat's.
             * @default null
             */
            push_notifications?: {
                [key: string]: unknown;
            } | null;
            /** Id */
            id: string;
        };
        /**
         * LimitsBody
         * @description Of one day (UTC), for all providers together; what is left out has no limit.
         */
        LimitsBody: {
            /**
             * Calls
             * @default null
             */
            calls?: number | null;
            /**
             * Tokens
             * @default null
             */
            tokens?: number | null;
            /**
             * Money
             * @default null
             */
            money?: number | null;
        };
        /** ListConfig */
        ListConfig: {
            /**
             * Enabled
             * @default null
             */
            enabled?: boolean | null;
            /**
             * Async
             * @default null
             */
            async?: boolean | null;
            /**
             * Not Judged
             * @default null
             */
            not_judged?: ("keep" | "flag" | "wait") | null;
            /**
             * Match Substring
             * @default null
             */
            match_substring?: boolean | null;
            /**
             * Rules
             * @default null
             */
            rules?: components["schemas"]["ListRule"][] | null;
        };
        /**
         * ListRule
         * @description `team` says whose list of that name; without one it is that of the policy's team.
         */
        ListRule: {
            /** Name */
            name: string;
            /**
             * Action
             * @enum {string}
             */
            action: "flag" | "mask" | "mask_flag" | "shadow" | "remove" | "bounce" | "bounce_flag" | "bounce_remove";
            /**
             * Team
             * @default null
             */
            team?: string | null;
        };
        /** ListedUsersBody */
        ListedUsersBody: {
            /** Users */
            users: string[];
        };
        /**
         * LlmConfig
         * @description `provider` is Gavel's own field: without it the provider that must be meant is asked. A rule
         *     for the label `PROMPT_INJECTION` says what follows where content speaks to the model itself;
         *     without one that is flagged.
         */
        LlmConfig: {
            /**
             * Enabled
             * @default null
             */
            enabled?: boolean | null;
            /**
             * Async
             * @default null
             */
            async?: boolean | null;
            /**
             * Not Judged
             * @default null
             */
            not_judged?: ("keep" | "flag" | "wait") | null;
            /** @default null */
            ask_when?: components["schemas"]["AskWhen"] | null;
            /**
             * Provider
             * @default null
             */
            provider?: string | null;
            /**
             * App Context
             * @default null
             */
            app_context?: string | null;
            /**
             * Severity Descriptions
             * @default null
             */
            severity_descriptions?: {
                [key: string]: string;
            } | null;
            /**
             * Rules
             * @default null
             */
            rules?: components["schemas"]["LlmRule"][] | null;
        };
        /**
         * LlmRule
         * @description Without an action and without severities, what violates it is flagged.
         */
        LlmRule: {
            /** Label */
            label: string;
            /**
             * Description
             * @default null
             */
            description?: string | null;
            /**
             * Action
             * @default null
             */
            action?: ("flag" | "shadow" | "remove" | "bounce" | "bounce_flag" | "bounce_remove") | "keep" | null;
            /**
             * Severity Rules
             * @default null
             */
            severity_rules?: components["schemas"]["LlmSeverityRule"][] | null;
        };
        /** LlmSeverityRule */
        LlmSeverityRule: {
            /**
             * Severity
             * @enum {string}
             */
            severity: "low" | "medium" | "high" | "critical";
            /** Action */
            action: ("flag" | "shadow" | "remove" | "bounce" | "bounce_flag" | "bounce_remove") | "keep";
        };
        /**
         * MarkReadBody
         * @description Without `ids` everything unread is marked as read.
         */
        MarkReadBody: {
            /**
             * Ids
             * @default null
             */
            ids?: string[] | null;
        };
        /** MarkReviewed */
        MarkReviewed: {
            /**
             * Decision Reason
             * @default null
             */
            decision_reason?: string | null;
            /**
             * Content To Mark As Reviewed Limit
             * @default null
             */
            content_to_mark_as_reviewed_limit?: number | null;
            /**
             * Disable Marking Content As Reviewed
             * @default null
             */
            disable_marking_content_as_reviewed?: boolean | null;
        };
        /**
         * MatchingCount
         * @description Posts for which a condition on content held when they were checked, of the author or of the
         *     IP address: since there is a rule that counts them.
         */
        MatchingCount: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "matching_count";
            /** Condition */
            condition: components["schemas"]["AllOf"] | components["schemas"]["AnyOf"] | components["schemas"]["Not"] | components["schemas"]["Never"] | components["schemas"]["MatchingCount"] | components["schemas"]["ClassifiedAs"] | components["schemas"]["NeedsReview"] | components["schemas"]["InList"] | components["schemas"]["NotJudged"] | components["schemas"]["ContainsUrl"] | components["schemas"]["TextLength"] | components["schemas"]["Graded"] | components["schemas"]["ContentProperty"] | components["schemas"]["OfEntityType"] | components["schemas"]["UnderPolicy"] | components["schemas"]["OfTeam"] | components["schemas"]["UserAge"] | components["schemas"]["UserRole"] | components["schemas"]["UserProperty"] | components["schemas"]["FlaggedCount"] | components["schemas"]["UserInList"] | components["schemas"]["IsStaff"] | components["schemas"]["IsTrusted"] | components["schemas"]["Strikes"] | components["schemas"]["PostCount"] | components["schemas"]["ClassifiedCount"] | components["schemas"]["ClassifiedShare"] | components["schemas"]["RepeatedText"] | components["schemas"]["ChannelCount"] | components["schemas"]["ReportCount"];
            /**
             * Operator
             * @enum {string}
             */
            operator: "gt" | "gte" | "lt" | "lte" | "eq";
            /** Value */
            value: number;
            /** Window */
            window: string;
            /**
             * Of
             * @default author
             * @enum {string}
             */
            of?: "author" | "address";
        };
        /** MemberBody */
        MemberBody: {
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
            /** Name */
            name: string;
            /**
             * Role
             * @default reader
             * @enum {string}
             */
            role?: "reader" | "moderator" | "senior" | "lead" | "admin";
            /**
             * Queues
             * @default null
             */
            queues?: string[] | null;
            /**
             * Actions
             * @default null
             */
            actions?: string[] | null;
            /**
             * Email
             * @default
             */
            email?: string;
        };
        /**
         * MemberChangeBody
         * @description What is not there stays; null in `queues` and `actions` is all of them.
         */
        MemberChangeBody: {
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
            /**
             * Role
             * @default null
             */
            role?: ("reader" | "moderator" | "senior" | "lead" | "admin") | null;
            /**
             * Queues
             * @default null
             */
            queues?: string[] | null;
            /**
             * Actions
             * @default null
             */
            actions?: string[] | null;
            /**
             * Email
             * @default null
             */
            email?: string | null;
        };
        /** MessageCount */
        MessageCount: {
            /** Threshold */
            threshold: number;
            /**
             * Operator
             * @default null
             */
            operator?: string | null;
        };
        /** ModerationPayload */
        ModerationPayload: {
            /**
             * Texts
             * @default null
             */
            texts?: string[] | null;
            /**
             * Images
             * @default null
             */
            images?: string[] | null;
            /**
             * Videos
             * @default null
             */
            videos?: string[] | null;
            /**
             * Audios
             * @default null
             */
            audios?: string[] | null;
            /**
             * Other Media
             * @default null
             */
            other_media?: string[] | null;
            /**
             * Image Ids
             * @default null
             */
            image_ids?: {
                [key: string]: string;
            } | null;
            /**
             * Text Ids
             * @default null
             */
            text_ids?: {
                [key: string]: string;
            } | null;
            /**
             * Image Ordered Keys
             * @default null
             */
            image_ordered_keys?: string[] | null;
            /**
             * Text Ordered Keys
             * @default null
             */
            text_ordered_keys?: string[] | null;
            /**
             * Custom
             * @default null
             */
            custom?: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * MoveBody
         * @description Exactly one of them: one place up or down, or before or after another rule of the scope.
         */
        MoveBody: {
            /**
             * Direction
             * @default null
             */
            direction?: ("up" | "down") | null;
            /**
             * Before
             * @default null
             */
            before?: string | null;
            /**
             * After
             * @default null
             */
            after?: string | null;
        };
        /**
         * NeedsReview
         * @description A class has reached its threshold for review, or the policy asks for anything but keep; `by`
         *     leaves one of the two.
         */
        NeedsReview: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "needs_review";
            /**
             * By
             * @default null
             */
            by?: ("classes" | "policy") | null;
        };
        /**
         * Never
         * @description Stands for `what` a rule of Stream's builder asks for that Gavel never sees.
         */
        Never: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "never";
            /** What */
            what: string;
        };
        /** Not */
        Not: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "not";
            /** Condition */
            condition: components["schemas"]["AllOf"] | components["schemas"]["AnyOf"] | components["schemas"]["Not"] | components["schemas"]["Never"] | components["schemas"]["MatchingCount"] | components["schemas"]["ClassifiedAs"] | components["schemas"]["NeedsReview"] | components["schemas"]["InList"] | components["schemas"]["NotJudged"] | components["schemas"]["ContainsUrl"] | components["schemas"]["TextLength"] | components["schemas"]["Graded"] | components["schemas"]["ContentProperty"] | components["schemas"]["OfEntityType"] | components["schemas"]["UnderPolicy"] | components["schemas"]["OfTeam"] | components["schemas"]["UserAge"] | components["schemas"]["UserRole"] | components["schemas"]["UserProperty"] | components["schemas"]["FlaggedCount"] | components["schemas"]["UserInList"] | components["schemas"]["IsStaff"] | components["schemas"]["IsTrusted"] | components["schemas"]["Strikes"] | components["schemas"]["PostCount"] | components["schemas"]["ClassifiedCount"] | components["schemas"]["ClassifiedShare"] | components["schemas"]["RepeatedText"] | components["schemas"]["ChannelCount"] | components["schemas"]["ReportCount"];
        };
        /**
         * NotJudged
         * @description An engine did not judge, or not all: one of those that are named, or any.
         */
        NotJudged: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "not_judged";
            /**
             * Engines
             * @default []
             */
            engines?: string[];
        };
        /**
         * NoteBody
         * @description `user_id` is who writes it, where the app's server says so.
         */
        NoteBody: {
            /**
             * Item Id
             * @default null
             */
            item_id?: string | null;
            /**
             * Target User Id
             * @default null
             */
            target_user_id?: string | null;
            /** Text */
            text: string;
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
        };
        /**
         * OcrRule
         * @description About what stands in an image, as `ai_text` labels it.
         */
        OcrRule: {
            /** Label */
            label: string;
            /**
             * Action
             * @enum {string}
             */
            action: "flag" | "shadow" | "remove" | "bounce" | "bounce_flag" | "bounce_remove";
        };
        /** OfEntityType */
        OfEntityType: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "entity_type";
            /** Types */
            types: string[];
        };
        /** OfTeam */
        OfTeam: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "team";
            /** Teams */
            teams: string[];
        };
        /**
         * Options
         * @description What a moderator says beside the action type.
         *
         *     `of_platform` are those that only the customer's platform can carry out.
         */
        Options: Record<string, never>;
        /** PageReasonBody */
        PageReasonBody: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /**
             * Use
             * @default both
             * @enum {string}
             */
            use?: "act" | "keep" | "both";
        };
        /**
         * PageSettingsBody
         * @description Whole: what is left out is as it was before anything was set. `translate_url` is of the
         *     operator's own translation, which the page asks when somebody wants it.
         */
        PageSettingsBody: {
            /** Decision Reasons */
            decision_reasons?: components["schemas"]["PageReasonBody"][];
            /**
             * Act Needs Reason
             * @default false
             */
            act_needs_reason?: boolean;
            /**
             * Keep Needs Reason
             * @default false
             */
            keep_needs_reason?: boolean;
            /**
             * Blur
             * @default true
             */
            blur?: boolean;
            /**
             * Grey
             * @default false
             */
            grey?: boolean;
            /**
             * Mute
             * @default true
             */
            mute?: boolean;
            /** Veil Text Labels */
            veil_text_labels?: string[];
            /**
             * Translate Url
             * @default
             */
            translate_url?: string;
        };
        /** Params */
        Params: {
            /**
             * Harm Labels
             * @default null
             */
            harm_labels?: string[] | null;
            /**
             * Llm Harm Labels
             * @default null
             */
            llm_harm_labels?: {
                [key: string]: string;
            } | null;
            /**
             * Label Operator
             * @default null
             */
            label_operator?: string | null;
            /**
             * Severity
             * @default null
             */
            severity?: ("low" | "medium" | "high" | "critical") | null;
            /**
             * Min Confidence
             * @default null
             */
            min_confidence?: number | null;
        };
        /**
         * PauseBody
         * @description Without `until` it lasts until it is taken back.
         */
        PauseBody: {
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
            /**
             * Until
             * @default null
             */
            until?: string | null;
        };
        /**
         * PolicyRule
         * @description Within a policy, where it may have a name of its own.
         */
        PolicyRule: {
            /**
             * Id
             * @default null
             */
            id?: string | null;
            /**
             * Rule Type
             * @enum {string}
             */
            rule_type: "user" | "content" | "call" | "flood";
            /**
             * Logic
             * @default null
             */
            logic?: ("AND" | "OR") | null;
            /**
             * Conditions
             * @default null
             */
            conditions?: components["schemas"]["Condition"][] | null;
            /**
             * Groups
             * @default null
             */
            groups?: components["schemas"]["Group"][] | null;
            /** @default null */
            action?: components["schemas"]["Action"] | null;
            /**
             * Action Sequences
             * @default null
             */
            action_sequences?: components["schemas"]["Sequence"][] | null;
            /**
             * Cooldown Period
             * @default null
             */
            cooldown_period?: string | null;
            /**
             * Name
             * @default null
             */
            name?: string | null;
        };
        /** PostCount */
        PostCount: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "post_count";
            /**
             * Operator
             * @enum {string}
             */
            operator: "gt" | "gte" | "lt" | "lte" | "eq";
            /** Window */
            window: string;
            /** Value */
            value: number;
        };
        /**
         * PriceBody
         * @description Of one call, and of a million tokens read and written, in whatever currency the budget is.
         */
        PriceBody: {
            /**
             * Call
             * @default 0
             */
            call?: number;
            /**
             * Input
             * @default 0
             */
            input?: number;
            /**
             * Output
             * @default 0
             */
            output?: number;
        };
        /**
         * PromoteBody
         * @description What the shadow has to have shown: that it held `n` times, that it was right in a share of
         *     `precision` of what people decided, and that it hit no moderator.
         */
        PromoteBody: {
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
            /**
             * N
             * @default 20
             */
            n?: number;
            /**
             * Precision
             * @default null
             */
            precision?: number | null;
            /**
             * Allow Staff Hit
             * @default false
             */
            allow_staff_hit?: boolean;
        };
        /** Property */
        Property: {
            /** Property Key */
            property_key: string;
            /**
             * Operator
             * @default null
             */
            operator?: string | null;
            /**
             * Expected Value
             * @default null
             */
            expected_value?: boolean | number | string | null;
        };
        /** PropertyCount */
        PropertyCount: {
            /** Property Key */
            property_key: string;
            /**
             * Operator
             * @default null
             */
            operator?: string | null;
            /**
             * Expected Value
             * @default null
             */
            expected_value?: boolean | number | string | null;
            /** Threshold */
            threshold: number;
            /** Time Window */
            time_window: string;
        };
        /**
         * ProviderBody
         * @description `key` is never answered; leaving it out keeps the stored one as long as `url` and `kind` stay
         *     as they are, null removes it. `timeout` is in seconds.
         */
        ProviderBody: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "chat_json" | "llama_guard" | "qwen3guard" | "shieldgemma" | "granite" | "openai" | "google_text" | "google_vision" | "rekognition" | "comprehend" | "azure" | "hive" | "webhook";
            /**
             * Url
             * @default
             */
            url?: string;
            /**
             * Key
             * @default null
             */
            key?: string | null;
            /**
             * Model
             * @default
             */
            model?: string;
            /**
             * Timeout
             * @default 20
             */
            timeout?: number;
            /**
             * Concurrency
             * @default 4
             */
            concurrency?: number;
            /**
             * Max Tokens
             * @default 1024
             */
            max_tokens?: number;
            /**
             * Max Characters
             * @default 20000
             */
            max_characters?: number;
            /**
             * Images
             * @default false
             */
            images?: boolean;
            /**
             * @default {
             *       "call": 0,
             *       "input": 0,
             *       "output": 0
             *     }
             */
            price?: components["schemas"]["PriceBody"];
            /**
             * Cache Seconds
             * @default 86400
             */
            cache_seconds?: number;
            /**
             * Not Judged
             * @default flag
             * @enum {string}
             */
            not_judged?: "keep" | "flag" | "wait";
            /** Options */
            options?: {
                [key: string]: string;
            };
        };
        /**
         * PublishBody
         * @description `expected_revision` is that of the draft that they have seen.
         */
        PublishBody: {
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
            /**
             * Expected Revision
             * @default null
             */
            expected_revision?: number | null;
        };
        /** QueryAppealsRequest */
        QueryAppealsRequest: {
            /**
             * Filter
             * @default null
             */
            filter?: {
                [key: string]: unknown;
            } | null;
            /**
             * Sort
             * @default null
             */
            sort?: {
                [key: string]: unknown;
            }[] | {
                [key: string]: unknown;
            } | null;
            /**
             * Limit
             * @default null
             */
            limit?: number | null;
            /**
             * Next
             * @default null
             */
            next?: string | null;
            /**
             * Prev
             * @default null
             */
            prev?: string | null;
            /**
             * User Id
             * @description Taken and not in effect: who makes this call is recorded nowhere.
             * @default null
             */
            user_id?: string | null;
            /** @default null */
            user?: components["schemas"]["Unrecorded"] | null;
        };
        /** QueryRequest */
        QueryRequest: {
            /**
             * Filter
             * @default null
             */
            filter?: {
                [key: string]: unknown;
            } | null;
            /**
             * Sort
             * @default null
             */
            sort?: {
                [key: string]: unknown;
            }[] | {
                [key: string]: unknown;
            } | null;
            /**
             * Limit
             * @default null
             */
            limit?: number | null;
            /**
             * Next
             * @default null
             */
            next?: string | null;
            /**
             * Prev
             * @default null
             */
            prev?: string | null;
            /**
             * User Id
             * @description Taken and not in effect: who makes this call is recorded nowhere.
             * @default null
             */
            user_id?: string | null;
            /** @default null */
            user?: components["schemas"]["Unrecorded"] | null;
        };
        /**
         * QueryReviewQueueRequest
         * @description `lock_items` true takes the items for who calls, false gives back the caller's own.
         *     `lock_duration` is in seconds.
         */
        QueryReviewQueueRequest: {
            /**
             * Filter
             * @default null
             */
            filter?: {
                [key: string]: unknown;
            } | null;
            /**
             * Sort
             * @default null
             */
            sort?: {
                [key: string]: unknown;
            }[] | {
                [key: string]: unknown;
            } | null;
            /**
             * Limit
             * @default null
             */
            limit?: number | null;
            /**
             * Next
             * @default null
             */
            next?: string | null;
            /**
             * Prev
             * @default null
             */
            prev?: string | null;
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
            /** @default null */
            user?: components["schemas"]["ActingUser"] | null;
            /**
             * Stats Only
             * @default null
             */
            stats_only?: boolean | null;
            /**
             * Exclude Default Action Config
             * @default null
             */
            exclude_default_action_config?: boolean | null;
            /**
             * Lock Items
             * @default null
             */
            lock_items?: boolean | null;
            /**
             * Lock Count
             * @default null
             */
            lock_count?: number | null;
            /**
             * Lock Duration
             * @default null
             */
            lock_duration?: number | null;
        };
        /**
         * RateLimitsBody
         * @description Calls a minute by the operation's name, "*" for all others, null for no limit. `client_side`
         *     holds for each kind of client apart, `per_user` for each user with a token beside it.
         */
        RateLimitsBody: {
            /** Server Side */
            server_side?: {
                [key: string]: number | null;
            };
            /** Client Side */
            client_side?: {
                [key: string]: number | null;
            };
            /** Per User */
            per_user?: {
                [key: string]: number | null;
            };
        };
        /** ReactionCount */
        ReactionCount: {
            /**
             * Threshold
             * @default null
             */
            threshold?: number | null;
            /**
             * Count
             * @default null
             */
            count?: number | null;
            /** Time Window */
            time_window: string;
        };
        /** Reasoned */
        Reasoned: {
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
        };
        /**
         * RedeliverBody
         * @description `since` and `until` are of when the deliveries were ordered.
         */
        RedeliverBody: {
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /**
             * Until
             * @default null
             */
            until?: string | null;
            /**
             * Per Second
             * @default 10
             */
            per_second?: number;
        };
        /** RejectAppeal */
        RejectAppeal: {
            /** Decision Reason */
            decision_reason: string;
        };
        /** RemoteConfig */
        RemoteConfig: {
            /**
             * Enabled
             * @default null
             */
            enabled?: boolean | null;
            /**
             * Async
             * @default null
             */
            async?: boolean | null;
            /**
             * Not Judged
             * @default null
             */
            not_judged?: ("keep" | "flag" | "wait") | null;
            /** @default null */
            ask_when?: components["schemas"]["AskWhen"] | null;
            /**
             * Rules
             * @default null
             */
            rules?: components["schemas"]["RemoteRule"][] | null;
        };
        /**
         * RemoteRule
         * @description Without `provider`, of the provider that must be meant. `keep` has a label for the app's
         *     rules that does nothing by itself.
         */
        RemoteRule: {
            /**
             * Provider
             * @default null
             */
            provider?: string | null;
            /** Label */
            label: string;
            /**
             * Threshold
             * @default 0.5
             */
            threshold?: number;
            /**
             * Action
             * @default flag
             */
            action?: ("flag" | "shadow" | "remove" | "bounce" | "bounce_flag" | "bounce_remove") | "keep";
        };
        /** RemoveHashesBody */
        RemoveHashesBody: {
            /** Hashes */
            hashes: string[];
        };
        /**
         * RepeatedText
         * @description With the content there are `value` posts of the same text, or of one like it, of the author
         *     or of everybody. `distance` is in bits of 64; texts of fewer than `min_letters` letters and
         *     digits, and those `allowed`, are never repeated.
         */
        RepeatedText: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "repeated_text";
            /** Value */
            value: number;
            /** Window */
            window: string;
            /**
             * Alike
             * @default identical
             * @enum {string}
             */
            alike?: "identical" | "similar";
            /**
             * Of
             * @default author
             * @enum {string}
             */
            of?: "author" | "everybody";
            /**
             * Distance
             * @default 5
             */
            distance?: number;
            /**
             * Min Letters
             * @default 10
             */
            min_letters?: number;
            /**
             * Allowed
             * @default []
             */
            allowed?: string[];
        };
        /**
         * ReplayBody
         * @description `source` is the endpoint whose deliveries are sent anew.
         */
        ReplayBody: {
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /**
             * Until
             * @default null
             */
            until?: string | null;
            /**
             * Per Second
             * @default 10
             */
            per_second?: number;
            /** Source */
            source: string;
        };
        /** ReportCategoryBody */
        ReportCategoryBody: {
            /** Name */
            name: string;
            /**
             * Applies To
             * @default both
             * @enum {string}
             */
            applies_to?: "posts" | "users" | "both";
        };
        /**
         * ReportCount
         * @description Reports since a moderator last decided on the item, each once whatever number of the
         *     categories it names; without categories, for any reason.
         *
         *     Of the last `window` alone; with `distinct` a reporter counts once, whatever number of contents
         *     the item has had; with `weighted` each report counts for how often its reporter was right, from
         *     0 to 1; with `min_reporter_age` those count whom the app had told Gavel of that long before.
         */
        ReportCount: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "report_count";
            /**
             * Categories
             * @default []
             */
            categories?: string[];
            /**
             * Operator
             * @default gt
             * @enum {string}
             */
            operator?: "gt" | "gte" | "lt" | "lte" | "eq";
            /**
             * Value
             * @default 0
             */
            value?: number;
            /**
             * Window
             * @default null
             */
            window?: string | null;
            /**
             * Distinct
             * @default false
             */
            distinct?: boolean;
            /**
             * Weighted
             * @default false
             */
            weighted?: boolean;
            /**
             * Min Reporter Age
             * @default null
             */
            min_reporter_age?: string | null;
        };
        /**
         * ResumeActionBody
         * @description `drop` cancels what waits instead of sending it.
         */
        ResumeActionBody: {
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
            /**
             * Drop
             * @default false
             */
            drop?: boolean;
        };
        /** ResumeBody */
        ResumeBody: {
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
        };
        /**
         * RetryEntryBody
         * @description `user_id` is whom the log names for it.
         */
        RetryEntryBody: {
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
        };
        /** Role */
        Role: {
            /** Role */
            role: string;
            /**
             * Operator
             * @default null
             */
            operator?: string | null;
        };
        /** RuleBody */
        RuleBody: {
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
            /**
             * Expected Version
             * @default null
             */
            expected_version?: number | null;
            /** Name */
            name: string;
            /**
             * Scope
             * @enum {string}
             */
            scope: "post" | "user" | "reported_post" | "reported_user";
            /** When */
            when: components["schemas"]["AllOf"] | components["schemas"]["AnyOf"] | components["schemas"]["Not"] | components["schemas"]["Never"] | components["schemas"]["MatchingCount"] | components["schemas"]["ClassifiedAs"] | components["schemas"]["NeedsReview"] | components["schemas"]["InList"] | components["schemas"]["NotJudged"] | components["schemas"]["ContainsUrl"] | components["schemas"]["TextLength"] | components["schemas"]["Graded"] | components["schemas"]["ContentProperty"] | components["schemas"]["OfEntityType"] | components["schemas"]["UnderPolicy"] | components["schemas"]["OfTeam"] | components["schemas"]["UserAge"] | components["schemas"]["UserRole"] | components["schemas"]["UserProperty"] | components["schemas"]["FlaggedCount"] | components["schemas"]["UserInList"] | components["schemas"]["IsStaff"] | components["schemas"]["IsTrusted"] | components["schemas"]["Strikes"] | components["schemas"]["PostCount"] | components["schemas"]["ClassifiedCount"] | components["schemas"]["ClassifiedShare"] | components["schemas"]["RepeatedText"] | components["schemas"]["ChannelCount"] | components["schemas"]["ReportCount"];
            /** Actions */
            actions: (string | {
                action: string;
                values?: {
                    [key: string]: string | number | boolean;
                };
            })[];
            /**
             * Position
             * @default 0
             */
            position?: number;
            /**
             * Enabled
             * @default true
             */
            enabled?: boolean;
            /**
             * Cap Per Hour
             * @default null
             */
            cap_per_hour?: number | null;
            /**
             * Flag Cap Per Hour
             * @default null
             */
            flag_cap_per_hour?: number | null;
            /** @default null */
            exempt?: components["schemas"]["RuleExemptBody"] | null;
            /**
             * Cooldown
             * @default null
             */
            cooldown?: string | null;
            /**
             * Group
             * @default null
             */
            group?: string | null;
            /** @default null */
            strike?: components["schemas"]["RuleStrikeBody"] | null;
        };
        /**
         * RuleBuilderConfig
         * @description Rules of the policy's own; on unless `enabled` is false.
         */
        RuleBuilderConfig: {
            /**
             * Enabled
             * @default null
             */
            enabled?: boolean | null;
            /**
             * Async
             * @description Taken and not in effect: rules are looked at in the check's own answer.
             * @default null
             */
            async?: boolean | null;
            /**
             * Rules
             * @default null
             */
            rules?: components["schemas"]["PolicyRule"][] | null;
        };
        /** RuleDraftBody */
        RuleDraftBody: {
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
            /** Name */
            name: string;
            /**
             * Scope
             * @enum {string}
             */
            scope: "post" | "user" | "reported_post" | "reported_user";
            /** When */
            when: components["schemas"]["AllOf"] | components["schemas"]["AnyOf"] | components["schemas"]["Not"] | components["schemas"]["Never"] | components["schemas"]["MatchingCount"] | components["schemas"]["ClassifiedAs"] | components["schemas"]["NeedsReview"] | components["schemas"]["InList"] | components["schemas"]["NotJudged"] | components["schemas"]["ContainsUrl"] | components["schemas"]["TextLength"] | components["schemas"]["Graded"] | components["schemas"]["ContentProperty"] | components["schemas"]["OfEntityType"] | components["schemas"]["UnderPolicy"] | components["schemas"]["OfTeam"] | components["schemas"]["UserAge"] | components["schemas"]["UserRole"] | components["schemas"]["UserProperty"] | components["schemas"]["FlaggedCount"] | components["schemas"]["UserInList"] | components["schemas"]["IsStaff"] | components["schemas"]["IsTrusted"] | components["schemas"]["Strikes"] | components["schemas"]["PostCount"] | components["schemas"]["ClassifiedCount"] | components["schemas"]["ClassifiedShare"] | components["schemas"]["RepeatedText"] | components["schemas"]["ChannelCount"] | components["schemas"]["ReportCount"];
            /** Actions */
            actions: (string | {
                action: string;
                values?: {
                    [key: string]: string | number | boolean;
                };
            })[];
            /**
             * Position
             * @default 0
             */
            position?: number;
            /**
             * Enabled
             * @default true
             */
            enabled?: boolean;
            /**
             * Cap Per Hour
             * @default null
             */
            cap_per_hour?: number | null;
            /**
             * Flag Cap Per Hour
             * @default null
             */
            flag_cap_per_hour?: number | null;
            /** @default null */
            exempt?: components["schemas"]["RuleExemptBody"] | null;
            /**
             * Cooldown
             * @default null
             */
            cooldown?: string | null;
            /**
             * Group
             * @default null
             */
            group?: string | null;
            /** @default null */
            strike?: components["schemas"]["RuleStrikeBody"] | null;
        };
        /**
         * RuleExemptBody
         * @description Whom the rule spares; `app_wide` false: and nobody else whom the app's settings exempt.
         */
        RuleExemptBody: {
            /**
             * Staff
             * @default false
             */
            staff?: boolean;
            /**
             * Trusted
             * @default false
             */
            trusted?: boolean;
            /** Roles */
            roles?: string[];
            /** Lists */
            lists?: string[];
            /**
             * App Wide
             * @default true
             */
            app_wide?: boolean;
        };
        /**
         * RuleFieldsBody
         * @description `actions` are ids of the app's actions, or flag_for_review; one that takes values comes with
         *     them. Above `cap_per_hour` calls and bans an hour they are held for a person, above
         *     `flag_cap_per_hour` flags are folded. `cooldown`, as "24h", is how long the rule then does
         *     nothing about the same subject. One of a `group` is in effect while that is on. With `strike`,
         *     the author of what it holds for is given one.
         */
        RuleFieldsBody: {
            /** Name */
            name: string;
            /**
             * Scope
             * @enum {string}
             */
            scope: "post" | "user" | "reported_post" | "reported_user";
            /** When */
            when: components["schemas"]["AllOf"] | components["schemas"]["AnyOf"] | components["schemas"]["Not"] | components["schemas"]["Never"] | components["schemas"]["MatchingCount"] | components["schemas"]["ClassifiedAs"] | components["schemas"]["NeedsReview"] | components["schemas"]["InList"] | components["schemas"]["NotJudged"] | components["schemas"]["ContainsUrl"] | components["schemas"]["TextLength"] | components["schemas"]["Graded"] | components["schemas"]["ContentProperty"] | components["schemas"]["OfEntityType"] | components["schemas"]["UnderPolicy"] | components["schemas"]["OfTeam"] | components["schemas"]["UserAge"] | components["schemas"]["UserRole"] | components["schemas"]["UserProperty"] | components["schemas"]["FlaggedCount"] | components["schemas"]["UserInList"] | components["schemas"]["IsStaff"] | components["schemas"]["IsTrusted"] | components["schemas"]["Strikes"] | components["schemas"]["PostCount"] | components["schemas"]["ClassifiedCount"] | components["schemas"]["ClassifiedShare"] | components["schemas"]["RepeatedText"] | components["schemas"]["ChannelCount"] | components["schemas"]["ReportCount"];
            /** Actions */
            actions: (string | {
                action: string;
                values?: {
                    [key: string]: string | number | boolean;
                };
            })[];
            /**
             * Position
             * @default 0
             */
            position?: number;
            /**
             * Enabled
             * @default true
             */
            enabled?: boolean;
            /**
             * Cap Per Hour
             * @default null
             */
            cap_per_hour?: number | null;
            /**
             * Flag Cap Per Hour
             * @default null
             */
            flag_cap_per_hour?: number | null;
            /** @default null */
            exempt?: components["schemas"]["RuleExemptBody"] | null;
            /**
             * Cooldown
             * @default null
             */
            cooldown?: string | null;
            /**
             * Group
             * @default null
             */
            group?: string | null;
            /** @default null */
            strike?: components["schemas"]["RuleStrikeBody"] | null;
        };
        /**
         * RuleStrikeBody
         * @description Without `weight`, the policy says what it weighs.
         */
        RuleStrikeBody: {
            /** Policy */
            policy: string;
            /**
             * Weight
             * @default null
             */
            weight?: number | null;
        };
        /**
         * RunActionBody
         * @description On content, named by its item or its entity, or on a user. `user_id` is the moderator who
         *     runs it. Under the same `idempotency_key` it is run once on the same.
         */
        RunActionBody: {
            /**
             * Item Id
             * @default null
             */
            item_id?: string | null;
            /**
             * Entity Type
             * @default null
             */
            entity_type?: string | null;
            /**
             * Entity Id
             * @default null
             */
            entity_id?: string | null;
            /**
             * Target User Id
             * @default null
             */
            target_user_id?: string | null;
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
            /** Values */
            values?: {
                [key: string]: string | number | boolean;
            };
            /**
             * Idempotency Key
             * @default null
             */
            idempotency_key?: string | null;
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
        };
        /**
         * SavingBody
         * @description `expected_version` is the one that they have seen, 0 for none: where another is there,
         *     nothing is saved.
         */
        SavingBody: {
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
            /**
             * Expected Version
             * @default null
             */
            expected_version?: number | null;
        };
        /**
         * ScoreKeyBody
         * @description `name` is for those who keep the keys apart, and no other key of the app has it.
         */
        ScoreKeyBody: {
            /** Name */
            name: string;
        };
        /**
         * SemanticConfig
         * @description `model` says what compares: word vectors before the answer, or a small transformer, which
         *     has to be installed, after it.
         */
        SemanticConfig: {
            /**
             * Enabled
             * @default null
             */
            enabled?: boolean | null;
            /**
             * Async
             * @default null
             */
            async?: boolean | null;
            /**
             * Not Judged
             * @default null
             */
            not_judged?: ("keep" | "flag" | "wait") | null;
            /**
             * Model
             * @default null
             */
            model?: ("vectors" | "minilm") | null;
            /**
             * Rules
             * @default null
             */
            rules?: components["schemas"]["SemanticRule"][] | null;
        };
        /**
         * SemanticFilterBody
         * @description `team` is empty for a filter that the policies of all teams may name.
         */
        SemanticFilterBody: {
            /** Phrases */
            phrases: string[];
            /**
             * Description
             * @default
             */
            description?: string;
            /**
             * Team
             * @default
             */
            team?: string;
        };
        /**
         * SemanticRule
         * @description `name` is that of a filter: the policy's team's own, else the whole app's.
         */
        SemanticRule: {
            /** Name */
            name: string;
            /** Threshold */
            threshold: number;
            /**
             * Action
             * @enum {string}
             */
            action: "flag" | "shadow" | "remove" | "bounce" | "bounce_flag" | "bounce_remove";
        };
        /** Sequence */
        Sequence: {
            /** Violation Number */
            violation_number: number;
            /** Actions */
            actions: ("ban_user" | "flag_user" | "flag_content" | "block_content" | "shadow_content" | "bounce_content" | "bounce_flag_content" | "bounce_remove_content" | "webhook_only" | "mute_video" | "mute_audio" | "blur" | "call_blur" | "end_call" | "kick_user" | "warning" | "call_warning")[];
            /** @default null */
            call_options?: components["schemas"]["CallOptions"] | null;
        };
        /**
         * SetFields
         * @description Others than these are the app's own, and stand under `custom` of the user.
         */
        SetFields: {
            /**
             * Name
             * @default null
             */
            name?: string | null;
            /**
             * Image
             * @default null
             */
            image?: string | null;
            /**
             * Role
             * @default null
             */
            role?: string | null;
            /**
             * Language
             * @default null
             */
            language?: string | null;
            /**
             * Invisible
             * @default null
             */
            invisible?: boolean | null;
            /**
             * Teams
             * @default null
             */
            teams?: string[] | null;
            /**
             * Custom
             * @default null
             */
            custom?: {
                [key: string]: unknown;
            } | null;
            /**
             * Privacy Settings
             * @description Taken and not in effect: it is the chat's.
             * @default null
             */
            privacy_settings?: {
                [key: string]: unknown;
            } | null;
            /**
             * Teams Role
             * @description Taken and not in effect: it is the chat's.
             * @default null
             */
            teams_role?: {
                [key: string]: unknown;
            } | null;
            /**
             * Revoke Tokens Issued Before
             * @default null
             */
            revoke_tokens_issued_before?: number | null;
            /**
             * Push Notifications
             * @description Taken and not in effect: it is the chat's.
             * @default null
             */
            push_notifications?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * SettleBody
         * @description Those named by `ids`, or all that is held by now of a rule, in its `rule_version` where one
         *     is named, or of policies' engines. `user_id` is who asks for it.
         */
        SettleBody: {
            /**
             * Ids
             * @default null
             */
            ids?: string[] | null;
            /**
             * Rule Id
             * @default null
             */
            rule_id?: string | null;
            /**
             * Rule Version
             * @default null
             */
            rule_version?: number | null;
            /**
             * Of Engines
             * @default false
             */
            of_engines?: boolean;
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
        };
        /** SeverityRule */
        SeverityRule: {
            /**
             * Severity
             * @enum {string}
             */
            severity: "low" | "medium" | "high" | "critical";
            /**
             * Action
             * @enum {string}
             */
            action: "keep" | "flag" | "mask" | "mask_flag" | "shadow" | "remove" | "bounce" | "bounce_flag" | "bounce_remove";
        };
        /**
         * ShadowBody
         * @description One of the rule's `draft`, a `version` of it, and a whole `rule`.
         */
        ShadowBody: {
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
            /**
             * Draft
             * @default null
             */
            draft?: true | null;
            /**
             * Version
             * @default null
             */
            version?: number | null;
            /** @default null */
            rule?: components["schemas"]["RuleFieldsBody"] | null;
        };
        /**
         * ShortBan
         * @description The guide's shorter form: `timeout` is in minutes.
         */
        ShortBan: {
            /**
             * Timeout
             * @default null
             */
            timeout?: number | null;
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
        };
        /**
         * SignInProviderBody
         * @description `client_secret` is never answered; leaving it out keeps the stored one as long as `issuer`
         *     stays as it is, null removes it.
         */
        SignInProviderBody: {
            /** Label */
            label: string;
            /** Issuer */
            issuer: string;
            /** Client Id */
            client_id: string;
            /**
             * Client Secret
             * @default null
             */
            client_secret?: string | null;
            /**
             * Scopes
             * @default [
             *       "openid",
             *       "email"
             *     ]
             */
            scopes?: string[];
            /**
             * Role Claim
             * @default
             */
            role_claim?: string;
            /** Roles */
            roles?: {
                [key: string]: "reader" | "moderator" | "senior" | "lead" | "admin";
            };
        };
        /** SimilarConfig */
        SimilarConfig: {
            /**
             * Enabled
             * @default null
             */
            enabled?: boolean | null;
            /**
             * Action
             * @default null
             */
            action?: ("flag" | "shadow" | "remove" | "bounce" | "bounce_flag" | "bounce_remove") | null;
            /**
             * Threshold
             * @default null
             */
            threshold?: number | null;
            /**
             * Time Window
             * @default null
             */
            time_window?: string | null;
            /**
             * Min Text Length
             * @default null
             */
            min_text_length?: number | null;
            /**
             * Track Across Users
             * @default null
             */
            track_across_users?: boolean | null;
            /**
             * Similarity Distance
             * @description bits of 64
             * @default null
             */
            similarity_distance?: number | null;
        };
        /** SimilarFlood */
        SimilarFlood: {
            /**
             * Threshold
             * @default null
             */
            threshold?: number | null;
            /**
             * Time Window
             * @default null
             */
            time_window?: string | null;
            /**
             * Allowlist
             * @default null
             */
            allowlist?: string[] | null;
            /**
             * Min Text Length
             * @default null
             */
            min_text_length?: number | null;
            /**
             * Track Across Users
             * @default null
             */
            track_across_users?: boolean | null;
            /**
             * Similarity Distance
             * @default null
             */
            similarity_distance?: number | null;
        };
        /**
         * SkipBody
         * @description `user_id` is who skips it, where the app's server says so.
         */
        SkipBody: {
            /** Item Id */
            item_id: string;
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
        };
        /**
         * SpamEntryBody
         * @description `verdict` null takes back what was said.
         */
        SpamEntryBody: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "domain" | "url" | "phone" | "email" | "text";
            /** Value */
            value: string;
            /** Verdict */
            verdict: ("allow" | "deny") | null;
        };
        /**
         * SpamManagerBody
         * @description `min_text_length` are characters; texts that `propose_from` posts had are proposed.
         */
        SpamManagerBody: {
            /**
             * Enabled
             * @default false
             */
            enabled?: boolean;
            /**
             * Min Text Length
             * @default 35
             */
            min_text_length?: number;
            /**
             * Propose From
             * @default 3
             */
            propose_from?: number;
        };
        /**
         * SpamVerdictBody
         * @description Of one string that was seen.
         */
        SpamVerdictBody: {
            /** Verdict */
            verdict: ("allow" | "deny") | null;
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
        };
        /**
         * SpamVerdictsBody
         * @description `user_id` is who says so.
         */
        SpamVerdictsBody: {
            /** Entries */
            entries: components["schemas"]["SpamEntryBody"][];
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
        };
        /**
         * StaffBody
         * @description `user_id` is who does it, where the app's server says so.
         */
        StaffBody: {
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
        };
        /**
         * StepActionBody
         * @description `action` is one of the app's, `flag_for_review` or `ban_user`. `values` go to the app's
         *     server; of `ban_user` they are `timeout`, in minutes, and `shadow`.
         */
        StepActionBody: {
            /** Action */
            action: string;
            /** Values */
            values?: {
                [key: string]: string | number | boolean;
            };
        };
        /** StepBody */
        StepBody: {
            /** Strikes */
            strikes: number;
            /** Actions */
            actions: components["schemas"]["StepActionBody"][];
        };
        /**
         * StrikePolicyBody
         * @description `expires_after` is how many days each strike counts.
         */
        StrikePolicyBody: {
            /** Name */
            name: string;
            /**
             * Expires After
             * @default 90
             */
            expires_after?: number;
            /**
             * @default {
             *       "rules": {},
             *       "classes": {}
             *     }
             */
            weights?: components["schemas"]["WeightsBody"];
            /** Steps */
            steps?: components["schemas"]["StepBody"][];
        };
        /**
         * Strikes
         * @description Of the policy: what those that count now weigh together.
         */
        Strikes: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "strikes";
            /** Policy */
            policy: string;
            /**
             * Operator
             * @enum {string}
             */
            operator: "gt" | "gte" | "lt" | "lte" | "eq";
            /** Value */
            value: number;
        };
        /** SubmitActionRequest */
        SubmitActionRequest: {
            /**
             * Action Type
             * @enum {string}
             */
            action_type: "flag" | "mark_reviewed" | "reopen" | "block" | "shadow_block" | "unblock" | "delete_message" | "delete_activity" | "delete_comment" | "delete_reaction" | "restore" | "unmask" | "ban" | "unban" | "delete_user" | "delete_user_messages" | "kick_user" | "end_call" | "custom" | "escalate" | "de_escalate" | "bypass" | "reject_appeal";
            /**
             * Item Id
             * @default null
             */
            item_id?: string | null;
            /**
             * Appeal Id
             * @default null
             */
            appeal_id?: string | null;
            /**
             * Decision Reason
             * @default null
             */
            decision_reason?: string | null;
            /**
             * If Version
             * @default null
             */
            if_version?: string | null;
            /**
             * Batch Id
             * @default null
             */
            batch_id?: string | null;
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
            /** @default null */
            user?: components["schemas"]["ActingUser"] | null;
            /** @default null */
            flag?: components["schemas"]["DecidedFlag"] | null;
            /** @default null */
            mark_reviewed?: components["schemas"]["MarkReviewed"] | null;
            /** @default null */
            reopen?: components["schemas"]["Reasoned"] | null;
            /** @default null */
            block?: components["schemas"]["Reasoned"] | null;
            /** @default null */
            shadow_block?: components["schemas"]["Reasoned"] | null;
            /** @default null */
            unblock?: components["schemas"]["DecisionReason"] | null;
            /** @default null */
            delete_message?: components["schemas"]["Delete"] | null;
            /** @default null */
            delete_activity?: components["schemas"]["Delete"] | null;
            /** @default null */
            delete_comment?: components["schemas"]["Delete"] | null;
            /** @default null */
            delete_reaction?: components["schemas"]["Delete"] | null;
            /** @default null */
            restore?: components["schemas"]["DecisionReason"] | null;
            /** @default null */
            unmask?: components["schemas"]["Options"] | null;
            /** @default null */
            ban?: components["schemas"]["Ban"] | null;
            /** @default null */
            unban?: components["schemas"]["Unban"] | null;
            /** @default null */
            delete_user?: components["schemas"]["DeleteUser"] | null;
            /** @default null */
            delete_user_messages?: components["schemas"]["DeleteUserMessages"] | null;
            /** @default null */
            kick_user?: components["schemas"]["Options"] | null;
            /** @default null */
            end_call?: components["schemas"]["Options"] | null;
            /** @default null */
            custom?: components["schemas"]["Custom"] | null;
            /** @default null */
            escalate?: components["schemas"]["Escalate"] | null;
            /** @default null */
            de_escalate?: components["schemas"]["Options"] | null;
            /** @default null */
            bypass?: components["schemas"]["Bypass"] | null;
            /** @default null */
            reject_appeal?: components["schemas"]["RejectAppeal"] | null;
        };
        /**
         * SwitchOffBody
         * @description `user_id` is who switches, and `reason` why, for the log.
         */
        SwitchOffBody: {
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
        };
        /**
         * SwitchOnBody
         * @description `until` is at most seven days from now.
         */
        SwitchOnBody: {
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * TestActionBody
         * @description Sample values to send instead of the made-up ones; `values` are those that it takes.
         */
        TestActionBody: {
            /**
             * Data
             * @default null
             */
            data?: {
                [key: string]: string;
            } | null;
            /**
             * Values
             * @default null
             */
            values?: {
                [key: string]: string | number | boolean;
            } | null;
        };
        /**
         * TextConfig
         * @description Harms of which the policy says nothing follow the profile.
         */
        TextConfig: {
            /**
             * Enabled
             * @default null
             */
            enabled?: boolean | null;
            /**
             * Async
             * @default null
             */
            async?: boolean | null;
            /**
             * Not Judged
             * @default null
             */
            not_judged?: ("keep" | "flag" | "wait") | null;
            /**
             * Profile
             * @default null
             */
            profile?: string | null;
            /**
             * Rules
             * @default null
             */
            rules?: components["schemas"]["TextRule"][] | null;
            /**
             * Severity Rules
             * @default null
             */
            severity_rules?: components["schemas"]["SeverityRule"][] | null;
        };
        /** TextContent */
        TextContent: {
            /**
             * Harm Labels
             * @default null
             */
            harm_labels?: string[] | null;
            /**
             * Llm Harm Labels
             * @default null
             */
            llm_harm_labels?: {
                [key: string]: string;
            } | null;
            /**
             * Label Operator
             * @default null
             */
            label_operator?: string | null;
            /**
             * Severity
             * @default null
             */
            severity?: ("low" | "medium" | "high" | "critical") | null;
            /**
             * Min Confidence
             * @default null
             */
            min_confidence?: number | null;
            /**
             * Contains Url
             * @default null
             */
            contains_url?: boolean | null;
            /**
             * Blocklist Match
             * @default null
             */
            blocklist_match?: string[] | null;
            /**
             * Text Length
             * @default null
             */
            text_length?: number | null;
            /**
             * Text Length Operator
             * @default null
             */
            text_length_operator?: string | null;
        };
        /** TextCount */
        TextCount: {
            /**
             * Harm Labels
             * @default null
             */
            harm_labels?: string[] | null;
            /**
             * Llm Harm Labels
             * @default null
             */
            llm_harm_labels?: {
                [key: string]: string;
            } | null;
            /**
             * Label Operator
             * @default null
             */
            label_operator?: string | null;
            /**
             * Severity
             * @default null
             */
            severity?: ("low" | "medium" | "high" | "critical") | null;
            /**
             * Min Confidence
             * @default null
             */
            min_confidence?: number | null;
            /** Threshold */
            threshold: number;
            /** Time Window */
            time_window: string;
            /**
             * Contains Url
             * @default null
             */
            contains_url?: boolean | null;
            /**
             * Blocklist Match
             * @default null
             */
            blocklist_match?: string[] | null;
            /**
             * Semantic Filter Names
             * @default null
             */
            semantic_filter_names?: string[] | null;
            /**
             * Semantic Filter Min Threshold
             * @default null
             */
            semantic_filter_min_threshold?: number | null;
        };
        /**
         * TextLength
         * @description In characters, of all texts together.
         */
        TextLength: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "text_length";
            /**
             * Operator
             * @enum {string}
             */
            operator: "gt" | "gte" | "lt" | "lte" | "eq";
            /** Value */
            value: number;
        };
        /**
         * TextRule
         * @description `action` is for what no severity rule says anything about.
         */
        TextRule: {
            /** Label */
            label: string;
            /**
             * Action
             * @default null
             */
            action?: ("keep" | "flag" | "mask" | "mask_flag" | "shadow" | "remove" | "bounce" | "bounce_flag" | "bounce_remove") | null;
            /**
             * Severity Rules
             * @default null
             */
            severity_rules?: components["schemas"]["SeverityRule"][] | null;
        };
        /** ThresholdConfig */
        ThresholdConfig: {
            /**
             * Enabled
             * @default null
             */
            enabled?: boolean | null;
            /**
             * Async
             * @default null
             */
            async?: boolean | null;
            /**
             * Not Judged
             * @default null
             */
            not_judged?: ("keep" | "flag" | "wait") | null;
            /**
             * Rules
             * @default null
             */
            rules?: components["schemas"]["ThresholdRule"][] | null;
        };
        /** ThresholdRule */
        ThresholdRule: {
            /** Label */
            label: string;
            /** Threshold */
            threshold: number;
            /**
             * Action
             * @enum {string}
             */
            action: "flag" | "shadow" | "remove" | "bounce" | "bounce_flag" | "bounce_remove";
        };
        /**
         * ToxicityConfig
         * @description `blended` asks the stronger model too where the default is unsure.
         */
        ToxicityConfig: {
            /**
             * Enabled
             * @default null
             */
            enabled?: boolean | null;
            /**
             * Async
             * @default null
             */
            async?: boolean | null;
            /**
             * Not Judged
             * @default null
             */
            not_judged?: ("keep" | "flag" | "wait") | null;
            /**
             * Rules
             * @default null
             */
            rules?: components["schemas"]["ThresholdRule"][] | null;
            /**
             * Model
             * @default null
             */
            model?: ("default" | "blended") | null;
        };
        /**
         * TriedPosts
         * @description So many posts of an invented user, `ago`. Each was classified as all of `classes` and was
         *     in all of `lists`; with `matching` it counts for whatever the rule counts.
         */
        TriedPosts: {
            /**
             * Count
             * @default 1
             */
            count?: number;
            /**
             * Ago
             * @default 1m
             */
            ago?: string;
            /**
             * Classes
             * @default []
             */
            classes?: string[];
            /**
             * Modality
             * @default text
             * @enum {string}
             */
            modality?: "text" | "image" | "video" | "audio";
            /**
             * Lists
             * @default []
             */
            lists?: string[];
            /**
             * Matching
             * @default false
             */
            matching?: boolean;
        };
        /**
         * TriedUser
         * @description Somebody whom nobody knows, in the author's place. What is not said is not known.
         */
        TriedUser: {
            /**
             * Age
             * @default null
             */
            age?: string | null;
            /**
             * Role
             * @default null
             */
            role?: string | null;
            /**
             * Custom
             * @default null
             */
            custom?: {
                [key: string]: unknown;
            } | null;
            /**
             * Flagged Count
             * @default null
             */
            flagged_count?: number | null;
            /** Posts */
            posts?: components["schemas"]["TriedPosts"][];
        };
        /**
         * TryBody
         * @description One of `text`, `moderation_payload` and `item_id`.
         */
        TryBody: {
            /**
             * Text
             * @default null
             */
            text?: string | null;
            /** @default null */
            moderation_payload?: components["schemas"]["ModerationPayload"] | null;
            /**
             * Item Id
             * @default null
             */
            item_id?: string | null;
            /**
             * Config Key
             * @default null
             */
            config_key?: string | null;
            /**
             * Config Team
             * @default null
             */
            config_team?: string | null;
            /**
             * Config
             * @default null
             */
            config?: {
                [key: string]: unknown;
            } | null;
            /**
             * Entity Creator Id
             * @default null
             */
            entity_creator_id?: string | null;
            /**
             * Region
             * @default null
             */
            region?: string | null;
        };
        /**
         * TryRuleBody
         * @description `rule` is a draft, in the place of `rule_id` where that is given, which alone is a rule that
         *     is kept, or its `version`. It is tried on `text`, on `moderation_payload`, on an item, or on no
         *     content where it asks for none.
         */
        TryRuleBody: {
            /**
             * Text
             * @default null
             */
            text?: string | null;
            /** @default null */
            moderation_payload?: components["schemas"]["ModerationPayload"] | null;
            /**
             * Item Id
             * @default null
             */
            item_id?: string | null;
            /**
             * Config Key
             * @default null
             */
            config_key?: string | null;
            /**
             * Config Team
             * @default null
             */
            config_team?: string | null;
            /**
             * Config
             * @default null
             */
            config?: {
                [key: string]: unknown;
            } | null;
            /**
             * Entity Creator Id
             * @default null
             */
            entity_creator_id?: string | null;
            /**
             * Region
             * @default null
             */
            region?: string | null;
            /** @default null */
            rule?: components["schemas"]["RuleFieldsBody"] | null;
            /**
             * Rule Id
             * @default null
             */
            rule_id?: string | null;
            /**
             * Version
             * @default null
             */
            version?: number | null;
            /**
             * Entity Type
             * @default null
             */
            entity_type?: string | null;
            /**
             * Entity Id
             * @default null
             */
            entity_id?: string | null;
            /** @default null */
            user?: components["schemas"]["TriedUser"] | null;
            /**
             * Reports
             * @default null
             */
            reports?: {
                [key: string]: number;
            } | null;
            /**
             * As User
             * @default true
             */
            as_user?: boolean;
        };
        /**
         * Unban
         * @description `created_by` leaves the bans that others made, `shadow` all but the shadow ban.
         */
        Unban: {
            /**
             * Target User Id
             * @default null
             */
            target_user_id?: string | null;
            /**
             * Decision Reason
             * @default null
             */
            decision_reason?: string | null;
            /**
             * Channel Cid
             * @default null
             */
            channel_cid?: string | null;
            /**
             * Remove Future Channels Ban
             * @default null
             */
            remove_future_channels_ban?: boolean | null;
            /**
             * Created By
             * @default null
             */
            created_by?: string | null;
            /**
             * Shadow
             * @default null
             */
            shadow?: boolean | null;
        };
        /** UnbanRequest */
        UnbanRequest: {
            /** @default null */
            unbanned_by?: components["schemas"]["ActingUser"] | null;
            /**
             * Unbanned By Id
             * @default null
             */
            unbanned_by_id?: string | null;
        };
        /**
         * UnderPolicy
         * @description One of `keys` is the key of the content's policy, or one that it falls back to; with `team`,
         *     it is the policy of that very key and team, which is empty for that of all teams.
         */
        UnderPolicy: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "policy";
            /** Keys */
            keys: string[];
            /**
             * Team
             * @default null
             */
            team?: string | null;
        };
        /**
         * UndoBody
         * @description What the rule `rule_id` did from `since` on, in that `version` alone where one is named. With
         *     `preview` nothing is done, and the answer says what would be. `user_id` is who asks for it.
         */
        UndoBody: {
            /** Rule Id */
            rule_id: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /**
             * Version
             * @default null
             */
            version?: number | null;
            /**
             * Preview
             * @default true
             */
            preview?: boolean;
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
        };
        /**
         * Unrecorded
         * @description Of a call of which nobody is recorded as its maker.
         */
        Unrecorded: {
            /**
             * Name
             * @description Taken and not in effect: profiles are kept by update_users.
             * @default null
             */
            name?: string | null;
            /**
             * Image
             * @description Taken and not in effect: profiles are kept by update_users.
             * @default null
             */
            image?: string | null;
            /**
             * Role
             * @description Taken and not in effect: profiles are kept by update_users.
             * @default null
             */
            role?: string | null;
            /**
             * Language
             * @description Taken and not in effect: profiles are kept by update_users.
             * @default null
             */
            language?: string | null;
            /**
             * Invisible
             * @description Taken and not in effect: profiles are kept by update_users.
             * @default null
             */
            invisible?: boolean | null;
            /**
             * Teams
             * @description Taken and not in effect: profiles are kept by update_users.
             * @default null
             */
            teams?: string[] | null;
            /**
             * Custom
             * @description Taken and not in effect: profiles are kept by update_users.
             * @default null
             */
            custom?: {
                [key: string]: unknown;
            } | null;
            /**
             * Privacy Settings
             * @description Taken and not in effect: it is the chat's.
             * @default null
             */
            privacy_settings?: {
                [key: string]: unknown;
            } | null;
            /**
             * Teams Role
             * @description Taken and not in effect: it is the chat's.
             * @default null
             */
            teams_role?: {
                [key: string]: unknown;
            } | null;
            /**
             * Id
             * @description Taken and not in effect: who makes this call is recorded nowhere.
             */
            id: string;
        };
        /**
         * UpdateBlockListRequest
         * @description `words` replaces the whole list.
         */
        UpdateBlockListRequest: {
            /**
             * Is Confusable Folding Enabled
             * @default null
             */
            is_confusable_folding_enabled?: boolean | null;
            /**
             * Is Leet Check Enabled
             * @default null
             */
            is_leet_check_enabled?: boolean | null;
            /**
             * Is Plural Check Enabled
             * @default null
             */
            is_plural_check_enabled?: boolean | null;
            /**
             * Is Substring Matching Enabled
             * @default null
             */
            is_substring_matching_enabled?: boolean | null;
            /**
             * Team
             * @default null
             */
            team?: string | null;
            /**
             * Words
             * @default null
             */
            words?: string[] | null;
            /**
             * User Id
             * @description Taken and not in effect: who makes this call is recorded nowhere.
             * @default null
             */
            user_id?: string | null;
            /** @default null */
            user?: components["schemas"]["Unrecorded"] | null;
        };
        /**
         * UpdateQueueRequest
         * @description What is left out stays.
         */
        UpdateQueueRequest: {
            /**
             * User Id
             * @default null
             */
            user_id?: string | null;
            /** @default null */
            user?: components["schemas"]["ActingUser"] | null;
            /**
             * Name
             * @default null
             */
            name?: string | null;
            /**
             * Description
             * @default null
             */
            description?: string | null;
            /**
             * Filters
             * @default null
             */
            filters?: {
                [key: string]: unknown;
            } | null;
            /**
             * Sort
             * @default null
             */
            sort?: {
                [key: string]: unknown;
            }[] | null;
        };
        /** UpdateUsersPartialRequest */
        UpdateUsersPartialRequest: {
            /** Users */
            users: components["schemas"]["UserChange"][];
        };
        /** UpdateUsersRequest */
        UpdateUsersRequest: {
            /** Users */
            users: {
                [key: string]: components["schemas"]["KeptUserRequest"];
            };
        };
        /** UpsertActionConfigRequest */
        UpsertActionConfigRequest: {
            /**
             * Id
             * @default null
             */
            id?: string | null;
            /** Action */
            action: string;
            /** Entity Type */
            entity_type: string;
            /** Order */
            order: number;
            /**
             * Queue Type
             * @default null
             */
            queue_type?: string | null;
            /**
             * Icon
             * @default null
             */
            icon?: string | null;
            /**
             * Description
             * @default null
             */
            description?: string | null;
            /**
             * Custom
             * @default null
             */
            custom?: {
                [key: string]: unknown;
            } | null;
            /**
             * User Id
             * @description Taken and not in effect: who makes this call is recorded nowhere.
             * @default null
             */
            user_id?: string | null;
            /** @default null */
            user?: components["schemas"]["Unrecorded"] | null;
        };
        /**
         * UpsertConfigRequest
         * @description Replaces the whole policy: what is left out is removed.
         */
        UpsertConfigRequest: {
            /** @default null */
            ai_text_config?: components["schemas"]["TextConfig"] | null;
            /** @default null */
            bodyguard_config?: components["schemas"]["TextConfig"] | null;
            /** @default null */
            ai_image_config?: components["schemas"]["ImageConfig"] | null;
            /** @default null */
            aws_rekognition_config?: components["schemas"]["ImageConfig"] | null;
            /** @default null */
            ai_video_config?: components["schemas"]["ImageConfig"] | null;
            /** @default null */
            ai_audio_config?: components["schemas"]["AudioConfig"] | null;
            /** @default null */
            block_list_config?: components["schemas"]["ListConfig"] | null;
            /** @default null */
            automod_toxicity_config?: components["schemas"]["ToxicityConfig"] | null;
            /** @default null */
            automod_platform_circumvention_config?: components["schemas"]["ThresholdConfig"] | null;
            /** @default null */
            automod_semantic_filters_config?: components["schemas"]["SemanticConfig"] | null;
            /** @default null */
            velocity_filter_config?: components["schemas"]["VelocityConfig"] | null;
            /** @default null */
            llm_config?: components["schemas"]["LlmConfig"] | null;
            /** @default null */
            remote_config?: components["schemas"]["RemoteConfig"] | null;
            /** @default null */
            flood_config?: components["schemas"]["FloodConfig"] | null;
            /** @default null */
            google_vision_config?: components["schemas"]["GoogleVisionConfig"] | null;
            /** @default null */
            rule_builder_config?: components["schemas"]["RuleBuilderConfig"] | null;
            /** @default null */
            video_call_rule_config?: components["schemas"]["CallConfig"] | null;
            /** Key */
            key: string;
            /**
             * Team
             * @default null
             */
            team?: string | null;
            /**
             * Async
             * @description Taken and not in effect: each sub-config says it of itself.
             * @default null
             */
            async?: boolean | null;
            /**
             * User Id
             * @description Taken and not in effect: who makes this call is recorded nowhere.
             * @default null
             */
            user_id?: string | null;
            /** @default null */
            user?: components["schemas"]["Unrecorded"] | null;
        };
        /**
         * UserAge
         * @description How long ago the app told Gavel of the user.
         */
        UserAge: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "user_age";
            /**
             * Operator
             * @enum {string}
             */
            operator: "gt" | "gte" | "lt" | "lte" | "eq";
            /** Age */
            age: string;
        };
        /**
         * UserChange
         * @description Null in `set` unsets a field. A name in either may begin with `custom.`.
         */
        UserChange: {
            /** Id */
            id: string;
            /** @default null */
            set?: components["schemas"]["SetFields"] | null;
            /**
             * Unset
             * @default null
             */
            unset?: string[] | null;
        };
        /** UserInList */
        UserInList: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "user_in_list";
            /** Lists */
            lists: string[];
        };
        /**
         * UserListBody
         * @description Who is in a list that is `trusted` is a trusted user.
         */
        UserListBody: {
            /** Name */
            name: string;
            /**
             * Trusted
             * @default false
             */
            trusted?: boolean;
            /** Users */
            users?: string[];
        };
        /** UserProperty */
        UserProperty: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "user_property";
            /** Key */
            key: string;
            /**
             * Operator
             * @default exists
             * @enum {string}
             */
            operator?: "exists" | "contains" | "gt" | "gte" | "lt" | "lte" | "eq";
            /**
             * Value
             * @default null
             */
            value?: boolean | number | string | null;
        };
        /** UserRole */
        UserRole: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "user_role";
            /** Roles */
            roles: string[];
        };
        /**
         * VelocityConfig
         * @description `cids_per_user` is in how many channels within a rule's longer ttl one is caught, however
         *     little one posts there; `advanced_filters` has `check_message_context` count like texts too.
         */
        VelocityConfig: {
            /**
             * Enabled
             * @default null
             */
            enabled?: boolean | null;
            /**
             * Async
             * @default null
             */
            async?: boolean | null;
            /**
             * Not Judged
             * @default null
             */
            not_judged?: ("keep" | "flag" | "wait") | null;
            /**
             * Advanced Filters
             * @default null
             */
            advanced_filters?: boolean | null;
            /**
             * Cascading Actions
             * @default null
             */
            cascading_actions?: boolean | null;
            /**
             * Cids Per User
             * @default null
             */
            cids_per_user?: number | null;
            /**
             * First Message Only
             * @default null
             */
            first_message_only?: boolean | null;
            /**
             * Rules
             * @default null
             */
            rules?: components["schemas"]["VelocityRule"][] | null;
        };
        /**
         * VelocityRule
         * @description Bans are in minutes, 0 or none is for good; ttls and the probation in seconds. What is 0 is
         *     not there.
         */
        VelocityRule: {
            /**
             * Action
             * @enum {string}
             */
            action: "flag" | "shadow" | "remove" | "ban";
            /**
             * Ban Duration
             * @default null
             */
            ban_duration?: number | null;
            /**
             * Cascading Action
             * @default null
             */
            cascading_action?: ("flag" | "shadow" | "remove" | "ban") | null;
            /**
             * Cascading Threshold
             * @default null
             */
            cascading_threshold?: number | null;
            /**
             * Check Message Context
             * @default null
             */
            check_message_context?: boolean | null;
            /**
             * Fast Spam Threshold
             * @default null
             */
            fast_spam_threshold?: number | null;
            /**
             * Fast Spam Ttl
             * @default null
             */
            fast_spam_ttl?: number | null;
            /**
             * Ip Ban
             * @default null
             */
            ip_ban?: boolean | null;
            /**
             * Probation Period
             * @default null
             */
            probation_period?: number | null;
            /**
             * Shadow Ban
             * @default null
             */
            shadow_ban?: boolean | null;
            /**
             * Slow Spam Ban Duration
             * @default null
             */
            slow_spam_ban_duration?: number | null;
            /**
             * Slow Spam Threshold
             * @default null
             */
            slow_spam_threshold?: number | null;
            /**
             * Slow Spam Ttl
             * @default null
             */
            slow_spam_ttl?: number | null;
            /**
             * Url Only
             * @default null
             */
            url_only?: boolean | null;
        };
        /**
         * WeightsBody
         * @description `classes` are named with their modality, as in "text:HATE".
         */
        WeightsBody: {
            /** Rules */
            rules?: {
                [key: string]: number;
            };
            /** Classes */
            classes?: {
                [key: string]: number;
            };
        };
        /**
         * WrittenRule
         * @description What makes a rule up stands beside its name, or in `rule`.
         */
        WrittenRule: {
            /** Name */
            name: string;
            /**
             * Description
             * @default
             */
            description?: string;
            /**
             * Enabled
             * @default true
             */
            enabled?: boolean;
            /**
             * Team
             * @default
             */
            team?: string;
            /**
             * Config Keys
             * @default []
             */
            config_keys?: string[];
            /** @default null */
            rule?: components["schemas"]["BuilderRule"] | null;
            /**
             * Rule Type
             * @default null
             */
            rule_type?: ("user" | "content" | "call" | "flood") | null;
            /**
             * Logic
             * @default null
             */
            logic?: ("AND" | "OR") | null;
            /**
             * Conditions
             * @default null
             */
            conditions?: components["schemas"]["Condition"][] | null;
            /**
             * Groups
             * @default null
             */
            groups?: components["schemas"]["Group"][] | null;
            /** @default null */
            action?: components["schemas"]["Action"] | null;
            /**
             * Action Sequences
             * @default null
             */
            action_sequences?: components["schemas"]["Sequence"][] | null;
            /**
             * Cooldown Period
             * @default null
             */
            cooldown_period?: string | null;
        };
        /** _Over */
        _Over: {
            /**
             * Harm Labels
             * @default null
             */
            harm_labels?: string[] | null;
            /**
             * Llm Harm Labels
             * @default null
             */
            llm_harm_labels?: {
                [key: string]: string;
            } | null;
            /**
             * Label Operator
             * @default null
             */
            label_operator?: string | null;
            /**
             * Severity
             * @default null
             */
            severity?: ("low" | "medium" | "high" | "critical") | null;
            /**
             * Min Confidence
             * @default null
             */
            min_confidence?: number | null;
            /** Threshold */
            threshold: number;
            /** Time Window */
            time_window: string;
        };
        /** ActionsAnswer */
        "gavel.ActionsAnswer": {
            /** Actions */
            actions: components["schemas"]["gavel.ShownAction"][];
            /** Next */
            next: string | null;
        };
        /**
         * AddedHashesAnswer
         * @description Of those that were sent, `known` were in the list before.
         */
        "gavel.AddedHashesAnswer": {
            image_hash_list: components["schemas"]["gavel.ShownImageHashList"];
            /** Added */
            added: number;
            /** Known */
            known: number;
        };
        /**
         * ApiTokensAnswer
         * @description Those made through the API, oldest first; the one that the app was made with is not here.
         */
        "gavel.ApiTokensAnswer": {
            /** Api Tokens */
            api_tokens: components["schemas"]["gavel.ShownScoreKey"][];
        };
        /**
         * AppealAnswer
         * @description An appeal alone (contract appendix A, AppealItemResponse).
         */
        "gavel.AppealAnswer": {
            /** Id */
            id: string;
            /** Appeal Reason */
            appeal_reason: string;
            /** Attachments */
            attachments: string[];
            /**
             * Status
             * @enum {string}
             */
            status: "submitted" | "accepted" | "rejected";
            /** Entity Type */
            entity_type: string;
            /** Entity Id */
            entity_id: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Review Queue Item Id */
            review_queue_item_id?: string;
            /** Channel Cid */
            channel_cid?: string;
            /** Decision Reason */
            decision_reason?: string;
        };
        /** BacktestAnswer */
        "gavel.BacktestAnswer": {
            backtest: components["schemas"]["gavel.ShownBacktest"];
        };
        /** BacktestResult */
        "gavel.BacktestResult": {
            /** Seen */
            seen: number;
            /** Fired */
            fired: number;
            /** Share */
            share: number;
            /** Days */
            days: components["schemas"]["gavel.Day"][];
            peak_hour: components["schemas"]["gavel.PeakHour"] | null;
            /** Users */
            users: number;
            /** Users Exact */
            users_exact: boolean;
            /** Most Hit */
            most_hit: components["schemas"]["gavel.Most"][];
            /** New */
            new: number;
            /** Overlap */
            overlap: components["schemas"]["gavel.Overlap"][];
            /** No Longer */
            no_longer: number;
            /** Staff */
            staff: number;
            /** Trusted */
            trusted: number;
            people: components["schemas"]["gavel.People"];
            /** Hits */
            hits: components["schemas"]["gavel.ShownSample"][];
            /** Near Misses */
            near_misses: components["schemas"]["gavel.ShownSample"][];
            undecided: components["schemas"]["gavel.Undecided"];
            /** Errors */
            errors: number;
            /** Sampled Percent */
            sampled_percent: number[];
            /** Not Simulated */
            not_simulated: string[];
        };
        /** BacktestsAnswer */
        "gavel.BacktestsAnswer": {
            /** Backtests */
            backtests: components["schemas"]["gavel.ListedBacktest"][];
            /** Next */
            next: string | null;
        };
        /**
         * BanAnswer
         * @description Without `expires` a ban is for good.
         */
        "gavel.BanAnswer": {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Reason */
            reason: string;
            /** Shadow */
            shadow: boolean;
            /**
             * Expires
             * Format: date-time
             */
            expires?: string;
            /** Channel Cid */
            channel_cid?: string;
            user?: components["schemas"]["gavel.CreatorAnswer"];
            created_by?: components["schemas"]["gavel.UserAnswer"];
        };
        /**
         * BanEffect
         * @description `seconds` is None for good.
         */
        "gavel.BanEffect": {
            /** Seconds */
            seconds: number | null;
            /** Shadow */
            shadow: boolean;
            /** Ip */
            ip: boolean;
            /** Delete Messages */
            delete_messages: string;
        };
        /** Bar */
        "gavel.Bar": {
            /** Strikes */
            strikes: number;
            /** Users */
            users: number;
        };
        /**
         * BuiltRule
         * @description What a rule of Stream's builder is made into. It is also looked at in the scopes `also`;
         *     `cooldown` is in nanoseconds, in which it does nothing again about the same user.
         */
        "gavel.BuiltRule": {
            /** Also */
            also?: ("post" | "user" | "reported_post" | "reported_user")[];
            /** Effects */
            effects?: components["schemas"]["gavel.Effect"][];
            /** Cooldown */
            cooldown?: number;
            /** Kind */
            kind?: string;
            /** Description */
            description?: string;
        };
        /**
         * CapsAnswer
         * @description `rule` and `flags` are of the rule that was named.
         */
        "gavel.CapsAnswer": {
            app: components["schemas"]["gavel.ShownCap"];
            rule: components["schemas"]["gavel.ShownCap"] | null;
            flags: components["schemas"]["gavel.ShownCap"] | null;
        };
        /**
         * ChangeAnswer
         * @description What one quantity would have had to be. `before` is null where it was not known.
         */
        "gavel.ChangeAnswer": {
            /** Of */
            of: string;
            /** Before */
            before: number | string | boolean | null;
            /** After */
            after: string;
        };
        /** ClassesAnswer */
        "gavel.ClassesAnswer": {
            /** Classes */
            classes: components["schemas"]["gavel.ShownClass"][];
            /** Next */
            next: string | null;
        };
        /**
         * ClauseAnswer
         * @description `holds` is null where it cannot be said, and `why` has what would have to be known for it.
         *     `parts` are those of all, any and not.
         */
        "gavel.ClauseAnswer": {
            /** Type */
            type: string;
            /** Text */
            text: string;
            /** Holds */
            holds: boolean | null;
            /** Values */
            values: {
                [key: string]: unknown;
            };
            /** Compared */
            compared?: components["schemas"]["gavel.ComparedAnswer"][];
            /** Why */
            why?: string[];
            /** Parts */
            parts?: components["schemas"]["gavel.ClauseAnswer"][];
        };
        /**
         * Closing
         * @description What is to become of a delivery once the attempt that is on its way has ended.
         */
        "gavel.Closing": {
            /**
             * State
             * @enum {string}
             */
            state: "delivered" | "dead" | "superseded" | "cancelled";
            /** Reason */
            reason: string;
        };
        /**
         * ComparedAnswer
         * @description `seen` is null where there is nothing to compare. `distance` is how far it is from coming out
         *     the other way, in its own unit.
         */
        "gavel.ComparedAnswer": {
            /** Of */
            of: string;
            /** Seen */
            seen: number | string | boolean | null;
            /** Operator */
            operator: string;
            /** Threshold */
            threshold: number | string | boolean | null;
            /** Distance */
            distance: number | null;
        };
        /**
         * Counts
         * @description `enabled` and `shadow` are evaluations where only the one held.
         */
        "gavel.Counts": {
            /** Both */
            both: number;
            /** Enabled */
            enabled: number;
            /** Shadow */
            shadow: number;
            /** Failed */
            failed: number;
        };
        /**
         * CreatorAnswer
         * @description `removed_content_count` is what Stream's sample dashboard calls the deleted content.
         */
        "gavel.CreatorAnswer": {
            /** Id */
            id: string;
            /** Role */
            role: string;
            /** Custom */
            custom: {
                [key: string]: unknown;
            };
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Banned */
            banned: boolean;
            /** Shadow Banned */
            shadow_banned: boolean;
            /** Online */
            online: boolean;
            /** Invisible */
            invisible: boolean;
            /** Language */
            language: string;
            /** Teams */
            teams: string[];
            /** Blocked User Ids */
            blocked_user_ids: string[];
            /** Bypass Moderation */
            bypass_moderation: boolean;
            /** Name */
            name?: string;
            /** Image */
            image?: string;
            /**
             * Ban Expires
             * Format: date-time
             */
            ban_expires?: string;
            /**
             * Deactivated At
             * Format: date-time
             */
            deactivated_at?: string;
            /**
             * Deleted At
             * Format: date-time
             */
            deleted_at?: string;
            /**
             * Revoke Tokens Issued Before
             * Format: date-time
             */
            revoke_tokens_issued_before?: string;
            /** Ban Count */
            ban_count: number;
            /** Deleted Content Count */
            deleted_content_count: number;
            /** Removed Content Count */
            removed_content_count: number;
            /** Flagged Count */
            flagged_count: number;
        };
        /** Day */
        "gavel.Day": {
            /** Day */
            day: string;
            /** Seen */
            seen: number;
            /** Fired */
            fired: number;
        };
        /** DayCounts */
        "gavel.DayCounts": {
            /** Both */
            both: number;
            /** Enabled */
            enabled: number;
            /** Shadow */
            shadow: number;
            /** Failed */
            failed: number;
            /** Day */
            day: string;
        };
        /** DeliveriesAnswer */
        "gavel.DeliveriesAnswer": {
            /** Deliveries */
            deliveries: components["schemas"]["gavel.ListedDelivery"][];
            /** Next */
            next: string | null;
        };
        /** DeliveryAnswer */
        "gavel.DeliveryAnswer": {
            delivery: components["schemas"]["gavel.ShownDelivery"];
        };
        /**
         * DoneByRule
         * @description What the rule did with one item at one time; `undone` is there once some is taken back.
         */
        "gavel.DoneByRule": {
            /** Id */
            id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Rule Id */
            rule_id: string;
            /** Rule Version */
            rule_version: number;
            /** Rule Name */
            rule_name: string;
            /** Item Id */
            item_id: string;
            /** Entity Type */
            entity_type: string;
            /** Entity Id */
            entity_id: string;
            /** User Id */
            user_id: string;
            /** Why */
            why: components["schemas"]["gavel.HeldCondition"][];
            /** Effects */
            effects: components["schemas"]["gavel.RuleEffect"][];
            undone?: components["schemas"]["gavel.Undone"];
        };
        /** DoneByRuleAnswer */
        "gavel.DoneByRuleAnswer": {
            /** Enforcements */
            enforcements: components["schemas"]["gavel.DoneByRule"][];
            /** Next */
            next: string | null;
        };
        /**
         * Effect
         * @description What a rule does that needs no action of the app. With `skip_inbox` no moderator is asked.
         *     It is for the user's violation of this rule number `violation`, and for those behind it until
         *     another is; 0 is for each.
         */
        "gavel.Effect": {
            /**
             * Type
             * @enum {string}
             */
            type: "ban_user" | "flag_user" | "flag_content" | "block_content" | "shadow_content" | "bounce_content" | "bounce_flag_content" | "bounce_remove_content" | "webhook_only";
            /** Reason */
            reason: string;
            /** Skip Inbox */
            skip_inbox: boolean;
            /** Violation */
            violation: number;
            ban?: components["schemas"]["gavel.BanEffect"];
        };
        /**
         * EnabledEndpointAnswer
         * @description `resending` is the job that sends what was held meanwhile.
         */
        "gavel.EnabledEndpointAnswer": {
            endpoint: components["schemas"]["gavel.ShownEndpoint"];
            resending: components["schemas"]["gavel.ShownRedelivery"];
        };
        /** EndpointAnswer */
        "gavel.EndpointAnswer": {
            endpoint: components["schemas"]["gavel.ShownEndpoint"];
        };
        /**
         * EndpointHealth
         * @description Of the last `attempts`, the oldest of which ended at `since_at`; rates are 0 to 1. `counts`
         *     has how many deliveries are in a state, by state, up to a hundred each.
         */
        "gavel.EndpointHealth": {
            /** Attempts */
            attempts: number;
            /** Success Rate */
            success_rate: number | null;
            /** P50 Milliseconds */
            p50_milliseconds: number | null;
            /** P99 Milliseconds */
            p99_milliseconds: number | null;
            /** Since At */
            since_at: string | null;
            /** Counts */
            counts: {
                [key: string]: number;
            };
            oldest_waiting: components["schemas"]["gavel.OldestWaiting"] | null;
        };
        /** EndpointHealthAnswer */
        "gavel.EndpointHealthAnswer": {
            endpoint: components["schemas"]["gavel.EndpointWithHealth"];
        };
        /** EndpointWithHealth */
        "gavel.EndpointWithHealth": {
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "action" | "hook" | "url" | "events";
            /** Name */
            name: string;
            /** Url */
            url: string;
            /**
             * State
             * @enum {string}
             */
            state: "closed" | "open" | "half_open" | "disabled";
            /** Failures */
            failures: number;
            /**
             * Last Failure At
             * Format: date-time
             */
            last_failure_at?: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at?: string;
            /**
             * Open Until
             * Format: date-time
             */
            open_until?: string;
            /**
             * Slow Until
             * Format: date-time
             */
            slow_until?: string;
            /**
             * Disabled At
             * Format: date-time
             */
            disabled_at?: string;
            /** Disabled Reason */
            disabled_reason?: string;
            /** Disabled By */
            disabled_by?: string;
            health: components["schemas"]["gavel.EndpointHealth"];
        };
        /** EndpointsAnswer */
        "gavel.EndpointsAnswer": {
            /** Endpoints */
            endpoints: components["schemas"]["gavel.ShownEndpoint"][];
            /** Next */
            next: string | null;
        };
        /** EnforcementAnswer */
        "gavel.EnforcementAnswer": {
            enforcement: components["schemas"]["gavel.ShownEnforcement"];
        };
        /** EnforcementsAnswer */
        "gavel.EnforcementsAnswer": {
            /** Enforcements */
            enforcements: components["schemas"]["gavel.ShownEnforcement"][];
            /** Next */
            next: string | null;
        };
        /**
         * EngineResult
         * @description What an engine found in one text, image or video; `action` is what the policy asks for.
         */
        "gavel.EngineResult": {
            /** Provider Name */
            provider_name: string;
            /** Text */
            text?: string;
            /** Image */
            image?: string;
            /** Video */
            video?: string;
            /** Action */
            action: string;
            /** Labels */
            labels: string[];
            /** Score */
            score: number;
            /** Spans */
            spans?: components["schemas"]["gavel.SpanAnswer"][];
            /** Places */
            places?: components["schemas"]["gavel.PlaceAnswer"][];
        };
        /**
         * Escalation
         * @description What a moderator said when handing an item on.
         */
        "gavel.Escalation": {
            /** Reason */
            reason?: string;
            /** Notes */
            notes?: string;
            /**
             * Priority
             * @enum {string}
             */
            priority?: "low" | "medium" | "high";
            /** Category */
            category?: string;
        };
        /**
         * ExemptAnswer
         * @description As what the author is exempt, and from which of the rule's actions.
         */
        "gavel.ExemptAnswer": {
            /** Why */
            why: string;
            /** Spared */
            spared: string[];
        };
        /**
         * Exemptions
         * @description Of an app. `staff` is what moderators and admins are spared: `calls` is all that a rule does
         *     but asking for a person (`flag_for_review`). Who has one of the `roles`, is in one of the
         *     `lists`, or is trusted where `trusted` is set, is spared everything.
         */
        "gavel.Exemptions": {
            /**
             * Staff
             * @enum {string}
             */
            staff: "calls" | "everything" | "nothing";
            /** Trusted */
            trusted: boolean;
            /** Roles */
            roles: string[];
            /** Lists */
            lists: string[];
        };
        /**
         * ExplainedRule
         * @description `not_looked_at_because` is the rule that matches before it where only the first counts;
         *     `off_because` says why it has no effect, although it may hold.
         */
        "gavel.ExplainedRule": {
            /** Holds */
            holds: boolean | null;
            clause: components["schemas"]["gavel.ClauseAnswer"];
            nearest_miss: components["schemas"]["gavel.ComparedAnswer"] | null;
            smallest_change: components["schemas"]["gavel.FlipAnswer"] | null;
            /** Rule Id */
            rule_id: string;
            /** Rule Name */
            rule_name: string;
            /** Rule Version */
            rule_version: number;
            /**
             * Scope
             * @enum {string}
             */
            scope: "post" | "user" | "reported_post" | "reported_user";
            /** Actions */
            actions: string[];
            /** Not Looked At Because */
            not_looked_at_because?: string;
            /** Off Because */
            off_because?: string;
        };
        /**
         * ExplainedRulesAnswer
         * @description As all of it stands at `as_of`, which need not be how it stood when a rule last fired.
         */
        "gavel.ExplainedRulesAnswer": {
            /** Rules */
            rules: components["schemas"]["gavel.ExplainedRule"][];
            /**
             * As Of
             * Format: date-time
             */
            as_of: string;
            /** Next */
            next: string | null;
        };
        /**
         * ExportedHashesAnswer
         * @description A hash a line, as they are imported; `next` is the cursor of the next page.
         */
        "gavel.ExportedHashesAnswer": {
            /** Text */
            text: string;
            /** Next */
            next: string | null;
        };
        /**
         * FacadeSettings
         * @description How the app's calls in other vendors' dialects are answered. `policy` is the key of the one
         *     whose engines judge beside toxicity's. `perspective_scale` None means what the operator chose.
         */
        "gavel.FacadeSettings": {
            /** Policy */
            policy: string | null;
            /** Calls Are Checks */
            calls_are_checks: boolean;
            /** Perspective Scale */
            perspective_scale: boolean | null;
            /** Refuse Not Judged */
            refuse_not_judged: boolean;
            /** Keep Suggested Texts */
            keep_suggested_texts: boolean;
        };
        /**
         * FlagAnswer
         * @description `result` has an engine's results, or the customer's own fields beside the flag's labels.
         */
        "gavel.FlagAnswer": {
            /** Type */
            type: string;
            /** User Id */
            user_id: string;
            /** Reason */
            reason?: string;
            /** Labels */
            labels: string[];
            /** Custom */
            custom?: {
                [key: string]: unknown;
            };
            /** Result */
            result: components["schemas"]["gavel.EngineResult"][] | {
                [key: string]: unknown;
            }[];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Entity Type */
            entity_type: string;
            /** Entity Id */
            entity_id: string;
            /** Entity Creator Id */
            entity_creator_id: string;
            moderation_payload: components["schemas"]["gavel.Payload"];
            /** Review Queue Item Id */
            review_queue_item_id: string;
        };
        /**
         * FlipAnswer
         * @description `is_smallest` is false where there was too much to look through for all of it.
         */
        "gavel.FlipAnswer": {
            /** To */
            to: boolean;
            /** Changes */
            changes: components["schemas"]["gavel.ChangeAnswer"][];
            /** Is Smallest */
            is_smallest: boolean;
        };
        /**
         * GivenStrike
         * @description What a rule gives besides its actions; without `weight`, what the policy says.
         */
        "gavel.GivenStrike": {
            /** Policy */
            policy: string;
            /** Weight */
            weight?: number;
        };
        /**
         * HeldCondition
         * @description A condition that made its rule match, in words; `negated` when it did so by not holding.
         */
        "gavel.HeldCondition": {
            /** Type */
            type: string;
            /** Text */
            text: string;
            /** Values */
            values: {
                [key: string]: unknown;
            };
            /** Negated */
            negated: boolean;
        };
        /**
         * HeldConditionAnswer
         * @description A condition that made its rule match, with what it saw; `negated` by not holding.
         */
        "gavel.HeldConditionAnswer": {
            /** Type */
            type: string;
            /** Text */
            text: string;
            /** Values */
            values: {
                [key: string]: unknown;
            };
            /** Negated */
            negated: boolean;
        };
        /**
         * HistogramAnswer
         * @description `histogram` has how many users have so many strikes now, `steps` how many are at or over the
         *     threshold of each step. Both are of the users that this page has; all are where `next` is null.
         */
        "gavel.HistogramAnswer": {
            /** Strike Policy */
            strike_policy: string;
            /** Users */
            users: number;
            /** Histogram */
            histogram: components["schemas"]["gavel.Bar"][];
            /** Steps */
            steps: components["schemas"]["gavel.StepUsers"][];
            /** Next */
            next: string | null;
        };
        /** Hits */
        "gavel.Hits": {
            /** Both */
            both: components["schemas"]["gavel.ShownHit"][];
            /** Enabled */
            enabled: components["schemas"]["gavel.ShownHit"][];
            /** Shadow */
            shadow: components["schemas"]["gavel.ShownHit"][];
            /** Failed */
            failed: components["schemas"]["gavel.ShownHit"][];
            /** Staff */
            staff: components["schemas"]["gavel.ShownHit"][];
        };
        /** ImageHashListAnswer */
        "gavel.ImageHashListAnswer": {
            image_hash_list: components["schemas"]["gavel.ShownImageHashList"];
        };
        /** ImageHashListsAnswer */
        "gavel.ImageHashListsAnswer": {
            /** Image Hash Lists */
            image_hash_lists: components["schemas"]["gavel.ShownImageHashList"][];
            /** Next */
            next: string | null;
        };
        /**
         * ImportedRule
         * @description `version` is the rule's after the import, and as long as that is a dry run before it.
         */
        "gavel.ImportedRule": {
            /** Rule Id */
            rule_id: string;
            /** Version */
            version: number;
            /** Changes */
            changes: string[];
        };
        /** ImportedRulesAnswer */
        "gavel.ImportedRulesAnswer": {
            /** Dry Run */
            dry_run: boolean;
            /** Created */
            created: components["schemas"]["gavel.ImportedRule"][];
            /** Changed */
            changed: components["schemas"]["gavel.ImportedRule"][];
            /** Deleted */
            deleted: string[];
            /** Unchanged */
            unchanged: number;
            /** Configuration Version */
            configuration_version?: number;
            /**
             * Active Everywhere At
             * Format: date-time
             */
            active_everywhere_at?: string;
        };
        /**
         * ItemAnswer
         * @description Times are as the dialect has them. `assigned_to` is the moderator who has the item locked,
         *     `appeal` the last appeal against a decision on it.
         *     The fields from `deleted_at` on are Gavel's own: what moderators have done to the content, and
         *     in `not_judged` the engines that failed or do not exist. `masked_texts` are all texts as others
         *     are to see them, where the policy masks something in them. `version` is for `if_version`.
         */
        "gavel.ItemAnswer": {
            /** Id */
            id: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Entity Type */
            entity_type: string;
            /** Entity Id */
            entity_id: string;
            /** Entity Creator Id */
            entity_creator_id: string;
            entity_creator: components["schemas"]["gavel.CreatorAnswer"] | null;
            moderation_payload: components["schemas"]["gavel.Payload"];
            /** Moderation Payload Hash */
            moderation_payload_hash: string;
            /** Has Text */
            has_text: boolean;
            /** Has Image */
            has_image: boolean;
            /** Has Video */
            has_video: boolean;
            /** Has Audio */
            has_audio: boolean;
            /** Status */
            status: string;
            /** Recommended Action */
            recommended_action: string;
            /** Completed At */
            completed_at: string | null;
            /** Config Key */
            config_key: string;
            /** Languages */
            languages: string[];
            /** Severity */
            severity: number;
            /** Ai Text Severity */
            ai_text_severity: string;
            /** Reviewed At */
            reviewed_at: string | null;
            /** Reviewed By */
            reviewed_by: string;
            /** Escalated */
            escalated: boolean;
            /**
             * Escalated At
             * Format: date-time
             */
            escalated_at?: string;
            /** Escalated By */
            escalated_by?: string;
            escalation_metadata?: components["schemas"]["gavel.Escalation"];
            /** Latest Moderator Action */
            latest_moderator_action: string;
            /** Content Changed */
            content_changed: boolean;
            /** Flags */
            flags: components["schemas"]["gavel.FlagAnswer"][];
            /** Flags Count */
            flags_count: number;
            /** Bans */
            bans: components["schemas"]["gavel.BanAnswer"][];
            /** Actions */
            actions: components["schemas"]["gavel.common__views__stream_items__ActionAnswer"][];
            /** Teams */
            teams: string[];
            /** Version */
            version: string;
            assigned_to?: components["schemas"]["gavel.UserAnswer"];
            appeal?: components["schemas"]["gavel.AppealAnswer"];
            /**
             * Deleted At
             * Format: date-time
             */
            deleted_at?: string;
            /**
             * Blocked At
             * Format: date-time
             */
            blocked_at?: string;
            /**
             * Shadow Blocked At
             * Format: date-time
             */
            shadow_blocked_at?: string;
            /** Unmasked */
            unmasked?: boolean;
            /** Masked Texts */
            masked_texts?: string[];
            /** Not Judged */
            not_judged?: string[];
        };
        /**
         * Limits
         * @description Of an app and day, for all its providers together; None is no limit. `money` is in the
         *     currency of the providers' prices.
         */
        "gavel.Limits": {
            /** Calls */
            calls: number | null;
            /** Tokens */
            tokens: number | null;
            /** Money */
            money: number | null;
        };
        /**
         * LinkAnswer
         * @description `link` is told here and never again; the page's address has it behind `#link=`.
         */
        "gavel.LinkAnswer": {
            /** Link */
            link: string;
            /** Url */
            url: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
        };
        /** ListedBacktest */
        "gavel.ListedBacktest": {
            /** Id */
            id: string;
            /** Status */
            status: string;
            /** Progress */
            progress: number;
            /** Rule Id */
            rule_id: string;
            /** Rule Version */
            rule_version: number;
            /** Rule Name */
            rule_name: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Created By */
            created_by: string;
            /**
             * Finished At
             * Format: date-time
             */
            finished_at?: string;
            error?: components["schemas"]["gavel.TaskError"];
        };
        /** ListedDelivery */
        "gavel.ListedDelivery": {
            /** Id */
            id: string;
            /** Endpoint */
            endpoint: string;
            /**
             * Endpoint Kind
             * @enum {string}
             */
            endpoint_kind: "action" | "hook" | "url" | "events";
            /** Action Id */
            action_id: string;
            /** Item Id */
            item_id: string;
            /** Subject */
            subject: string;
            /** Sequence */
            sequence: number;
            /** Data */
            data: {
                [key: string]: unknown;
            };
            why: components["schemas"]["gavel.Why"];
            /** Url */
            url?: string;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "pending" | "delivered" | "dead" | "superseded" | "cancelled";
            /** Reason */
            reason: string;
            /** Attempts */
            attempts: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /**
             * Next Attempt At
             * Format: date-time
             */
            next_attempt_at?: string;
            /** Ahead */
            ahead?: string;
            /** Held */
            held?: string;
            closing?: components["schemas"]["gavel.Closing"];
            /**
             * Attempted At
             * Format: date-time
             */
            attempted_at?: string;
            /**
             * Delivered At
             * Format: date-time
             */
            delivered_at?: string;
            /**
             * Closed At
             * Format: date-time
             */
            closed_at?: string;
            /**
             * Receipt At
             * Format: date-time
             */
            receipt_at?: string;
            /** Receipts */
            receipts?: components["schemas"]["gavel.ReceiptRecord"][];
            /** Being Sent */
            being_sent: boolean;
            last_attempt: components["schemas"]["gavel.Try"] | null;
        };
        /** ListedDraft */
        "gavel.ListedDraft": {
            /** Rule Id */
            rule_id: string;
            /** Name */
            name: string;
            /** By */
            by: string;
            /** Reason */
            reason: string;
            /** Based On */
            based_on: number;
            /** Revision */
            revision: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * LogAnswer
         * @description `unread` counts the failures that nobody has acknowledged, up to a hundred.
         */
        "gavel.LogAnswer": {
            /** Entries */
            entries: components["schemas"]["gavel.LogEntry"][];
            /** Unread */
            unread: number;
            /** Next */
            next: string | null;
        };
        /**
         * LogEntry
         * @description `user_id` is whom it concerns, `by` who did it (empty for Gavel itself). `unread_at` is there
         *     until somebody has seen a failure. `acted_at` is `at` again, of actions alone, which are looked
         *     for by it. One of a rule that held names the rule again as `rule_id`, by which such are looked
         *     for, and has its `effects`, and how often the item had changed by then as `revision`; `undone`
         *     is there once an undo has taken some back. Of those about an item there are its entity and in
         *     `ai_providers` the engines that had flagged it. `reporter_type` is there where somebody else
         *     said who did it. Times are nanoseconds.
         */
        "gavel.LogEntry": {
            /** Id */
            id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "action" | "flag" | "report" | "rule" | "delivery" | "escalation" | "review" | "engine" | "appeal" | "feedback" | "strike" | "expiry" | "member" | "note" | "skip";
            /** Type */
            type: string;
            /** By */
            by: string;
            /** Reason */
            reason: string;
            /** Result */
            result: string;
            /** Custom */
            custom: {
                [key: string]: unknown;
            };
            /** Item Id */
            item_id?: string;
            /** User Id */
            user_id?: string;
            /**
             * Unread At
             * Format: date-time
             */
            unread_at?: string;
            /**
             * Acted At
             * Format: date-time
             */
            acted_at?: string;
            /** Entity Type */
            entity_type?: string;
            /** Entity Id */
            entity_id?: string;
            /** Ai Providers */
            ai_providers?: string[];
            /** Reporter Type */
            reporter_type?: string;
            /** Rule Id */
            rule_id?: string;
            /** Revision */
            revision?: number;
            /** Effects */
            effects?: components["schemas"]["gavel.RuleEffect"][];
            undone?: components["schemas"]["gavel.Undone"];
        };
        /**
         * MadeApiTokenAnswer
         * @description `token` is told here and never again.
         */
        "gavel.MadeApiTokenAnswer": {
            api_token: components["schemas"]["gavel.ShownScoreKey"];
            /** Token */
            token: string;
        };
        /**
         * MadeScoreKeyAnswer
         * @description `key` is told here and never again.
         */
        "gavel.MadeScoreKeyAnswer": {
            score_key: components["schemas"]["gavel.ShownScoreKey"];
            /** Key */
            key: string;
        };
        /** MarkReadAnswer */
        "gavel.MarkReadAnswer": {
            /** Marked */
            marked: number;
            /** Unread */
            unread: number;
        };
        /** MemberAnswer */
        "gavel.MemberAnswer": {
            member: components["schemas"]["gavel.ShownMember"];
        };
        /** MembersAnswer */
        "gavel.MembersAnswer": {
            /** Members */
            members: components["schemas"]["gavel.ShownMember"][];
            /** Next */
            next: string | null;
        };
        /** Most */
        "gavel.Most": {
            /** User Id */
            user_id: string;
            /** Fired */
            fired: number;
        };
        /** NotJudged */
        "gavel.NotJudged": {
            /** Name */
            name: string;
            /** Why */
            why: string;
        };
        /** NotLookedAtAnswer */
        "gavel.NotLookedAtAnswer": {
            /** Rule Id */
            rule_id: string;
            /** Because */
            because: string;
        };
        /** NotUndone */
        "gavel.NotUndone": {
            /** Enforcement */
            enforcement: string;
            /** Item Id */
            item_id: string;
            /** User Id */
            user_id: string;
            /** Action */
            action: string;
            /**
             * Refused
             * @enum {string}
             */
            refused: "irreversible" | "no_inverse" | "unknown_action" | "undone_already" | "decided_since" | "ordered_by_others" | "content_changed" | "not_done" | "gone";
            /** Reason */
            reason: string;
        };
        /** NoteAnswer */
        "gavel.NoteAnswer": {
            note: components["schemas"]["gavel.ShownNote"];
        };
        /**
         * NotesAnswer
         * @description Newest first.
         */
        "gavel.NotesAnswer": {
            /** Notes */
            notes: components["schemas"]["gavel.ShownNote"][];
            /** Next */
            next: string | null;
        };
        /** Nothing */
        "gavel.Nothing": Record<string, never>;
        /** OldestWaiting */
        "gavel.OldestWaiting": {
            /** Id */
            id: string;
            /** State */
            state: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
        };
        /**
         * OrderAnswer
         * @description `rules` in the order in which they are looked at.
         */
        "gavel.OrderAnswer": {
            /**
             * Scope
             * @enum {string}
             */
            scope: "post" | "user" | "reported_post" | "reported_user";
            /** Rules */
            rules: components["schemas"]["gavel.OrderedRule"][];
        };
        /** OrderedRule */
        "gavel.OrderedRule": {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Position */
            position: number;
            /** Enabled */
            enabled: boolean;
        };
        /** Overlap */
        "gavel.Overlap": {
            /** Rule Id */
            rule_id: string;
            /** Rule Version */
            rule_version: number;
            /** Fired */
            fired: number;
        };
        /**
         * OverviewAnswer
         * @description `median_seconds` is how long what was decided had waited, to within an eighth.
         */
        "gavel.OverviewAnswer": {
            /** Days */
            days: components["schemas"]["gavel.ShownDay"][];
            /** Waiting */
            waiting: number;
            /** Oldest At */
            oldest_at: string | null;
            /** Median Seconds */
            median_seconds: number | null;
            /** By Policy */
            by_policy: components["schemas"]["gavel.ShownPolicy"][];
            /** By Moderator */
            by_moderator: components["schemas"]["gavel.ShownModerator"][];
        };
        /**
         * PageReason
         * @description One that moderators choose; `label` is what they see, `key` what the log has. `use` is for
         *     decisions that do something, for those that keep, or for both.
         */
        "gavel.PageReason": {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /**
             * Use
             * @enum {string}
             */
            use: "act" | "keep" | "both";
        };
        /**
         * PageSettings
         * @description `act_needs_reason` and `keep_needs_reason` hold for members who are signed in. What is
         *     blurred, grey, muted or veiled is so for members who did not choose themselves.
         */
        "gavel.PageSettings": {
            /** Decision Reasons */
            decision_reasons: components["schemas"]["gavel.PageReason"][];
            /** Act Needs Reason */
            act_needs_reason: boolean;
            /** Keep Needs Reason */
            keep_needs_reason: boolean;
            /** Blur */
            blur: boolean;
            /** Grey */
            grey: boolean;
            /** Mute */
            mute: boolean;
            /** Veil Text Labels */
            veil_text_labels: string[];
            /** Translate Url */
            translate_url: string;
        };
        /** PageSettingsAnswer */
        "gavel.PageSettingsAnswer": {
            page_settings: components["schemas"]["gavel.PageSettings"];
        };
        /**
         * Pause
         * @description `by` is empty where the app's server named nobody. Without `ends_at` it lasts until it is
         *     taken back. Times are nanoseconds.
         */
        "gavel.Pause": {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Reason */
            reason: string;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at?: string;
        };
        /** PausedRulesAnswer */
        "gavel.PausedRulesAnswer": {
            /** Configuration Version */
            configuration_version: number;
            /**
             * Active Everywhere At
             * Format: date-time
             */
            active_everywhere_at: string;
            paused: components["schemas"]["gavel.Pause"] | null;
        };
        /**
         * Payload
         * @description The content as the customer sent it; `custom` is theirs and passed through.
         */
        "gavel.Payload": {
            /** Texts */
            texts?: string[];
            /** Images */
            images?: string[];
            /** Videos */
            videos?: string[];
            /** Audios */
            audios?: string[];
            /** Other Media */
            other_media?: string[];
            /** Image Ids */
            image_ids?: {
                [key: string]: string;
            };
            /** Text Ids */
            text_ids?: {
                [key: string]: string;
            };
            /** Image Ordered Keys */
            image_ordered_keys?: string[];
            /** Text Ordered Keys */
            text_ordered_keys?: string[];
            /** Custom */
            custom?: {
                [key: string]: unknown;
            };
        };
        /**
         * PeakHour
         * @description `actions` are the calls that it would have sent in that hour, by action.
         */
        "gavel.PeakHour": {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Fired */
            fired: number;
            /** Actions */
            actions: {
                [key: string]: number;
            };
        };
        /**
         * People
         * @description `kept` are items that people kept, which are false alarms, `acted` those that they acted on;
         *     `reversed` are of the former those where they took back what had been done. `precision` is the
         *     share of the latter, between `low` and `high` by 95 %; null where people decided on none.
         */
        "gavel.People": {
            /** Kept */
            kept: number;
            /** Acted */
            acted: number;
            /** Reversed */
            reversed: number;
            /** Precision */
            precision: number | null;
            /** Low */
            low: number;
            /** High */
            high: number;
            /** False Alarms */
            false_alarms: components["schemas"]["gavel.ShownSample"][];
        };
        /**
         * PlaceAnswer
         * @description Which image or video of the content it is, counted from 0, and where in a video. `term` is
         *     what was found there, empty where the label says it all.
         */
        "gavel.PlaceAnswer": {
            /** Index */
            index: number;
            /** Second */
            second: number | null;
            /** Term */
            term: string;
        };
        /**
         * Posted
         * @description One content with the string; `at` is when it came with it, in nanoseconds.
         */
        "gavel.Posted": {
            /** Entity Type */
            entity_type: string;
            /** Entity Id */
            entity_id: string;
            /** User Id */
            user_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /**
         * Price
         * @description In the app's own currency: of one call, and of a million tokens read and written.
         */
        "gavel.Price": {
            /** Call */
            call: number;
            /** Input */
            input: number;
            /** Output */
            output: number;
        };
        /** ProviderAnswer */
        "gavel.ProviderAnswer": {
            provider: components["schemas"]["gavel.ShownProvider"];
        };
        /** ProvidersAnswer */
        "gavel.ProvidersAnswer": {
            /** Providers */
            providers: components["schemas"]["gavel.ShownProvider"][];
            /** Next */
            next: string | null;
        };
        /**
         * QueueBefore
         * @description Where an item stood in the review queue before a rule put it before the moderators.
         */
        "gavel.QueueBefore": {
            /**
             * State
             * @enum {string}
             */
            state: "out" | "waiting" | "reviewed";
            /** Reviewed At */
            reviewed_at: string | null;
            /** Reviewed By */
            reviewed_by: string;
        };
        /** QueueItemAnswer */
        "gavel.QueueItemAnswer": {
            item: components["schemas"]["gavel.ItemAnswer"];
        };
        /**
         * RateLimits
         * @description `client_side` holds for each platform apart, `per_user` for each user with a token of theirs
         *     beside it.
         */
        "gavel.RateLimits": {
            /** Server Side */
            server_side: {
                [key: string]: number | null;
            };
            /** Client Side */
            client_side: {
                [key: string]: number | null;
            };
            /** Per User */
            per_user: {
                [key: string]: number | null;
            };
        };
        /**
         * ReachAnswer
         * @description Of so many `users` that were looked at, for how many the rule holds by now; `sample` has some
         *     of their ids. `next` is where to go on.
         */
        "gavel.ReachAnswer": {
            /** Rule Id */
            rule_id: string;
            /** Users */
            users: number;
            /** Would Hit */
            would_hit: number;
            /** Sample */
            sample: string[];
            /** Next */
            next: string | null;
        };
        /** ReceiptRecord */
        "gavel.ReceiptRecord": {
            /** Status */
            status: number | null;
            /** Error */
            error: string | null;
            /** Detail */
            detail: string;
            /** Milliseconds */
            milliseconds: number;
            /** Answer */
            answer: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "confirmed" | "contradicted" | "unknown";
        };
        /** RedeliveryAnswer */
        "gavel.RedeliveryAnswer": {
            resending: components["schemas"]["gavel.ShownRedelivery"];
        };
        /** RemovedHashesAnswer */
        "gavel.RemovedHashesAnswer": {
            image_hash_list: components["schemas"]["gavel.ShownImageHashList"];
            /** Removed */
            removed: number;
        };
        /** ReportCategoriesAnswer */
        "gavel.ReportCategoriesAnswer": {
            /** Report Categories */
            report_categories: components["schemas"]["gavel.ReportCategory"][];
            /** Next */
            next: string | null;
        };
        /** ReportCategory */
        "gavel.ReportCategory": {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /**
             * Applies To
             * @enum {string}
             */
            applies_to: "posts" | "users" | "both";
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /** ReportCategoryAnswer */
        "gavel.ReportCategoryAnswer": {
            report_category: components["schemas"]["gavel.ReportCategory"];
        };
        /** ReportView */
        "gavel.ReportView": {
            /** Id */
            id: string;
            /** Item Id */
            item_id: string;
            /** Entity Type */
            entity_type: string;
            /** Entity Id */
            entity_id: string;
            /** Reporter Id */
            reporter_id: string;
            /** Categories */
            categories: string[];
            /** Reason */
            reason: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /** ReportedShadow */
        "gavel.ReportedShadow": {
            /** Rule Id */
            rule_id: string;
            rule: components["schemas"]["gavel.ShownContent"];
            /** Based On */
            based_on: number;
            /** Version */
            version?: number;
            /** Draft Revision */
            draft_revision?: number;
            /** By */
            by: string;
            /** Reason */
            reason: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Live */
            live: boolean;
            /** Blind */
            blind: string[];
            result: components["schemas"]["gavel.ShadowResult"];
        };
        /** ReporterAnswer */
        "gavel.ReporterAnswer": {
            reporter: components["schemas"]["gavel.ReporterView"];
        };
        /**
         * ReporterView
         * @description `judged` counts all reports that were ever decided on, `follows` those whom they report after
         *     within minutes again and again.
         */
        "gavel.ReporterView": {
            /** Score */
            score: number;
            /** Community */
            community: number;
            /** Right */
            right: number;
            /** Wrong */
            wrong: number;
            /** User Id */
            user_id: string;
            /** Judged */
            judged: number;
            /** Categories */
            categories: {
                [key: string]: components["schemas"]["gavel.Standing"];
            };
            /** Follows */
            follows: number;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /** ReportersAnswer */
        "gavel.ReportersAnswer": {
            /** Reporters */
            reporters: components["schemas"]["gavel.ReporterView"][];
            /** Next */
            next: string | null;
        };
        /** ReportsAnswer */
        "gavel.ReportsAnswer": {
            /** Reports */
            reports: components["schemas"]["gavel.ReportView"][];
            /** Next */
            next: string | null;
        };
        /**
         * ResumedActionAnswer
         * @description `resending` is the job that sends what waited, or drops it; with `drop` the action stays
         *     paused until that is done.
         */
        "gavel.ResumedActionAnswer": {
            action: components["schemas"]["gavel.ShownAction"];
            resending: components["schemas"]["gavel.ShownRedelivery"] | null;
        };
        /** RuleAnswer */
        "gavel.RuleAnswer": {
            rule: components["schemas"]["gavel.ShownRule"];
        };
        /**
         * RuleContent
         * @description What a version of a rule has. `origin` is where it was written: in Gavel's own conditions
         *     where there is none, or with Stream's builder, of which it keeps what was `asked`, and names
         *     what of that has no effect.
         */
        "gavel.RuleContent": {
            /** Name */
            name: string;
            /**
             * Scope
             * @enum {string}
             */
            scope: "post" | "user" | "reported_post" | "reported_user";
            /** When */
            when: {
                [key: string]: unknown;
            };
            /** Actions */
            actions: string[];
            /** Position */
            position: number;
            /** Enabled */
            enabled: boolean;
            /** Cap Per Hour */
            cap_per_hour?: number;
            /** Flag Cap Per Hour */
            flag_cap_per_hour?: number;
            exempt?: components["schemas"]["gavel.RuleExemptions"];
            /** Cooldown */
            cooldown?: string;
            /** Group */
            group?: string;
            strike?: components["schemas"]["gavel.GivenStrike"];
            /** Action Values */
            action_values?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            /**
             * Origin
             * @constant
             */
            origin?: "stream";
            built?: components["schemas"]["gavel.BuiltRule"];
            asked?: components["schemas"]["gavel.StreamRule"];
            /** Not In Effect */
            not_in_effect?: {
                [key: string]: string;
            };
        };
        /** RuleDraftAnswer */
        "gavel.RuleDraftAnswer": {
            draft: components["schemas"]["gavel.ShownDraft"];
        };
        /** RuleDraftsAnswer */
        "gavel.RuleDraftsAnswer": {
            /** Drafts */
            drafts: components["schemas"]["gavel.ListedDraft"][];
            /** Next */
            next: string | null;
        };
        /**
         * RuleEffect
         * @description What came of one of a rule's actions. `id` is that of the delivery, of the flag, of the ban's
         *     entry in the log, or of the enforcement that is held; empty where there is none. `deliveries`
         *     are those that carry a ban out. `before` is where the item stood, whose place in the queue it
         *     may have changed.
         */
        "gavel.RuleEffect": {
            /** Action */
            action: string;
            /**
             * Result
             * @enum {string}
             */
            result: "none" | "done" | "already" | "held" | "folded";
            /** Id */
            id: string;
            /** Deliveries */
            deliveries?: string[];
            before?: components["schemas"]["gavel.QueueBefore"];
        };
        /**
         * RuleExemptions
         * @description Of a rule, which spares them everything. Without `app_wide`, it spares nobody whom only the
         *     app's settings exempt.
         */
        "gavel.RuleExemptions": {
            /** Staff */
            staff: boolean;
            /** Trusted */
            trusted: boolean;
            /** Roles */
            roles: string[];
            /** Lists */
            lists: string[];
            /** App Wide */
            app_wide: boolean;
        };
        /** RuleGroupAnswer */
        "gavel.RuleGroupAnswer": {
            rule_group: components["schemas"]["gavel.ShownRuleGroup"];
        };
        /** RuleGroupsAnswer */
        "gavel.RuleGroupsAnswer": {
            /** Rule Groups */
            rule_groups: components["schemas"]["gavel.ShownRuleGroup"][];
        };
        /**
         * RuleInOrder
         * @description A rule in the order in which they are looked at. `because` is the one that matched before
         *     it where only the first counts, `exempt` is as what the author is spared how much of it.
         */
        "gavel.RuleInOrder": {
            /**
             * Scope
             * @enum {string}
             */
            scope: "post" | "user" | "reported_post" | "reported_user";
            /** Rule Id */
            rule_id: string;
            /** Rule Name */
            rule_name: string;
            /** Rule Version */
            rule_version: number;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "fires" | "does_not_hold" | "not_known" | "failed" | "not_looked_at" | "quiet" | "paused" | "exempt";
            /** Is Tried */
            is_tried: boolean;
            /** Because */
            because?: string;
            exempt?: components["schemas"]["gavel.ExemptAnswer"];
            /** Error */
            error?: string;
        };
        /** RuleVersionAnswer */
        "gavel.RuleVersionAnswer": {
            version: components["schemas"]["gavel.WholeVersion"];
        };
        /** RuleVersionsAnswer */
        "gavel.RuleVersionsAnswer": {
            /** Versions */
            versions: components["schemas"]["gavel.ShownVersion"][];
            /** Next */
            next: string | null;
        };
        /**
         * RuleWarning
         * @description `text` says it in words. `path` is the part of the rule that it is about, `rule_id` another
         *     rule, `list` a block list, `words` some of the harmless words that are found with it, `share`
         *     how much of the sample holds.
         */
        "gavel.RuleWarning": {
            /**
             * Kind
             * @enum {string}
             */
            kind: "never_holds" | "always_holds" | "always_holds_where_known" | "empty_list" | "inside_words" | "same_conditions" | "contradicts" | "shadowed" | "shadows" | "matches_many";
            /** Text */
            text: string;
            /** Path */
            path?: string;
            /** Rule Id */
            rule_id?: string;
            /** List */
            list?: string;
            /** Words */
            words?: string[];
            /** Share */
            share?: number;
            /** Sample */
            sample?: number;
        };
        /**
         * RulesAnswer
         * @description `paused` is a pause of all rules.
         */
        "gavel.RulesAnswer": {
            /** Rules */
            rules: components["schemas"]["gavel.ShownRule"][];
            /** Next */
            next: string | null;
            paused: components["schemas"]["gavel.Pause"] | null;
        };
        /**
         * SavedRuleAnswer
         * @description `warnings` are there where its conditions were saved, and say what is odd about it.
         */
        "gavel.SavedRuleAnswer": {
            /** Configuration Version */
            configuration_version: number;
            /**
             * Active Everywhere At
             * Format: date-time
             */
            active_everywhere_at: string;
            rule: components["schemas"]["gavel.ShownRule"];
            /** Warnings */
            warnings?: components["schemas"]["gavel.RuleWarning"][];
        };
        /**
         * ScoreKeysAnswer
         * @description Those made through the API, oldest first; the one that the app was made with is not here.
         */
        "gavel.ScoreKeysAnswer": {
            /** Score Keys */
            score_keys: components["schemas"]["gavel.ShownScoreKey"][];
        };
        /** SemanticFilterAnswer */
        "gavel.SemanticFilterAnswer": {
            semantic_filter: components["schemas"]["gavel.ShownSemanticFilter"];
        };
        /** SemanticFiltersAnswer */
        "gavel.SemanticFiltersAnswer": {
            /** Semantic Filters */
            semantic_filters: components["schemas"]["gavel.ShownSemanticFilter"][];
            /** Next */
            next: string | null;
        };
        /** SessionsAnswer */
        "gavel.SessionsAnswer": {
            /** Sessions */
            sessions: components["schemas"]["gavel.ShownSession"][];
            /** Next */
            next: string | null;
        };
        /** SettingsAnswer */
        "gavel.SettingsAnswer": {
            settings: components["schemas"]["gavel.ShownSettings"];
        };
        /**
         * SettledAnswer
         * @description Those that were named, as they are then; or the task that settles those of a rule.
         */
        "gavel.SettledAnswer": {
            /** Enforcements */
            enforcements: components["schemas"]["gavel.ShownEnforcement"][];
            /** Task Id */
            task_id: string | null;
        };
        /** ShadowAnswer */
        "gavel.ShadowAnswer": {
            shadow: components["schemas"]["gavel.ReportedShadow"];
        };
        /** ShadowOverlap */
        "gavel.ShadowOverlap": {
            /** Rule Id */
            rule_id: string;
            /** Rule Version */
            rule_version: number;
            /** Held */
            held: number;
        };
        /**
         * ShadowPeople
         * @description `upheld` are contents that people acted on, `overturned` those that they kept. `precision` is
         *     the share of the former, between `low` and `high` by 95 %; null where people decided on none.
         */
        "gavel.ShadowPeople": {
            /** Upheld */
            upheld: number;
            /** Overturned */
            overturned: number;
            /** Precision */
            precision: number | null;
            /** Low */
            low: number;
            /** High */
            high: number;
        };
        /**
         * ShadowResult
         * @description `exact` is false where the counts are of the latest thousand of a kind.
         */
        "gavel.ShadowResult": {
            /** Exact */
            exact: boolean;
            counts: components["schemas"]["gavel.Counts"];
            /** Days */
            days: components["schemas"]["gavel.DayCounts"][];
            /** Users */
            users: number;
            people: components["schemas"]["gavel.ShadowPeople"];
            /** Overlap */
            overlap: components["schemas"]["gavel.ShadowOverlap"][];
            hits: components["schemas"]["gavel.Hits"];
        };
        /**
         * ShownAction
         * @description Of the secret that opens the customer's server it is said only that there is one.
         */
        "gavel.ShownAction": {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "post" | "user";
            /** Url */
            url: string;
            /**
             * Method
             * @enum {string}
             */
            method: "POST" | "GET";
            /** Auth Header */
            auth_header: string | null;
            /** Has Auth Value */
            has_auth_value: boolean;
            /** Parameters */
            parameters: {
                [key: string]: string;
            };
            /** Extra Query */
            extra_query: {
                [key: string]: string;
            };
            /** Reverses */
            reverses: string[];
            /** Carries Out */
            carries_out: string[];
            /** State Url */
            state_url: string | null;
            /** Independent */
            independent: boolean;
            /** Irreversible */
            irreversible: boolean;
            paused?: components["schemas"]["gavel.Pause"];
            /** Takes */
            takes: {
                [key: string]: "string" | "integer" | "number" | "boolean";
            };
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * ShownBacktest
         * @description `conditions` are the rule's single conditions in words, in the order of the samples' clauses,
         *     of which there are ten at most.
         */
        "gavel.ShownBacktest": {
            /** Id */
            id: string;
            /** Status */
            status: string;
            /** Progress */
            progress: number;
            /** Rule Id */
            rule_id: string;
            /** Rule Version */
            rule_version: number;
            /** Rule Name */
            rule_name: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Created By */
            created_by: string;
            /**
             * Finished At
             * Format: date-time
             */
            finished_at?: string;
            error?: components["schemas"]["gavel.TaskError"];
            rule: components["schemas"]["gavel.RuleContent"];
            /** Conditions */
            conditions: string[];
            result: components["schemas"]["gavel.BacktestResult"];
        };
        /** ShownCall */
        "gavel.ShownCall": {
            /** Action */
            action: string;
            /** Values */
            values: {
                [key: string]: unknown;
            };
        };
        /**
         * ShownCap
         * @description `used` is what went through in the last hour, counted where there is a cap.
         */
        "gavel.ShownCap": {
            /** Per Hour */
            per_hour: number | null;
            /** Used */
            used: number;
        };
        /**
         * ShownClass
         * @description `updated_at` is there where the app has said something of it.
         */
        "gavel.ShownClass": {
            /** Id */
            id: string;
            /**
             * Modality
             * @enum {string}
             */
            modality: "text" | "visual" | "image" | "video" | "audio";
            /** Name */
            name: string;
            /** Display Name */
            display_name: string;
            /** Labels */
            labels: string[];
            /** Automatic Threshold */
            automatic_threshold: number;
            /** Needs Review Threshold */
            needs_review_threshold: number | "never";
            /**
             * Updated At
             * Format: date-time
             */
            updated_at?: string;
        };
        /** ShownClause */
        "gavel.ShownClause": {
            /** Holds */
            holds: boolean | null;
            /** Values */
            values: {
                [key: string]: unknown;
            };
        };
        /**
         * ShownContent
         * @description `actions` have the form in which they were sent.
         */
        "gavel.ShownContent": {
            /** Name */
            name: string;
            /**
             * Scope
             * @enum {string}
             */
            scope: "post" | "user" | "reported_post" | "reported_user";
            /** When */
            when: {
                [key: string]: unknown;
            };
            /** Actions */
            actions: (string | components["schemas"]["gavel.ShownCall"])[];
            /** Position */
            position: number;
            /** Enabled */
            enabled: boolean;
            /** Cap Per Hour */
            cap_per_hour?: number;
            /** Flag Cap Per Hour */
            flag_cap_per_hour?: number;
            exempt?: components["schemas"]["gavel.RuleExemptions"];
            /** Cooldown */
            cooldown?: string;
            /** Group */
            group?: string;
            strike?: components["schemas"]["gavel.GivenStrike"];
            /** Action Values */
            action_values?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            /**
             * Origin
             * @constant
             */
            origin?: "stream";
            built?: components["schemas"]["gavel.BuiltRule"];
            asked?: components["schemas"]["gavel.StreamRule"];
            /** Not In Effect */
            not_in_effect?: {
                [key: string]: string;
            };
        };
        /**
         * ShownDay
         * @description `date` is UTC's. `automatic` are those of which engines or rules asked for removal before any
         *     person had looked.
         */
        "gavel.ShownDay": {
            /** Date */
            date: string;
            /** Arrived */
            arrived: number;
            /** Automatic */
            automatic: number;
            /** Decided */
            decided: number;
            /** Kept */
            kept: number;
            /** Removed */
            removed: number;
            /** Escalated */
            escalated: number;
        };
        /** ShownDelivery */
        "gavel.ShownDelivery": {
            /** Id */
            id: string;
            /** Endpoint */
            endpoint: string;
            /**
             * Endpoint Kind
             * @enum {string}
             */
            endpoint_kind: "action" | "hook" | "url" | "events";
            /** Action Id */
            action_id: string;
            /** Item Id */
            item_id: string;
            /** Subject */
            subject: string;
            /** Sequence */
            sequence: number;
            /** Data */
            data: {
                [key: string]: unknown;
            };
            why: components["schemas"]["gavel.Why"];
            /** Url */
            url?: string;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "pending" | "delivered" | "dead" | "superseded" | "cancelled";
            /** Reason */
            reason: string;
            /** Attempts */
            attempts: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /**
             * Next Attempt At
             * Format: date-time
             */
            next_attempt_at?: string;
            /** Ahead */
            ahead?: string;
            /** Held */
            held?: string;
            closing?: components["schemas"]["gavel.Closing"];
            /**
             * Attempted At
             * Format: date-time
             */
            attempted_at?: string;
            /**
             * Delivered At
             * Format: date-time
             */
            delivered_at?: string;
            /**
             * Closed At
             * Format: date-time
             */
            closed_at?: string;
            /**
             * Receipt At
             * Format: date-time
             */
            receipt_at?: string;
            /** Receipts */
            receipts?: components["schemas"]["gavel.ReceiptRecord"][];
            /** Being Sent */
            being_sent: boolean;
            /** Tries */
            tries: components["schemas"]["gavel.Try"][];
        };
        /**
         * ShownDraft
         * @description `changes` are the differences to the rule as it is. `irreversible` is what of it nobody can
         *     take back.
         */
        "gavel.ShownDraft": {
            /** Rule Id */
            rule_id: string;
            rule: components["schemas"]["gavel.ShownContent"];
            /** By */
            by: string;
            /** Reason */
            reason: string;
            /** Based On */
            based_on: number;
            /** Revision */
            revision: number;
            /** Changes */
            changes: string[];
            /** Irreversible */
            irreversible: string[];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * ShownEndpoint
         * @description `failures` are those in a row.
         */
        "gavel.ShownEndpoint": {
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "action" | "hook" | "url" | "events";
            /** Name */
            name: string;
            /** Url */
            url: string;
            /**
             * State
             * @enum {string}
             */
            state: "closed" | "open" | "half_open" | "disabled";
            /** Failures */
            failures: number;
            /**
             * Last Failure At
             * Format: date-time
             */
            last_failure_at?: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at?: string;
            /**
             * Open Until
             * Format: date-time
             */
            open_until?: string;
            /**
             * Slow Until
             * Format: date-time
             */
            slow_until?: string;
            /**
             * Disabled At
             * Format: date-time
             */
            disabled_at?: string;
            /** Disabled Reason */
            disabled_reason?: string;
            /** Disabled By */
            disabled_by?: string;
        };
        /**
         * ShownEnforcement
         * @description `cap` is which one was reached. `engine` is the policy's that asked for it where no rule did.
         *     `delivery_ids` are the deliveries that a release makes. `refused` is why a release has dropped
         *     it.
         */
        "gavel.ShownEnforcement": {
            /** Id */
            id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Status
             * @enum {string}
             */
            status: "held" | "released" | "dropped";
            /**
             * Cap
             * @enum {string}
             */
            cap: "app" | "rule" | "loop";
            /** Action */
            action: string;
            /** Rule Id */
            rule_id: string;
            /** Rule Name */
            rule_name: string;
            /** Rule Version */
            rule_version: number;
            /** Item Id */
            item_id: string;
            /** Entity Type */
            entity_type: string;
            /** Entity Id */
            entity_id: string;
            /** User Id */
            user_id: string;
            /** Why */
            why: components["schemas"]["gavel.HeldCondition"][];
            /** Delivery Ids */
            delivery_ids: string[];
            /** Engine */
            engine?: string;
            /**
             * Decided At
             * Format: date-time
             */
            decided_at?: string;
            /** Decided By */
            decided_by?: string;
            /** Reason */
            reason?: string;
            /** Refused */
            refused?: string;
        };
        /** ShownHit */
        "gavel.ShownHit": {
            /** Item Id */
            item_id: string;
            /** Entity Type */
            entity_type: string;
            /** Entity Id */
            entity_id: string;
            /** User Id */
            user_id: string;
            /** Revision */
            revision: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Enabled Version */
            enabled_version: number;
            /** Error */
            error?: string;
        };
        /**
         * ShownImageHashList
         * @description `count` is how many hashes it has.
         */
        "gavel.ShownImageHashList": {
            /** Id */
            id: string;
            /** Label */
            label: string;
            /** Description */
            description: string;
            /** Count */
            count: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * ShownMember
         * @description `has_password`, `has_link` and `has_identity` are the ways there are for them to sign in.
         */
        "gavel.ShownMember": {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /**
             * Role
             * @enum {string}
             */
            role: "reader" | "moderator" | "senior" | "lead" | "admin";
            /** Queues */
            queues: string[] | null;
            /** Actions */
            actions: string[] | null;
            /** Email */
            email: string;
            /** Has Password */
            has_password: boolean;
            /** Has Link */
            has_link: boolean;
            /** Has Identity */
            has_identity: boolean;
            /** Signed In At */
            signed_in_at: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * ShownModerator
         * @description `overturned` are decisions of theirs that somebody else took back in these days.
         */
        "gavel.ShownModerator": {
            /** Name */
            name: string;
            /** Decided */
            decided: number;
            /** Kept */
            kept: number;
            /** Removed */
            removed: number;
            /** Escalated */
            escalated: number;
            /** Overturned */
            overturned: number;
            /** Median Seconds */
            median_seconds: number | null;
        };
        /**
         * ShownNote
         * @description `item_id` is empty for one about a user alone.
         */
        "gavel.ShownNote": {
            /** Id */
            id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Text */
            text: string;
            /** Item Id */
            item_id: string;
        };
        /**
         * ShownPolicy
         * @description `config_key` is empty for policies that there are no more.
         */
        "gavel.ShownPolicy": {
            /** Config Key */
            config_key: string;
            /** Arrived */
            arrived: number;
            /** Decided */
            decided: number;
        };
        /**
         * ShownProvider
         * @description Of the key it is said only that there is one, and secret options are left out.
         */
        "gavel.ShownProvider": {
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /** Url */
            url: string;
            /** Has Key */
            has_key: boolean;
            /** Model */
            model: string;
            /** Timeout */
            timeout: number;
            /** Concurrency */
            concurrency: number;
            /** Max Tokens */
            max_tokens: number;
            /** Max Characters */
            max_characters: number;
            /** Images */
            images: boolean;
            price: components["schemas"]["gavel.Price"];
            /** Cache Seconds */
            cache_seconds: number;
            /**
             * Not Judged
             * @enum {string}
             */
            not_judged: "keep" | "flag" | "wait";
            /** Options */
            options: {
                [key: string]: string;
            };
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /** ShownRedelivery */
        "gavel.ShownRedelivery": {
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "redeliver" | "replay" | "release" | "drop";
            /** Endpoint */
            endpoint: string;
            /** Source */
            source: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
            /** Per Second */
            per_second: number;
            /** By */
            by: string;
            /**
             * State
             * @enum {string}
             */
            state: "running" | "done";
            /** Resent */
            resent: number;
            /** Skipped */
            skipped: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /**
             * Finished At
             * Format: date-time
             */
            finished_at?: string;
        };
        /**
         * ShownRule
         * @description `group_until` is there while the group that it is of is on; `actions` have the form in which
         *     they were sent.
         */
        "gavel.ShownRule": {
            /** Name */
            name: string;
            /**
             * Scope
             * @enum {string}
             */
            scope: "post" | "user" | "reported_post" | "reported_user";
            /** When */
            when: {
                [key: string]: unknown;
            };
            /** Actions */
            actions: (string | components["schemas"]["gavel.ShownCall"])[];
            /** Position */
            position: number;
            /** Enabled */
            enabled: boolean;
            /** Cap Per Hour */
            cap_per_hour?: number;
            /** Flag Cap Per Hour */
            flag_cap_per_hour?: number;
            exempt?: components["schemas"]["gavel.RuleExemptions"];
            /** Cooldown */
            cooldown?: string;
            /** Group */
            group?: string;
            strike?: components["schemas"]["gavel.GivenStrike"];
            /** Action Values */
            action_values?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            /**
             * Origin
             * @constant
             */
            origin?: "stream";
            built?: components["schemas"]["gavel.BuiltRule"];
            asked?: components["schemas"]["gavel.StreamRule"];
            /** Not In Effect */
            not_in_effect?: {
                [key: string]: string;
            };
            /** Id */
            id: string;
            /** Version */
            version: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            paused?: components["schemas"]["gavel.Pause"];
            /** Group Until */
            group_until?: number;
        };
        /**
         * ShownRuleGroup
         * @description `since` and `until` are of the last time that it was on, None where it never was.
         */
        "gavel.ShownRuleGroup": {
            /** Id */
            id: string;
            /** On */
            on: boolean;
            /** Since */
            since: number | null;
            /** Until */
            until: number | null;
            /** By */
            by: string;
            /** Reason */
            reason: string;
            /** Rules */
            rules: string[];
        };
        /** ShownSample */
        "gavel.ShownSample": {
            /** Item Id */
            item_id: string;
            /** Revision */
            revision: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** User Id */
            user_id: string;
            /** Entity Type */
            entity_type: string;
            /** Entity Id */
            entity_id?: string;
            /** Decision */
            decision?: string;
            /** Clauses */
            clauses?: components["schemas"]["gavel.ShownClause"][];
            /** Distance */
            distance?: number;
        };
        /**
         * ShownScoreKey
         * @description `last_characters` are the key's, by which one tells whose it is.
         */
        "gavel.ShownScoreKey": {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Last Characters */
            last_characters: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
        };
        /**
         * ShownSemanticFilter
         * @description `team` is empty for a filter of the whole app.
         */
        "gavel.ShownSemanticFilter": {
            /** Name */
            name: string;
            /** Team */
            team: string;
            /** Description */
            description: string;
            /** Phrases */
            phrases: string[];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /** ShownSession */
        "gavel.ShownSession": {
            /** Id */
            id: string;
            /** Member Id */
            member_id: string;
            /**
             * How
             * @enum {string}
             */
            how: "password" | "link" | "openid";
            /** Address */
            address: string;
            /** Agent */
            agent: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Seen At
             * Format: date-time
             */
            seen_at: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
        };
        /**
         * ShownSettings
         * @description Of what signs, the public half is all that is shown. `retry_delays` are seconds.
         */
        "gavel.ShownSettings": {
            /** Default Policy */
            default_policy: string;
            /** Default Region */
            default_region: string | null;
            /** First Match Only */
            first_match_only: {
                [key: string]: boolean;
            };
            /** Retry Delays */
            retry_delays: number[] | null;
            provider_budget: components["schemas"]["gavel.Limits"] | null;
            /** Cap Per Hour */
            cap_per_hour: number | null;
            /** Review Feed Days */
            review_feed_days: number | null;
            facades: components["schemas"]["gavel.FacadeSettings"];
            rate_limits: components["schemas"]["gavel.RateLimits"];
            /** Second Person For Irreversible */
            second_person_for_irreversible: boolean;
            rules_paused: components["schemas"]["gavel.Pause"] | null;
            /** Keep Inputs */
            keep_inputs: string | number;
            /** Inputs Kept Days */
            inputs_kept_days: number;
            exempt: components["schemas"]["gavel.Exemptions"];
            spam_manager: components["schemas"]["gavel.SpamSettings"];
            /** Signing Secrets Count */
            signing_secrets_count: number;
            /** Public Keys */
            public_keys: string[];
            /**
             * Updated At
             * Format: date-time
             */
            updated_at?: string;
        };
        /**
         * ShownShadow
         * @description `based_on` is the version of the rule that there was when it started, 0 for none. `blind` is
         *     what it looks at by now that nothing is known of: it is not evaluated then.
         */
        "gavel.ShownShadow": {
            /** Rule Id */
            rule_id: string;
            rule: components["schemas"]["gavel.ShownContent"];
            /** Based On */
            based_on: number;
            /** Version */
            version?: number;
            /** Draft Revision */
            draft_revision?: number;
            /** By */
            by: string;
            /** Reason */
            reason: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Live */
            live: boolean;
            /** Blind */
            blind: string[];
        };
        /**
         * ShownSignInProvider
         * @description Of the secret it is said only that there is one. `redirect` is what the provider has to
         *     know, behind the address of the dashboard's server.
         */
        "gavel.ShownSignInProvider": {
            /** Id */
            id: string;
            /** Label */
            label: string;
            /** Issuer */
            issuer: string;
            /** Client Id */
            client_id: string;
            /** Has Secret */
            has_secret: boolean;
            /** Scopes */
            scopes: string[];
            /** Role Claim */
            role_claim: string;
            /** Roles */
            roles: {
                [key: string]: "reader" | "moderator" | "senior" | "lead" | "admin";
            };
            /** Redirect */
            redirect: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * ShownSpamString
         * @description `covered_by` is the denied domain that denies this link or domain too. Times are null where
         *     the string was not seen yet.
         */
        "gavel.ShownSpamString": {
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "domain" | "url" | "phone" | "email" | "text";
            /** Value */
            value: string;
            /**
             * State
             * @enum {string}
             */
            state: "seen" | "proposed" | "allow" | "deny";
            /** Count */
            count: number;
            /** First At */
            first_at: string | null;
            /** Last At */
            last_at: string | null;
            /** Covered By */
            covered_by: string | null;
            /** Decided By */
            decided_by: string | null;
            /** Decided At */
            decided_at: string | null;
        };
        /**
         * ShownUndo
         * @description `undone` counts by action, `not_undone` by why; `examples` are some that are not. Of a
         *     preview, the counts are of what was looked at closely.
         */
        "gavel.ShownUndo": {
            /** Id */
            id: string | null;
            /** Rule Id */
            rule_id: string;
            /** Version */
            version: number | null;
            /** Since */
            since: number;
            /** Until */
            until: number;
            /** By */
            by: string;
            /** Reason */
            reason: string;
            /**
             * Status
             * @enum {string}
             */
            status: "preview" | "pending" | "running" | "completed" | "failed";
            /** Enforcements */
            enforcements: number;
            /** Undone */
            undone: {
                [key: string]: number;
            };
            /** Not Undone */
            not_undone: {
                [key: string]: number;
            };
            /** Examples */
            examples: components["schemas"]["gavel.NotUndone"][];
            found?: components["schemas"]["gavel.UndoFound"];
            /**
             * Created At
             * Format: date-time
             */
            created_at?: string;
            /**
             * Started At
             * Format: date-time
             */
            started_at?: string;
            /**
             * Finished At
             * Format: date-time
             */
            finished_at?: string;
            error?: components["schemas"]["gavel.TaskError"];
        };
        /**
         * ShownVersion
         * @description `active_to` is null for the one that counts.
         */
        "gavel.ShownVersion": {
            /** Rule Id */
            rule_id: string;
            /** Version */
            version: number;
            /**
             * Active From
             * Format: date-time
             */
            active_from: string;
            /** Active To */
            active_to: string | null;
            /** By */
            by: string;
            /** Reason */
            reason: string;
            /** Changes */
            changes: string[];
            /** Restored From */
            restored_from?: number;
            /** Drafted By */
            drafted_by?: string;
            /** Deleted By */
            deleted_by?: string;
        };
        /** SignInProviderAnswer */
        "gavel.SignInProviderAnswer": {
            sign_in_provider: components["schemas"]["gavel.ShownSignInProvider"];
        };
        /** SignInProvidersAnswer */
        "gavel.SignInProvidersAnswer": {
            /** Sign In Providers */
            sign_in_providers: components["schemas"]["gavel.ShownSignInProvider"][];
        };
        /** SpamEntry */
        "gavel.SpamEntry": {
            /**
             * Kind
             * @enum {string}
             */
            kind: "domain" | "url" | "phone" | "email" | "text";
            /** Value */
            value: string;
            /** Verdict */
            verdict: ("allow" | "deny") | null;
        };
        /**
         * SpamExportAnswer
         * @description As the import takes it.
         */
        "gavel.SpamExportAnswer": {
            /** Entries */
            entries: components["schemas"]["gavel.SpamEntry"][];
            /** Next */
            next: string | null;
        };
        /** SpamListSize */
        "gavel.SpamListSize": {
            /** Entries */
            entries: number;
            /** Most */
            most: number;
        };
        /**
         * SpamSettings
         * @description Texts of fewer than `min_text_length` characters are not compared; those that `propose_from`
         *     posts had are proposed for a verdict.
         */
        "gavel.SpamSettings": {
            /** Enabled */
            enabled: boolean;
            /** Min Text Length */
            min_text_length: number;
            /** Propose From */
            propose_from: number;
        };
        /** SpamStringAnswer */
        "gavel.SpamStringAnswer": {
            spam_string: components["schemas"]["gavel.SpamStringWithPosts"];
        };
        /**
         * SpamStringWithPosts
         * @description `posts` are the latest contents with it, at most 20.
         */
        "gavel.SpamStringWithPosts": {
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "domain" | "url" | "phone" | "email" | "text";
            /** Value */
            value: string;
            /**
             * State
             * @enum {string}
             */
            state: "seen" | "proposed" | "allow" | "deny";
            /** Count */
            count: number;
            /** First At */
            first_at: string | null;
            /** Last At */
            last_at: string | null;
            /** Covered By */
            covered_by: string | null;
            /** Decided By */
            decided_by: string | null;
            /** Decided At */
            decided_at: string | null;
            /** Posts */
            posts: components["schemas"]["gavel.Posted"][];
        };
        /**
         * SpamStringsAnswer
         * @description `lists` tells how full the two lists are.
         */
        "gavel.SpamStringsAnswer": {
            /** Spam Strings */
            spam_strings: components["schemas"]["gavel.ShownSpamString"][];
            /** Lists */
            lists: {
                [key: string]: components["schemas"]["gavel.SpamListSize"];
            };
            /** Next */
            next: string | null;
        };
        /**
         * SpamVerdictsAnswer
         * @description `changed` is of how many strings something else holds than before.
         */
        "gavel.SpamVerdictsAnswer": {
            /** Changed */
            changed: number;
            /** Lists */
            lists: {
                [key: string]: components["schemas"]["gavel.SpamListSize"];
            };
        };
        /**
         * SpanAnswer
         * @description Characters `start` to `end` of the text, as the customer sent it.
         */
        "gavel.SpanAnswer": {
            /** Start */
            start: number;
            /** End */
            end: number;
            /** Term */
            term: string;
        };
        /**
         * Standing
         * @description `score` is how likely a report of theirs is right, `community` that of anybody. `right` and
         *     `wrong` are how many reports were, each for what is left of it by now.
         */
        "gavel.Standing": {
            /** Score */
            score: number;
            /** Community */
            community: number;
            /** Right */
            right: number;
            /** Wrong */
            wrong: number;
        };
        /** StartedShadowAnswer */
        "gavel.StartedShadowAnswer": {
            /** Configuration Version */
            configuration_version: number;
            /**
             * Active Everywhere At
             * Format: date-time
             */
            active_everywhere_at: string;
            shadow: components["schemas"]["gavel.ShownShadow"];
        };
        /**
         * Step
         * @description What is done when a user comes to have that many strikes.
         */
        "gavel.Step": {
            /** Strikes */
            strikes: number;
            /** Actions */
            actions: components["schemas"]["gavel.StepAction"][];
        };
        /**
         * StepAction
         * @description `values` go to the app's server as `options`; of `ban_user` they are the ban's `timeout` in
         *     minutes, for good without, and whether it is a `shadow` ban.
         */
        "gavel.StepAction": {
            /** Action */
            action: string;
            /** Values */
            values: {
                [key: string]: unknown;
            };
        };
        /** StepUsers */
        "gavel.StepUsers": {
            /** Strikes */
            strikes: number;
            /** Users */
            users: number;
        };
        /**
         * StreamRule
         * @description As it was sent, in the flat form.
         */
        "gavel.StreamRule": {
            /** Name */
            name?: string;
            /** Description */
            description?: string;
            /** Rule Type */
            rule_type?: string;
            /** Config Keys */
            config_keys?: string[];
            /** Team */
            team?: string;
            /** Enabled */
            enabled?: boolean;
            /** Logic */
            logic?: string;
            /** Conditions */
            conditions?: {
                [key: string]: unknown;
            }[];
            /** Groups */
            groups?: {
                [key: string]: unknown;
            }[];
            /** Action */
            action?: {
                [key: string]: unknown;
            };
            /** Action Sequences */
            action_sequences?: {
                [key: string]: unknown;
            }[];
            /** Cooldown Period */
            cooldown_period?: string;
        };
        /**
         * Strike
         * @description `by` is the moderator who gave it, empty where a rule did. Times are nanoseconds; it counts
         *     until before `expires_at`.
         */
        "gavel.Strike": {
            /** Id */
            id: string;
            /** Policy */
            policy: string;
            /** Weight */
            weight: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Reason */
            reason: string;
            /** By */
            by: string;
            /** Rule Id */
            rule_id?: string;
            /** Rule Version */
            rule_version?: number;
            /** Item Id */
            item_id?: string;
        };
        /** StrikePoliciesAnswer */
        "gavel.StrikePoliciesAnswer": {
            /** Strike Policies */
            strike_policies: components["schemas"]["gavel.StrikePolicy"][];
            /** Next */
            next: string | null;
        };
        /** StrikePolicy */
        "gavel.StrikePolicy": {
            /** Name */
            name: string;
            /** Expires After */
            expires_after: number;
            weights: components["schemas"]["gavel.StrikeWeights"];
            /** Steps */
            steps: components["schemas"]["gavel.Step"][];
            /** Id */
            id: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /** StrikePolicyAnswer */
        "gavel.StrikePolicyAnswer": {
            strike_policy: components["schemas"]["gavel.StrikePolicy"];
        };
        /**
         * StrikeWeights
         * @description What a strike weighs: by the rule that gives it, or by what its content was classified as, of
         *     which the heaviest counts. Otherwise it weighs 1.
         */
        "gavel.StrikeWeights": {
            /** Rules */
            rules: {
                [key: string]: number;
            };
            /** Classes */
            classes: {
                [key: string]: number;
            };
        };
        /**
         * StrikesAnswer
         * @description Those that count now; `totals` is what they weigh together, by policy.
         */
        "gavel.StrikesAnswer": {
            /** User Id */
            user_id: string;
            /** Strikes */
            strikes: components["schemas"]["gavel.Strike"][];
            /** Totals */
            totals: {
                [key: string]: number;
            };
        };
        /** TaskError */
        "gavel.TaskError": {
            /** Type */
            type: string;
            /** Description */
            description: string;
        };
        /**
         * TriedActionAnswer
         * @description What came of a sample call.
         */
        "gavel.TriedActionAnswer": {
            /** Status */
            status: number | null;
            /** Error */
            error: string | null;
            /** Detail */
            detail: string;
            /** Milliseconds */
            milliseconds: number;
            /** Answer */
            answer: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Success */
            success: boolean;
        };
        /**
         * TriedAnswer
         * @description `not_judged` has the engines that failed, and what the policy asks for and no engine does.
         *     `bypassed` says that none ran, because the creator's content passes unmoderated.
         */
        "gavel.TriedAnswer": {
            /** Recommended Action */
            recommended_action: string;
            /** Languages */
            languages: string[];
            /** Engines */
            engines: components["schemas"]["gavel.TriedEngine"][];
            /** Not Judged */
            not_judged: components["schemas"]["gavel.NotJudged"][];
            /** Triggered Rules */
            triggered_rules: components["schemas"]["gavel.TriggeredRule"][];
            /** Not Looked At */
            not_looked_at?: components["schemas"]["gavel.NotLookedAtAnswer"][];
            /** Held */
            held: components["schemas"]["gavel.TriedHeld"][];
            /** Bypassed */
            bypassed: boolean;
        };
        /**
         * TriedEngine
         * @description `ms` are by the clock, preparing and waiting for a thread among them. `why` says why it did
         *     not judge, or not all.
         */
        "gavel.TriedEngine": {
            /** Name */
            name: string;
            /** Judged */
            judged: boolean;
            /** Ms */
            ms: number;
            /** Labels */
            labels: components["schemas"]["gavel.TriedLabel"][];
            /** Why */
            why?: string;
        };
        /**
         * TriedHeld
         * @description What a cap would hold for a person: an action of a rule, or a ban that an engine of the
         *     policy asks for.
         */
        "gavel.TriedHeld": {
            /** Rule Id */
            rule_id?: string;
            /** Engine */
            engine?: string;
            /** Action */
            action: string;
            /**
             * Cap
             * @enum {string}
             */
            cap: "app" | "rule" | "loop";
        };
        /**
         * TriedLabel
         * @description `score` is 0 to 1; `action` is what the policy asks for at it.
         */
        "gavel.TriedLabel": {
            /** Name */
            name: string;
            /** Modality */
            modality: string;
            /** Score */
            score: number;
            /** Action */
            action: string;
            /** Severity */
            severity?: string;
            /** Spans */
            spans: components["schemas"]["gavel.TriedSpan"][];
        };
        /** TriedRule */
        "gavel.TriedRule": {
            /** Rule Id */
            rule_id: string;
            /** Rule Name */
            rule_name: string;
            /** Rule Version */
            rule_version: number;
            /**
             * Scope
             * @enum {string}
             */
            scope: "post" | "user" | "reported_post" | "reported_user";
            /** Actions */
            actions: string[];
        };
        /**
         * TriedRuleAnswer
         * @description `order` has the rules that fire, those that are not looked at because another did, and the
         *     one that is tried. `set_aside` is what makes the author no ordinary user.
         */
        "gavel.TriedRuleAnswer": {
            /** Holds */
            holds: boolean | null;
            clause: components["schemas"]["gavel.ClauseAnswer"];
            nearest_miss: components["schemas"]["gavel.ComparedAnswer"] | null;
            smallest_change: components["schemas"]["gavel.FlipAnswer"] | null;
            rule: components["schemas"]["gavel.TriedRule"];
            /** Order */
            order: components["schemas"]["gavel.RuleInOrder"][];
            /** Would Do */
            would_do: components["schemas"]["gavel.WouldDo"][];
            /** Warnings */
            warnings: components["schemas"]["gavel.RuleWarning"][];
            /** Set Aside */
            set_aside: string[];
            /** Config Key */
            config_key: string;
            moderation_payload: components["schemas"]["gavel.Payload"];
            /** Recommended Action */
            recommended_action: string;
            /** Not Judged */
            not_judged: string[];
        };
        /**
         * TriedSpan
         * @description Characters `start` to `end` of text number `text`.
         */
        "gavel.TriedSpan": {
            /** Text */
            text: number;
            /** Start */
            start: number;
            /** End */
            end: number;
            /** Term */
            term: string;
        };
        /**
         * TriggeredRule
         * @description What the clients do not know of is Gavel's own: `rule_version`, `scope`, `conditions`.
         */
        "gavel.TriggeredRule": {
            /** Rule Id */
            rule_id: string;
            /** Rule Version */
            rule_version: number;
            /** Rule Name */
            rule_name: string;
            /** Type */
            type: string;
            /** Scope */
            scope: string;
            /** Conditions */
            conditions: components["schemas"]["gavel.HeldConditionAnswer"][];
            /** Actions */
            actions: string[];
            /** Violation Number */
            violation_number?: number;
            exempt?: components["schemas"]["gavel.ExemptAnswer"];
        };
        /**
         * Try
         * @description `attempt` is its number, from 1.
         */
        "gavel.Try": {
            /** Status */
            status: number | null;
            /** Error */
            error: string | null;
            /** Detail */
            detail: string;
            /** Milliseconds */
            milliseconds: number;
            /** Answer */
            answer: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Attempt */
            attempt: number;
        };
        /**
         * Undecided
         * @description Evaluations of which it cannot be said, by reason; one may have several.
         */
        "gavel.Undecided": {
            /** Evaluations */
            evaluations: number;
            /** Because */
            because: {
                [key: string]: number;
            };
        };
        /** UndoAnswer */
        "gavel.UndoAnswer": {
            undo: components["schemas"]["gavel.ShownUndo"];
        };
        /**
         * UndoFound
         * @description What there is to undo: enforcements, what they did, and whom and what it concerns, as far as
         *     it was looked through. `complete` where that is all, and all was looked at closely.
         */
        "gavel.UndoFound": {
            /** Enforcements */
            enforcements: number;
            /** Actions */
            actions: {
                [key: string]: number;
            };
            /** Items */
            items: number;
            /** Users */
            users: number;
            /** Sample */
            sample: components["schemas"]["gavel.DoneByRule"][];
            /** Complete */
            complete: boolean;
        };
        /**
         * Undone
         * @description What was taken back of a rule's actions, by their names, by which undo and when. `earlier`
         *     are those that undos before it took back.
         */
        "gavel.Undone": {
            /** Undo Id */
            undo_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Actions */
            actions: string[];
            /** Earlier */
            earlier: string[];
        };
        /**
         * UnreadAnswer
         * @description `more` says that there are more than the hundred that are counted.
         */
        "gavel.UnreadAnswer": {
            /** Unread */
            unread: number;
            /** More */
            more: boolean;
        };
        /**
         * UserAnswer
         * @description Times are as the dialect has them; `ban_expires` is the end of the ban that stands, of the
         *     shadow ban where there is no other, of the last one where both have ended. It is missing where
         *     what stands is for good.
         */
        "gavel.UserAnswer": {
            /** Id */
            id: string;
            /** Role */
            role: string;
            /** Custom */
            custom: {
                [key: string]: unknown;
            };
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Banned */
            banned: boolean;
            /** Shadow Banned */
            shadow_banned: boolean;
            /** Online */
            online: boolean;
            /** Invisible */
            invisible: boolean;
            /** Language */
            language: string;
            /** Teams */
            teams: string[];
            /** Blocked User Ids */
            blocked_user_ids: string[];
            /** Bypass Moderation */
            bypass_moderation: boolean;
            /** Name */
            name?: string;
            /** Image */
            image?: string;
            /**
             * Ban Expires
             * Format: date-time
             */
            ban_expires?: string;
            /**
             * Deactivated At
             * Format: date-time
             */
            deactivated_at?: string;
            /**
             * Deleted At
             * Format: date-time
             */
            deleted_at?: string;
            /**
             * Revoke Tokens Issued Before
             * Format: date-time
             */
            revoke_tokens_issued_before?: string;
        };
        /** UserList */
        "gavel.UserList": {
            /** Name */
            name: string;
            /** Trusted */
            trusted: boolean;
            /** Users */
            users: string[];
            /** Id */
            id: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /** UserListAnswer */
        "gavel.UserListAnswer": {
            user_list: components["schemas"]["gavel.UserList"];
        };
        /** UserListsAnswer */
        "gavel.UserListsAnswer": {
            /** User Lists */
            user_lists: components["schemas"]["gavel.UserList"][];
            /** Next */
            next: string | null;
        };
        /** WholeVersion */
        "gavel.WholeVersion": {
            /** Rule Id */
            rule_id: string;
            /** Version */
            version: number;
            /**
             * Active From
             * Format: date-time
             */
            active_from: string;
            /** Active To */
            active_to: string | null;
            /** By */
            by: string;
            /** Reason */
            reason: string;
            /** Changes */
            changes: string[];
            /** Restored From */
            restored_from?: number;
            /** Drafted By */
            drafted_by?: string;
            /** Deleted By */
            deleted_by?: string;
            rule: components["schemas"]["gavel.ShownContent"];
        };
        /**
         * Why
         * @description What led to a delivery: a rule with what held, strikes that came to the threshold of a step,
         *     a moderator, or a reason in words. With an `undo_id` it takes back what the rule did.
         */
        "gavel.Why": {
            /** Rule Id */
            rule_id?: string;
            /** Rule Version */
            rule_version?: number;
            /** Rule Name */
            rule_name?: string;
            /** Held */
            held?: components["schemas"]["gavel.HeldCondition"][];
            /** Strike Policy */
            strike_policy?: string;
            /** Threshold */
            threshold?: number;
            /** Strikes */
            strikes?: {
                [key: string]: unknown;
            }[];
            /** Moderator Id */
            moderator_id?: string;
            /** Reason */
            reason?: string;
            /** Replay Of */
            replay_of?: string;
            /** Undo Id */
            undo_id?: string;
        };
        /**
         * WouldDo
         * @description One thing in the order in which it would be done: a call to `action` with what it `sends`,
         *     by the names that the action gives it, or what Gavel does by itself. `cap` is the one that
         *     would hold it for a person or, as `flags`, fold it. What a strike leads to names its policy.
         */
        "gavel.WouldDo": {
            /** Rule Id */
            rule_id: string;
            /** Rule Name */
            rule_name: string;
            /**
             * Does
             * @enum {string}
             */
            does: "call" | "flag_for_review" | "effect" | "nothing";
            /** Action */
            action: string;
            /** Method */
            method?: string;
            /** Sends */
            sends?: {
                [key: string]: unknown;
            };
            /** Reason */
            reason?: string;
            /** Strike Policy */
            strike_policy?: string;
            /** Cap */
            cap?: ("app" | "rule" | "loop") | "flags";
            /** Why Not */
            why_not?: string;
        };
        /** ActionAnswer */
        "gavel.common__views__gavel_resources__ActionAnswer": {
            action: components["schemas"]["gavel.ShownAction"];
        };
        /**
         * ActionAnswer
         * @description An entry of the moderation log among an item's actions. `user_id` is who did it, empty for
         *     Gavel itself; the clients take a user beside it, of whom they need nothing.
         */
        "gavel.common__views__stream_items__ActionAnswer": {
            /** Id */
            id: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Type */
            type: string;
            /** User Id */
            user_id: string;
            user: components["schemas"]["gavel.UserAnswer"] | null;
            /** Reason */
            reason: string;
            /** Custom */
            custom: {
                [key: string]: unknown;
            };
            /** Target User Id */
            target_user_id: string;
            /** Reporter Type */
            reporter_type: string;
            /** Ai Providers */
            ai_providers: string[];
            /** Review Queue Item Id */
            review_queue_item_id: string;
        };
        /**
         * RuleFileAnswer
         * @description What an import takes. Rules of Stream's builder are in it as its clients write them.
         */
        "gavel_description.RuleFileAnswer": {
            /** Format */
            format: number;
            /** Rules */
            rules: {
                [key: string]: unknown;
            }[];
        };
        /**
         * ActionAnswer
         * @description An entry of the moderation log among an item's actions. `user_id` is who did it, empty for
         *     Gavel itself; the clients take a user beside it, of whom they need nothing.
         */
        "stream.ActionAnswer": {
            /** Id */
            id: string;
            /** Created At */
            created_at: number;
            /** Type */
            type: string;
            /** User Id */
            user_id: string;
            user: components["schemas"]["stream.UserAnswer"] | null;
            /** Reason */
            reason: string;
            /** Custom */
            custom: {
                [key: string]: unknown;
            };
            /** Target User Id */
            target_user_id: string;
            /** Reporter Type */
            reporter_type: string;
            /** Ai Providers */
            ai_providers: string[];
            /** Review Queue Item Id */
            review_queue_item_id: string;
        };
        /**
         * ActionConfigAnswer
         * @description By entity type, in the order in which they are shown.
         */
        "stream.ActionConfigAnswer": {
            /** Action Config */
            action_config: {
                [key: string]: components["schemas"]["stream.ButtonAnswer"][];
            };
        };
        /**
         * AppealAnswer
         * @description An appeal alone (contract appendix A, AppealItemResponse).
         */
        "stream.AppealAnswer": {
            /** Id */
            id: string;
            /** Appeal Reason */
            appeal_reason: string;
            /** Attachments */
            attachments: string[];
            /**
             * Status
             * @enum {string}
             */
            status: "submitted" | "accepted" | "rejected";
            /** Entity Type */
            entity_type: string;
            /** Entity Id */
            entity_id: string;
            /** Created At */
            created_at: number;
            /** Updated At */
            updated_at: number;
            /** Review Queue Item Id */
            review_queue_item_id?: string;
            /** Channel Cid */
            channel_cid?: string;
            /** Decision Reason */
            decision_reason?: string;
        };
        /** AppealItemAnswer */
        "stream.AppealItemAnswer": {
            /** Id */
            id: string;
            /** Appeal Reason */
            appeal_reason: string;
            /** Attachments */
            attachments: string[];
            /**
             * Status
             * @enum {string}
             */
            status: "submitted" | "accepted" | "rejected";
            /** Entity Type */
            entity_type: string;
            /** Entity Id */
            entity_id: string;
            /** Created At */
            created_at: number;
            /** Updated At */
            updated_at: number;
            /** Review Queue Item Id */
            review_queue_item_id?: string;
            /** Channel Cid */
            channel_cid?: string;
            /** Decision Reason */
            decision_reason?: string;
            /** Actions */
            actions: components["schemas"]["stream.ActionAnswer"][];
            /** Flags */
            flags: components["schemas"]["stream.FlagAnswer"][];
            /** Flag Types */
            flag_types: string[];
            /** Flag Labels */
            flag_labels: string[];
            /** Ai Text Severity */
            ai_text_severity: string;
            /** Severity */
            severity: number;
            /** Recommended Action */
            recommended_action: string;
            /** Config Key */
            config_key: string;
            entity_content: components["schemas"]["stream.Payload"];
            original_moderation_action?: components["schemas"]["stream.ActionAnswer"];
            moderation_action?: components["schemas"]["stream.ActionAnswer"];
            user: components["schemas"]["stream.UserAnswer"];
        };
        /** AppealsAnswer */
        "stream.AppealsAnswer": {
            /** Next */
            next?: string;
            /** Prev */
            prev?: string;
            /** Items */
            items: (components["schemas"]["stream.AppealAnswer"] | components["schemas"]["stream.AppealItemAnswer"])[];
        };
        /**
         * BanAnswer
         * @description Without `expires` a ban is for good.
         */
        "stream.BanAnswer": {
            /** Created At */
            created_at: number;
            /** Reason */
            reason: string;
            /** Shadow */
            shadow: boolean;
            /** Expires */
            expires?: number;
            /** Channel Cid */
            channel_cid?: string;
            user?: components["schemas"]["stream.CreatorAnswer"];
            created_by?: components["schemas"]["stream.UserAnswer"];
        };
        /**
         * BlockListAnswer
         * @description `team` is empty for a list of the whole app.
         */
        "stream.BlockListAnswer": {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Type */
            type: ("word" | "domain" | "domain_allowlist" | "email" | "email_allowlist" | "regex") | "strings";
            /** Words */
            words: string[];
            /** Team */
            team: string;
            /** Created At */
            created_at: number;
            /** Updated At */
            updated_at: number;
            /** Is Confusable Folding Enabled */
            is_confusable_folding_enabled: boolean;
            /** Is Leet Check Enabled */
            is_leet_check_enabled: boolean;
            /** Is Plural Check Enabled */
            is_plural_check_enabled: boolean;
            /** Is Substring Matching Enabled */
            is_substring_matching_enabled: boolean;
        };
        /**
         * BlockListsAnswer
         * @description `next_cursor` is there when there are more.
         */
        "stream.BlockListsAnswer": {
            /** Blocklists */
            blocklists: components["schemas"]["stream.BlockListAnswer"][];
            /** Next Cursor */
            next_cursor?: string;
        };
        /** BulkAnswer */
        "stream.BulkAnswer": {
            /** Results */
            results: components["schemas"]["stream.BulkResult"][];
            /** Errors */
            errors: components["schemas"]["stream.BulkError"][];
        };
        /** BulkError */
        "stream.BulkError": {
            /** Appeal Id */
            appeal_id: string;
            /** Error */
            error: string;
        };
        /** BulkResult */
        "stream.BulkResult": {
            /** Appeal Id */
            appeal_id: string;
            appeal_item: components["schemas"]["stream.AppealItemAnswer"];
        };
        /**
         * ButtonAnswer
         * @description Gavel's own have no `id`. `queue_type` is empty for every queue.
         */
        "stream.ButtonAnswer": {
            /** Action */
            action: string;
            /** Description */
            description: string;
            /** Entity Type */
            entity_type: string;
            /** Icon */
            icon: string;
            /** Order */
            order: number;
            /** Id */
            id?: string;
            /** Queue Type */
            queue_type?: string;
            /** Custom */
            custom?: {
                [key: string]: unknown;
            };
        };
        /**
         * CreatorAnswer
         * @description `removed_content_count` is what Stream's sample dashboard calls the deleted content.
         */
        "stream.CreatorAnswer": {
            /** Id */
            id: string;
            /** Role */
            role: string;
            /** Custom */
            custom: {
                [key: string]: unknown;
            };
            /** Created At */
            created_at: number;
            /** Updated At */
            updated_at: number;
            /** Banned */
            banned: boolean;
            /** Shadow Banned */
            shadow_banned: boolean;
            /** Online */
            online: boolean;
            /** Invisible */
            invisible: boolean;
            /** Language */
            language: string;
            /** Teams */
            teams: string[];
            /** Blocked User Ids */
            blocked_user_ids: string[];
            /** Bypass Moderation */
            bypass_moderation: boolean;
            /** Name */
            name?: string;
            /** Image */
            image?: string;
            /** Ban Expires */
            ban_expires?: number;
            /** Deactivated At */
            deactivated_at?: number;
            /** Deleted At */
            deleted_at?: number;
            /** Revoke Tokens Issued Before */
            revoke_tokens_issued_before?: number;
            /** Ban Count */
            ban_count: number;
            /** Deleted Content Count */
            deleted_content_count: number;
            /** Removed Content Count */
            removed_content_count: number;
            /** Flagged Count */
            flagged_count: number;
        };
        /**
         * DecidedAnswer
         * @description Without an item where the decision was about a user of whom there is none. `appeal_item` is
         *     the appeal that it decided; `auto_restore_warning` says what accepting it did not bring back.
         */
        "stream.DecidedAnswer": {
            item?: components["schemas"]["stream.ItemAnswer"];
            appeal_item?: components["schemas"]["stream.AppealItemAnswer"];
            /** Auto Restore Warning */
            auto_restore_warning?: string;
        };
        /**
         * EngineResult
         * @description What an engine found in one text, image or video; `action` is what the policy asks for.
         */
        "stream.EngineResult": {
            /** Provider Name */
            provider_name: string;
            /** Text */
            text?: string;
            /** Image */
            image?: string;
            /** Video */
            video?: string;
            /** Action */
            action: string;
            /** Labels */
            labels: string[];
            /** Score */
            score: number;
            /** Spans */
            spans?: components["schemas"]["stream.SpanAnswer"][];
            /** Places */
            places?: components["schemas"]["stream.PlaceAnswer"][];
        };
        /**
         * Escalation
         * @description What a moderator said when handing an item on.
         */
        "stream.Escalation": {
            /** Reason */
            reason?: string;
            /** Notes */
            notes?: string;
            /**
             * Priority
             * @enum {string}
             */
            priority?: "low" | "medium" | "high";
            /** Category */
            category?: string;
        };
        /**
         * FilterConfig
         * @description Labels are those that the app's policies can lead to. `ai_image_taxonomy` has the kinds of
         *     each image label that has any, and `filterable_custom_keys` the customer's own fields by which
         *     the app's queues are filtered.
         */
        "stream.FilterConfig": {
            /** Llm Labels */
            llm_labels: string[];
            /** Ai Image Labels */
            ai_image_labels: string[];
            /** Ai Image Taxonomy */
            ai_image_taxonomy: {
                [key: string]: string[];
            };
            /** Ai Text Labels */
            ai_text_labels: string[];
            /** Config Keys */
            config_keys: string[];
            /** Filterable Custom Keys */
            filterable_custom_keys: string[];
        };
        /**
         * FlagAnswer
         * @description `result` has an engine's results, or the customer's own fields beside the flag's labels.
         */
        "stream.FlagAnswer": {
            /** Type */
            type: string;
            /** User Id */
            user_id: string;
            /** Reason */
            reason?: string;
            /** Labels */
            labels: string[];
            /** Custom */
            custom?: {
                [key: string]: unknown;
            };
            /** Result */
            result: components["schemas"]["stream.EngineResult"][] | {
                [key: string]: unknown;
            }[];
            /** Created At */
            created_at: number;
            /** Updated At */
            updated_at: number;
            /** Entity Type */
            entity_type: string;
            /** Entity Id */
            entity_id: string;
            /** Entity Creator Id */
            entity_creator_id: string;
            moderation_payload: components["schemas"]["stream.Payload"];
            /** Review Queue Item Id */
            review_queue_item_id: string;
        };
        /** FoundUsersAnswer */
        "stream.FoundUsersAnswer": {
            /** Users */
            users: components["schemas"]["stream.FullUserAnswer"][];
            /** Not In Effect */
            not_in_effect?: string[];
        };
        /**
         * FullUserAnswer
         * @description With the newest `mutes`, and what Gavel, which is no chat, has nothing of.
         */
        "stream.FullUserAnswer": {
            /** Id */
            id: string;
            /** Role */
            role: string;
            /** Custom */
            custom: {
                [key: string]: unknown;
            };
            /** Created At */
            created_at: number;
            /** Updated At */
            updated_at: number;
            /** Banned */
            banned: boolean;
            /** Shadow Banned */
            shadow_banned: boolean;
            /** Online */
            online: boolean;
            /** Invisible */
            invisible: boolean;
            /** Language */
            language: string;
            /** Teams */
            teams: string[];
            /** Blocked User Ids */
            blocked_user_ids: string[];
            /** Bypass Moderation */
            bypass_moderation: boolean;
            /** Name */
            name?: string;
            /** Image */
            image?: string;
            /** Ban Expires */
            ban_expires?: number;
            /** Deactivated At */
            deactivated_at?: number;
            /** Deleted At */
            deleted_at?: number;
            /** Revoke Tokens Issued Before */
            revoke_tokens_issued_before?: number;
            /** Channel Mutes */
            channel_mutes: unknown[];
            /** Devices */
            devices: unknown[];
            /** Mutes */
            mutes: components["schemas"]["stream.MuteAnswer"][];
            /** Total Unread Count */
            total_unread_count: number;
            /** Unread Channels */
            unread_channels: number;
            /** Unread Count */
            unread_count: number;
            /** Unread Threads */
            unread_threads: number;
        };
        /** ImageLabel */
        "stream.ImageLabel": {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Group */
            group: string;
            /** Description */
            description: string;
        };
        /**
         * ItemAnswer
         * @description Times are as the dialect has them. `assigned_to` is the moderator who has the item locked,
         *     `appeal` the last appeal against a decision on it.
         *     The fields from `deleted_at` on are Gavel's own: what moderators have done to the content, and
         *     in `not_judged` the engines that failed or do not exist. `masked_texts` are all texts as others
         *     are to see them, where the policy masks something in them. `version` is for `if_version`.
         */
        "stream.ItemAnswer": {
            /** Id */
            id: string;
            /** Created At */
            created_at: number;
            /** Updated At */
            updated_at: number;
            /** Entity Type */
            entity_type: string;
            /** Entity Id */
            entity_id: string;
            /** Entity Creator Id */
            entity_creator_id: string;
            entity_creator: components["schemas"]["stream.CreatorAnswer"] | null;
            moderation_payload: components["schemas"]["stream.Payload"];
            /** Moderation Payload Hash */
            moderation_payload_hash: string;
            /** Has Text */
            has_text: boolean;
            /** Has Image */
            has_image: boolean;
            /** Has Video */
            has_video: boolean;
            /** Has Audio */
            has_audio: boolean;
            /** Status */
            status: string;
            /** Recommended Action */
            recommended_action: string;
            /** Completed At */
            completed_at: number | null;
            /** Config Key */
            config_key: string;
            /** Languages */
            languages: string[];
            /** Severity */
            severity: number;
            /** Ai Text Severity */
            ai_text_severity: string;
            /** Reviewed At */
            reviewed_at: number | null;
            /** Reviewed By */
            reviewed_by: string;
            /** Escalated */
            escalated: boolean;
            /** Escalated At */
            escalated_at?: number;
            /** Escalated By */
            escalated_by?: string;
            escalation_metadata?: components["schemas"]["stream.Escalation"];
            /** Latest Moderator Action */
            latest_moderator_action: string;
            /** Content Changed */
            content_changed: boolean;
            /** Flags */
            flags: components["schemas"]["stream.FlagAnswer"][];
            /** Flags Count */
            flags_count: number;
            /** Bans */
            bans: components["schemas"]["stream.BanAnswer"][];
            /** Actions */
            actions: components["schemas"]["stream.ActionAnswer"][];
            /** Teams */
            teams: string[];
            /** Version */
            version: string;
            assigned_to?: components["schemas"]["stream.UserAnswer"];
            appeal?: components["schemas"]["stream.AppealAnswer"];
            /** Deleted At */
            deleted_at?: number;
            /** Blocked At */
            blocked_at?: number;
            /** Shadow Blocked At */
            shadow_blocked_at?: number;
            /** Unmasked */
            unmasked?: boolean;
            /** Masked Texts */
            masked_texts?: string[];
            /** Not Judged */
            not_judged?: string[];
        };
        /**
         * MuteAnswer
         * @description Without `expires` it is for good.
         */
        "stream.MuteAnswer": {
            /** Created At */
            created_at: number;
            /** Updated At */
            updated_at: number;
            user: components["schemas"]["stream.UserAnswer"];
            target: components["schemas"]["stream.UserAnswer"];
            /** Expires */
            expires?: number;
        };
        /** Nothing */
        "stream.Nothing": Record<string, never>;
        /**
         * OneAppealAnswer
         * @description Who appeals is shown the appeal alone, moderators what stands around it.
         */
        "stream.OneAppealAnswer": {
            /** Item */
            item: components["schemas"]["stream.AppealAnswer"] | components["schemas"]["stream.AppealItemAnswer"];
        };
        /** OneBlockListAnswer */
        "stream.OneBlockListAnswer": {
            blocklist: components["schemas"]["stream.BlockListAnswer"];
        };
        /** OneButtonAnswer */
        "stream.OneButtonAnswer": {
            action_config: components["schemas"]["stream.ButtonAnswer"];
        };
        /** OnePolicyAnswer */
        "stream.OnePolicyAnswer": {
            config: components["schemas"]["stream.PolicyAnswer"];
        };
        /** OneQueueAnswer */
        "stream.OneQueueAnswer": {
            queue: components["schemas"]["stream.SavedQueueAnswer"];
        };
        /**
         * Payload
         * @description The content as the customer sent it; `custom` is theirs and passed through.
         */
        "stream.Payload": {
            /** Texts */
            texts?: string[];
            /** Images */
            images?: string[];
            /** Videos */
            videos?: string[];
            /** Audios */
            audios?: string[];
            /** Other Media */
            other_media?: string[];
            /** Image Ids */
            image_ids?: {
                [key: string]: string;
            };
            /** Text Ids */
            text_ids?: {
                [key: string]: string;
            };
            /** Image Ordered Keys */
            image_ordered_keys?: string[];
            /** Text Ordered Keys */
            text_ordered_keys?: string[];
            /** Custom */
            custom?: {
                [key: string]: unknown;
            };
        };
        /**
         * PlaceAnswer
         * @description Which image or video of the content it is, counted from 0, and where in a video. `term` is
         *     what was found there, empty where the label says it all.
         */
        "stream.PlaceAnswer": {
            /** Index */
            index: number;
            /** Second */
            second: number | null;
            /** Term */
            term: string;
        };
        /** PoliciesAnswer */
        "stream.PoliciesAnswer": {
            /** Next */
            next?: string;
            /** Prev */
            prev?: string;
            /** Configs */
            configs: components["schemas"]["stream.PolicyAnswer"][];
        };
        /**
         * PolicyAnswer
         * @description Sub-configs are as the customer sent them, under today's names. `rule_builder_config` is
         *     taken and, as the contract has it, not part of replies. `not_in_effect` names the sub-configs
         *     that ask for something no engine does, whose content is flagged as not judged, and fields that
         *     change nothing because of what others say, as `velocity_filter_config.rules.0.ban_duration`.
         *     `remote_config` is Gavel's own. What engines can say of images and which profiles there are is
         *     told with it; no calls pass through Gavel, so that there is no harm in them to name.
         */
        "stream.PolicyAnswer": {
            /** Async */
            async: boolean;
            /** Key */
            key: string;
            /** Team */
            team: string;
            /** Created At */
            created_at: number | null;
            /** Updated At */
            updated_at: number;
            /** Supported Video Call Harm Types */
            supported_video_call_harm_types: string[];
            /** Ai Image Label Definitions */
            ai_image_label_definitions: components["schemas"]["stream.ImageLabel"][];
            /** Ai Image Subclassifications */
            ai_image_subclassifications: {
                [key: string]: string[];
            };
            /** Available Bodyguard Profiles */
            available_bodyguard_profiles: components["schemas"]["stream.ProfileSummary"][];
            /** Ai Text Config */
            ai_text_config?: {
                [key: string]: unknown;
            };
            /** Ai Image Config */
            ai_image_config?: {
                [key: string]: unknown;
            };
            /** Ai Video Config */
            ai_video_config?: {
                [key: string]: unknown;
            };
            /** Ai Audio Config */
            ai_audio_config?: {
                [key: string]: unknown;
            };
            /** Block List Config */
            block_list_config?: {
                [key: string]: unknown;
            };
            /** Automod Toxicity Config */
            automod_toxicity_config?: {
                [key: string]: unknown;
            };
            /** Automod Platform Circumvention Config */
            automod_platform_circumvention_config?: {
                [key: string]: unknown;
            };
            /** Automod Semantic Filters Config */
            automod_semantic_filters_config?: {
                [key: string]: unknown;
            };
            /** Velocity Filter Config */
            velocity_filter_config?: {
                [key: string]: unknown;
            };
            /** Llm Config */
            llm_config?: {
                [key: string]: unknown;
            };
            /** Remote Config */
            remote_config?: {
                [key: string]: unknown;
            };
            /** Flood Config */
            flood_config?: {
                [key: string]: unknown;
            };
            /** Google Vision Config */
            google_vision_config?: {
                [key: string]: unknown;
            };
            /** Video Call Rule Config */
            video_call_rule_config?: {
                [key: string]: unknown;
            };
            /** Not In Effect */
            not_in_effect?: string[];
            /** Not In Effect Because */
            not_in_effect_because?: {
                [key: string]: string;
            };
        };
        /** ProfileSummary */
        "stream.ProfileSummary": {
            /** Name */
            name: string;
            /** Display Name */
            display_name?: string;
            /** Text Type */
            text_type?: string;
        };
        /**
         * QueueAnswer
         * @description A page can be shorter than asked for although others follow. `action_config` has the buttons
         *     that the app configured, by entity type.
         */
        "stream.QueueAnswer": {
            /** Next */
            next?: string;
            /** Prev */
            prev?: string;
            /** Items */
            items: components["schemas"]["stream.ItemAnswer"][];
            /** Stats */
            stats: {
                [key: string]: number;
            };
            /** Stats Complete */
            stats_complete: boolean;
            /** Action Config */
            action_config: {
                [key: string]: components["schemas"]["stream.ButtonAnswer"][];
            };
            /** Default Action Config */
            default_action_config?: {
                [key: string]: components["schemas"]["stream.ButtonAnswer"][];
            };
            filter_config: components["schemas"]["stream.FilterConfig"];
        };
        /** QueueItemAnswer */
        "stream.QueueItemAnswer": {
            item: components["schemas"]["stream.ItemAnswer"];
        };
        /** QueuesAnswer */
        "stream.QueuesAnswer": {
            /** Queues */
            queues: components["schemas"]["stream.SavedQueueAnswer"][];
        };
        /** ReportedBlock */
        "stream.ReportedBlock": {
            /** Blocked By User Id */
            blocked_by_user_id: string;
            /** Blocked User Id */
            blocked_user_id: string;
            /** Blocked At */
            blocked_at: number;
        };
        /**
         * SavedQueueAnswer
         * @description The fields from `oldest_at` on are Gavel's own. `item_count` is of all that the filters find.
         *     `oldest_at` is when the item came before the moderators that has waited longest in the queue.
         *     With `is_counting` the queue is new or has other filters, and its items are still being looked
         *     for.
         */
        "stream.SavedQueueAnswer": {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Type */
            type: string;
            /** Description */
            description: string;
            /** Filters */
            filters: {
                [key: string]: unknown;
            };
            /** Sort */
            sort: {
                [key: string]: unknown;
            }[];
            /** Item Count */
            item_count: number;
            /** Created By */
            created_by: string;
            /** Created At */
            created_at: number;
            /** Updated At */
            updated_at: number;
            /** Is Counting */
            is_counting: boolean;
            /** Oldest At */
            oldest_at?: number;
        };
        /**
         * SpanAnswer
         * @description Characters `start` to `end` of the text, as the customer sent it.
         */
        "stream.SpanAnswer": {
            /** Start */
            start: number;
            /** End */
            end: number;
            /** Term */
            term: string;
        };
        /** StartedTaskAnswer */
        "stream.StartedTaskAnswer": {
            /** Task Id */
            task_id: string;
        };
        /**
         * UserAnswer
         * @description Times are as the dialect has them; `ban_expires` is the end of the ban that stands, of the
         *     shadow ban where there is no other, of the last one where both have ended. It is missing where
         *     what stands is for good.
         */
        "stream.UserAnswer": {
            /** Id */
            id: string;
            /** Role */
            role: string;
            /** Custom */
            custom: {
                [key: string]: unknown;
            };
            /** Created At */
            created_at: number;
            /** Updated At */
            updated_at: number;
            /** Banned */
            banned: boolean;
            /** Shadow Banned */
            shadow_banned: boolean;
            /** Online */
            online: boolean;
            /** Invisible */
            invisible: boolean;
            /** Language */
            language: string;
            /** Teams */
            teams: string[];
            /** Blocked User Ids */
            blocked_user_ids: string[];
            /** Bypass Moderation */
            bypass_moderation: boolean;
            /** Name */
            name?: string;
            /** Image */
            image?: string;
            /** Ban Expires */
            ban_expires?: number;
            /** Deactivated At */
            deactivated_at?: number;
            /** Deleted At */
            deleted_at?: number;
            /** Revoke Tokens Issued Before */
            revoke_tokens_issued_before?: number;
        };
        /** UserReportAnswer */
        "stream.UserReportAnswer": {
            user: components["schemas"]["stream.FullUserAnswer"];
            /** User Blocks */
            user_blocks?: components["schemas"]["stream.ReportedBlock"][];
            /** User Mutes */
            user_mutes?: components["schemas"]["stream.MuteAnswer"][];
        };
        /**
         * UsersAnswer
         * @description By id. Gavel deletes no memberships, so that there is no task for it.
         */
        "stream.UsersAnswer": {
            /** Users */
            users: {
                [key: string]: components["schemas"]["stream.FullUserAnswer"];
            };
            /** Membership Deletion Task Id */
            membership_deletion_task_id: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    list_actions: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ActionsAnswer"];
                };
            };
        };
    };
    get_action: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.common__views__gavel_resources__ActionAnswer"];
                };
            };
        };
    };
    put_action: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.common__views__gavel_resources__ActionAnswer"];
                };
            };
        };
    };
    delete_action: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.Nothing"];
                };
            };
        };
    };
    pause_action: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PauseBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.common__views__gavel_resources__ActionAnswer"];
                };
            };
        };
    };
    resume_action: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResumeActionBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ResumedActionAnswer"];
                };
            };
        };
    };
    run_action: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunActionBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.DeliveryAnswer"];
                };
            };
        };
    };
    test_action: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TestActionBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.TriedActionAnswer"];
                };
            };
        };
    };
    list_api_tokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ApiTokensAnswer"];
                };
            };
        };
    };
    create_api_token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScoreKeyBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.MadeApiTokenAnswer"];
                };
            };
        };
    };
    delete_api_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.Nothing"];
                };
            };
        };
    };
    list_backtests: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.BacktestsAnswer"];
                };
            };
        };
    };
    start_backtest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BacktestBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.BacktestAnswer"];
                };
            };
        };
    };
    get_backtest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.BacktestAnswer"];
                };
            };
        };
    };
    delete_backtest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.Nothing"];
                };
            };
        };
    };
    cancel_backtest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.BacktestAnswer"];
                };
            };
        };
    };
    get_caps: {
        parameters: {
            query?: {
                rule_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.CapsAnswer"];
                };
            };
        };
    };
    list_classes: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
                modality?: ("text" | "visual" | "image" | "video" | "audio") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ClassesAnswer"];
                };
            };
        };
    };
    list_deliveries: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
                endpoint?: string | null;
                state?: ("waiting" | "pending" | "delivered" | "dead" | "superseded" | "cancelled") | null;
                subject?: string | null;
                item_id?: string | null;
                action_id?: string | null;
                since?: string | null;
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.DeliveriesAnswer"];
                };
            };
        };
    };
    get_delivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.DeliveryAnswer"];
                };
            };
        };
    };
    cancel_delivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.DeliveryAnswer"];
                };
            };
        };
    };
    retry_delivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.DeliveryAnswer"];
                };
            };
        };
    };
    list_endpoints: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.EndpointsAnswer"];
                };
            };
        };
    };
    get_endpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.EndpointHealthAnswer"];
                };
            };
        };
    };
    disable_endpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisableBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.EndpointAnswer"];
                };
            };
        };
    };
    enable_endpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.EnabledEndpointAnswer"];
                };
            };
        };
    };
    redeliver_endpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedeliverBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.RedeliveryAnswer"];
                };
            };
        };
    };
    replay_endpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.RedeliveryAnswer"];
                };
            };
        };
    };
    list_enforcements: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
                status?: "held" | "released" | "dropped";
                rule_id?: string | null;
                of_engines?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.EnforcementsAnswer"];
                };
            };
        };
    };
    drop_enforcements: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettleBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.SettledAnswer"];
                };
            };
        };
    };
    release_enforcements: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettleBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.SettledAnswer"];
                };
            };
        };
    };
    get_enforcement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.EnforcementAnswer"];
                };
            };
        };
    };
    list_image_hash_lists: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ImageHashListsAnswer"];
                };
            };
        };
    };
    get_image_hash_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ImageHashListAnswer"];
                };
            };
        };
    };
    put_image_hash_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImageHashListBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ImageHashListAnswer"];
                };
            };
        };
    };
    delete_image_hash_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.Nothing"];
                };
            };
        };
    };
    add_image_hash: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddFromItemBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.AddedHashesAnswer"];
                };
            };
        };
    };
    export_image_hashes: {
        parameters: {
            query?: {
                cursor?: string | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ExportedHashesAnswer"];
                };
            };
        };
    };
    import_image_hashes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.AddedHashesAnswer"];
                };
            };
        };
    };
    remove_image_hashes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveHashesBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.RemovedHashesAnswer"];
                };
            };
        };
    };
    explain_item: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ExplainedRulesAnswer"];
                };
            };
        };
    };
    query_log: {
        parameters: {
            query?: {
                item_id?: string | null;
                user_id?: string | null;
                kind?: ("action" | "flag" | "report" | "rule" | "delivery" | "escalation" | "review" | "engine" | "appeal" | "feedback" | "strike" | "expiry" | "member" | "note" | "skip") | null;
                type?: string | null;
                rule_id?: string | null;
                rule_version?: number | null;
                action_id?: string | null;
                moderator_id?: string | null;
                batch_id?: string | null;
                result?: string | null;
                unread?: boolean | null;
                since?: string | null;
                until?: string | null;
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.LogAnswer"];
                };
            };
        };
    };
    mark_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkReadBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.MarkReadAnswer"];
                };
            };
        };
    };
    count_unread: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.UnreadAnswer"];
                };
            };
        };
    };
    retry_log_entry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetryEntryBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.DeliveryAnswer"];
                };
            };
        };
    };
    list_members: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.MembersAnswer"];
                };
            };
        };
    };
    create_member: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.MemberAnswer"];
                };
            };
        };
    };
    get_member: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.MemberAnswer"];
                };
            };
        };
    };
    delete_member: {
        parameters: {
            query?: {
                user_id?: string | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.Nothing"];
                };
            };
        };
    };
    change_member: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberChangeBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.MemberAnswer"];
                };
            };
        };
    };
    make_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.LinkAnswer"];
                };
            };
        };
    };
    list_notes: {
        parameters: {
            query?: {
                item_id?: string | null;
                target_user_id?: string | null;
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.NotesAnswer"];
                };
            };
        };
    };
    write_note: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.NoteAnswer"];
                };
            };
        };
    };
    get_overview: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.OverviewAnswer"];
                };
            };
        };
    };
    get_page_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.PageSettingsAnswer"];
                };
            };
        };
    };
    put_page_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PageSettingsBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.PageSettingsAnswer"];
                };
            };
        };
    };
    list_providers: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ProvidersAnswer"];
                };
            };
        };
    };
    get_provider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ProviderAnswer"];
                };
            };
        };
    };
    put_provider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProviderBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ProviderAnswer"];
                };
            };
        };
    };
    delete_provider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.Nothing"];
                };
            };
        };
    };
    list_report_categories: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ReportCategoriesAnswer"];
                };
            };
        };
    };
    get_report_category: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ReportCategoryAnswer"];
                };
            };
        };
    };
    put_report_category: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportCategoryBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ReportCategoryAnswer"];
                };
            };
        };
    };
    delete_report_category: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.Nothing"];
                };
            };
        };
    };
    list_reporters: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
                order?: "best" | "worst";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ReportersAnswer"];
                };
            };
        };
    };
    get_reporter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ReporterAnswer"];
                };
            };
        };
    };
    list_reports: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
                item_id?: string | null;
                post_id?: string | null;
                user_id?: string | null;
                reporter_id?: string | null;
                category?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ReportsAnswer"];
                };
            };
        };
    };
    get_resending: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.RedeliveryAnswer"];
                };
            };
        };
    };
    list_rule_drafts: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.RuleDraftsAnswer"];
                };
            };
        };
    };
    list_rule_effects: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string | null;
                rule_id: string;
                since?: string | null;
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.DoneByRuleAnswer"];
                };
            };
        };
    };
    list_rule_groups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.RuleGroupsAnswer"];
                };
            };
        };
    };
    get_rule_group: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.RuleGroupAnswer"];
                };
            };
        };
    };
    switch_off_rule_group: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchOffBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.RuleGroupAnswer"];
                };
            };
        };
    };
    switch_on_rule_group: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchOnBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.RuleGroupAnswer"];
                };
            };
        };
    };
    get_rule_reach: {
        parameters: {
            query: {
                rule_id: string;
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ReachAnswer"];
                };
            };
        };
    };
    list_rules: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
                scope?: ("post" | "user" | "reported_post" | "reported_user") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.RulesAnswer"];
                };
            };
        };
    };
    export_rules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never> & components["schemas"]["gavel_description.RuleFileAnswer"];
                };
            };
        };
    };
    import_rules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportRulesBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ImportedRulesAnswer"];
                };
            };
        };
    };
    pause_rules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PauseBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.PausedRulesAnswer"];
                };
            };
        };
    };
    resume_rules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResumeBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.PausedRulesAnswer"];
                };
            };
        };
    };
    try_rule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TryRuleBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.TriedRuleAnswer"];
                };
            };
        };
    };
    get_rule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.RuleAnswer"];
                };
            };
        };
    };
    put_rule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.SavedRuleAnswer"];
                };
            };
        };
    };
    delete_rule: {
        parameters: {
            query?: {
                user_id?: string | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.Nothing"];
                };
            };
        };
    };
    get_rule_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.RuleDraftAnswer"];
                };
            };
        };
    };
    put_rule_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleDraftBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.RuleDraftAnswer"];
                };
            };
        };
    };
    delete_rule_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.Nothing"];
                };
            };
        };
    };
    publish_rule_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.SavedRuleAnswer"];
                };
            };
        };
    };
    move_rule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.OrderAnswer"];
                };
            };
        };
    };
    pause_rule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PauseBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.SavedRuleAnswer"];
                };
            };
        };
    };
    resume_rule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResumeBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.SavedRuleAnswer"];
                };
            };
        };
    };
    get_rule_shadow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ShadowAnswer"];
                };
            };
        };
    };
    start_rule_shadow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShadowBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.StartedShadowAnswer"];
                };
            };
        };
    };
    end_rule_shadow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.Nothing"];
                };
            };
        };
    };
    promote_rule_shadow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromoteBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.SavedRuleAnswer"];
                };
            };
        };
    };
    list_rule_versions: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.RuleVersionsAnswer"];
                };
            };
        };
    };
    get_rule_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.RuleVersionAnswer"];
                };
            };
        };
    };
    restore_rule_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavingBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.SavedRuleAnswer"];
                };
            };
        };
    };
    list_score_keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ScoreKeysAnswer"];
                };
            };
        };
    };
    create_score_key: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScoreKeyBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.MadeScoreKeyAnswer"];
                };
            };
        };
    };
    delete_score_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.Nothing"];
                };
            };
        };
    };
    list_semantic_filters: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
                team?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.SemanticFiltersAnswer"];
                };
            };
        };
    };
    get_semantic_filter: {
        parameters: {
            query?: {
                team?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.SemanticFilterAnswer"];
                };
            };
        };
    };
    put_semantic_filter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SemanticFilterBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.SemanticFilterAnswer"];
                };
            };
        };
    };
    delete_semantic_filter: {
        parameters: {
            query?: {
                team?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.Nothing"];
                };
            };
        };
    };
    list_sessions: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
                member_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.SessionsAnswer"];
                };
            };
        };
    };
    end_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.Nothing"];
                };
            };
        };
    };
    get_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.SettingsAnswer"];
                };
            };
        };
    };
    put_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppSettingsBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.SettingsAnswer"];
                };
            };
        };
    };
    list_sign_in_providers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.SignInProvidersAnswer"];
                };
            };
        };
    };
    get_sign_in_provider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.SignInProviderAnswer"];
                };
            };
        };
    };
    put_sign_in_provider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInProviderBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.SignInProviderAnswer"];
                };
            };
        };
    };
    delete_sign_in_provider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.Nothing"];
                };
            };
        };
    };
    skip_item: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SkipBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.QueueItemAnswer"];
                };
            };
        };
    };
    list_spam_strings: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
                kind?: ("domain" | "url" | "phone" | "email" | "text") | null;
                state?: ("seen" | "proposed" | "allow" | "deny") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.SpamStringsAnswer"];
                };
            };
        };
    };
    export_spam_strings: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
                verdict?: "allow" | "deny";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.SpamExportAnswer"];
                };
            };
        };
    };
    import_spam_strings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpamVerdictsBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.SpamVerdictsAnswer"];
                };
            };
        };
    };
    get_spam_string: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.SpamStringAnswer"];
                };
            };
        };
    };
    delete_spam_string: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.Nothing"];
                };
            };
        };
    };
    say_of_spam_string: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpamVerdictBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.SpamStringAnswer"];
                };
            };
        };
    };
    list_strike_policies: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.StrikePoliciesAnswer"];
                };
            };
        };
    };
    get_strike_policy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.StrikePolicyAnswer"];
                };
            };
        };
    };
    put_strike_policy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrikePolicyBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.StrikePolicyAnswer"];
                };
            };
        };
    };
    delete_strike_policy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.Nothing"];
                };
            };
        };
    };
    get_strike_histogram: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.HistogramAnswer"];
                };
            };
        };
    };
    try_content: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TryBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.TriedAnswer"];
                };
            };
        };
    };
    undo_rule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UndoBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.UndoAnswer"];
                };
            };
        };
    };
    get_undo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.UndoAnswer"];
                };
            };
        };
    };
    list_user_lists: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.UserListsAnswer"];
                };
            };
        };
    };
    get_user_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.UserListAnswer"];
                };
            };
        };
    };
    put_user_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserListBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.UserListAnswer"];
                };
            };
        };
    };
    delete_user_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.Nothing"];
                };
            };
        };
    };
    add_listed_users: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListedUsersBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.UserListAnswer"];
                };
            };
        };
    };
    remove_listed_users: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListedUsersBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.UserListAnswer"];
                };
            };
        };
    };
    explain_user: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ExplainedRulesAnswer"];
                };
            };
        };
    };
    list_strikes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.StrikesAnswer"];
                };
            };
        };
    };
    give_strike: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveStrikeBody"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.StrikesAnswer"];
                };
            };
        };
    };
    take_back_strike: {
        parameters: {
            query?: {
                user_id?: string | null;
                reason?: string | null;
            };
            header?: never;
            path: {
                id: string;
                strike: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.StrikesAnswer"];
                };
            };
        };
    };
    list_block_lists: {
        parameters: {
            query?: {
                /** @description who acts; with a user's token that user */
                user_id?: string;
                /** @description a chat client's, which Gavel has no use for */
                connection_id?: string;
                team?: string | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.BlockListsAnswer"];
                };
            };
        };
    };
    create_block_list: {
        parameters: {
            query?: {
                /** @description who acts; with a user's token that user */
                user_id?: string;
                /** @description a chat client's, which Gavel has no use for */
                connection_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateBlockListRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.OneBlockListAnswer"];
                };
            };
        };
    };
    import_block_list: {
        parameters: {
            query?: {
                /** @description who acts; with a user's token that user */
                user_id?: string;
                /** @description a chat client's, which Gavel has no use for */
                connection_id?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportBlockListRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.StartedTaskAnswer"];
                };
            };
        };
    };
    get_block_list: {
        parameters: {
            query?: {
                /** @description who acts; with a user's token that user */
                user_id?: string;
                /** @description a chat client's, which Gavel has no use for */
                connection_id?: string;
                team?: string | null;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.OneBlockListAnswer"];
                };
            };
        };
    };
    update_block_list: {
        parameters: {
            query?: {
                /** @description who acts; with a user's token that user */
                user_id?: string;
                /** @description a chat client's, which Gavel has no use for */
                connection_id?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateBlockListRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.OneBlockListAnswer"];
                };
            };
        };
    };
    delete_block_list: {
        parameters: {
            query?: {
                /** @description who acts; with a user's token that user */
                user_id?: string;
                /** @description a chat client's, which Gavel has no use for */
                connection_id?: string;
                team?: string | null;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.Nothing"];
                };
            };
        };
    };
    get_action_config: {
        parameters: {
            query?: {
                /** @description who acts; with a user's token that user */
                user_id?: string;
                /** @description a chat client's, which Gavel has no use for */
                connection_id?: string;
                queue_type?: string | null;
                entity_type?: string | null;
                exclude_defaults?: boolean;
                only_defaults?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.ActionConfigAnswer"];
                };
            };
        };
    };
    upsert_action_config: {
        parameters: {
            query?: {
                /** @description who acts; with a user's token that user */
                user_id?: string;
                /** @description a chat client's, which Gavel has no use for */
                connection_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpsertActionConfigRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.OneButtonAnswer"];
                };
            };
        };
    };
    get_appeal: {
        parameters: {
            query?: {
                /** @description who acts; with a user's token that user */
                user_id?: string;
                /** @description a chat client's, which Gavel has no use for */
                connection_id?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.OneAppealAnswer"];
                };
            };
        };
    };
    query_appeals: {
        parameters: {
            query?: {
                /** @description who acts; with a user's token that user */
                user_id?: string;
                /** @description a chat client's, which Gavel has no use for */
                connection_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueryAppealsRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.AppealsAnswer"];
                };
            };
        };
    };
    bulk_action_appeals: {
        parameters: {
            query?: {
                /** @description who acts; with a user's token that user */
                user_id?: string;
                /** @description a chat client's, which Gavel has no use for */
                connection_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkActionAppealsRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.BulkAnswer"];
                };
            };
        };
    };
    ban: {
        parameters: {
            query?: {
                /** @description who acts; with a user's token that user */
                user_id?: string;
                /** @description a chat client's, which Gavel has no use for */
                connection_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BanRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.Nothing"];
                };
            };
        };
    };
    upsert_config: {
        parameters: {
            query?: {
                /** @description who acts; with a user's token that user */
                user_id?: string;
                /** @description a chat client's, which Gavel has no use for */
                connection_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpsertConfigRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.OnePolicyAnswer"];
                };
            };
        };
    };
    get_config: {
        parameters: {
            query?: {
                /** @description who acts; with a user's token that user */
                user_id?: string;
                /** @description a chat client's, which Gavel has no use for */
                connection_id?: string;
                team?: string | null;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.OnePolicyAnswer"];
                };
            };
        };
    };
    delete_config: {
        parameters: {
            query?: {
                /** @description who acts; with a user's token that user */
                user_id?: string;
                /** @description a chat client's, which Gavel has no use for */
                connection_id?: string;
                team?: string | null;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.Nothing"];
                };
            };
        };
    };
    query_configs: {
        parameters: {
            query?: {
                /** @description who acts; with a user's token that user */
                user_id?: string;
                /** @description a chat client's, which Gavel has no use for */
                connection_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueryRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.PoliciesAnswer"];
                };
            };
        };
    };
    list_queues: {
        parameters: {
            query?: {
                /** @description a chat client's, which Gavel has no use for */
                connection_id?: string;
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.QueuesAnswer"];
                };
            };
        };
    };
    create_queue: {
        parameters: {
            query?: {
                /** @description who acts; with a user's token that user */
                user_id?: string;
                /** @description a chat client's, which Gavel has no use for */
                connection_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateQueueRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.OneQueueAnswer"];
                };
            };
        };
    };
    get_queue: {
        parameters: {
            query?: {
                /** @description a chat client's, which Gavel has no use for */
                connection_id?: string;
                user_id?: string | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.OneQueueAnswer"];
                };
            };
        };
    };
    update_queue: {
        parameters: {
            query?: {
                /** @description who acts; with a user's token that user */
                user_id?: string;
                /** @description a chat client's, which Gavel has no use for */
                connection_id?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateQueueRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.OneQueueAnswer"];
                };
            };
        };
    };
    delete_queue: {
        parameters: {
            query?: {
                /** @description who acts; with a user's token that user */
                user_id?: string;
                /** @description a chat client's, which Gavel has no use for */
                connection_id?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeleteQueueRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.OneQueueAnswer"];
                };
            };
        };
    };
    query_review_queue: {
        parameters: {
            query?: {
                /** @description who acts; with a user's token that user */
                user_id?: string;
                /** @description a chat client's, which Gavel has no use for */
                connection_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueryReviewQueueRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.QueueAnswer"];
                };
            };
        };
    };
    get_review_queue_item: {
        parameters: {
            query?: {
                /** @description who acts; with a user's token that user */
                user_id?: string;
                /** @description a chat client's, which Gavel has no use for */
                connection_id?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.QueueItemAnswer"];
                };
            };
        };
    };
    submit_action: {
        parameters: {
            query?: {
                /** @description who acts; with a user's token that user */
                user_id?: string;
                /** @description a chat client's, which Gavel has no use for */
                connection_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitActionRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.DecidedAnswer"];
                };
            };
        };
    };
    unban: {
        parameters: {
            query: {
                /** @description who acts; with a user's token that user */
                user_id?: string;
                /** @description a chat client's, which Gavel has no use for */
                connection_id?: string;
                target_user_id: string;
                channel_cid?: string | null;
                created_by?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnbanRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.Nothing"];
                };
            };
        };
    };
    get_user_moderation_report: {
        parameters: {
            query: {
                /** @description a chat client's, which Gavel has no use for */
                connection_id?: string;
                user_id: string;
                create_user_if_not_exists?: boolean | null;
                include_user_blocks?: boolean | null;
                include_user_mutes?: boolean | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.UserReportAnswer"];
                };
            };
        };
    };
    query_users: {
        parameters: {
            query?: {
                /** @description who acts; with a user's token that user */
                user_id?: string;
                /** @description a chat client's, which Gavel has no use for */
                connection_id?: string;
                payload?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.FoundUsersAnswer"];
                };
            };
        };
    };
    update_users: {
        parameters: {
            query?: {
                /** @description who acts; with a user's token that user */
                user_id?: string;
                /** @description a chat client's, which Gavel has no use for */
                connection_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateUsersRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.UsersAnswer"];
                };
            };
        };
    };
    update_users_partial: {
        parameters: {
            query?: {
                /** @description who acts; with a user's token that user */
                user_id?: string;
                /** @description a chat client's, which Gavel has no use for */
                connection_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateUsersPartialRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description in milliseconds, as 1.25ms */
                        duration: string;
                        /** @description Fields of the request that Gavel takes and does nothing for. */
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.UsersAnswer"];
                };
            };
        };
    };
}
