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
    "/api/v1/agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_agreement"];
        put?: never;
        post?: never;
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
    "/api/v1/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_appeals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appeals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_handled_appeal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appeals/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["add_appeal_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appeals/{id}/out_of_court": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["put_out_of_court"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_approvals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["withdraw"];
        delete?: never;
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
    "/api/v1/batches/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["undo_batch"];
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
    "/api/v1/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_content"];
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
    "/api/v1/erasures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_erasure"];
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
    "/api/v1/list_hits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_hits"];
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
    "/api/v1/log/roots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["query_log_roots"];
        put?: never;
        post?: never;
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
    "/api/v1/log/{id}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["prove_log_entry"];
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
    "/api/v1/reporters/{id}/drop_reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["drop_reports"];
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
    "/api/v1/rule_health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_rule_health"];
        put?: never;
        post?: never;
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
    "/api/v1/rule_settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_rule_settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["change_rule_settings"];
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
    "/api/v1/rules/{id}/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_rule_health"];
        put?: never;
        post?: never;
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
    "/api/v1/second_looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_second_looks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/second_looks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["answer_second_look"];
        delete?: never;
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
    "/api/v1/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_statements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statements/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["preview_statement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statements/{id}/told": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["told_statement"];
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
    "/api/v1/transparency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_transparency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transparency_database/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_submissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transparency_database/submissions/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["retry_submission"];
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
    "/api/v1/users/{id}/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["erase_user_data"];
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
    "/api/v2/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_task"];
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
        ActingUser: {
            /** @default null */
            name?: string | null;
            /** @default null */
            image?: string | null;
            /** @default null */
            role?: string | null;
            /** @default null */
            language?: string | null;
            /** @default null */
            invisible?: boolean | null;
            /** @default null */
            teams?: string[] | null;
            /** @default null */
            custom?: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            privacy_settings?: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            teams_role?: {
                [key: string]: unknown;
            } | null;
            id: string;
        };
        Action: {
            /** @enum {string} */
            type: "ban_user" | "flag_user" | "flag_content" | "block_content" | "shadow_content" | "bounce_content" | "bounce_flag_content" | "bounce_remove_content" | "webhook_only" | "mute_video" | "mute_audio" | "blur" | "call_blur" | "end_call" | "kick_user" | "warning" | "call_warning" | "ban";
            /** @default null */
            reason?: string | null;
            /** @default null */
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
        ActionBody: {
            name: string;
            /** @enum {string} */
            kind: "post" | "user";
            url: string;
            /**
             * @default POST
             * @enum {string}
             */
            method?: "POST" | "GET";
            /** @default null */
            auth_header?: string | null;
            /** @default null */
            auth_value?: string | null;
            parameters?: {
                [key: string]: string;
            };
            extra_query?: {
                [key: string]: string;
            };
            reverses?: string[];
            carries_out?: ("block" | "shadow_block" | "unblock" | "delete_message" | "delete_activity" | "delete_comment" | "delete_reaction" | "restore" | "unmask" | "ban" | "unban" | "delete_user" | "delete_user_messages" | "kick_user" | "end_call")[];
            /** @default null */
            state_url?: string | null;
            /** @default false */
            independent?: boolean;
            /** @default false */
            irreversible?: boolean;
            /** @default false */
            second_person?: boolean;
            takes?: {
                [key: string]: "string" | "integer" | "number" | "boolean";
            };
            /** @default null */
            statement?: components["schemas"]["StatementBody"] | null;
        };
        AddFromItemBody: {
            item_id: string;
            /** @default 0 */
            image?: number;
            /** @default  */
            note?: string;
        };
        Age: {
            max_age: string;
        };
        AllOf: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "all";
            conditions: (components["schemas"]["AllOf"] | components["schemas"]["AnyOf"] | components["schemas"]["Not"] | components["schemas"]["Never"] | components["schemas"]["MatchingCount"] | components["schemas"]["ClassifiedAs"] | components["schemas"]["NeedsReview"] | components["schemas"]["InList"] | components["schemas"]["NotJudged"] | components["schemas"]["ContainsUrl"] | components["schemas"]["TextLength"] | components["schemas"]["Graded"] | components["schemas"]["ContentProperty"] | components["schemas"]["OfEntityType"] | components["schemas"]["UnderPolicy"] | components["schemas"]["OfTeam"] | components["schemas"]["UserAge"] | components["schemas"]["UserRole"] | components["schemas"]["UserProperty"] | components["schemas"]["FlaggedCount"] | components["schemas"]["UserInList"] | components["schemas"]["IsStaff"] | components["schemas"]["IsTrusted"] | components["schemas"]["Strikes"] | components["schemas"]["PostCount"] | components["schemas"]["ClassifiedCount"] | components["schemas"]["ClassifiedShare"] | components["schemas"]["RepeatedText"] | components["schemas"]["ChannelCount"] | components["schemas"]["ReportCount"])[];
        };
        AnyOf: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "any";
            conditions: (components["schemas"]["AllOf"] | components["schemas"]["AnyOf"] | components["schemas"]["Not"] | components["schemas"]["Never"] | components["schemas"]["MatchingCount"] | components["schemas"]["ClassifiedAs"] | components["schemas"]["NeedsReview"] | components["schemas"]["InList"] | components["schemas"]["NotJudged"] | components["schemas"]["ContainsUrl"] | components["schemas"]["TextLength"] | components["schemas"]["Graded"] | components["schemas"]["ContentProperty"] | components["schemas"]["OfEntityType"] | components["schemas"]["UnderPolicy"] | components["schemas"]["OfTeam"] | components["schemas"]["UserAge"] | components["schemas"]["UserRole"] | components["schemas"]["UserProperty"] | components["schemas"]["FlaggedCount"] | components["schemas"]["UserInList"] | components["schemas"]["IsStaff"] | components["schemas"]["IsTrusted"] | components["schemas"]["Strikes"] | components["schemas"]["PostCount"] | components["schemas"]["ClassifiedCount"] | components["schemas"]["ClassifiedShare"] | components["schemas"]["RepeatedText"] | components["schemas"]["ChannelCount"] | components["schemas"]["ReportCount"])[];
        };
        AppSettingsBody: {
            /** @default default */
            default_policy?: string;
            /** @default null */
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
            /** @default null */
            retry_delays?: number[] | null;
            /** @default null */
            provider_budget?: components["schemas"]["LimitsBody"] | null;
            /** @default 1000 */
            cap_per_hour?: number | null;
            /** @default null */
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
            /** @default false */
            second_person_for_irreversible?: boolean;
            second_person_actions?: ("mark_reviewed" | "reopen" | "block" | "shadow_block" | "unblock" | "delete_message" | "delete_activity" | "delete_comment" | "delete_reaction" | "restore" | "unmask" | "ban" | "unban" | "delete_user" | "delete_user_messages" | "kick_user" | "end_call" | "custom" | "escalate" | "de_escalate" | "bypass" | "reject_appeal")[];
            /** @default 72 */
            approval_hours?: number;
            /** @default all */
            keep_inputs?: ("all" | "none") | number;
            /**
             * @default sampled
             * @enum {string}
             */
            count_evaluations?: "all" | "sampled";
            /** @default 30 */
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
            /** @default null */
            signing_secrets?: string[] | null;
            /** @default null */
            signing_keys?: string[] | null;
            /** @default 183 */
            appeal_window_days?: number;
            /** @default null */
            appeal_window_override?: components["schemas"]["WindowOverrideBody"] | null;
            /**
             * @default refuse
             * @enum {string}
             */
            late_appeals?: "refuse" | "take";
            /**
             * @default members
             * @enum {string}
             */
            appeal_second_person?: "nobody" | "members" | "everybody";
            /**
             * @default members
             * @enum {string}
             */
            appeal_reasons?: "nobody" | "members" | "everybody";
            /** @default null */
            unfounded_complaints?: components["schemas"]["UnfoundedComplaintsBody"] | null;
            /** @default false */
            list_content?: boolean;
            /** @default false */
            record_views?: boolean;
            /** @default null */
            unfounded_reports?: components["schemas"]["UnfoundedReportsBody"] | null;
            second_look_percent?: {
                [key: string]: number;
            };
            /**
             * @default {
             *       "clean_items": null,
             *       "flagged_items": null,
             *       "log": null,
             *       "deliveries": null,
             *       "statements": null,
             *       "appeals": null,
             *       "approvals": null,
             *       "label_results": null,
             *       "suggestions": null,
             *       "authority_orders": null,
             *       "jobs": null,
             *       "counters": null
             *     }
             */
            retention_days?: components["schemas"]["RetentionDaysBody"];
            erasure_keeps?: ("decisions" | "statements" | "enforcements" | "deliveries" | "appeals")[];
            /**
             * @default new_person
             * @enum {string}
             */
            erased_ids?: "new_person" | "refuse";
        };
        AppealNoteBody: {
            text: string;
            /** @default null */
            user_id?: string | null;
        };
        ApproveBody: {
            /** @default null */
            user_id?: string | null;
            /** @default null */
            reason?: string | null;
        };
        AskWhen: {
            /** @default null */
            band?: components["schemas"]["Band"] | null;
            /** @default null */
            sample?: number | null;
            /** @default null */
            on_report?: boolean | null;
            /** @default null */
            rules?: string[] | null;
        };
        AudioConfig: {
            /** @default true */
            enabled?: boolean;
            /** @default null */
            async?: boolean | null;
            /** @default null */
            not_judged?: ("keep" | "flag" | "wait") | null;
            /** @default  */
            profile?: string;
            /** @default [] */
            rules?: components["schemas"]["TextRule"][];
        };
        BacktestBody: {
            /** @default null */
            rule?: components["schemas"]["RuleFieldsBody"] | null;
            /** @default null */
            rule_id?: string | null;
            /** @default null */
            version?: number | null;
            /** @default null */
            days?: number | null;
            /** @default null */
            since?: string | null;
            /** @default null */
            until?: string | null;
            /** @default null */
            user_id?: string | null;
        };
        Ban: {
            /** @default null */
            target_user_id?: string | null;
            /** @default null */
            reason?: string | null;
            /** @default null */
            timeout?: number | null;
            /** @default null */
            shadow?: boolean | null;
            /** @default null */
            ip_ban?: boolean | null;
            /** @default null */
            channel_ban_only?: boolean | null;
            /** @default null */
            channel_cid?: string | null;
            /** @default null */
            delete_messages?: ("soft" | "pruning" | "hard") | null;
            /** @default null */
            delete_reactions?: boolean | null;
            /** @default null */
            ban_from_future_channels?: boolean | null;
        };
        BanOptions: {
            /** @default null */
            duration?: number | null;
            /** @default null */
            reason?: string | null;
            /** @default null */
            shadow_ban?: boolean | null;
            /** @default null */
            ip_ban?: boolean | null;
            /** @default null */
            delete_messages?: ("soft" | "pruning" | "hard") | null;
        };
        BanRequest: {
            target_user_id: string;
            /** @default null */
            banned_by?: components["schemas"]["ActingUser"] | null;
            /** @default null */
            banned_by_id?: string | null;
            /** @default null */
            channel_cid?: string | null;
            /** @default null */
            delete_messages?: ("soft" | "pruning" | "hard") | null;
            /** @default null */
            ip_ban?: boolean | null;
            /** @default null */
            reason?: string | null;
            /** @default null */
            shadow?: boolean | null;
            /** @default null */
            timeout?: number | null;
        };
        Band: {
            low: number;
            high: number;
            labels?: string[];
        };
        BuilderRule: {
            /** @default null */
            id?: string | null;
            /** @enum {string} */
            rule_type: "user" | "content" | "call" | "flood";
            /** @default null */
            logic?: ("AND" | "OR") | null;
            /** @default null */
            conditions?: components["schemas"]["Condition"][] | null;
            /** @default null */
            groups?: components["schemas"]["Group"][] | null;
            /** @default null */
            action?: components["schemas"]["Action"] | null;
            /** @default null */
            action_sequences?: components["schemas"]["Sequence"][] | null;
            /** @default null */
            cooldown_period?: string | null;
        };
        ByBody: {
            /** @default null */
            user_id?: string | null;
            /** @default null */
            reason?: string | null;
        };
        Bypass: {
            /** @default null */
            target_user_id?: string | null;
            /** @default null */
            enabled?: boolean | null;
        };
        CallConfig: {
            /** @default null */
            enabled?: boolean | null;
            /** @default null */
            async?: boolean | null;
            /** @default null */
            not_judged?: ("keep" | "flag" | "wait") | null;
            /** @default null */
            flag_all_labels?: boolean | null;
            /** @default null */
            flagged_labels?: string[] | null;
            /** @default null */
            rules?: components["schemas"]["HarmRule"][] | null;
        };
        CallOptions: {
            /** @default null */
            duration?: number | null;
            /** @default null */
            reason?: string | null;
            /** @default null */
            flag_reason?: string | null;
            /** @default null */
            kick_reason?: string | null;
            /** @default null */
            warning_text?: string | null;
            /** @default null */
            mute_audio?: boolean | null;
            /** @default null */
            mute_video?: boolean | null;
        };
        CancelBody: {
            /** @default null */
            user_id?: string | null;
            /** @default null */
            reason?: string | null;
        };
        ChannelCount: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "channel_count";
            value: number;
            window: string;
        };
        ChannelsCount: {
            threshold: number;
            /** @default null */
            time_window?: string | null;
        };
        ClassifiedAs: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "classified_as";
            /**
             * @default text
             * @enum {string}
             */
            modality?: "text" | "visual" | "image" | "video" | "audio";
            /** @default false */
            exact?: boolean;
            classes: string[];
            /** @default null */
            threshold?: number | null;
            /** @default null */
            severity?: ("low" | "medium" | "high" | "critical") | null;
        };
        ClassifiedCount: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "classified_count";
            /** @enum {string} */
            operator: "gt" | "gte" | "lt" | "lte" | "eq";
            window: string;
            /**
             * @default text
             * @enum {string}
             */
            modality?: "text" | "visual" | "image" | "video" | "audio";
            /** @default false */
            exact?: boolean;
            /** @default [] */
            classes?: string[];
            /** @default [] */
            lists?: string[];
            value: number;
        };
        ClassifiedShare: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "classified_share";
            /** @enum {string} */
            operator: "gt" | "gte" | "lt" | "lte" | "eq";
            window: string;
            /**
             * @default text
             * @enum {string}
             */
            modality?: "text" | "visual" | "image" | "video" | "audio";
            /** @default false */
            exact?: boolean;
            /** @default [] */
            classes?: string[];
            /** @default [] */
            lists?: string[];
            percent: number;
            /** @default 1 */
            min_posts?: number;
        };
        Condition: {
            /** @default null */
            type?: string | null;
            /** @default null */
            confidence?: number | null;
            /** @default null */
            label?: string | null;
            /** @default null */
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
            /** @default null */
            user_identical_image_count_params?: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            keyframe_rule_params?: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            keyframe_ocr_rule_params?: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            closed_caption_rule_params?: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            call_type_rule_params?: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            call_violation_count_params?: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            call_custom_property_params?: {
                [key: string]: unknown;
            } | null;
        };
        ContainsUrl: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "contains_url";
        };
        ContentProperty: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "content_property";
            key: string;
            /**
             * @default exists
             * @enum {string}
             */
            operator?: "exists" | "contains" | "gt" | "gte" | "lt" | "lte" | "eq";
            /** @default null */
            value?: boolean | number | string | null;
        };
        Count: {
            threshold: number;
        };
        CountOver: {
            threshold: number;
            time_window: string;
        };
        CreateBlockListRequest: {
            /** @default null */
            is_confusable_folding_enabled?: boolean | null;
            /** @default null */
            is_leet_check_enabled?: boolean | null;
            /** @default null */
            is_plural_check_enabled?: boolean | null;
            /** @default null */
            is_substring_matching_enabled?: boolean | null;
            /** @default null */
            team?: string | null;
            name: string;
            words: string[];
            /**
             * @default word
             * @enum {string}
             */
            type?: "word" | "domain" | "domain_allowlist" | "email" | "email_allowlist" | "regex";
            /** @default null */
            user_id?: string | null;
            /** @default null */
            user?: components["schemas"]["ActingUser"] | null;
        };
        CreateQueueRequest: {
            /** @default null */
            user_id?: string | null;
            /** @default null */
            user?: components["schemas"]["ActingUser"] | null;
            name: string;
            /** @enum {string} */
            type: "personal_view" | "operational_queue";
            /** @default null */
            description?: string | null;
            /** @default null */
            filters?: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            sort?: {
                [key: string]: unknown;
            }[] | null;
        };
        Custom: {
            id: string;
            /** @default null */
            options?: {
                [key: string]: unknown;
            } | null;
        };
        DecidedFlag: {
            entity_type: string;
            entity_id: string;
            /** @default null */
            entity_creator_id?: string | null;
            /** @default null */
            reason?: string | null;
            /** @default null */
            custom?: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            moderation_payload?: components["schemas"]["ModerationPayload"] | null;
            /** @default null */
            user_id?: string | null;
            /** @default null */
            user?: components["schemas"]["ActingUser"] | null;
        };
        DecisionReason: {
            /** @default null */
            decision_reason?: string | null;
        };
        Delete: {
            /** @default null */
            entity_id?: string | null;
            /** @default null */
            entity_type?: string | null;
            /** @default null */
            reason?: string | null;
            /** @default null */
            hard_delete?: boolean | null;
        };
        DeleteQueueRequest: {
            /** @default null */
            user_id?: string | null;
            /** @default null */
            user?: components["schemas"]["ActingUser"] | null;
        };
        DeleteUser: {
            /** @default null */
            entity_id?: string | null;
            /** @default null */
            entity_type?: string | null;
            /** @default null */
            reason?: string | null;
            /** @default null */
            hard_delete?: boolean | null;
            /** @default null */
            mark_messages_deleted?: boolean | null;
            /** @default null */
            delete_conversation_channels?: boolean | null;
            /** @default null */
            delete_feeds_content?: boolean | null;
        };
        DeleteUserMessages: {
            /** @default null */
            entity_id?: string | null;
            /** @default null */
            entity_type?: string | null;
            /** @default null */
            reason?: string | null;
            /** @enum {string} */
            delete_messages: "soft" | "pruning" | "hard";
            /** @default null */
            channel_cid?: string | null;
            /** @default null */
            delete_reactions?: boolean | null;
        };
        DisableBody: {
            /** @default null */
            user_id?: string | null;
            reason: string;
        };
        Escalate: {
            /** @default null */
            reason?: string | null;
            /** @default null */
            notes?: string | null;
            /** @default null */
            priority?: ("low" | "medium" | "high") | null;
            /** @default null */
            category?: string | null;
        };
        ExemptBody: {
            /**
             * @default calls
             * @enum {string}
             */
            staff?: "calls" | "everything" | "nothing";
            /** @default false */
            trusted?: boolean;
            roles?: string[];
            lists?: string[];
        };
        FacadesBody: {
            /** @default null */
            policy?: string | null;
            /** @default false */
            calls_are_checks?: boolean;
            /** @default null */
            perspective_scale?: boolean | null;
            /** @default false */
            refuse_not_judged?: boolean;
            /** @default false */
            keep_suggested_texts?: boolean;
        };
        FileBuilderRule: {
            id: string;
            moderation_rule: components["schemas"]["WrittenRule"];
        };
        FileRule: {
            name: string;
            /** @enum {string} */
            scope: "post" | "user" | "reported_post" | "reported_user";
            when: components["schemas"]["AllOf"] | components["schemas"]["AnyOf"] | components["schemas"]["Not"] | components["schemas"]["Never"] | components["schemas"]["MatchingCount"] | components["schemas"]["ClassifiedAs"] | components["schemas"]["NeedsReview"] | components["schemas"]["InList"] | components["schemas"]["NotJudged"] | components["schemas"]["ContainsUrl"] | components["schemas"]["TextLength"] | components["schemas"]["Graded"] | components["schemas"]["ContentProperty"] | components["schemas"]["OfEntityType"] | components["schemas"]["UnderPolicy"] | components["schemas"]["OfTeam"] | components["schemas"]["UserAge"] | components["schemas"]["UserRole"] | components["schemas"]["UserProperty"] | components["schemas"]["FlaggedCount"] | components["schemas"]["UserInList"] | components["schemas"]["IsStaff"] | components["schemas"]["IsTrusted"] | components["schemas"]["Strikes"] | components["schemas"]["PostCount"] | components["schemas"]["ClassifiedCount"] | components["schemas"]["ClassifiedShare"] | components["schemas"]["RepeatedText"] | components["schemas"]["ChannelCount"] | components["schemas"]["ReportCount"];
            actions: (string | {
                action: string;
                values?: {
                    [key: string]: string | number | boolean;
                };
            })[];
            /** @default 0 */
            position?: number;
            /** @default true */
            enabled?: boolean;
            /** @default null */
            cap_per_hour?: number | null;
            /** @default null */
            flag_cap_per_hour?: number | null;
            /** @default null */
            exempt?: components["schemas"]["RuleExemptBody"] | null;
            /** @default null */
            cooldown?: string | null;
            /** @default null */
            group?: string | null;
            /** @default null */
            strike?: components["schemas"]["RuleStrikeBody"] | null;
            id: string;
        };
        FirstMatchOnly: {
            /** @default false */
            post?: boolean;
            /** @default false */
            user?: boolean;
            /** @default false */
            reported_post?: boolean;
            /** @default false */
            reported_user?: boolean;
        };
        FlagUserOptions: {
            /** @default null */
            reason?: string | null;
        };
        FlaggedCount: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "flagged_count";
            /** @enum {string} */
            operator: "gt" | "gte" | "lt" | "lte" | "eq";
            value: number;
        };
        Flood: {
            /** @default null */
            threshold?: number | null;
            /** @default null */
            time_window?: string | null;
            /** @default null */
            allowlist?: string[] | null;
            /** @default null */
            min_text_length?: number | null;
            /** @default null */
            track_across_users?: boolean | null;
        };
        FloodConfig: {
            /** @default null */
            enabled?: boolean | null;
            /** @default null */
            async?: boolean | null;
            /** @default null */
            not_judged?: ("keep" | "flag" | "wait") | null;
            /** @default null */
            identical?: components["schemas"]["IdenticalConfig"] | null;
            /** @default null */
            similar?: components["schemas"]["SimilarConfig"] | null;
            /** @default null */
            allowlist?: string[] | null;
        };
        GiveStrikeBody: {
            policy: string;
            /** @default 1 */
            weight?: number;
            /** @default null */
            reason?: string | null;
            /** @default null */
            id?: string | null;
            /** @default null */
            user_id?: string | null;
        };
        GoogleVisionConfig: {
            /** @default null */
            enabled?: boolean | null;
            /** @default null */
            async?: boolean | null;
            /** @default null */
            not_judged?: ("keep" | "flag" | "wait") | null;
            /** @default null */
            ask_when?: components["schemas"]["AskWhen"] | null;
            /** @default null */
            provider?: string | null;
        };
        Graded: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "graded";
            /** @enum {string} */
            severity: "low" | "medium" | "high" | "critical";
            /**
             * @default text
             * @enum {string}
             */
            modality?: "text" | "image" | "video" | "audio";
        };
        Group: {
            /** @default null */
            logic?: ("AND" | "OR") | null;
            conditions: components["schemas"]["Condition"][];
        };
        HarmRule: {
            /** @default null */
            harm_types?: string[] | null;
            /** @default null */
            threshold?: number | null;
            /** @default null */
            severity?: number | null;
            /** @default null */
            cooldown_period?: number | null;
            /** @default null */
            action_sequences?: {
                [key: string]: unknown;
            }[] | null;
        };
        IdenticalConfig: {
            /** @default null */
            enabled?: boolean | null;
            /** @default null */
            action?: ("flag" | "shadow" | "remove" | "bounce" | "bounce_flag" | "bounce_remove") | null;
            /** @default null */
            threshold?: number | null;
            /** @default null */
            time_window?: string | null;
            /** @default null */
            min_text_length?: number | null;
            /** @default null */
            track_across_users?: boolean | null;
        };
        ImageConfig: {
            /** @default null */
            enabled?: boolean | null;
            /** @default null */
            async?: boolean | null;
            /** @default null */
            not_judged?: ("keep" | "flag" | "wait") | null;
            /** @default null */
            rules?: components["schemas"]["ImageRule"][] | null;
            /** @default null */
            ocr_rules?: components["schemas"]["OcrRule"][] | null;
        };
        ImageHashListBody: {
            label: string;
            /** @default  */
            description?: string;
        };
        ImageRule: {
            label: string;
            /** @enum {string} */
            action: "flag" | "shadow" | "remove" | "bounce" | "bounce_flag" | "bounce_remove";
            /** @default 50 */
            min_confidence?: number;
            /** @default null */
            subclassifications?: {
                [key: string]: boolean;
            } | null;
        };
        ImportBlockListRequest: {
            items: string[];
            /** @default null */
            chunk_size?: number | null;
        };
        ImportBody: {
            text: string;
        };
        ImportRulesBody: {
            /** @default null */
            user_id?: string | null;
            /** @default null */
            reason?: string | null;
            /** @default 1 */
            format?: number;
            rules: (components["schemas"]["FileRule"] | components["schemas"]["FileBuilderRule"])[];
            /** @default true */
            dry_run?: boolean;
            /** @default false */
            delete_missing?: boolean;
        };
        InList: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "in_list";
            lists: string[];
        };
        IsStaff: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "is_staff";
        };
        IsTrusted: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "is_trusted";
        };
        KeptUserRequest: {
            /** @default null */
            name?: string | null;
            /** @default null */
            image?: string | null;
            /** @default null */
            role?: string | null;
            /** @default null */
            language?: string | null;
            /** @default null */
            invisible?: boolean | null;
            /** @default null */
            teams?: string[] | null;
            /** @default null */
            custom?: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            privacy_settings?: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            teams_role?: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            revoke_tokens_issued_before?: number | null;
            /** @default null */
            push_notifications?: {
                [key: string]: unknown;
            } | null;
            id: string;
        };
        LimitsBody: {
            /** @default null */
            calls?: number | null;
            /** @default null */
            tokens?: number | null;
            /** @default null */
            money?: number | null;
        };
        ListConfig: {
            /** @default null */
            enabled?: boolean | null;
            /** @default null */
            async?: boolean | null;
            /** @default null */
            not_judged?: ("keep" | "flag" | "wait") | null;
            /** @default null */
            match_substring?: boolean | null;
            /** @default null */
            rules?: components["schemas"]["ListRule"][] | null;
        };
        ListRule: {
            name: string;
            /** @enum {string} */
            action: "flag" | "mask" | "mask_flag" | "shadow" | "remove" | "bounce" | "bounce_flag" | "bounce_remove";
            /** @default null */
            team?: string | null;
        };
        ListedUsersBody: {
            users: string[];
        };
        LlmConfig: {
            /** @default null */
            enabled?: boolean | null;
            /** @default null */
            async?: boolean | null;
            /** @default null */
            not_judged?: ("keep" | "flag" | "wait") | null;
            /** @default null */
            ask_when?: components["schemas"]["AskWhen"] | null;
            /** @default null */
            provider?: string | null;
            /** @default null */
            app_context?: string | null;
            /** @default null */
            severity_descriptions?: {
                [key: string]: string;
            } | null;
            /** @default null */
            rules?: components["schemas"]["LlmRule"][] | null;
        };
        LlmRule: {
            label: string;
            /** @default null */
            description?: string | null;
            /** @default null */
            action?: ("flag" | "shadow" | "remove" | "bounce" | "bounce_flag" | "bounce_remove") | "keep" | null;
            /** @default null */
            severity_rules?: components["schemas"]["LlmSeverityRule"][] | null;
        };
        LlmSeverityRule: {
            /** @enum {string} */
            severity: "low" | "medium" | "high" | "critical";
            action: ("flag" | "shadow" | "remove" | "bounce" | "bounce_flag" | "bounce_remove") | "keep";
        };
        MarkReadBody: {
            /** @default null */
            ids?: string[] | null;
        };
        MarkReviewed: {
            /** @default null */
            decision_reason?: string | null;
            /** @default null */
            content_to_mark_as_reviewed_limit?: number | null;
            /** @default null */
            disable_marking_content_as_reviewed?: boolean | null;
        };
        MatchingCount: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "matching_count";
            condition: components["schemas"]["AllOf"] | components["schemas"]["AnyOf"] | components["schemas"]["Not"] | components["schemas"]["Never"] | components["schemas"]["MatchingCount"] | components["schemas"]["ClassifiedAs"] | components["schemas"]["NeedsReview"] | components["schemas"]["InList"] | components["schemas"]["NotJudged"] | components["schemas"]["ContainsUrl"] | components["schemas"]["TextLength"] | components["schemas"]["Graded"] | components["schemas"]["ContentProperty"] | components["schemas"]["OfEntityType"] | components["schemas"]["UnderPolicy"] | components["schemas"]["OfTeam"] | components["schemas"]["UserAge"] | components["schemas"]["UserRole"] | components["schemas"]["UserProperty"] | components["schemas"]["FlaggedCount"] | components["schemas"]["UserInList"] | components["schemas"]["IsStaff"] | components["schemas"]["IsTrusted"] | components["schemas"]["Strikes"] | components["schemas"]["PostCount"] | components["schemas"]["ClassifiedCount"] | components["schemas"]["ClassifiedShare"] | components["schemas"]["RepeatedText"] | components["schemas"]["ChannelCount"] | components["schemas"]["ReportCount"];
            /** @enum {string} */
            operator: "gt" | "gte" | "lt" | "lte" | "eq";
            value: number;
            window: string;
            /**
             * @default author
             * @enum {string}
             */
            of?: "author" | "address";
        };
        MemberBody: {
            /** @default null */
            user_id?: string | null;
            name: string;
            /**
             * @default reader
             * @enum {string}
             */
            role?: "reader" | "moderator" | "senior" | "lead" | "admin";
            /** @default null */
            queues?: string[] | null;
            /** @default null */
            actions?: string[] | null;
            /** @default  */
            email?: string;
        };
        MemberChangeBody: {
            /** @default null */
            user_id?: string | null;
            /** @default null */
            role?: ("reader" | "moderator" | "senior" | "lead" | "admin") | null;
            /** @default null */
            queues?: string[] | null;
            /** @default null */
            actions?: string[] | null;
            /** @default null */
            email?: string | null;
        };
        MessageCount: {
            threshold: number;
            /** @default null */
            operator?: string | null;
        };
        ModerationPayload: {
            /** @default null */
            texts?: string[] | null;
            /** @default null */
            images?: string[] | null;
            /** @default null */
            videos?: string[] | null;
            /** @default null */
            audios?: string[] | null;
            /** @default null */
            other_media?: string[] | null;
            /** @default null */
            image_ids?: {
                [key: string]: string;
            } | null;
            /** @default null */
            text_ids?: {
                [key: string]: string;
            } | null;
            /** @default null */
            image_ordered_keys?: string[] | null;
            /** @default null */
            text_ordered_keys?: string[] | null;
            /** @default null */
            custom?: {
                [key: string]: unknown;
            } | null;
        };
        MoveBody: {
            /** @default null */
            direction?: ("up" | "down") | null;
            /** @default null */
            before?: string | null;
            /** @default null */
            after?: string | null;
        };
        NeedsReview: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "needs_review";
            /** @default null */
            by?: ("classes" | "policy") | null;
        };
        Never: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "never";
            what: string;
        };
        Not: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "not";
            condition: components["schemas"]["AllOf"] | components["schemas"]["AnyOf"] | components["schemas"]["Not"] | components["schemas"]["Never"] | components["schemas"]["MatchingCount"] | components["schemas"]["ClassifiedAs"] | components["schemas"]["NeedsReview"] | components["schemas"]["InList"] | components["schemas"]["NotJudged"] | components["schemas"]["ContainsUrl"] | components["schemas"]["TextLength"] | components["schemas"]["Graded"] | components["schemas"]["ContentProperty"] | components["schemas"]["OfEntityType"] | components["schemas"]["UnderPolicy"] | components["schemas"]["OfTeam"] | components["schemas"]["UserAge"] | components["schemas"]["UserRole"] | components["schemas"]["UserProperty"] | components["schemas"]["FlaggedCount"] | components["schemas"]["UserInList"] | components["schemas"]["IsStaff"] | components["schemas"]["IsTrusted"] | components["schemas"]["Strikes"] | components["schemas"]["PostCount"] | components["schemas"]["ClassifiedCount"] | components["schemas"]["ClassifiedShare"] | components["schemas"]["RepeatedText"] | components["schemas"]["ChannelCount"] | components["schemas"]["ReportCount"];
        };
        NotJudged: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "not_judged";
            /** @default [] */
            engines?: string[];
        };
        NoteBody: {
            /** @default null */
            item_id?: string | null;
            /** @default null */
            target_user_id?: string | null;
            text: string;
            /** @default null */
            user_id?: string | null;
        };
        OcrRule: {
            label: string;
            /** @enum {string} */
            action: "flag" | "shadow" | "remove" | "bounce" | "bounce_flag" | "bounce_remove";
        };
        OfEntityType: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "entity_type";
            types: string[];
        };
        OfTeam: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "team";
            teams: string[];
        };
        OptOutBody: {
            /** @default null */
            user_id?: string | null;
            reason: string;
        };
        Options: Record<string, never>;
        OutOfCourtBody: {
            body: string;
            reference: string;
            /** Format: date-time */
            opened_at: string;
            /** @default null */
            closed_at?: string | null;
            /** @default null */
            outcome?: ("for_complainant" | "for_platform" | "partly" | "ended") | null;
            /** @default null */
            implemented?: boolean | null;
            /** @default null */
            user_id?: string | null;
        };
        PageReasonBody: {
            key: string;
            label: string;
            /**
             * @default both
             * @enum {string}
             */
            use?: "act" | "keep" | "both";
        };
        PageSettingsBody: {
            decision_reasons?: components["schemas"]["PageReasonBody"][];
            /** @default false */
            act_needs_reason?: boolean;
            /** @default false */
            keep_needs_reason?: boolean;
            /** @default true */
            blur?: boolean;
            /** @default false */
            grey?: boolean;
            /** @default true */
            mute?: boolean;
            veil_text_labels?: string[];
            /** @default 0 */
            space_severity?: number;
            space_labels?: string[];
            /** @default  */
            translate_url?: string;
        };
        Params: {
            /** @default null */
            harm_labels?: string[] | null;
            /** @default null */
            llm_harm_labels?: {
                [key: string]: string;
            } | null;
            /** @default null */
            label_operator?: string | null;
            /** @default null */
            severity?: ("low" | "medium" | "high" | "critical") | null;
            /** @default null */
            min_confidence?: number | null;
        };
        PauseBody: {
            /** @default null */
            user_id?: string | null;
            /** @default null */
            reason?: string | null;
            /** @default null */
            until?: string | null;
        };
        PolicyRule: {
            /** @default null */
            id?: string | null;
            /** @enum {string} */
            rule_type: "user" | "content" | "call" | "flood";
            /** @default null */
            logic?: ("AND" | "OR") | null;
            /** @default null */
            conditions?: components["schemas"]["Condition"][] | null;
            /** @default null */
            groups?: components["schemas"]["Group"][] | null;
            /** @default null */
            action?: components["schemas"]["Action"] | null;
            /** @default null */
            action_sequences?: components["schemas"]["Sequence"][] | null;
            /** @default null */
            cooldown_period?: string | null;
            /** @default null */
            name?: string | null;
        };
        PostCount: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "post_count";
            /** @enum {string} */
            operator: "gt" | "gte" | "lt" | "lte" | "eq";
            window: string;
            value: number;
        };
        PriceBody: {
            /** @default 0 */
            call?: number;
            /** @default 0 */
            input?: number;
            /** @default 0 */
            output?: number;
        };
        PromoteBody: {
            /** @default null */
            user_id?: string | null;
            /** @default null */
            reason?: string | null;
            /** @default 20 */
            n?: number;
            /** @default null */
            precision?: number | null;
            /** @default false */
            allow_staff_hit?: boolean;
        };
        Property: {
            property_key: string;
            /** @default null */
            operator?: string | null;
            /** @default null */
            expected_value?: boolean | number | string | null;
        };
        PropertyCount: {
            property_key: string;
            /** @default null */
            operator?: string | null;
            /** @default null */
            expected_value?: boolean | number | string | null;
            threshold: number;
            time_window: string;
        };
        ProviderBody: {
            /** @enum {string} */
            kind: "chat_json" | "llama_guard" | "qwen3guard" | "shieldgemma" | "granite" | "openai" | "google_text" | "google_vision" | "rekognition" | "comprehend" | "azure" | "hive" | "webhook";
            /** @default  */
            url?: string;
            /** @default null */
            key?: string | null;
            /** @default  */
            model?: string;
            /** @default 20 */
            timeout?: number;
            /** @default 4 */
            concurrency?: number;
            /** @default 1024 */
            max_tokens?: number;
            /** @default 20000 */
            max_characters?: number;
            /** @default false */
            images?: boolean;
            /**
             * @default {
             *       "call": 0,
             *       "input": 0,
             *       "output": 0
             *     }
             */
            price?: components["schemas"]["PriceBody"];
            /** @default 86400 */
            cache_seconds?: number;
            /**
             * @default flag
             * @enum {string}
             */
            not_judged?: "keep" | "flag" | "wait";
            options?: {
                [key: string]: string;
            };
        };
        PublishBody: {
            /** @default null */
            user_id?: string | null;
            /** @default null */
            reason?: string | null;
            /** @default null */
            expected_revision?: number | null;
        };
        QueryRequest: {
            /** @default null */
            filter?: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            sort?: {
                [key: string]: unknown;
            }[] | {
                [key: string]: unknown;
            } | null;
            /** @default null */
            limit?: number | null;
            /** @default null */
            next?: string | null;
            /** @default null */
            prev?: string | null;
            /** @default null */
            user_id?: string | null;
            /** @default null */
            user?: components["schemas"]["Unrecorded"] | null;
        };
        QueryReviewQueueRequest: {
            /** @default null */
            filter?: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            sort?: {
                [key: string]: unknown;
            }[] | {
                [key: string]: unknown;
            } | null;
            /** @default null */
            limit?: number | null;
            /** @default null */
            next?: string | null;
            /** @default null */
            prev?: string | null;
            /** @default null */
            user_id?: string | null;
            /** @default null */
            user?: components["schemas"]["ActingUser"] | null;
            /** @default null */
            stats_only?: boolean | null;
            /** @default null */
            exclude_default_action_config?: boolean | null;
            /** @default null */
            lock_items?: boolean | null;
            /** @default null */
            lock_count?: number | null;
            /** @default null */
            lock_duration?: number | null;
            /** @default null */
            space_severe?: components["schemas"]["SpacingRequest"] | null;
        };
        RateLimitsBody: {
            server_side?: {
                [key: string]: number | null;
            };
            client_side?: {
                [key: string]: number | null;
            };
            per_user?: {
                [key: string]: number | null;
            };
        };
        ReactionCount: {
            /** @default null */
            threshold?: number | null;
            /** @default null */
            count?: number | null;
            time_window: string;
        };
        Reasoned: {
            /** @default null */
            reason?: string | null;
        };
        RedeliverBody: {
            /** @default null */
            user_id?: string | null;
            /** Format: date-time */
            since: string;
            /** @default null */
            until?: string | null;
            /** @default 10 */
            per_second?: number;
        };
        RefuseBody: {
            /** @default null */
            user_id?: string | null;
            reason: string;
        };
        RejectAppeal: {
            decision_reason: string;
        };
        RemoteConfig: {
            /** @default null */
            enabled?: boolean | null;
            /** @default null */
            async?: boolean | null;
            /** @default null */
            not_judged?: ("keep" | "flag" | "wait") | null;
            /** @default null */
            ask_when?: components["schemas"]["AskWhen"] | null;
            /** @default null */
            rules?: components["schemas"]["RemoteRule"][] | null;
        };
        RemoteRule: {
            /** @default null */
            provider?: string | null;
            label: string;
            /** @default 0.5 */
            threshold?: number;
            /** @default flag */
            action?: ("flag" | "shadow" | "remove" | "bounce" | "bounce_flag" | "bounce_remove") | "keep";
        };
        RemoveHashesBody: {
            hashes: string[];
        };
        RepeatedText: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "repeated_text";
            value: number;
            window: string;
            /**
             * @default identical
             * @enum {string}
             */
            alike?: "identical" | "similar";
            /**
             * @default author
             * @enum {string}
             */
            of?: "author" | "everybody";
            /** @default 5 */
            distance?: number;
            /** @default 10 */
            min_letters?: number;
            /** @default [] */
            allowed?: string[];
        };
        ReplayBody: {
            /** @default null */
            user_id?: string | null;
            /** Format: date-time */
            since: string;
            /** @default null */
            until?: string | null;
            /** @default 10 */
            per_second?: number;
            source: string;
        };
        ReportCategoryBody: {
            name: string;
            /**
             * @default both
             * @enum {string}
             */
            applies_to?: "posts" | "users" | "both";
        };
        ReportCount: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "report_count";
            /** @default [] */
            categories?: string[];
            /**
             * @default gt
             * @enum {string}
             */
            operator?: "gt" | "gte" | "lt" | "lte" | "eq";
            /** @default 0 */
            value?: number;
            /** @default null */
            window?: string | null;
            /** @default false */
            distinct?: boolean;
            /** @default false */
            weighted?: boolean;
            /** @default null */
            min_reporter_age?: string | null;
        };
        ResumeActionBody: {
            /** @default null */
            user_id?: string | null;
            /** @default null */
            reason?: string | null;
            /** @default false */
            drop?: boolean;
        };
        ResumeBody: {
            /** @default null */
            user_id?: string | null;
            /** @default null */
            reason?: string | null;
        };
        RetentionDaysBody: {
            /** @default null */
            clean_items?: number | null;
            /** @default null */
            flagged_items?: number | null;
            /** @default null */
            log?: number | null;
            /** @default null */
            deliveries?: number | null;
            /** @default null */
            statements?: number | null;
            /** @default null */
            appeals?: number | null;
            /** @default null */
            approvals?: number | null;
            /** @default null */
            label_results?: number | null;
            /** @default null */
            suggestions?: number | null;
            /** @default null */
            authority_orders?: number | null;
            /** @default null */
            jobs?: number | null;
            /** @default null */
            counters?: number | null;
        };
        RetryEntryBody: {
            /** @default null */
            user_id?: string | null;
        };
        Role: {
            role: string;
            /** @default null */
            operator?: string | null;
        };
        RuleBody: {
            /** @default null */
            user_id?: string | null;
            /** @default null */
            reason?: string | null;
            /** @default null */
            expected_version?: number | null;
            name: string;
            /** @enum {string} */
            scope: "post" | "user" | "reported_post" | "reported_user";
            when: components["schemas"]["AllOf"] | components["schemas"]["AnyOf"] | components["schemas"]["Not"] | components["schemas"]["Never"] | components["schemas"]["MatchingCount"] | components["schemas"]["ClassifiedAs"] | components["schemas"]["NeedsReview"] | components["schemas"]["InList"] | components["schemas"]["NotJudged"] | components["schemas"]["ContainsUrl"] | components["schemas"]["TextLength"] | components["schemas"]["Graded"] | components["schemas"]["ContentProperty"] | components["schemas"]["OfEntityType"] | components["schemas"]["UnderPolicy"] | components["schemas"]["OfTeam"] | components["schemas"]["UserAge"] | components["schemas"]["UserRole"] | components["schemas"]["UserProperty"] | components["schemas"]["FlaggedCount"] | components["schemas"]["UserInList"] | components["schemas"]["IsStaff"] | components["schemas"]["IsTrusted"] | components["schemas"]["Strikes"] | components["schemas"]["PostCount"] | components["schemas"]["ClassifiedCount"] | components["schemas"]["ClassifiedShare"] | components["schemas"]["RepeatedText"] | components["schemas"]["ChannelCount"] | components["schemas"]["ReportCount"];
            actions: (string | {
                action: string;
                values?: {
                    [key: string]: string | number | boolean;
                };
            })[];
            /** @default null */
            position?: number | null;
            /** @default true */
            enabled?: boolean;
            /** @default null */
            cap_per_hour?: number | null;
            /** @default null */
            flag_cap_per_hour?: number | null;
            /** @default null */
            exempt?: components["schemas"]["RuleExemptBody"] | null;
            /** @default null */
            cooldown?: string | null;
            /** @default null */
            group?: string | null;
            /** @default null */
            strike?: components["schemas"]["RuleStrikeBody"] | null;
        };
        RuleBuilderConfig: {
            /** @default null */
            enabled?: boolean | null;
            /** @default null */
            async?: boolean | null;
            /** @default null */
            rules?: components["schemas"]["PolicyRule"][] | null;
        };
        RuleDraftBody: {
            /** @default null */
            user_id?: string | null;
            /** @default null */
            reason?: string | null;
            name: string;
            /** @enum {string} */
            scope: "post" | "user" | "reported_post" | "reported_user";
            when: components["schemas"]["AllOf"] | components["schemas"]["AnyOf"] | components["schemas"]["Not"] | components["schemas"]["Never"] | components["schemas"]["MatchingCount"] | components["schemas"]["ClassifiedAs"] | components["schemas"]["NeedsReview"] | components["schemas"]["InList"] | components["schemas"]["NotJudged"] | components["schemas"]["ContainsUrl"] | components["schemas"]["TextLength"] | components["schemas"]["Graded"] | components["schemas"]["ContentProperty"] | components["schemas"]["OfEntityType"] | components["schemas"]["UnderPolicy"] | components["schemas"]["OfTeam"] | components["schemas"]["UserAge"] | components["schemas"]["UserRole"] | components["schemas"]["UserProperty"] | components["schemas"]["FlaggedCount"] | components["schemas"]["UserInList"] | components["schemas"]["IsStaff"] | components["schemas"]["IsTrusted"] | components["schemas"]["Strikes"] | components["schemas"]["PostCount"] | components["schemas"]["ClassifiedCount"] | components["schemas"]["ClassifiedShare"] | components["schemas"]["RepeatedText"] | components["schemas"]["ChannelCount"] | components["schemas"]["ReportCount"];
            actions: (string | {
                action: string;
                values?: {
                    [key: string]: string | number | boolean;
                };
            })[];
            /** @default null */
            position?: number | null;
            /** @default true */
            enabled?: boolean;
            /** @default null */
            cap_per_hour?: number | null;
            /** @default null */
            flag_cap_per_hour?: number | null;
            /** @default null */
            exempt?: components["schemas"]["RuleExemptBody"] | null;
            /** @default null */
            cooldown?: string | null;
            /** @default null */
            group?: string | null;
            /** @default null */
            strike?: components["schemas"]["RuleStrikeBody"] | null;
        };
        RuleExemptBody: {
            /** @default false */
            staff?: boolean;
            /** @default false */
            trusted?: boolean;
            roles?: string[];
            lists?: string[];
            /** @default true */
            app_wide?: boolean;
        };
        RuleFieldsBody: {
            name: string;
            /** @enum {string} */
            scope: "post" | "user" | "reported_post" | "reported_user";
            when: components["schemas"]["AllOf"] | components["schemas"]["AnyOf"] | components["schemas"]["Not"] | components["schemas"]["Never"] | components["schemas"]["MatchingCount"] | components["schemas"]["ClassifiedAs"] | components["schemas"]["NeedsReview"] | components["schemas"]["InList"] | components["schemas"]["NotJudged"] | components["schemas"]["ContainsUrl"] | components["schemas"]["TextLength"] | components["schemas"]["Graded"] | components["schemas"]["ContentProperty"] | components["schemas"]["OfEntityType"] | components["schemas"]["UnderPolicy"] | components["schemas"]["OfTeam"] | components["schemas"]["UserAge"] | components["schemas"]["UserRole"] | components["schemas"]["UserProperty"] | components["schemas"]["FlaggedCount"] | components["schemas"]["UserInList"] | components["schemas"]["IsStaff"] | components["schemas"]["IsTrusted"] | components["schemas"]["Strikes"] | components["schemas"]["PostCount"] | components["schemas"]["ClassifiedCount"] | components["schemas"]["ClassifiedShare"] | components["schemas"]["RepeatedText"] | components["schemas"]["ChannelCount"] | components["schemas"]["ReportCount"];
            actions: (string | {
                action: string;
                values?: {
                    [key: string]: string | number | boolean;
                };
            })[];
            /** @default null */
            position?: number | null;
            /** @default true */
            enabled?: boolean;
            /** @default null */
            cap_per_hour?: number | null;
            /** @default null */
            flag_cap_per_hour?: number | null;
            /** @default null */
            exempt?: components["schemas"]["RuleExemptBody"] | null;
            /** @default null */
            cooldown?: string | null;
            /** @default null */
            group?: string | null;
            /** @default null */
            strike?: components["schemas"]["RuleStrikeBody"] | null;
        };
        RuleSettingsBody: {
            /**
             * @default {
             *       "post": false,
             *       "user": false,
             *       "reported_post": false,
             *       "reported_user": false
             *     }
             */
            first_match_only?: components["schemas"]["FirstMatchOnly"];
            /** @default 1000 */
            cap_per_hour?: number | null;
            /**
             * @default sampled
             * @enum {string}
             */
            count_evaluations?: "all" | "sampled";
            /**
             * @default {
             *       "staff": "calls",
             *       "trusted": false,
             *       "roles": [],
             *       "lists": []
             *     }
             */
            exempt?: components["schemas"]["ExemptBody"];
        };
        RuleStrikeBody: {
            policy: string;
            /** @default null */
            weight?: number | null;
        };
        RunActionBody: {
            /** @default null */
            item_id?: string | null;
            /** @default null */
            entity_type?: string | null;
            /** @default null */
            entity_id?: string | null;
            /** @default null */
            target_user_id?: string | null;
            /** @default null */
            reason?: string | null;
            values?: {
                [key: string]: string | number | boolean;
            };
            /** @default null */
            idempotency_key?: string | null;
            /** @default null */
            user_id?: string | null;
        };
        SavingBody: {
            /** @default null */
            user_id?: string | null;
            /** @default null */
            reason?: string | null;
            /** @default null */
            expected_version?: number | null;
        };
        ScoreKeyBody: {
            name: string;
        };
        SecondLookBody: {
            /** @enum {string} */
            verdict: "keep" | "act";
            /** @default null */
            reason?: string | null;
            /** @default null */
            user_id?: string | null;
        };
        SemanticConfig: {
            /** @default null */
            enabled?: boolean | null;
            /** @default null */
            async?: boolean | null;
            /** @default null */
            not_judged?: ("keep" | "flag" | "wait") | null;
            /** @default null */
            model?: ("vectors" | "minilm") | null;
            /** @default null */
            rules?: components["schemas"]["SemanticRule"][] | null;
        };
        SemanticFilterBody: {
            phrases: string[];
            /** @default  */
            description?: string;
            /** @default  */
            team?: string;
        };
        SemanticRule: {
            name: string;
            threshold: number;
            /** @enum {string} */
            action: "flag" | "shadow" | "remove" | "bounce" | "bounce_flag" | "bounce_remove";
        };
        Sequence: {
            violation_number: number;
            actions: ("ban_user" | "flag_user" | "flag_content" | "block_content" | "shadow_content" | "bounce_content" | "bounce_flag_content" | "bounce_remove_content" | "webhook_only" | "mute_video" | "mute_audio" | "blur" | "call_blur" | "end_call" | "kick_user" | "warning" | "call_warning")[];
            /** @default null */
            call_options?: components["schemas"]["CallOptions"] | null;
        };
        SetFields: {
            /** @default null */
            name?: string | null;
            /** @default null */
            image?: string | null;
            /** @default null */
            role?: string | null;
            /** @default null */
            language?: string | null;
            /** @default null */
            invisible?: boolean | null;
            /** @default null */
            teams?: string[] | null;
            /** @default null */
            custom?: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            privacy_settings?: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            teams_role?: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            revoke_tokens_issued_before?: number | null;
            /** @default null */
            push_notifications?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        SettleBody: {
            /** @default null */
            ids?: string[] | null;
            /** @default null */
            rule_id?: string | null;
            /** @default null */
            rule_version?: number | null;
            /** @default false */
            of_engines?: boolean;
            /** @default null */
            user_id?: string | null;
            /** @default null */
            reason?: string | null;
        };
        SeverityRule: {
            /** @enum {string} */
            severity: "low" | "medium" | "high" | "critical";
            /** @enum {string} */
            action: "keep" | "flag" | "mask" | "mask_flag" | "shadow" | "remove" | "bounce" | "bounce_flag" | "bounce_remove";
        };
        ShadowBody: {
            /** @default null */
            user_id?: string | null;
            /** @default null */
            reason?: string | null;
            /** @default null */
            draft?: true | null;
            /** @default null */
            version?: number | null;
            /** @default null */
            rule?: components["schemas"]["RuleFieldsBody"] | null;
        };
        ShortBan: {
            /** @default null */
            timeout?: number | null;
            /** @default null */
            reason?: string | null;
        };
        SignInProviderBody: {
            label: string;
            issuer: string;
            client_id: string;
            /** @default null */
            client_secret?: string | null;
            /**
             * @default [
             *       "openid",
             *       "email"
             *     ]
             */
            scopes?: string[];
            /** @default  */
            role_claim?: string;
            roles?: {
                [key: string]: "reader" | "moderator" | "senior" | "lead" | "admin";
            };
        };
        SimilarConfig: {
            /** @default null */
            enabled?: boolean | null;
            /** @default null */
            action?: ("flag" | "shadow" | "remove" | "bounce" | "bounce_flag" | "bounce_remove") | null;
            /** @default null */
            threshold?: number | null;
            /** @default null */
            time_window?: string | null;
            /** @default null */
            min_text_length?: number | null;
            /** @default null */
            track_across_users?: boolean | null;
            /** @default null */
            similarity_distance?: number | null;
        };
        SimilarFlood: {
            /** @default null */
            threshold?: number | null;
            /** @default null */
            time_window?: string | null;
            /** @default null */
            allowlist?: string[] | null;
            /** @default null */
            min_text_length?: number | null;
            /** @default null */
            track_across_users?: boolean | null;
            /** @default null */
            similarity_distance?: number | null;
        };
        SkipBody: {
            item_id: string;
            /** @default null */
            reason?: string | null;
            /** @default null */
            user_id?: string | null;
        };
        SpacingRequest: {
            /** @default null */
            severity?: number | null;
            labels?: string[];
        };
        SpamEntryBody: {
            /** @enum {string} */
            kind: "domain" | "url" | "phone" | "email" | "text";
            value: string;
            verdict: ("allow" | "deny") | null;
        };
        SpamManagerBody: {
            /** @default false */
            enabled?: boolean;
            /** @default 35 */
            min_text_length?: number;
            /** @default 3 */
            propose_from?: number;
        };
        SpamVerdictBody: {
            verdict: ("allow" | "deny") | null;
            /** @default null */
            user_id?: string | null;
        };
        SpamVerdictsBody: {
            entries: components["schemas"]["SpamEntryBody"][];
            /** @default null */
            user_id?: string | null;
        };
        StaffBody: {
            /** @default null */
            user_id?: string | null;
        };
        StatementBody: {
            /** @default null */
            is_shadow?: boolean | null;
            /** @default null */
            decision_visibility?: string[] | null;
            /** @default null */
            decision_visibility_other?: string | null;
            /** @default null */
            decision_monetary?: string | null;
            /** @default null */
            decision_monetary_other?: string | null;
            /** @default null */
            decision_provision?: string | null;
            /** @default null */
            decision_account?: string | null;
            /** @default null */
            decision_ground?: string | null;
            /** @default null */
            illegal_content_legal_ground?: string | null;
            /** @default null */
            illegal_content_explanation?: string | null;
            /** @default null */
            incompatible_content_ground?: string | null;
            /** @default null */
            incompatible_content_explanation?: string | null;
            /** @default null */
            incompatible_content_illegal?: string | null;
            /** @default null */
            decision_ground_reference_url?: string | null;
            /** @default null */
            category?: string | null;
            /** @default null */
            category_addition?: string[] | null;
            /** @default null */
            category_specification?: string[] | null;
            /** @default null */
            category_specification_other?: string | null;
            /** @default null */
            territorial_scope?: string[] | null;
            /** @default null */
            opt_out?: components["schemas"]["OptOutBody"] | null;
        };
        StepActionBody: {
            action: string;
            values?: {
                [key: string]: string | number | boolean;
            };
        };
        StepBody: {
            strikes: number;
            actions: components["schemas"]["StepActionBody"][];
        };
        StrikePolicyBody: {
            name: string;
            /** @default 90 */
            expires_after?: number;
            /**
             * @default {
             *       "rules": {},
             *       "classes": {}
             *     }
             */
            weights?: components["schemas"]["WeightsBody"];
            steps?: components["schemas"]["StepBody"][];
        };
        Strikes: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "strikes";
            policy: string;
            /** @enum {string} */
            operator: "gt" | "gte" | "lt" | "lte" | "eq";
            value: number;
        };
        SubmitActionRequest: {
            /** @enum {string} */
            action_type: "flag" | "mark_reviewed" | "reopen" | "block" | "shadow_block" | "unblock" | "delete_message" | "delete_activity" | "delete_comment" | "delete_reaction" | "restore" | "unmask" | "ban" | "unban" | "delete_user" | "delete_user_messages" | "kick_user" | "end_call" | "custom" | "escalate" | "de_escalate" | "bypass" | "reject_appeal";
            /** @default null */
            item_id?: string | null;
            /** @default null */
            appeal_id?: string | null;
            /** @default null */
            decision_reason?: string | null;
            /** @default null */
            if_version?: string | null;
            /** @default null */
            batch_id?: string | null;
            /** @default null */
            appeal_outcome?: ("reversed" | "partly") | null;
            /** @default null */
            unfounded?: boolean | null;
            /** @default null */
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
        SwitchOffBody: {
            /** @default null */
            user_id?: string | null;
            /** @default null */
            reason?: string | null;
        };
        SwitchOnBody: {
            /** @default null */
            user_id?: string | null;
            /** @default null */
            reason?: string | null;
            /** Format: date-time */
            until: string;
        };
        TestActionBody: {
            /** @default null */
            data?: {
                [key: string]: string;
            } | null;
            /** @default null */
            values?: {
                [key: string]: string | number | boolean;
            } | null;
        };
        TextConfig: {
            /** @default null */
            enabled?: boolean | null;
            /** @default null */
            async?: boolean | null;
            /** @default null */
            not_judged?: ("keep" | "flag" | "wait") | null;
            /** @default null */
            profile?: string | null;
            /** @default null */
            rules?: components["schemas"]["TextRule"][] | null;
            /** @default null */
            severity_rules?: components["schemas"]["SeverityRule"][] | null;
        };
        TextContent: {
            /** @default null */
            harm_labels?: string[] | null;
            /** @default null */
            llm_harm_labels?: {
                [key: string]: string;
            } | null;
            /** @default null */
            label_operator?: string | null;
            /** @default null */
            severity?: ("low" | "medium" | "high" | "critical") | null;
            /** @default null */
            min_confidence?: number | null;
            /** @default null */
            contains_url?: boolean | null;
            /** @default null */
            blocklist_match?: string[] | null;
            /** @default null */
            text_length?: number | null;
            /** @default null */
            text_length_operator?: string | null;
        };
        TextCount: {
            /** @default null */
            harm_labels?: string[] | null;
            /** @default null */
            llm_harm_labels?: {
                [key: string]: string;
            } | null;
            /** @default null */
            label_operator?: string | null;
            /** @default null */
            severity?: ("low" | "medium" | "high" | "critical") | null;
            /** @default null */
            min_confidence?: number | null;
            threshold: number;
            time_window: string;
            /** @default null */
            contains_url?: boolean | null;
            /** @default null */
            blocklist_match?: string[] | null;
            /** @default null */
            semantic_filter_names?: string[] | null;
            /** @default null */
            semantic_filter_min_threshold?: number | null;
        };
        TextLength: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "text_length";
            /** @enum {string} */
            operator: "gt" | "gte" | "lt" | "lte" | "eq";
            value: number;
        };
        TextRule: {
            label: string;
            /** @default null */
            action?: ("keep" | "flag" | "mask" | "mask_flag" | "shadow" | "remove" | "bounce" | "bounce_flag" | "bounce_remove") | null;
            /** @default null */
            severity_rules?: components["schemas"]["SeverityRule"][] | null;
        };
        ThresholdConfig: {
            /** @default null */
            enabled?: boolean | null;
            /** @default null */
            async?: boolean | null;
            /** @default null */
            not_judged?: ("keep" | "flag" | "wait") | null;
            /** @default null */
            rules?: components["schemas"]["ThresholdRule"][] | null;
        };
        ThresholdRule: {
            label: string;
            threshold: number;
            /** @enum {string} */
            action: "flag" | "shadow" | "remove" | "bounce" | "bounce_flag" | "bounce_remove";
        };
        ToldBody: {
            /** @default null */
            told_at?: string | null;
        };
        ToxicityConfig: {
            /** @default null */
            enabled?: boolean | null;
            /** @default null */
            async?: boolean | null;
            /** @default null */
            not_judged?: ("keep" | "flag" | "wait") | null;
            /** @default null */
            rules?: components["schemas"]["ThresholdRule"][] | null;
            /** @default null */
            model?: ("default" | "blended") | null;
        };
        TriedPosts: {
            /** @default 1 */
            count?: number;
            /** @default 1m */
            ago?: string;
            /** @default [] */
            classes?: string[];
            /**
             * @default text
             * @enum {string}
             */
            modality?: "text" | "image" | "video" | "audio";
            /** @default [] */
            lists?: string[];
            /** @default false */
            matching?: boolean;
        };
        TriedUser: {
            /** @default null */
            age?: string | null;
            /** @default null */
            role?: string | null;
            /** @default null */
            custom?: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            flagged_count?: number | null;
            posts?: components["schemas"]["TriedPosts"][];
        };
        TryBody: {
            /** @default null */
            text?: string | null;
            /** @default null */
            moderation_payload?: components["schemas"]["ModerationPayload"] | null;
            /** @default null */
            item_id?: string | null;
            /** @default null */
            config_key?: string | null;
            /** @default null */
            config_team?: string | null;
            /** @default null */
            config?: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            entity_creator_id?: string | null;
            /** @default null */
            region?: string | null;
        };
        TryRuleBody: {
            /** @default null */
            text?: string | null;
            /** @default null */
            moderation_payload?: components["schemas"]["ModerationPayload"] | null;
            /** @default null */
            item_id?: string | null;
            /** @default null */
            config_key?: string | null;
            /** @default null */
            config_team?: string | null;
            /** @default null */
            config?: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            entity_creator_id?: string | null;
            /** @default null */
            region?: string | null;
            /** @default null */
            rule?: components["schemas"]["RuleFieldsBody"] | null;
            /** @default null */
            rule_id?: string | null;
            /** @default null */
            version?: number | null;
            /** @default null */
            entity_type?: string | null;
            /** @default null */
            entity_id?: string | null;
            /** @default null */
            user?: components["schemas"]["TriedUser"] | null;
            /** @default null */
            reports?: {
                [key: string]: number;
            } | null;
            /** @default true */
            as_user?: boolean;
        };
        Unban: {
            /** @default null */
            target_user_id?: string | null;
            /** @default null */
            decision_reason?: string | null;
            /** @default null */
            channel_cid?: string | null;
            /** @default null */
            remove_future_channels_ban?: boolean | null;
            /** @default null */
            created_by?: string | null;
            /** @default null */
            shadow?: boolean | null;
        };
        UnbanRequest: {
            /** @default null */
            unbanned_by?: components["schemas"]["ActingUser"] | null;
            /** @default null */
            unbanned_by_id?: string | null;
        };
        UnderPolicy: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "policy";
            keys: string[];
            /** @default null */
            team?: string | null;
        };
        UndoBody: {
            rule_id: string;
            /** Format: date-time */
            since: string;
            /** @default null */
            version?: number | null;
            /** @default true */
            preview?: boolean;
            /** @default null */
            user_id?: string | null;
            /** @default null */
            reason?: string | null;
        };
        UnfoundedComplaintsBody: {
            /** @default 3 */
            number?: number;
            /** @default 0.5 */
            share?: number;
            /** @default 183 */
            within_days?: number;
            /** @default 30 */
            suspended_days?: number;
        };
        UnfoundedReportsBody: {
            /** @default 10 */
            number?: number;
            /** @default 0.8 */
            share?: number;
            /** @default 183 */
            within_days?: number;
            /** @default 30 */
            suspended_days?: number;
        };
        Unrecorded: {
            /** @default null */
            name?: string | null;
            /** @default null */
            image?: string | null;
            /** @default null */
            role?: string | null;
            /** @default null */
            language?: string | null;
            /** @default null */
            invisible?: boolean | null;
            /** @default null */
            teams?: string[] | null;
            /** @default null */
            custom?: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            privacy_settings?: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            teams_role?: {
                [key: string]: unknown;
            } | null;
            id: string;
        };
        UpdateBlockListRequest: {
            /** @default null */
            is_confusable_folding_enabled?: boolean | null;
            /** @default null */
            is_leet_check_enabled?: boolean | null;
            /** @default null */
            is_plural_check_enabled?: boolean | null;
            /** @default null */
            is_substring_matching_enabled?: boolean | null;
            /** @default null */
            team?: string | null;
            /** @default null */
            words?: string[] | null;
            /** @default null */
            user_id?: string | null;
            /** @default null */
            user?: components["schemas"]["Unrecorded"] | null;
        };
        UpdateQueueRequest: {
            /** @default null */
            user_id?: string | null;
            /** @default null */
            user?: components["schemas"]["ActingUser"] | null;
            /** @default null */
            name?: string | null;
            /** @default null */
            description?: string | null;
            /** @default null */
            filters?: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            sort?: {
                [key: string]: unknown;
            }[] | null;
        };
        UpdateUsersPartialRequest: {
            users: components["schemas"]["UserChange"][];
        };
        UpdateUsersRequest: {
            users: {
                [key: string]: components["schemas"]["KeptUserRequest"];
            };
        };
        UpsertActionConfigRequest: {
            /** @default null */
            id?: string | null;
            action: string;
            entity_type: string;
            order: number;
            /** @default null */
            queue_type?: string | null;
            /** @default null */
            icon?: string | null;
            /** @default null */
            description?: string | null;
            /** @default null */
            custom?: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            user_id?: string | null;
            /** @default null */
            user?: components["schemas"]["Unrecorded"] | null;
        };
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
            key: string;
            /** @default null */
            team?: string | null;
            /** @default null */
            async?: boolean | null;
            /** @default null */
            user_id?: string | null;
            /** @default null */
            user?: components["schemas"]["Unrecorded"] | null;
        };
        UserAge: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "user_age";
            /** @enum {string} */
            operator: "gt" | "gte" | "lt" | "lte" | "eq";
            age: string;
        };
        UserChange: {
            id: string;
            /** @default null */
            set?: components["schemas"]["SetFields"] | null;
            /** @default null */
            unset?: string[] | null;
        };
        UserInList: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "user_in_list";
            lists: string[];
        };
        UserListBody: {
            name: string;
            /** @default false */
            trusted?: boolean;
            users?: string[];
        };
        UserProperty: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "user_property";
            key: string;
            /**
             * @default exists
             * @enum {string}
             */
            operator?: "exists" | "contains" | "gt" | "gte" | "lt" | "lte" | "eq";
            /** @default null */
            value?: boolean | number | string | null;
        };
        UserRole: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "user_role";
            roles: string[];
        };
        VelocityConfig: {
            /** @default null */
            enabled?: boolean | null;
            /** @default null */
            async?: boolean | null;
            /** @default null */
            not_judged?: ("keep" | "flag" | "wait") | null;
            /** @default null */
            advanced_filters?: boolean | null;
            /** @default null */
            cascading_actions?: boolean | null;
            /** @default null */
            cids_per_user?: number | null;
            /** @default null */
            first_message_only?: boolean | null;
            /** @default null */
            rules?: components["schemas"]["VelocityRule"][] | null;
        };
        VelocityRule: {
            /** @enum {string} */
            action: "flag" | "shadow" | "remove" | "ban";
            /** @default null */
            ban_duration?: number | null;
            /** @default null */
            cascading_action?: ("flag" | "shadow" | "remove" | "ban") | null;
            /** @default null */
            cascading_threshold?: number | null;
            /** @default null */
            check_message_context?: boolean | null;
            /** @default null */
            fast_spam_threshold?: number | null;
            /** @default null */
            fast_spam_ttl?: number | null;
            /** @default null */
            ip_ban?: boolean | null;
            /** @default null */
            probation_period?: number | null;
            /** @default null */
            shadow_ban?: boolean | null;
            /** @default null */
            slow_spam_ban_duration?: number | null;
            /** @default null */
            slow_spam_threshold?: number | null;
            /** @default null */
            slow_spam_ttl?: number | null;
            /** @default null */
            url_only?: boolean | null;
        };
        WeightsBody: {
            rules?: {
                [key: string]: number;
            };
            classes?: {
                [key: string]: number;
            };
        };
        WindowOverrideBody: {
            user_id: string;
            reason: string;
        };
        WithdrawBody: {
            /** @default null */
            user_id?: string | null;
            /** @default null */
            reason?: string | null;
        };
        WrittenRule: {
            name: string;
            /** @default  */
            description?: string;
            /** @default true */
            enabled?: boolean;
            /** @default  */
            team?: string;
            /** @default [] */
            config_keys?: string[];
            /** @default null */
            rule?: components["schemas"]["BuilderRule"] | null;
            /** @default null */
            rule_type?: ("user" | "content" | "call" | "flood") | null;
            /** @default null */
            logic?: ("AND" | "OR") | null;
            /** @default null */
            conditions?: components["schemas"]["Condition"][] | null;
            /** @default null */
            groups?: components["schemas"]["Group"][] | null;
            /** @default null */
            action?: components["schemas"]["Action"] | null;
            /** @default null */
            action_sequences?: components["schemas"]["Sequence"][] | null;
            /** @default null */
            cooldown_period?: string | null;
        };
        _Over: {
            /** @default null */
            harm_labels?: string[] | null;
            /** @default null */
            llm_harm_labels?: {
                [key: string]: string;
            } | null;
            /** @default null */
            label_operator?: string | null;
            /** @default null */
            severity?: ("low" | "medium" | "high" | "critical") | null;
            /** @default null */
            min_confidence?: number | null;
            threshold: number;
            time_window: string;
        };
        "gavel.Accuracy": {
            name: string;
            reviewed: number;
            agreed: number;
            accuracy: number | null;
            accuracy_low: number;
            accuracy_high: number;
            error_rate: number | null;
            error_rate_low: number;
            error_rate_high: number;
        };
        "gavel.ActionsAnswer": {
            actions: components["schemas"]["gavel.ShownAction"][];
            next: string | null;
        };
        "gavel.AddedHashesAnswer": {
            image_hash_list: components["schemas"]["gavel.ShownImageHashList"];
            added: number;
            known: number;
        };
        "gavel.Agreement": {
            upheld: number;
            overturned: number;
            precision: number | null;
            low: number;
            high: number;
        };
        "gavel.AgreementAnswer": {
            policies: components["schemas"]["gavel.PolicyAgreement"][];
            complete: boolean;
        };
        "gavel.ApiTokensAnswer": {
            api_tokens: components["schemas"]["gavel.ShownScoreKey"][];
        };
        "gavel.AppealAnswer": {
            id: string;
            appeal_reason: string;
            attachments: string[];
            /** @enum {string} */
            status: "submitted" | "accepted" | "rejected";
            entity_type: string;
            entity_id: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            review_queue_item_id?: string;
            channel_cid?: string;
            decision_reason?: string;
            /** @enum {string} */
            role: "author" | "notifier";
            late: boolean;
            /** Format: date-time */
            told_at?: string;
            statement_id?: string;
            language?: string;
            /** @enum {string} */
            outcome?: "upheld" | "reversed" | "partly";
            /** Format: date-time */
            reversal_arrived_at?: string;
        };
        "gavel.AppealNote": {
            by: string;
            /** Format: date-time */
            at: string;
            text: string;
        };
        "gavel.ApprovalAnswer": {
            approval: components["schemas"]["gavel.ApprovalView"];
        };
        "gavel.ApprovalView": {
            id: string;
            /** @enum {string} */
            state: "waiting" | "approved" | "refused" | "withdrawn" | "expired";
            action_type: string;
            action: string;
            options: {
                [key: string]: unknown;
            };
            item_id: string;
            user_id: string;
            appeal_id: string;
            batch_id: string;
            reason: string;
            asked_by: string;
            /** Format: date-time */
            asked_at: string;
            /** Format: date-time */
            expires_at: string;
            ended_by?: string;
            /** Format: date-time */
            ended_at?: string;
            end_reason?: string;
        };
        "gavel.ApprovalsAnswer": {
            approvals: components["schemas"]["gavel.ApprovalView"][];
            next: string | null;
        };
        "gavel.AuthorityOrders": {
            act: components["schemas"]["gavel.OrdersOfKind"];
            information: components["schemas"]["gavel.OrdersOfKind"];
        };
        "gavel.AutomatedMeans": {
            engines: components["schemas"]["gavel.Accuracy"][];
            rules: components["schemas"]["gavel.Accuracy"][];
        };
        "gavel.BacktestAnswer": {
            backtest: components["schemas"]["gavel.ShownBacktest"];
        };
        "gavel.BacktestResult": {
            seen: number;
            fired: number;
            share: number;
            days: components["schemas"]["gavel.Day"][];
            peak_hour: components["schemas"]["gavel.PeakHour"] | null;
            users: number;
            users_exact: boolean;
            most_hit: components["schemas"]["gavel.Most"][];
            new: number;
            overlap: components["schemas"]["gavel.Overlap"][];
            no_longer: number;
            staff: number;
            trusted: number;
            people: components["schemas"]["gavel.People"];
            hits: components["schemas"]["gavel.ShownSample"][];
            near_misses: components["schemas"]["gavel.ShownSample"][];
            undecided: components["schemas"]["gavel.Undecided"];
            errors: number;
            sampled_percent: number[];
            not_simulated: string[];
        };
        "gavel.BacktestsAnswer": {
            backtests: components["schemas"]["gavel.ListedBacktest"][];
            next: string | null;
        };
        "gavel.BanAnswer": {
            /** Format: date-time */
            created_at: string;
            reason: string;
            shadow: boolean;
            /** Format: date-time */
            expires?: string;
            channel_cid?: string;
            user?: components["schemas"]["gavel.CreatorAnswer"];
            created_by?: components["schemas"]["gavel.UserAnswer"];
        };
        "gavel.BanEffect": {
            seconds: number | null;
            shadow: boolean;
            ip: boolean;
            delete_messages: string;
        };
        "gavel.Bar": {
            strikes: number;
            users: number;
        };
        "gavel.BatchAnswer": {
            task_id: string;
            batch_id: string;
        };
        "gavel.BuiltRule": {
            also?: ("post" | "user" | "reported_post" | "reported_user")[];
            effects?: components["schemas"]["gavel.Effect"][];
            cooldown?: number;
            kind?: string;
            description?: string;
        };
        "gavel.CapsAnswer": {
            app: components["schemas"]["gavel.ShownCap"];
            rule: components["schemas"]["gavel.ShownCap"] | null;
            flags: components["schemas"]["gavel.ShownCap"] | null;
        };
        "gavel.ChangeAnswer": {
            of: string;
            before: number | string | boolean | null;
            after: string;
        };
        "gavel.ClassesAnswer": {
            classes: components["schemas"]["gavel.ShownClass"][];
            next: string | null;
        };
        "gavel.ClauseAnswer": {
            type: string;
            text: string;
            holds: boolean | null;
            values: {
                [key: string]: unknown;
            };
            asked?: {
                [key: string]: unknown;
            };
            compared?: components["schemas"]["gavel.ComparedAnswer"][];
            why?: string[];
            parts?: components["schemas"]["gavel.ClauseAnswer"][];
        };
        "gavel.Closing": {
            /** @enum {string} */
            state: "delivered" | "dead" | "superseded" | "cancelled";
            reason: string;
        };
        "gavel.ComparedAnswer": {
            of: string;
            seen: number | string | boolean | null;
            operator: string;
            threshold: number | string | boolean | null;
            distance: number | null;
        };
        "gavel.Complaints": {
            number: number;
            by_role: {
                [key: string]: number;
            };
            by_basis: {
                [key: string]: number;
            };
            not_decided: number;
            decided: number;
            upheld: number;
            reversed: number;
            partly_reversed: number;
            time_to_decision: components["schemas"]["gavel.Median"];
        };
        "gavel.ContentAnswer": {
            items: components["schemas"]["gavel.ItemAnswer"][];
            next: string | null;
            listed_since: string | null;
        };
        "gavel.Contradiction": {
            rule_id: string;
            text: string;
        };
        "gavel.Counts": {
            both: number;
            enabled: number;
            shadow: number;
            failed: number;
        };
        "gavel.CreatorAnswer": {
            id: string;
            role: string;
            custom: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            banned: boolean;
            shadow_banned: boolean;
            online: boolean;
            invisible: boolean;
            language: string;
            teams: string[];
            blocked_user_ids: string[];
            bypass_moderation: boolean;
            name?: string;
            image?: string;
            /** Format: date-time */
            ban_expires?: string;
            /** Format: date-time */
            deactivated_at?: string;
            /** Format: date-time */
            deleted_at?: string;
            /** Format: date-time */
            revoke_tokens_issued_before?: string;
            ban_count: number;
            deleted_content_count: number;
            removed_content_count: number;
            flagged_count: number;
        };
        "gavel.Day": {
            day: string;
            seen: number;
            fired: number;
        };
        "gavel.DayCounts": {
            both: number;
            enabled: number;
            shadow: number;
            failed: number;
            day: string;
        };
        "gavel.DeclaredStatement": {
            is_shadow?: boolean;
            decision_visibility?: string[];
            decision_visibility_other?: string;
            decision_monetary?: string;
            decision_monetary_other?: string;
            decision_provision?: string;
            decision_account?: string;
            decision_ground?: string;
            illegal_content_legal_ground?: string;
            illegal_content_explanation?: string;
            incompatible_content_ground?: string;
            incompatible_content_explanation?: string;
            incompatible_content_illegal?: string;
            decision_ground_reference_url?: string;
            category?: string;
            category_addition?: string[];
            category_specification?: string[];
            category_specification_other?: string;
            territorial_scope?: string[];
            opt_out?: components["schemas"]["gavel.OptOut"];
        };
        "gavel.DeliveriesAnswer": {
            deliveries: components["schemas"]["gavel.ListedDelivery"][];
            next: string | null;
        };
        "gavel.DeliveryAnswer": {
            delivery: components["schemas"]["gavel.ShownDelivery"];
        };
        "gavel.DoneByRule": {
            id: string;
            /** Format: date-time */
            at: string;
            rule_id: string;
            rule_version: number;
            rule_name: string;
            item_id: string;
            entity_type: string;
            entity_id: string;
            user_id: string;
            revision: number | null;
            why: components["schemas"]["gavel.HeldCondition"][];
            effects: components["schemas"]["gavel.RuleEffect"][];
            undone?: components["schemas"]["gavel.Undone"];
        };
        "gavel.DoneByRuleAnswer": {
            enforcements: components["schemas"]["gavel.DoneByRule"][];
            next: string | null;
        };
        "gavel.Durations": {
            step: number;
        };
        "gavel.Effect": {
            /** @enum {string} */
            type: "ban_user" | "flag_user" | "flag_content" | "block_content" | "shadow_content" | "bounce_content" | "bounce_flag_content" | "bounce_remove_content" | "webhook_only";
            reason: string;
            skip_inbox: boolean;
            violation: number;
            ban?: components["schemas"]["gavel.BanEffect"];
        };
        "gavel.EnabledEndpointAnswer": {
            endpoint: components["schemas"]["gavel.ShownEndpoint"];
            resending: components["schemas"]["gavel.ShownRedelivery"];
        };
        "gavel.EndpointAnswer": {
            endpoint: components["schemas"]["gavel.ShownEndpoint"];
        };
        "gavel.EndpointHealth": {
            attempts: number;
            success_rate: number | null;
            p50_milliseconds: number | null;
            p99_milliseconds: number | null;
            since_at: string | null;
            counts: {
                [key: string]: number;
            };
            oldest_waiting: components["schemas"]["gavel.OldestWaiting"] | null;
        };
        "gavel.EndpointHealthAnswer": {
            endpoint: components["schemas"]["gavel.EndpointWithHealth"];
        };
        "gavel.EndpointWithHealth": {
            id: string;
            /** @enum {string} */
            kind: "action" | "hook" | "url" | "events" | "transparency";
            name: string;
            url: string;
            /** @enum {string} */
            state: "closed" | "open" | "half_open" | "disabled";
            failures: number;
            /** Format: date-time */
            last_failure_at?: string;
            /** Format: date-time */
            opened_at?: string;
            /** Format: date-time */
            open_until?: string;
            /** Format: date-time */
            slow_until?: string;
            /** Format: date-time */
            disabled_at?: string;
            disabled_reason?: string;
            disabled_by?: string;
            health: components["schemas"]["gavel.EndpointHealth"];
        };
        "gavel.EndpointsAnswer": {
            endpoints: components["schemas"]["gavel.ShownEndpoint"][];
            next: string | null;
        };
        "gavel.EnforcementAnswer": {
            enforcement: components["schemas"]["gavel.ShownEnforcement"];
        };
        "gavel.EnforcementsAnswer": {
            enforcements: components["schemas"]["gavel.ShownEnforcement"][];
            next: string | null;
        };
        "gavel.EngineResult": {
            provider_name: string;
            text?: string;
            image?: string;
            video?: string;
            action: string;
            labels: string[];
            score: number;
            spans?: components["schemas"]["gavel.SpanAnswer"][];
            places?: components["schemas"]["gavel.PlaceAnswer"][];
        };
        "gavel.EntryHitsAnswer": {
            entry: string;
            hits: number;
            last_hit_on: string | null;
        };
        "gavel.ErasureAnswer": {
            id: string;
            url: string;
            /** @enum {string} */
            status: "running" | "held" | "completed";
            person: string;
            progress: number;
            stage: string;
            place: string;
            created_at: string;
            updated_at: string;
            completed_at?: string;
            signed?: components["schemas"]["gavel.SignedReceipt"];
        };
        "gavel.Escalation": {
            reason?: string;
            notes?: string;
            /** @enum {string} */
            priority?: "low" | "medium" | "high";
            category?: string;
        };
        "gavel.EvaluationAnswer": {
            item_id: string;
            revision: number;
            /** Format: date-time */
            at: string;
            user_id: string;
            scopes: ("post" | "user" | "reported_post" | "reported_user")[];
            missing: string[];
        };
        "gavel.ExemptAnswer": {
            why: string;
            spared: string[];
        };
        "gavel.Exemptions": {
            /** @enum {string} */
            staff: "calls" | "everything" | "nothing";
            trusted: boolean;
            roles: string[];
            lists: string[];
        };
        "gavel.ExplainedRule": {
            holds: boolean | null;
            clause: components["schemas"]["gavel.ClauseAnswer"];
            nearest_miss: components["schemas"]["gavel.ComparedAnswer"] | null;
            smallest_change: components["schemas"]["gavel.FlipAnswer"] | null;
            rule_id: string;
            rule_name: string;
            rule_version: number;
            /** @enum {string} */
            scope: "post" | "user" | "reported_post" | "reported_user";
            actions: string[];
            not_looked_at_because?: string;
            off_because?: string;
            fired?: components["schemas"]["gavel.FiredAnswer"];
            missing?: string[];
        };
        "gavel.ExplainedRulesAnswer": {
            rules: components["schemas"]["gavel.ExplainedRule"][];
            /** Format: date-time */
            as_of: string;
            evaluation: components["schemas"]["gavel.EvaluationAnswer"] | null;
            next: string | null;
        };
        "gavel.ExportedHashesAnswer": {
            text: string;
            next: string | null;
        };
        "gavel.FacadeSettings": {
            policy: string | null;
            calls_are_checks: boolean;
            perspective_scale: boolean | null;
            refuse_not_judged: boolean;
            keep_suggested_texts: boolean;
        };
        "gavel.Facts": {
            labels: string[];
            conditions: string[];
            report_categories: string[];
            rule_id?: string;
            rule_version?: number;
            reason?: string;
        };
        "gavel.FiguresAnswer": {
            transparency: components["schemas"]["gavel.ShownFigures"];
        };
        "gavel.FileCount": {
            file: string;
            found: number;
        };
        "gavel.FiredAnswer": {
            rule_version: number;
            quiet: boolean;
        };
        "gavel.FiresOrNot": {
            certain: boolean;
            seen: boolean | null;
        };
        "gavel.FlagAnswer": {
            type: string;
            user_id: string;
            reason?: string;
            labels: string[];
            custom?: {
                [key: string]: unknown;
            };
            result: components["schemas"]["gavel.EngineResult"][] | {
                [key: string]: unknown;
            }[];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            entity_type: string;
            entity_id: string;
            entity_creator_id: string;
            moderation_payload: components["schemas"]["gavel.Payload"];
            review_queue_item_id: string;
        };
        "gavel.FlipAnswer": {
            to: boolean;
            changes: components["schemas"]["gavel.ChangeAnswer"][];
            is_smallest: boolean;
        };
        "gavel.GivenStrike": {
            policy: string;
            weight?: number;
        };
        "gavel.HandledAppeal": {
            id: string;
            appeal_reason: string;
            attachments: string[];
            /** @enum {string} */
            status: "submitted" | "accepted" | "rejected";
            entity_type: string;
            entity_id: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            review_queue_item_id?: string;
            channel_cid?: string;
            decision_reason?: string;
            /** @enum {string} */
            role: "author" | "notifier";
            late: boolean;
            /** Format: date-time */
            told_at?: string;
            statement_id?: string;
            language?: string;
            /** @enum {string} */
            outcome?: "upheld" | "reversed" | "partly";
            /** Format: date-time */
            reversal_arrived_at?: string;
            actions: components["schemas"]["gavel.common__views__stream_items__ActionAnswer"][];
            flags: components["schemas"]["gavel.FlagAnswer"][];
            flag_types: string[];
            flag_labels: string[];
            ai_text_severity: string;
            severity: number;
            recommended_action: string;
            config_key: string;
            entity_content: components["schemas"]["gavel.Payload"];
            original_moderation_action?: components["schemas"]["gavel.common__views__stream_items__ActionAnswer"];
            moderation_action?: components["schemas"]["gavel.common__views__stream_items__ActionAnswer"];
            unfounded?: boolean;
            reversal?: components["schemas"]["gavel.Reversal"];
            user: components["schemas"]["gavel.UserAnswer"];
            first_by: string;
            handlers: string[];
            readings: components["schemas"]["gavel.Reading"][];
            notes: components["schemas"]["gavel.AppealNote"][];
            out_of_court: components["schemas"]["gavel.OutOfCourt"] | null;
        };
        "gavel.HandledAppealAnswer": {
            appeal: components["schemas"]["gavel.HandledAppeal"];
        };
        "gavel.HandledAppealsAnswer": {
            appeals: components["schemas"]["gavel.HandledAppeal"][];
            next: string | null;
        };
        "gavel.HealthDay": {
            day: string;
            evaluated: number;
            passed_over: number;
            hits: number;
            acted: number;
            low: number | null;
            high: number | null;
            outside: ("above" | "below") | null;
        };
        "gavel.HealthError": {
            /** Format: date-time */
            at: string;
            error: string;
        };
        "gavel.HealthErrors": {
            count: number;
            by_kind: {
                [key: string]: number;
            };
            last: components["schemas"]["gavel.HealthError"] | null;
        };
        "gavel.HealthVersion": {
            evaluated: number;
            passed_over: number;
            hits: number;
            acted: number;
            paused: number;
            rule_version: number;
            errors: number;
            agreement: components["schemas"]["gavel.Agreement"];
        };
        "gavel.HeldCondition": {
            type: string;
            text: string;
            values: {
                [key: string]: unknown;
            };
            negated: boolean;
        };
        "gavel.HeldConditionAnswer": {
            type: string;
            text: string;
            values: {
                [key: string]: unknown;
            };
            negated: boolean;
        };
        "gavel.HistogramAnswer": {
            strike_policy: string;
            users: number;
            histogram: components["schemas"]["gavel.Bar"][];
            steps: components["schemas"]["gavel.StepUsers"][];
            next: string | null;
        };
        "gavel.Hits": {
            both: components["schemas"]["gavel.ShownHit"][];
            enabled: components["schemas"]["gavel.ShownHit"][];
            shadow: components["schemas"]["gavel.ShownHit"][];
            failed: components["schemas"]["gavel.ShownHit"][];
            staff: components["schemas"]["gavel.ShownHit"][];
        };
        "gavel.ImageHashListAnswer": {
            image_hash_list: components["schemas"]["gavel.ShownImageHashList"];
        };
        "gavel.ImageHashListsAnswer": {
            image_hash_lists: components["schemas"]["gavel.ShownImageHashList"][];
            next: string | null;
        };
        "gavel.ImportedRule": {
            rule_id: string;
            version: number;
            changes: string[];
        };
        "gavel.ImportedRulesAnswer": {
            dry_run: boolean;
            created: components["schemas"]["gavel.ImportedRule"][];
            changed: components["schemas"]["gavel.ImportedRule"][];
            deleted: string[];
            unchanged: number;
            configuration_version?: number;
            /** Format: date-time */
            active_everywhere_at?: string;
        };
        "gavel.ItemAnswer": {
            id: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            entity_type: string;
            entity_id: string;
            entity_creator_id: string;
            entity_creator: components["schemas"]["gavel.CreatorAnswer"] | null;
            moderation_payload: components["schemas"]["gavel.Payload"];
            moderation_payload_hash: string;
            has_text: boolean;
            has_image: boolean;
            has_video: boolean;
            has_audio: boolean;
            status: string;
            recommended_action: string;
            completed_at: string | null;
            config_key: string;
            languages: string[];
            severity: number;
            ai_text_severity: string;
            reviewed_at: string | null;
            reviewed_by: string;
            escalated: boolean;
            /** Format: date-time */
            escalated_at?: string;
            escalated_by?: string;
            escalation_metadata?: components["schemas"]["gavel.Escalation"];
            latest_moderator_action: string;
            content_changed: boolean;
            flags: components["schemas"]["gavel.FlagAnswer"][];
            flags_count: number;
            bans: components["schemas"]["gavel.BanAnswer"][];
            actions: components["schemas"]["gavel.common__views__stream_items__ActionAnswer"][];
            teams: string[];
            version: string;
            assigned_to?: components["schemas"]["gavel.UserAnswer"];
            appeal?: components["schemas"]["gavel.AppealAnswer"];
            /** Format: date-time */
            deleted_at?: string;
            /** Format: date-time */
            blocked_at?: string;
            /** Format: date-time */
            shadow_blocked_at?: string;
            unmasked?: boolean;
            masked_texts?: string[];
            image_hashes?: {
                [key: string]: string;
            };
            not_judged?: string[];
        };
        "gavel.Limits": {
            calls: number | null;
            tokens: number | null;
            money: number | null;
        };
        "gavel.LinkAnswer": {
            link: string;
            url: string;
            /** Format: date-time */
            expires_at: string;
        };
        "gavel.ListHitsAnswer": {
            name: string;
            team: string;
            entries: number;
            unused: number;
            counted_since: string | null;
            hits: components["schemas"]["gavel.EntryHitsAnswer"][];
            next: string | null;
        };
        "gavel.ListedBacktest": {
            id: string;
            status: string;
            progress: number;
            rule_id: string;
            rule_version: number;
            rule_name: string;
            /** Format: date-time */
            starts_at: string;
            /** Format: date-time */
            ends_at: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            created_by: string;
            /** Format: date-time */
            finished_at?: string;
            error?: components["schemas"]["gavel.TaskError"];
        };
        "gavel.ListedDelivery": {
            id: string;
            endpoint: string;
            /** @enum {string} */
            endpoint_kind: "action" | "hook" | "url" | "events" | "transparency";
            action_id: string;
            item_id: string;
            subject: string;
            sequence: number;
            data: {
                [key: string]: unknown;
            };
            why: components["schemas"]["gavel.Why"];
            url?: string;
            /** @enum {string} */
            state: "waiting" | "pending" | "delivered" | "dead" | "superseded" | "cancelled";
            reason: string;
            attempts: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: date-time */
            started_at: string;
            /** Format: date-time */
            next_attempt_at?: string;
            ahead?: string;
            held?: string;
            closing?: components["schemas"]["gavel.Closing"];
            /** Format: date-time */
            attempted_at?: string;
            /** Format: date-time */
            delivered_at?: string;
            /** Format: date-time */
            closed_at?: string;
            /** Format: date-time */
            receipt_at?: string;
            receipts?: components["schemas"]["gavel.ReceiptRecord"][];
            being_sent: boolean;
            last_attempt: components["schemas"]["gavel.Try"] | null;
        };
        "gavel.ListedDraft": {
            rule_id: string;
            name: string;
            by: string;
            reason: string;
            based_on: number;
            revision: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        "gavel.ListedHealth": {
            evaluated: number;
            passed_over: number;
            hits: number;
            acted: number;
            paused: number;
            rule_id: string;
            name: string;
            rule_version: number;
            enabled: boolean;
            last_hit_at: string | null;
            today: components["schemas"]["gavel.HealthDay"];
            errors: number;
            agreement: components["schemas"]["gavel.Agreement"];
            time_share: number | null;
            never_fires: boolean | null;
            always_fires: boolean | null;
            never_reached: boolean | null;
            shadowed_by: string | null;
        };
        "gavel.LogAnswer": {
            entries: components["schemas"]["gavel.LogEntry"][];
            unread: number;
            next: string | null;
        };
        "gavel.LogEntry": {
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            kind: "action" | "flag" | "report" | "rule" | "delivery" | "escalation" | "review" | "engine" | "appeal" | "feedback" | "strike" | "expiry" | "member" | "note" | "skip" | "statement" | "retention" | "approval" | "authority_order" | "view";
            type: string;
            by: string;
            reason: string;
            result: string;
            custom: {
                [key: string]: unknown;
            };
            item_id?: string;
            user_id?: string;
            /** Format: date-time */
            unread_at?: string;
            /** Format: date-time */
            acted_at?: string;
            entity_type?: string;
            entity_id?: string;
            ai_providers?: string[];
            reporter_type?: string;
            rule_id?: string;
            batch_id?: string;
            revision?: number;
            effects?: components["schemas"]["gavel.RuleEffect"][];
            undone?: components["schemas"]["gavel.Undone"];
            seal?: components["schemas"]["gavel.Seal"];
        };
        "gavel.LogProofAnswer": {
            id: string;
            leaf: string;
            values: {
                [key: string]: string;
            };
            salts: {
                [key: string]: string;
            };
            index: number;
            path: string[];
            root: components["schemas"]["gavel.LogRootAnswer"];
        };
        "gavel.LogRootAnswer": {
            app: string;
            day: string;
            entries: number;
            tree: string;
            previous: string;
            root: string;
            key: string;
            signature: string;
            /** Format: date-time */
            closed_at: string;
            /** Format: date-time */
            expired_at?: string;
        };
        "gavel.LogRootsAnswer": {
            roots: components["schemas"]["gavel.LogRootAnswer"][];
            next: string | null;
        };
        "gavel.MadeApiTokenAnswer": {
            api_token: components["schemas"]["gavel.ShownScoreKey"];
            token: string;
        };
        "gavel.MadeScoreKeyAnswer": {
            score_key: components["schemas"]["gavel.ShownScoreKey"];
            key: string;
        };
        "gavel.MarkReadAnswer": {
            marked: number;
            unread: number;
        };
        "gavel.MeasureCategory": {
            category: string;
            number: number;
            automated: number;
        };
        "gavel.Measures": {
            number: number;
            on_law: number;
            on_terms: number;
            ground_not_said: number;
            detection: {
                [key: string]: number;
            };
            decision: {
                [key: string]: number;
            };
            by_category: components["schemas"]["gavel.MeasureCategory"][];
            by_restriction: components["schemas"]["gavel.Restrictions"][];
            taken_back: number;
        };
        "gavel.Median": {
            number: number;
            median_seconds: number | null;
            at_least_seconds: number | null;
            at_most_seconds: number | null;
        };
        "gavel.MemberAnswer": {
            member: components["schemas"]["gavel.ShownMember"];
        };
        "gavel.MembersAnswer": {
            members: components["schemas"]["gavel.ShownMember"][];
            next: string | null;
        };
        "gavel.Most": {
            user_id: string;
            fired: number;
        };
        "gavel.NotJudged": {
            name: string;
            why: string;
        };
        "gavel.NotLookedAtAnswer": {
            rule_id: string;
            because: string;
        };
        "gavel.NotUndone": {
            enforcement: string;
            item_id: string;
            user_id: string;
            action: string;
            /** @enum {string} */
            refused: "irreversible" | "no_inverse" | "unknown_action" | "undone_already" | "decided_since" | "ordered_by_others" | "content_changed" | "not_done" | "gone" | "refused" | "second_person";
            reason: string;
        };
        "gavel.NoteAnswer": {
            note: components["schemas"]["gavel.ShownNote"];
        };
        "gavel.NotesAnswer": {
            notes: components["schemas"]["gavel.ShownNote"][];
            next: string | null;
        };
        "gavel.Nothing": Record<string, never>;
        "gavel.NoticeCategory": {
            category: string;
            number: number;
            by_trusted_flaggers: number;
        };
        "gavel.Notices": {
            number: number;
            by_trusted_flaggers: number;
            by_category: components["schemas"]["gavel.NoticeCategory"][];
            measures: components["schemas"]["gavel.Measures"];
            time_to_action: components["schemas"]["gavel.Median"];
        };
        "gavel.OldestWaiting": {
            id: string;
            state: string;
            /** Format: date-time */
            created_at: string;
        };
        "gavel.OptOut": {
            by: string;
            /** Format: date-time */
            at: string;
            reason: string;
        };
        "gavel.OrderAnswer": {
            /** @enum {string} */
            scope: "post" | "user" | "reported_post" | "reported_user";
            rules: components["schemas"]["gavel.OrderedRule"][];
        };
        "gavel.OrderCategory": {
            category: string;
            number: number;
        };
        "gavel.OrderState": {
            code: string;
            number: number;
        };
        "gavel.OrderedRule": {
            id: string;
            name: string;
            position: number;
            enabled: boolean;
        };
        "gavel.OrdersOfKind": {
            number: number;
            by_state: components["schemas"]["gavel.OrderState"][];
            by_category: components["schemas"]["gavel.OrderCategory"][];
            time_to_acknowledgement: components["schemas"]["gavel.Median"];
            time_to_effect: components["schemas"]["gavel.Median"];
        };
        "gavel.OutOfCourt": {
            body: string;
            reference: string;
            /** Format: date-time */
            opened_at: string;
            closed_at: string | null;
            outcome: ("for_complainant" | "for_platform" | "partly" | "ended") | null;
            implemented: boolean | null;
        };
        "gavel.OutOfCourtDisputes": {
            number: number;
            settled: number;
            by_outcome: {
                [key: string]: number;
            };
            implemented: number;
            not_implemented: number;
            time_to_settlement: components["schemas"]["gavel.Median"];
        };
        "gavel.Overlap": {
            rule_id: string;
            rule_version: number;
            fired: number;
        };
        "gavel.OverviewAnswer": {
            days: components["schemas"]["gavel.ShownDay"][];
            waiting: number;
            oldest_at: string | null;
            median_seconds: number | null;
            by_policy: components["schemas"]["gavel.ShownPolicy"][];
            by_moderator: components["schemas"]["gavel.ShownModerator"][];
        };
        "gavel.PageReason": {
            key: string;
            label: string;
            /** @enum {string} */
            use: "act" | "keep" | "both";
        };
        "gavel.PageSettings": {
            decision_reasons: components["schemas"]["gavel.PageReason"][];
            act_needs_reason: boolean;
            keep_needs_reason: boolean;
            blur: boolean;
            grey: boolean;
            mute: boolean;
            veil_text_labels: string[];
            space_severity: number;
            space_labels: string[];
            translate_url: string;
        };
        "gavel.PageSettingsAnswer": {
            page_settings: components["schemas"]["gavel.PageSettings"];
        };
        "gavel.Pause": {
            /** Format: date-time */
            at: string;
            by: string;
            reason: string;
            /** Format: date-time */
            ends_at?: string;
        };
        "gavel.PausedRulesAnswer": {
            configuration_version: number;
            /** Format: date-time */
            active_everywhere_at: string;
            paused: components["schemas"]["gavel.Pause"] | null;
        };
        "gavel.Payload": {
            texts?: string[];
            images?: string[];
            videos?: string[];
            audios?: string[];
            other_media?: string[];
            image_ids?: {
                [key: string]: string;
            };
            text_ids?: {
                [key: string]: string;
            };
            image_ordered_keys?: string[];
            text_ordered_keys?: string[];
            custom?: {
                [key: string]: unknown;
            };
        };
        "gavel.PeakHour": {
            /** Format: date-time */
            at: string;
            fired: number;
            actions: {
                [key: string]: number;
            };
        };
        "gavel.People": {
            kept: number;
            acted: number;
            reversed: number;
            precision: number | null;
            low: number;
            high: number;
            false_alarms: components["schemas"]["gavel.ShownSample"][];
        };
        "gavel.PlaceAnswer": {
            index: number;
            second: number | null;
            term: string;
        };
        "gavel.PlaceCount": {
            place: string;
            documents: number;
            deleted: number;
            changed: number;
            left: number;
            stays: number;
            why?: string;
        };
        "gavel.PolicyAgreement": {
            policy: string;
            items: number;
            agreed: number;
            alpha: number | null;
            low: number | null;
            high: number | null;
        };
        "gavel.Posted": {
            entity_type: string;
            entity_id: string;
            user_id: string;
            /** Format: date-time */
            at: string;
        };
        "gavel.PreviewAnswer": {
            decision: components["schemas"]["gavel.PreviewedDecision"];
            statements: components["schemas"]["gavel.Statement"][];
            reversed: string[];
            undeclared: string[];
            opted_out: string[];
        };
        "gavel.PreviewedDecision": {
            action: string;
            by: string;
            item_id: string | null;
            appeal_id: string;
            batch_id: string;
            reason: string;
            options: {
                [key: string]: unknown;
            };
        };
        "gavel.Price": {
            call: number;
            input: number;
            output: number;
        };
        "gavel.ProviderAnswer": {
            provider: components["schemas"]["gavel.ShownProvider"];
        };
        "gavel.ProvidersAnswer": {
            providers: components["schemas"]["gavel.ShownProvider"][];
            next: string | null;
        };
        "gavel.QueueBefore": {
            /** @enum {string} */
            state: "out" | "waiting" | "reviewed";
            reviewed_at: string | null;
            reviewed_by: string;
        };
        "gavel.QueueItemAnswer": {
            item: components["schemas"]["gavel.ItemAnswer"];
        };
        "gavel.RateLimits": {
            server_side: {
                [key: string]: number | null;
            };
            client_side: {
                [key: string]: number | null;
            };
            per_user: {
                [key: string]: number | null;
            };
        };
        "gavel.ReachAnswer": {
            rule_id: string;
            users: number;
            would_hit: number;
            sample: string[];
            next: string | null;
        };
        "gavel.Reading": {
            by: string;
            /** Format: date-time */
            at: string;
        };
        "gavel.Receipt": {
            erasure_id: string;
            app: string;
            person: string;
            ordered_at: string;
            completed_at: string;
            rounds: number;
            searched: components["schemas"]["gavel.Searched"];
            places: components["schemas"]["gavel.PlaceCount"][];
            /** @enum {string} */
            data_key: "dropped" | "none";
            files: components["schemas"]["gavel.FileCount"][];
            queues: string;
            keeps: string[];
        };
        "gavel.ReceiptRecord": {
            status: number | null;
            error: string | null;
            detail: string;
            milliseconds: number;
            answer: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            verdict: "confirmed" | "contradicted" | "unknown";
        };
        "gavel.RedeliveryAnswer": {
            resending: components["schemas"]["gavel.ShownRedelivery"];
        };
        "gavel.RemovedHashesAnswer": {
            image_hash_list: components["schemas"]["gavel.ShownImageHashList"];
            removed: number;
        };
        "gavel.ReportCategoriesAnswer": {
            report_categories: components["schemas"]["gavel.ReportCategory"][];
            next: string | null;
        };
        "gavel.ReportCategory": {
            id: string;
            name: string;
            /** @enum {string} */
            applies_to: "posts" | "users" | "both";
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        "gavel.ReportCategoryAnswer": {
            report_category: components["schemas"]["gavel.ReportCategory"];
        };
        "gavel.ReportView": {
            id: string;
            item_id: string;
            entity_type: string;
            entity_id: string;
            reporter_id: string;
            categories: string[];
            reason: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: date-time */
            invalid_at?: string;
        };
        "gavel.ReportedShadow": {
            rule_id: string;
            rule: components["schemas"]["gavel.ShownContent"];
            based_on: number;
            version?: number;
            draft_revision?: number;
            by: string;
            reason: string;
            /** Format: date-time */
            since: string;
            /** Format: date-time */
            ends_at: string;
            live: boolean;
            blind: string[];
            result: components["schemas"]["gavel.ShadowResult"];
        };
        "gavel.ReporterAnswer": {
            reporter: components["schemas"]["gavel.ReporterView"];
        };
        "gavel.ReporterView": {
            score: number;
            community: number;
            right: number;
            wrong: number;
            user_id: string;
            judged: number;
            categories: {
                [key: string]: components["schemas"]["gavel.Standing"];
            };
            follows: number;
            /** Format: date-time */
            updated_at: string;
            /** Format: date-time */
            warned_at?: string;
            /** Format: date-time */
            suspended_until?: string;
        };
        "gavel.ReportersAnswer": {
            reporters: components["schemas"]["gavel.ReporterView"][];
            next: string | null;
        };
        "gavel.ReportsAnswer": {
            reports: components["schemas"]["gavel.ReportView"][];
            next: string | null;
        };
        "gavel.Restrictions": {
            field: string;
            code: string;
            number: number;
        };
        "gavel.ResumedActionAnswer": {
            action: components["schemas"]["gavel.ShownAction"];
            resending: components["schemas"]["gavel.ShownRedelivery"] | null;
        };
        "gavel.RetentionDays": {
            clean_items: number | null;
            flagged_items: number | null;
            log: number | null;
            deliveries: number | null;
            statements: number | null;
            appeals: number | null;
            approvals: number | null;
            label_results: number | null;
            suggestions: number | null;
            authority_orders: number | null;
            jobs: number | null;
            counters: number | null;
        };
        "gavel.Reversal": {
            /** @enum {string} */
            state: "none" | "on_its_way" | "arrived" | "failed";
            deliveries: components["schemas"]["gavel.ReversalDelivery"][];
        };
        "gavel.ReversalDelivery": {
            id: string;
            action_id: string;
            /** @enum {string} */
            state: "waiting" | "pending" | "delivered" | "dead" | "superseded" | "cancelled";
        };
        "gavel.RuleAnswer": {
            rule: components["schemas"]["gavel.ShownRule"];
        };
        "gavel.RuleContent": {
            name: string;
            /** @enum {string} */
            scope: "post" | "user" | "reported_post" | "reported_user";
            when: {
                [key: string]: unknown;
            };
            actions: string[];
            position: number;
            enabled: boolean;
            cap_per_hour?: number;
            flag_cap_per_hour?: number;
            exempt?: components["schemas"]["gavel.RuleExemptions"];
            cooldown?: string;
            group?: string;
            strike?: components["schemas"]["gavel.GivenStrike"];
            action_values?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            /** @constant */
            origin?: "stream";
            built?: components["schemas"]["gavel.BuiltRule"];
            asked?: components["schemas"]["gavel.StreamRule"];
            not_in_effect?: {
                [key: string]: string;
            };
        };
        "gavel.RuleDraftAnswer": {
            draft: components["schemas"]["gavel.ShownDraft"];
        };
        "gavel.RuleDraftsAnswer": {
            drafts: components["schemas"]["gavel.ListedDraft"][];
            next: string | null;
        };
        "gavel.RuleEffect": {
            action: string;
            /** @enum {string} */
            result: "none" | "done" | "already" | "held" | "folded";
            id: string;
            deliveries?: string[];
            before?: components["schemas"]["gavel.QueueBefore"];
        };
        "gavel.RuleExemptions": {
            staff: boolean;
            trusted: boolean;
            roles: string[];
            lists: string[];
            app_wide: boolean;
        };
        "gavel.RuleGroupAnswer": {
            rule_group: components["schemas"]["gavel.ShownRuleGroup"];
        };
        "gavel.RuleGroupsAnswer": {
            rule_groups: components["schemas"]["gavel.ShownRuleGroup"][];
        };
        "gavel.RuleHealth": {
            rule_id: string;
            name: string;
            rule_version: number;
            enabled: boolean;
            counted_since: string | null;
            exact: boolean;
            totals: components["schemas"]["gavel.RuleTotals"];
            last_hit_at: string | null;
            days: components["schemas"]["gavel.HealthDay"][];
            versions: components["schemas"]["gavel.HealthVersion"][];
            agreement: components["schemas"]["gavel.Agreement"];
            errors: components["schemas"]["gavel.HealthErrors"];
            time: components["schemas"]["gavel.TimeShare"];
            never_fires: components["schemas"]["gavel.FiresOrNot"];
            always_fires: components["schemas"]["gavel.FiresOrNot"];
            never_reached: components["schemas"]["gavel.FiresOrNot"];
            shadowed_by: components["schemas"]["gavel.ShadowingRule"][];
            contradicts: components["schemas"]["gavel.Contradiction"][];
        };
        "gavel.RuleHealthAnswer": {
            health: components["schemas"]["gavel.RuleHealth"];
        };
        "gavel.RuleInOrder": {
            /** @enum {string} */
            scope: "post" | "user" | "reported_post" | "reported_user";
            rule_id: string;
            rule_name: string;
            rule_version: number;
            /** @enum {string} */
            outcome: "fires" | "does_not_hold" | "not_known" | "failed" | "not_looked_at" | "quiet" | "paused" | "exempt";
            is_tried: boolean;
            because?: string;
            exempt?: components["schemas"]["gavel.ExemptAnswer"];
            error?: string;
        };
        "gavel.RuleSettings": {
            first_match_only: {
                [key: string]: boolean;
            };
            cap_per_hour: number | null;
            /** @enum {string} */
            count_evaluations: "all" | "sampled";
            exempt: components["schemas"]["gavel.Exemptions"];
        };
        "gavel.RuleSettingsAnswer": {
            rule_settings: components["schemas"]["gavel.RuleSettings"];
        };
        "gavel.RuleTotals": {
            evaluated: number;
            passed_over: number;
            hits: number;
            acted: number;
            paused: number;
        };
        "gavel.RuleVersionAnswer": {
            version: components["schemas"]["gavel.WholeVersion"];
        };
        "gavel.RuleVersionsAnswer": {
            versions: components["schemas"]["gavel.ShownVersion"][];
            next: string | null;
        };
        "gavel.RuleWarning": {
            /** @enum {string} */
            kind: "never_holds" | "always_holds" | "always_holds_where_known" | "empty_list" | "inside_words" | "same_conditions" | "contradicts" | "shadowed" | "shadows" | "matches_many";
            text: string;
            path?: string;
            rule_id?: string;
            list?: string;
            words?: string[];
            share?: number;
            sample?: number;
        };
        "gavel.RulesAnswer": {
            rules: components["schemas"]["gavel.ShownRule"][];
            next: string | null;
            paused: components["schemas"]["gavel.Pause"] | null;
        };
        "gavel.RulesHealthAnswer": {
            rules: components["schemas"]["gavel.ListedHealth"][];
            first_day: string;
            counted_since: string | null;
            exact: boolean;
        };
        "gavel.SavedRuleAnswer": {
            configuration_version: number;
            /** Format: date-time */
            active_everywhere_at: string;
            rule: components["schemas"]["gavel.ShownRule"];
            warnings?: components["schemas"]["gavel.RuleWarning"][];
        };
        "gavel.ScoreKeysAnswer": {
            score_keys: components["schemas"]["gavel.ShownScoreKey"][];
        };
        "gavel.Seal": {
            salt?: string;
            salts?: {
                [key: string]: string;
            };
            commitments?: {
                [key: string]: string;
            };
        };
        "gavel.Searched": {
            /** @enum {string} */
            id: "everywhere" | "fields";
            texts: number;
        };
        "gavel.SecondLookView": {
            id: string;
            entity_type: string;
            content: components["schemas"]["gavel.Payload"];
            labels: string[];
            languages: string[];
            policy: string;
        };
        "gavel.SecondLooksAnswer": {
            second_looks: components["schemas"]["gavel.SecondLookView"][];
            next: string | null;
        };
        "gavel.SemanticFilterAnswer": {
            semantic_filter: components["schemas"]["gavel.ShownSemanticFilter"];
        };
        "gavel.SemanticFiltersAnswer": {
            semantic_filters: components["schemas"]["gavel.ShownSemanticFilter"][];
            next: string | null;
        };
        "gavel.SessionsAnswer": {
            sessions: components["schemas"]["gavel.ShownSession"][];
            next: string | null;
        };
        "gavel.SettingsAnswer": {
            settings: components["schemas"]["gavel.ShownSettings"];
        };
        "gavel.SettledAnswer": {
            enforcements: components["schemas"]["gavel.ShownEnforcement"][];
            task_id: string | null;
        };
        "gavel.ShadowAnswer": {
            shadow: components["schemas"]["gavel.ReportedShadow"];
        };
        "gavel.ShadowOverlap": {
            rule_id: string;
            rule_version: number;
            held: number;
        };
        "gavel.ShadowPeople": {
            upheld: number;
            overturned: number;
            precision: number | null;
            low: number;
            high: number;
        };
        "gavel.ShadowResult": {
            evaluated: number;
            exact: boolean;
            counts: components["schemas"]["gavel.Counts"];
            days: components["schemas"]["gavel.DayCounts"][];
            users: number;
            people: components["schemas"]["gavel.ShadowPeople"];
            overlap: components["schemas"]["gavel.ShadowOverlap"][];
            hits: components["schemas"]["gavel.Hits"];
        };
        "gavel.ShadowingRule": {
            rule_id: string;
            certain: boolean;
            passed_over: number;
        };
        "gavel.ShownAction": {
            id: string;
            name: string;
            /** @enum {string} */
            kind: "post" | "user";
            url: string;
            /** @enum {string} */
            method: "POST" | "GET";
            auth_header: string | null;
            has_auth_value: boolean;
            parameters: {
                [key: string]: string;
            };
            extra_query: {
                [key: string]: string;
            };
            reverses: string[];
            carries_out: string[];
            state_url: string | null;
            independent: boolean;
            irreversible: boolean;
            second_person: boolean;
            paused?: components["schemas"]["gavel.Pause"];
            takes: {
                [key: string]: "string" | "integer" | "number" | "boolean";
            };
            statement: components["schemas"]["gavel.DeclaredStatement"] | null;
            missing: string[];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        "gavel.ShownBacktest": {
            id: string;
            status: string;
            progress: number;
            rule_id: string;
            rule_version: number;
            rule_name: string;
            /** Format: date-time */
            starts_at: string;
            /** Format: date-time */
            ends_at: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            created_by: string;
            /** Format: date-time */
            finished_at?: string;
            error?: components["schemas"]["gavel.TaskError"];
            rule: components["schemas"]["gavel.RuleContent"];
            conditions: string[];
            result: components["schemas"]["gavel.BacktestResult"];
        };
        "gavel.ShownCall": {
            action: string;
            values: {
                [key: string]: unknown;
            };
        };
        "gavel.ShownCap": {
            per_hour: number | null;
            used: number;
        };
        "gavel.ShownClass": {
            id: string;
            /** @enum {string} */
            modality: "text" | "visual" | "image" | "video" | "audio";
            name: string;
            display_name: string;
            labels: string[];
            automatic_threshold: number;
            needs_review_threshold: number | "never";
            /** Format: date-time */
            updated_at?: string;
        };
        "gavel.ShownClause": {
            holds: boolean | null;
            values: {
                [key: string]: unknown;
            };
        };
        "gavel.ShownContent": {
            name: string;
            /** @enum {string} */
            scope: "post" | "user" | "reported_post" | "reported_user";
            when: {
                [key: string]: unknown;
            };
            actions: (string | components["schemas"]["gavel.ShownCall"])[];
            position: number;
            enabled: boolean;
            cap_per_hour?: number;
            flag_cap_per_hour?: number;
            exempt?: components["schemas"]["gavel.RuleExemptions"];
            cooldown?: string;
            group?: string;
            strike?: components["schemas"]["gavel.GivenStrike"];
            action_values?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            /** @constant */
            origin?: "stream";
            built?: components["schemas"]["gavel.BuiltRule"];
            asked?: components["schemas"]["gavel.StreamRule"];
            not_in_effect?: {
                [key: string]: string;
            };
        };
        "gavel.ShownDay": {
            date: string;
            arrived: number;
            automatic: number;
            decided: number;
            kept: number;
            removed: number;
            escalated: number;
        };
        "gavel.ShownDelivery": {
            id: string;
            endpoint: string;
            /** @enum {string} */
            endpoint_kind: "action" | "hook" | "url" | "events" | "transparency";
            action_id: string;
            item_id: string;
            subject: string;
            sequence: number;
            data: {
                [key: string]: unknown;
            };
            why: components["schemas"]["gavel.Why"];
            url?: string;
            /** @enum {string} */
            state: "waiting" | "pending" | "delivered" | "dead" | "superseded" | "cancelled";
            reason: string;
            attempts: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: date-time */
            started_at: string;
            /** Format: date-time */
            next_attempt_at?: string;
            ahead?: string;
            held?: string;
            closing?: components["schemas"]["gavel.Closing"];
            /** Format: date-time */
            attempted_at?: string;
            /** Format: date-time */
            delivered_at?: string;
            /** Format: date-time */
            closed_at?: string;
            /** Format: date-time */
            receipt_at?: string;
            receipts?: components["schemas"]["gavel.ReceiptRecord"][];
            being_sent: boolean;
            tries: components["schemas"]["gavel.Try"][];
        };
        "gavel.ShownDraft": {
            rule_id: string;
            rule: components["schemas"]["gavel.ShownContent"];
            by: string;
            reason: string;
            based_on: number;
            revision: number;
            changes: string[];
            irreversible: string[];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        "gavel.ShownEndpoint": {
            id: string;
            /** @enum {string} */
            kind: "action" | "hook" | "url" | "events" | "transparency";
            name: string;
            url: string;
            /** @enum {string} */
            state: "closed" | "open" | "half_open" | "disabled";
            failures: number;
            /** Format: date-time */
            last_failure_at?: string;
            /** Format: date-time */
            opened_at?: string;
            /** Format: date-time */
            open_until?: string;
            /** Format: date-time */
            slow_until?: string;
            /** Format: date-time */
            disabled_at?: string;
            disabled_reason?: string;
            disabled_by?: string;
        };
        "gavel.ShownEnforcement": {
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            status: "held" | "released" | "dropped";
            /** @enum {string} */
            cap: "app" | "rule" | "loop" | "second_person";
            action: string;
            rule_id: string;
            rule_name: string;
            rule_version: number;
            item_id: string;
            entity_type: string;
            entity_id: string;
            user_id: string;
            why: components["schemas"]["gavel.HeldCondition"][];
            delivery_ids: string[];
            engine?: string;
            /** Format: date-time */
            decided_at?: string;
            decided_by?: string;
            reason?: string;
            refused?: string;
        };
        "gavel.ShownFigures": {
            since: string;
            until: string;
            counted_since: string | null;
            durations: components["schemas"]["gavel.Durations"];
            authority_orders: components["schemas"]["gavel.AuthorityOrders"];
            notices: components["schemas"]["gavel.Notices"];
            other_reports: components["schemas"]["gavel.Notices"];
            own_initiative: components["schemas"]["gavel.Measures"];
            complaints: components["schemas"]["gavel.Complaints"];
            out_of_court: components["schemas"]["gavel.OutOfCourtDisputes"];
            suspensions: components["schemas"]["gavel.Suspensions"];
            automated_means: components["schemas"]["gavel.AutomatedMeans"];
            not_counted: string[];
        };
        "gavel.ShownHit": {
            item_id: string;
            entity_type: string;
            entity_id: string;
            user_id: string;
            revision: number;
            /** Format: date-time */
            at: string;
            enabled_version: number;
            error?: string;
        };
        "gavel.ShownImageHashList": {
            id: string;
            label: string;
            description: string;
            count: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        "gavel.ShownMember": {
            id: string;
            name: string;
            /** @enum {string} */
            role: "reader" | "moderator" | "senior" | "lead" | "admin";
            queues: string[] | null;
            actions: string[] | null;
            email: string;
            has_password: boolean;
            has_link: boolean;
            has_identity: boolean;
            signed_in_at: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        "gavel.ShownModerator": {
            name: string;
            decided: number;
            kept: number;
            removed: number;
            escalated: number;
            overturned: number;
            opened: number;
            severe: number;
            median_seconds: number | null;
        };
        "gavel.ShownNote": {
            id: string;
            /** Format: date-time */
            at: string;
            by: string;
            text: string;
            item_id: string;
        };
        "gavel.ShownPolicy": {
            config_key: string;
            arrived: number;
            decided: number;
        };
        "gavel.ShownProvider": {
            id: string;
            kind: string;
            url: string;
            has_key: boolean;
            model: string;
            timeout: number;
            concurrency: number;
            max_tokens: number;
            max_characters: number;
            images: boolean;
            price: components["schemas"]["gavel.Price"];
            cache_seconds: number;
            /** @enum {string} */
            not_judged: "keep" | "flag" | "wait";
            options: {
                [key: string]: string;
            };
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        "gavel.ShownRedelivery": {
            id: string;
            /** @enum {string} */
            kind: "redeliver" | "replay" | "release" | "drop";
            endpoint: string;
            source: string;
            /** Format: date-time */
            since: string;
            /** Format: date-time */
            until: string;
            per_second: number;
            by: string;
            /** @enum {string} */
            state: "running" | "done";
            resent: number;
            skipped: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: date-time */
            finished_at?: string;
        };
        "gavel.ShownRule": {
            name: string;
            /** @enum {string} */
            scope: "post" | "user" | "reported_post" | "reported_user";
            when: {
                [key: string]: unknown;
            };
            actions: (string | components["schemas"]["gavel.ShownCall"])[];
            position: number;
            enabled: boolean;
            cap_per_hour?: number;
            flag_cap_per_hour?: number;
            exempt?: components["schemas"]["gavel.RuleExemptions"];
            cooldown?: string;
            group?: string;
            strike?: components["schemas"]["gavel.GivenStrike"];
            action_values?: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            /** @constant */
            origin?: "stream";
            built?: components["schemas"]["gavel.BuiltRule"];
            asked?: components["schemas"]["gavel.StreamRule"];
            not_in_effect?: {
                [key: string]: string;
            };
            id: string;
            version: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            paused?: components["schemas"]["gavel.Pause"];
            group_until?: number;
        };
        "gavel.ShownRuleGroup": {
            id: string;
            on: boolean;
            since: number | null;
            until: number | null;
            by: string;
            reason: string;
            rules: string[];
        };
        "gavel.ShownSample": {
            item_id: string;
            revision: number;
            /** Format: date-time */
            at: string;
            user_id: string;
            entity_type: string;
            entity_id?: string;
            decision?: string;
            clauses?: components["schemas"]["gavel.ShownClause"][];
            distance?: number;
        };
        "gavel.ShownScoreKey": {
            id: string;
            name: string;
            last_characters: string;
            /** Format: date-time */
            created_at: string;
        };
        "gavel.ShownSemanticFilter": {
            name: string;
            team: string;
            description: string;
            phrases: string[];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        "gavel.ShownSession": {
            id: string;
            member_id: string;
            /** @enum {string} */
            how: "password" | "link" | "openid";
            address: string;
            agent: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            seen_at: string;
            /** Format: date-time */
            expires_at: string;
        };
        "gavel.ShownSettings": {
            default_policy: string;
            default_region: string | null;
            first_match_only: {
                [key: string]: boolean;
            };
            retry_delays: number[] | null;
            provider_budget: components["schemas"]["gavel.Limits"] | null;
            cap_per_hour: number | null;
            review_feed_days: number | null;
            facades: components["schemas"]["gavel.FacadeSettings"];
            rate_limits: components["schemas"]["gavel.RateLimits"];
            second_person_for_irreversible: boolean;
            second_person_actions: string[];
            approval_hours: number;
            rules_paused: components["schemas"]["gavel.Pause"] | null;
            keep_inputs: string | number;
            inputs_kept_days: number;
            /** @enum {string} */
            count_evaluations: "all" | "sampled";
            exempt: components["schemas"]["gavel.Exemptions"];
            spam_manager: components["schemas"]["gavel.SpamSettings"];
            signing_secrets_count: number;
            public_keys: string[];
            appeal_window_days: number;
            appeal_window_override: components["schemas"]["gavel.WindowOverride"] | null;
            /** @enum {string} */
            late_appeals: "refuse" | "take";
            /** @enum {string} */
            appeal_second_person: "nobody" | "members" | "everybody";
            /** @enum {string} */
            appeal_reasons: "nobody" | "members" | "everybody";
            unfounded_complaints: components["schemas"]["gavel.UnfoundedComplaints"] | null;
            list_content: boolean;
            record_views: boolean;
            unfounded_reports: components["schemas"]["gavel.UnfoundedComplaints"] | null;
            second_look_percent: {
                [key: string]: number;
            };
            retention_days: components["schemas"]["gavel.RetentionDays"];
            erasure_keeps: ("decisions" | "statements" | "enforcements" | "deliveries" | "appeals")[];
            /** @enum {string} */
            erased_ids: "new_person" | "refuse";
            /** Format: date-time */
            updated_at?: string;
        };
        "gavel.ShownShadow": {
            rule_id: string;
            rule: components["schemas"]["gavel.ShownContent"];
            based_on: number;
            version?: number;
            draft_revision?: number;
            by: string;
            reason: string;
            /** Format: date-time */
            since: string;
            /** Format: date-time */
            ends_at: string;
            live: boolean;
            blind: string[];
        };
        "gavel.ShownSignInProvider": {
            id: string;
            label: string;
            issuer: string;
            client_id: string;
            has_secret: boolean;
            scopes: string[];
            role_claim: string;
            roles: {
                [key: string]: "reader" | "moderator" | "senior" | "lead" | "admin";
            };
            redirect: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        "gavel.ShownSpamString": {
            id: string;
            /** @enum {string} */
            kind: "domain" | "url" | "phone" | "email" | "text";
            value: string;
            /** @enum {string} */
            state: "seen" | "proposed" | "allow" | "deny";
            count: number;
            first_at: string | null;
            last_at: string | null;
            covered_by: string | null;
            decided_by: string | null;
            decided_at: string | null;
        };
        "gavel.ShownSubmission": {
            statement_id: string;
            delivery_id: string;
            /** @enum {string} */
            state: "waiting" | "dry" | "delivered" | "duplicate" | "refused" | "scrubbed" | "incomplete" | "failed" | "cancelled";
            /** @enum {string} */
            mode?: "dry_run" | "sandbox" | "production";
            attempts: number;
            problems?: {
                [key: string]: string;
            };
            submission?: components["schemas"]["gavel.Submission"];
            uuid?: string;
            permalink?: string;
            held?: string;
            reason: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        "gavel.ShownUndo": {
            id: string | null;
            rule_id: string;
            version: number | null;
            since: number;
            until: number;
            by: string;
            reason: string;
            /** @enum {string} */
            status: "preview" | "pending" | "running" | "completed" | "failed";
            enforcements: number;
            undone: {
                [key: string]: number;
            };
            not_undone: {
                [key: string]: number;
            };
            examples: components["schemas"]["gavel.NotUndone"][];
            found?: components["schemas"]["gavel.UndoFound"];
            /** Format: date-time */
            created_at?: string;
            /** Format: date-time */
            started_at?: string;
            /** Format: date-time */
            finished_at?: string;
            error?: components["schemas"]["gavel.TaskError"];
        };
        "gavel.ShownVersion": {
            rule_id: string;
            version: number;
            /** Format: date-time */
            active_from: string;
            active_to: string | null;
            by: string;
            reason: string;
            changes: string[];
            restored_from?: number;
            drafted_by?: string;
            deleted_by?: string;
        };
        "gavel.SignInProviderAnswer": {
            sign_in_provider: components["schemas"]["gavel.ShownSignInProvider"];
        };
        "gavel.SignInProvidersAnswer": {
            sign_in_providers: components["schemas"]["gavel.ShownSignInProvider"][];
        };
        "gavel.SignedReceipt": {
            receipt: components["schemas"]["gavel.Receipt"];
            signature: string;
            public_key: string;
        };
        "gavel.SpamEntry": {
            /** @enum {string} */
            kind: "domain" | "url" | "phone" | "email" | "text";
            value: string;
            verdict: ("allow" | "deny") | null;
        };
        "gavel.SpamExportAnswer": {
            entries: components["schemas"]["gavel.SpamEntry"][];
            next: string | null;
        };
        "gavel.SpamListSize": {
            entries: number;
            most: number;
        };
        "gavel.SpamSettings": {
            enabled: boolean;
            min_text_length: number;
            propose_from: number;
        };
        "gavel.SpamStringAnswer": {
            spam_string: components["schemas"]["gavel.SpamStringWithPosts"];
        };
        "gavel.SpamStringWithPosts": {
            id: string;
            /** @enum {string} */
            kind: "domain" | "url" | "phone" | "email" | "text";
            value: string;
            /** @enum {string} */
            state: "seen" | "proposed" | "allow" | "deny";
            count: number;
            first_at: string | null;
            last_at: string | null;
            covered_by: string | null;
            decided_by: string | null;
            decided_at: string | null;
            posts: components["schemas"]["gavel.Posted"][];
        };
        "gavel.SpamStringsAnswer": {
            spam_strings: components["schemas"]["gavel.ShownSpamString"][];
            lists: {
                [key: string]: components["schemas"]["gavel.SpamListSize"];
            };
            next: string | null;
        };
        "gavel.SpamVerdictsAnswer": {
            changed: number;
            lists: {
                [key: string]: components["schemas"]["gavel.SpamListSize"];
            };
        };
        "gavel.SpanAnswer": {
            start: number;
            end: number;
            term: string;
        };
        "gavel.Standing": {
            score: number;
            community: number;
            right: number;
            wrong: number;
        };
        "gavel.StartedShadowAnswer": {
            configuration_version: number;
            /** Format: date-time */
            active_everywhere_at: string;
            shadow: components["schemas"]["gavel.ShownShadow"];
        };
        "gavel.Statement": {
            is_shadow?: boolean;
            decision_visibility?: string[];
            decision_visibility_other?: string;
            decision_monetary?: string;
            decision_monetary_other?: string;
            decision_provision?: string;
            decision_account?: string;
            decision_ground?: string;
            illegal_content_legal_ground?: string;
            illegal_content_explanation?: string;
            incompatible_content_ground?: string;
            incompatible_content_explanation?: string;
            incompatible_content_illegal?: string;
            decision_ground_reference_url?: string;
            category?: string;
            category_addition?: string[];
            category_specification?: string[];
            category_specification_other?: string;
            territorial_scope?: string[];
            id: string;
            action: string;
            is_built_in: boolean;
            subject: string;
            /** Format: date-time */
            restricted_at: string;
            user_id: string;
            item_id: string;
            entity_type: string;
            entity_id: string;
            channel_cid?: string;
            /** @enum {string} */
            decided_by: "rule" | "engine" | "moderator";
            facts: components["schemas"]["gavel.Facts"];
            facts_text: string;
            source_type: string;
            automated_detection: string;
            automated_decision: string;
            content_type: string[];
            content_type_other?: string;
            content_language?: string;
            content_id?: {
                [key: string]: string;
            };
            account_type?: string;
            /** Format: date-time */
            content_at?: string;
            /** Format: date-time */
            noticed_at?: string;
            /** Format: date-time */
            ends_at?: string;
            text?: string;
            text_language?: string;
            missing: string[];
            complete: boolean;
            /** Format: date-time */
            told_at?: string;
            /** Format: date-time */
            reversed_at?: string;
            reversed_by?: string;
            reversed_with?: string;
        };
        "gavel.StatementAnswer": {
            statement: components["schemas"]["gavel.Statement"];
        };
        "gavel.StatementsAnswer": {
            statements: components["schemas"]["gavel.Statement"][];
            next: string | null;
        };
        "gavel.Step": {
            strikes: number;
            actions: components["schemas"]["gavel.StepAction"][];
        };
        "gavel.StepAction": {
            action: string;
            values: {
                [key: string]: unknown;
            };
        };
        "gavel.StepUsers": {
            strikes: number;
            users: number;
        };
        "gavel.StreamRule": {
            name?: string;
            description?: string;
            rule_type?: string;
            config_keys?: string[];
            team?: string;
            enabled?: boolean;
            logic?: string;
            conditions?: {
                [key: string]: unknown;
            }[];
            groups?: {
                [key: string]: unknown;
            }[];
            action?: {
                [key: string]: unknown;
            };
            action_sequences?: {
                [key: string]: unknown;
            }[];
            cooldown_period?: string;
        };
        "gavel.Strike": {
            id: string;
            policy: string;
            weight: number;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            expires_at: string;
            reason: string;
            by: string;
            rule_id?: string;
            rule_version?: number;
            item_id?: string;
        };
        "gavel.StrikePoliciesAnswer": {
            strike_policies: components["schemas"]["gavel.StrikePolicy"][];
            next: string | null;
        };
        "gavel.StrikePolicy": {
            name: string;
            expires_after: number;
            weights: components["schemas"]["gavel.StrikeWeights"];
            steps: components["schemas"]["gavel.Step"][];
            id: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        "gavel.StrikePolicyAnswer": {
            strike_policy: components["schemas"]["gavel.StrikePolicy"];
        };
        "gavel.StrikeWeights": {
            rules: {
                [key: string]: number;
            };
            classes: {
                [key: string]: number;
            };
        };
        "gavel.StrikesAnswer": {
            user_id: string;
            strikes: components["schemas"]["gavel.Strike"][];
            totals: {
                [key: string]: number;
            };
        };
        "gavel.Submission": {
            puid: string;
            decision_visibility?: string[];
            decision_visibility_other?: string;
            decision_monetary?: string;
            decision_monetary_other?: string;
            decision_provision?: string;
            decision_account?: string;
            account_type?: string;
            decision_ground?: string;
            decision_ground_reference_url?: string;
            illegal_content_legal_ground?: string;
            illegal_content_explanation?: string;
            incompatible_content_ground?: string;
            incompatible_content_explanation?: string;
            incompatible_content_illegal?: string;
            decision_facts?: string;
            content_type?: string[];
            content_type_other?: string;
            category?: string;
            category_addition?: string[];
            category_specification?: string[];
            category_specification_other?: string;
            content_id?: {
                [key: string]: string;
            };
            territorial_scope?: string[];
            content_language?: string;
            content_date?: string;
            application_date?: string;
            end_date_visibility_restriction?: string;
            end_date_monetary_restriction?: string;
            end_date_service_restriction?: string;
            end_date_account_restriction?: string;
            source_type?: string;
            source_identity?: string;
            automated_detection?: string;
            automated_decision?: string;
        };
        "gavel.SubmissionAnswer": {
            submission: components["schemas"]["gavel.ShownSubmission"];
        };
        "gavel.SubmissionsAnswer": {
            submissions: components["schemas"]["gavel.ShownSubmission"][];
            next: string | null;
        };
        "gavel.Suspensions": {
            accounts_on_law: number;
            accounts_on_terms: number;
            accounts_ground_not_said: number;
            for_unfounded_notices: number;
            for_unfounded_complaints: number;
            warned_for_notices: number;
            warned_for_complaints: number;
        };
        "gavel.TaskError": {
            type: string;
            description: string;
        };
        "gavel.TimeShare": {
            share: number | null;
            microseconds: number | null;
            sampled: number;
        };
        "gavel.TriedActionAnswer": {
            status: number | null;
            error: string | null;
            detail: string;
            milliseconds: number;
            answer: string;
            /** Format: date-time */
            at: string;
            success: boolean;
        };
        "gavel.TriedAnswer": {
            recommended_action: string;
            languages: string[];
            engines: components["schemas"]["gavel.TriedEngine"][];
            not_judged: components["schemas"]["gavel.NotJudged"][];
            triggered_rules: components["schemas"]["gavel.TriggeredRule"][];
            not_looked_at?: components["schemas"]["gavel.NotLookedAtAnswer"][];
            held: components["schemas"]["gavel.TriedHeld"][];
            bypassed: boolean;
            not_in_effect?: string[];
        };
        "gavel.TriedEngine": {
            name: string;
            judged: boolean;
            ms: number;
            labels: components["schemas"]["gavel.TriedLabel"][];
            why?: string;
        };
        "gavel.TriedHeld": {
            rule_id?: string;
            engine?: string;
            action: string;
            /** @enum {string} */
            cap: "app" | "rule" | "loop" | "second_person";
        };
        "gavel.TriedLabel": {
            name: string;
            modality: string;
            score: number;
            action: string;
            severity?: string;
            spans: components["schemas"]["gavel.TriedSpan"][];
        };
        "gavel.TriedRule": {
            rule_id: string;
            rule_name: string;
            rule_version: number;
            /** @enum {string} */
            scope: "post" | "user" | "reported_post" | "reported_user";
            actions: string[];
        };
        "gavel.TriedRuleAnswer": {
            holds: boolean | null;
            clause: components["schemas"]["gavel.ClauseAnswer"];
            nearest_miss: components["schemas"]["gavel.ComparedAnswer"] | null;
            smallest_change: components["schemas"]["gavel.FlipAnswer"] | null;
            rule: components["schemas"]["gavel.TriedRule"];
            order: components["schemas"]["gavel.RuleInOrder"][];
            would_do: components["schemas"]["gavel.WouldDo"][];
            warnings: components["schemas"]["gavel.RuleWarning"][];
            set_aside: string[];
            config_key: string;
            moderation_payload: components["schemas"]["gavel.Payload"];
            recommended_action: string;
            not_judged: string[];
        };
        "gavel.TriedSpan": {
            text: number;
            start: number;
            end: number;
            term: string;
        };
        "gavel.TriggeredRule": {
            rule_id: string;
            rule_version: number;
            rule_name: string;
            type: string;
            scope: string;
            conditions: components["schemas"]["gavel.HeldConditionAnswer"][];
            actions: string[];
            violation_number?: number;
            exempt?: components["schemas"]["gavel.ExemptAnswer"];
        };
        "gavel.Try": {
            status: number | null;
            error: string | null;
            detail: string;
            milliseconds: number;
            answer: string;
            /** Format: date-time */
            at: string;
            attempt: number;
        };
        "gavel.Undecided": {
            evaluations: number;
            because: {
                [key: string]: number;
            };
        };
        "gavel.UndoAnswer": {
            undo: components["schemas"]["gavel.ShownUndo"];
        };
        "gavel.UndoFound": {
            enforcements: number;
            actions: {
                [key: string]: number;
            };
            items: number;
            users: number;
            sample: components["schemas"]["gavel.DoneByRule"][];
            complete: boolean;
        };
        "gavel.Undone": {
            undo_id: string;
            /** Format: date-time */
            at: string;
            actions: string[];
            earlier: string[];
        };
        "gavel.UnfoundedComplaints": {
            number: number;
            share: number;
            within_days: number;
            suspended_days: number;
        };
        "gavel.UnreadAnswer": {
            unread: number;
            more: boolean;
        };
        "gavel.UserAnswer": {
            id: string;
            role: string;
            custom: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            banned: boolean;
            shadow_banned: boolean;
            online: boolean;
            invisible: boolean;
            language: string;
            teams: string[];
            blocked_user_ids: string[];
            bypass_moderation: boolean;
            name?: string;
            image?: string;
            /** Format: date-time */
            ban_expires?: string;
            /** Format: date-time */
            deactivated_at?: string;
            /** Format: date-time */
            deleted_at?: string;
            /** Format: date-time */
            revoke_tokens_issued_before?: string;
        };
        "gavel.UserList": {
            name: string;
            trusted: boolean;
            users: string[];
            id: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        "gavel.UserListAnswer": {
            user_list: components["schemas"]["gavel.UserList"];
        };
        "gavel.UserListsAnswer": {
            user_lists: components["schemas"]["gavel.UserList"][];
            next: string | null;
        };
        "gavel.WholeVersion": {
            rule_id: string;
            version: number;
            /** Format: date-time */
            active_from: string;
            active_to: string | null;
            by: string;
            reason: string;
            changes: string[];
            restored_from?: number;
            drafted_by?: string;
            deleted_by?: string;
            rule: components["schemas"]["gavel.ShownContent"];
        };
        "gavel.Why": {
            rule_id?: string;
            rule_version?: number;
            rule_name?: string;
            held?: components["schemas"]["gavel.HeldCondition"][];
            strike_policy?: string;
            threshold?: number;
            strikes?: {
                [key: string]: unknown;
            }[];
            moderator_id?: string;
            reason?: string;
            replay_of?: string;
            undo_id?: string;
        };
        "gavel.WindowOverride": {
            user_id: string;
            reason: string;
        };
        "gavel.WouldDo": {
            rule_id: string;
            rule_name: string;
            /** @enum {string} */
            does: "call" | "flag_for_review" | "effect" | "nothing";
            action: string;
            method?: string;
            sends?: {
                [key: string]: unknown;
            };
            reason?: string;
            strike_policy?: string;
            cap?: ("app" | "rule" | "loop" | "second_person") | "flags";
            why_not?: string;
        };
        "gavel.common__views__gavel_resources__ActionAnswer": {
            action: components["schemas"]["gavel.ShownAction"];
        };
        "gavel.common__views__stream_items__ActionAnswer": {
            id: string;
            /** Format: date-time */
            created_at: string;
            type: string;
            user_id: string;
            user: components["schemas"]["gavel.UserAnswer"] | null;
            reason: string;
            custom: {
                [key: string]: unknown;
            };
            target_user_id: string;
            reporter_type: string;
            ai_providers: string[];
            review_queue_item_id: string;
        };
        "gavel_description.RuleFileAnswer": {
            format: number;
            rules: {
                [key: string]: unknown;
            }[];
        };
        "stream.ActionAnswer": {
            id: string;
            created_at: number;
            type: string;
            user_id: string;
            user: components["schemas"]["stream.UserAnswer"] | null;
            reason: string;
            custom: {
                [key: string]: unknown;
            };
            target_user_id: string;
            reporter_type: string;
            ai_providers: string[];
            review_queue_item_id: string;
        };
        "stream.ActionConfigAnswer": {
            action_config: {
                [key: string]: components["schemas"]["stream.ButtonAnswer"][];
            };
        };
        "stream.AppealAnswer": {
            id: string;
            appeal_reason: string;
            attachments: string[];
            /** @enum {string} */
            status: "submitted" | "accepted" | "rejected";
            entity_type: string;
            entity_id: string;
            created_at: number;
            updated_at: number;
            review_queue_item_id?: string;
            channel_cid?: string;
            decision_reason?: string;
            /** @enum {string} */
            role: "author" | "notifier";
            late: boolean;
            told_at?: number;
            statement_id?: string;
            language?: string;
            /** @enum {string} */
            outcome?: "upheld" | "reversed" | "partly";
            reversal_arrived_at?: number;
        };
        "stream.AppealItemAnswer": {
            id: string;
            appeal_reason: string;
            attachments: string[];
            /** @enum {string} */
            status: "submitted" | "accepted" | "rejected";
            entity_type: string;
            entity_id: string;
            created_at: number;
            updated_at: number;
            review_queue_item_id?: string;
            channel_cid?: string;
            decision_reason?: string;
            /** @enum {string} */
            role: "author" | "notifier";
            late: boolean;
            told_at?: number;
            statement_id?: string;
            language?: string;
            /** @enum {string} */
            outcome?: "upheld" | "reversed" | "partly";
            reversal_arrived_at?: number;
            actions: components["schemas"]["stream.ActionAnswer"][];
            flags: components["schemas"]["stream.FlagAnswer"][];
            flag_types: string[];
            flag_labels: string[];
            ai_text_severity: string;
            severity: number;
            recommended_action: string;
            config_key: string;
            entity_content: components["schemas"]["stream.Payload"];
            original_moderation_action?: components["schemas"]["stream.ActionAnswer"];
            moderation_action?: components["schemas"]["stream.ActionAnswer"];
            unfounded?: boolean;
            reversal?: components["schemas"]["stream.Reversal"];
            user: components["schemas"]["stream.UserAnswer"];
        };
        "stream.ApprovalView": {
            id: string;
            /** @enum {string} */
            state: "waiting" | "approved" | "refused" | "withdrawn" | "expired";
            action_type: string;
            action: string;
            options: {
                [key: string]: unknown;
            };
            item_id: string;
            user_id: string;
            appeal_id: string;
            batch_id: string;
            reason: string;
            asked_by: string;
            asked_at: number;
            expires_at: number;
            ended_by?: string;
            ended_at?: number;
            end_reason?: string;
        };
        "stream.BanAnswer": {
            created_at: number;
            reason: string;
            shadow: boolean;
            expires?: number;
            channel_cid?: string;
            user?: components["schemas"]["stream.CreatorAnswer"];
            created_by?: components["schemas"]["stream.UserAnswer"];
        };
        "stream.BlockListAnswer": {
            id: string;
            name: string;
            type: ("word" | "domain" | "domain_allowlist" | "email" | "email_allowlist" | "regex") | "strings";
            words: string[];
            team: string;
            created_at: number;
            updated_at: number;
            is_confusable_folding_enabled: boolean;
            is_leet_check_enabled: boolean;
            is_plural_check_enabled: boolean;
            is_substring_matching_enabled: boolean;
        };
        "stream.BlockListsAnswer": {
            blocklists: components["schemas"]["stream.BlockListAnswer"][];
            next_cursor?: string;
        };
        "stream.ButtonAnswer": {
            action: string;
            description: string;
            entity_type: string;
            icon: string;
            order: number;
            id?: string;
            queue_type?: string;
            custom?: {
                [key: string]: unknown;
            };
        };
        "stream.Classification": {
            name: string;
            confidence: number;
            severity?: string;
        };
        "stream.CreatorAnswer": {
            id: string;
            role: string;
            custom: {
                [key: string]: unknown;
            };
            created_at: number;
            updated_at: number;
            banned: boolean;
            shadow_banned: boolean;
            online: boolean;
            invisible: boolean;
            language: string;
            teams: string[];
            blocked_user_ids: string[];
            bypass_moderation: boolean;
            name?: string;
            image?: string;
            ban_expires?: number;
            deactivated_at?: number;
            deleted_at?: number;
            revoke_tokens_issued_before?: number;
            ban_count: number;
            deleted_content_count: number;
            removed_content_count: number;
            flagged_count: number;
        };
        "stream.DecidedAnswer": {
            item?: components["schemas"]["stream.ItemAnswer"];
            appeal_item?: components["schemas"]["stream.AppealItemAnswer"];
            auto_restore_warning?: string;
            statements?: components["schemas"]["stream.MadeStatement"][];
            approval?: components["schemas"]["stream.ApprovalView"];
        };
        "stream.EngineResult": {
            provider_name: string;
            text?: string;
            image?: string;
            video?: string;
            action: string;
            labels: string[];
            score: number;
            spans?: components["schemas"]["stream.SpanAnswer"][];
            places?: components["schemas"]["stream.PlaceAnswer"][];
        };
        "stream.Escalation": {
            reason?: string;
            notes?: string;
            /** @enum {string} */
            priority?: "low" | "medium" | "high";
            category?: string;
        };
        "stream.FilterConfig": {
            llm_labels: string[];
            ai_image_labels: string[];
            ai_image_taxonomy: {
                [key: string]: string[];
            };
            ai_text_labels: string[];
            config_keys: string[];
            filterable_custom_keys: string[];
        };
        "stream.FlagAnswer": {
            type: string;
            user_id: string;
            reason?: string;
            labels: string[];
            custom?: {
                [key: string]: unknown;
            };
            result: components["schemas"]["stream.EngineResult"][] | {
                [key: string]: unknown;
            }[];
            created_at: number;
            updated_at: number;
            entity_type: string;
            entity_id: string;
            entity_creator_id: string;
            moderation_payload: components["schemas"]["stream.Payload"];
            review_queue_item_id: string;
        };
        "stream.FoundUsersAnswer": {
            users: components["schemas"]["stream.FullUserAnswer"][];
            not_in_effect?: string[];
        };
        "stream.FullUserAnswer": {
            id: string;
            role: string;
            custom: {
                [key: string]: unknown;
            };
            created_at: number;
            updated_at: number;
            banned: boolean;
            shadow_banned: boolean;
            online: boolean;
            invisible: boolean;
            language: string;
            teams: string[];
            blocked_user_ids: string[];
            bypass_moderation: boolean;
            name?: string;
            image?: string;
            ban_expires?: number;
            deactivated_at?: number;
            deleted_at?: number;
            revoke_tokens_issued_before?: number;
            channel_mutes: unknown[];
            devices: unknown[];
            mutes: components["schemas"]["stream.MuteAnswer"][];
            total_unread_count: number;
            unread_channels: number;
            unread_count: number;
            unread_threads: number;
        };
        "stream.ImageLabel": {
            key: string;
            label: string;
            group: string;
            description: string;
        };
        "stream.ImageVerdict": {
            classifications: components["schemas"]["stream.Classification"][];
            ocr_classifications: components["schemas"]["stream.Classification"][];
            action?: string;
            confidence?: number;
            error?: string;
            id?: string;
            not_judged?: string[];
        };
        "stream.ItemAnswer": {
            id: string;
            created_at: number;
            updated_at: number;
            entity_type: string;
            entity_id: string;
            entity_creator_id: string;
            entity_creator: components["schemas"]["stream.CreatorAnswer"] | null;
            moderation_payload: components["schemas"]["stream.Payload"];
            moderation_payload_hash: string;
            has_text: boolean;
            has_image: boolean;
            has_video: boolean;
            has_audio: boolean;
            status: string;
            recommended_action: string;
            completed_at: number | null;
            config_key: string;
            languages: string[];
            severity: number;
            ai_text_severity: string;
            reviewed_at: number | null;
            reviewed_by: string;
            escalated: boolean;
            escalated_at?: number;
            escalated_by?: string;
            escalation_metadata?: components["schemas"]["stream.Escalation"];
            latest_moderator_action: string;
            content_changed: boolean;
            flags: components["schemas"]["stream.FlagAnswer"][];
            flags_count: number;
            bans: components["schemas"]["stream.BanAnswer"][];
            actions: components["schemas"]["stream.ActionAnswer"][];
            teams: string[];
            version: string;
            assigned_to?: components["schemas"]["stream.UserAnswer"];
            appeal?: components["schemas"]["stream.AppealAnswer"];
            deleted_at?: number;
            blocked_at?: number;
            shadow_blocked_at?: number;
            unmasked?: boolean;
            masked_texts?: string[];
            image_hashes?: {
                [key: string]: string;
            };
            not_judged?: string[];
        };
        "stream.MadeStatement": {
            id: string;
            missing: string[];
        };
        "stream.MuteAnswer": {
            created_at: number;
            updated_at: number;
            user: components["schemas"]["stream.UserAnswer"];
            target: components["schemas"]["stream.UserAnswer"];
            expires?: number;
        };
        "stream.Nothing": Record<string, never>;
        "stream.OneBlockListAnswer": {
            blocklist: components["schemas"]["stream.BlockListAnswer"];
        };
        "stream.OneButtonAnswer": {
            action_config: components["schemas"]["stream.ButtonAnswer"];
        };
        "stream.OnePolicyAnswer": {
            config: components["schemas"]["stream.PolicyAnswer"];
        };
        "stream.OneQueueAnswer": {
            queue: components["schemas"]["stream.SavedQueueAnswer"];
        };
        "stream.Payload": {
            texts?: string[];
            images?: string[];
            videos?: string[];
            audios?: string[];
            other_media?: string[];
            image_ids?: {
                [key: string]: string;
            };
            text_ids?: {
                [key: string]: string;
            };
            image_ordered_keys?: string[];
            text_ordered_keys?: string[];
            custom?: {
                [key: string]: unknown;
            };
        };
        "stream.PlaceAnswer": {
            index: number;
            second: number | null;
            term: string;
        };
        "stream.PoliciesAnswer": {
            next?: string;
            prev?: string;
            configs: components["schemas"]["stream.PolicyAnswer"][];
        };
        "stream.PolicyAnswer": {
            async: boolean;
            key: string;
            team: string;
            created_at: number | null;
            updated_at: number;
            supported_video_call_harm_types: string[];
            ai_image_label_definitions: components["schemas"]["stream.ImageLabel"][];
            ai_image_subclassifications: {
                [key: string]: string[];
            };
            available_bodyguard_profiles: components["schemas"]["stream.ProfileSummary"][];
            ai_text_config?: {
                [key: string]: unknown;
            };
            ai_image_config?: {
                [key: string]: unknown;
            };
            ai_video_config?: {
                [key: string]: unknown;
            };
            ai_audio_config?: {
                [key: string]: unknown;
            };
            block_list_config?: {
                [key: string]: unknown;
            };
            automod_toxicity_config?: {
                [key: string]: unknown;
            };
            automod_platform_circumvention_config?: {
                [key: string]: unknown;
            };
            automod_semantic_filters_config?: {
                [key: string]: unknown;
            };
            velocity_filter_config?: {
                [key: string]: unknown;
            };
            llm_config?: {
                [key: string]: unknown;
            };
            remote_config?: {
                [key: string]: unknown;
            };
            flood_config?: {
                [key: string]: unknown;
            };
            google_vision_config?: {
                [key: string]: unknown;
            };
            video_call_rule_config?: {
                [key: string]: unknown;
            };
            not_in_effect?: string[];
            not_in_effect_because?: {
                [key: string]: string;
            };
        };
        "stream.ProfileSummary": {
            name: string;
            display_name?: string;
            text_type?: string;
        };
        "stream.QueueAnswer": {
            next?: string;
            prev?: string;
            items: components["schemas"]["stream.ItemAnswer"][];
            stats: {
                [key: string]: number;
            };
            stats_complete: boolean;
            action_config: {
                [key: string]: components["schemas"]["stream.ButtonAnswer"][];
            };
            default_action_config?: {
                [key: string]: components["schemas"]["stream.ButtonAnswer"][];
            };
            filter_config: components["schemas"]["stream.FilterConfig"];
        };
        "stream.QueueItemAnswer": {
            item: components["schemas"]["stream.ItemAnswer"];
        };
        "stream.QueuesAnswer": {
            queues: components["schemas"]["stream.SavedQueueAnswer"][];
        };
        "stream.ReportedBlock": {
            blocked_by_user_id: string;
            blocked_user_id: string;
            blocked_at: number;
        };
        "stream.Reversal": {
            /** @enum {string} */
            state: "none" | "on_its_way" | "arrived" | "failed";
            deliveries: components["schemas"]["stream.ReversalDelivery"][];
        };
        "stream.ReversalDelivery": {
            id: string;
            action_id: string;
            /** @enum {string} */
            state: "waiting" | "pending" | "delivered" | "dead" | "superseded" | "cancelled";
        };
        "stream.SavedQueueAnswer": {
            id: string;
            name: string;
            type: string;
            description: string;
            filters: {
                [key: string]: unknown;
            };
            sort: {
                [key: string]: unknown;
            }[];
            item_count: number;
            created_by: string;
            created_at: number;
            updated_at: number;
            is_counting: boolean;
            oldest_at?: number;
        };
        "stream.SpanAnswer": {
            start: number;
            end: number;
            term: string;
        };
        "stream.StartedTaskAnswer": {
            task_id: string;
        };
        "stream.StreamTaskAnswer": {
            task_id: string;
            status: string;
            created_at: number;
            updated_at: number;
            result?: components["schemas"]["stream.TaskResult"] | {
                [key: string]: unknown;
            };
            error?: components["schemas"]["stream.TaskError"];
        };
        "stream.TaskError": {
            type: string;
            description: string;
        };
        "stream.TaskResult": {
            item_id: string;
            recommended_action: string;
            triggered_rules: string[];
            texts?: {
                [key: string]: components["schemas"]["stream.TextVerdict"];
            };
            images?: {
                [key: string]: components["schemas"]["stream.ImageVerdict"];
            };
        };
        "stream.TextVerdict": {
            classifications: components["schemas"]["stream.Classification"][];
            action?: string;
            error?: string;
            id?: string;
            language?: string;
            severity?: string;
            not_judged?: string[];
        };
        "stream.UserAnswer": {
            id: string;
            role: string;
            custom: {
                [key: string]: unknown;
            };
            created_at: number;
            updated_at: number;
            banned: boolean;
            shadow_banned: boolean;
            online: boolean;
            invisible: boolean;
            language: string;
            teams: string[];
            blocked_user_ids: string[];
            bypass_moderation: boolean;
            name?: string;
            image?: string;
            ban_expires?: number;
            deactivated_at?: number;
            deleted_at?: number;
            revoke_tokens_issued_before?: number;
        };
        "stream.UserReportAnswer": {
            user: components["schemas"]["stream.FullUserAnswer"];
            user_blocks?: components["schemas"]["stream.ReportedBlock"][];
            user_mutes?: components["schemas"]["stream.MuteAnswer"][];
        };
        "stream.UsersAnswer": {
            users: {
                [key: string]: components["schemas"]["stream.FullUserAnswer"];
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.TriedActionAnswer"];
                };
            };
        };
    };
    get_agreement: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.AgreementAnswer"];
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.Nothing"];
                };
            };
        };
    };
    list_appeals: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
                status?: ("submitted" | "accepted" | "rejected") | null;
                role?: ("author" | "notifier") | null;
                late?: boolean | null;
                outcome?: ("upheld" | "reversed" | "partly") | null;
                handler?: string | null;
                of_user?: string | null;
                waiting_since?: string | null;
                out_of_court?: ("none" | "open" | "closed") | null;
                order?: "oldest" | "newest";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.HandledAppealsAnswer"];
                };
            };
        };
    };
    get_handled_appeal: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.HandledAppealAnswer"];
                };
            };
        };
    };
    add_appeal_note: {
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
                "application/json": components["schemas"]["AppealNoteBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.HandledAppealAnswer"];
                };
            };
        };
    };
    put_out_of_court: {
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
                "application/json": components["schemas"]["OutOfCourtBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.HandledAppealAnswer"];
                };
            };
        };
    };
    list_approvals: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
                state?: "waiting" | "approved" | "refused" | "withdrawn" | "expired";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ApprovalsAnswer"];
                };
            };
        };
    };
    approve: {
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
                "application/json": components["schemas"]["ApproveBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ApprovalAnswer"];
                };
            };
        };
    };
    refuse: {
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
                "application/json": components["schemas"]["RefuseBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ApprovalAnswer"];
                };
            };
        };
    };
    withdraw: {
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
                "application/json": components["schemas"]["WithdrawBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ApprovalAnswer"];
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.BacktestAnswer"];
                };
            };
        };
    };
    undo_batch: {
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
                "application/json": components["schemas"]["ByBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.BatchAnswer"];
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ClassesAnswer"];
                };
            };
        };
    };
    list_content: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
                user_id?: string | null;
                label?: string | null;
                category?: string | null;
                config_key?: string | null;
                entity_type?: string | null;
                recommended_action?: string | null;
                since?: string | null;
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ContentAnswer"];
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.EnforcementAnswer"];
                };
            };
        };
    };
    get_erasure: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ErasureAnswer"];
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.RemovedHashesAnswer"];
                };
            };
        };
    };
    explain_item: {
        parameters: {
            query?: {
                as_of?: string | null;
                limit?: number;
                cursor?: string | null;
                revision?: number | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ExplainedRulesAnswer"];
                };
            };
        };
    };
    list_hits: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string | null;
                name: string;
                team?: string;
                unused_days?: number | null;
                order?: "hits" | "last";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ListHitsAnswer"];
                };
            };
        };
    };
    query_log: {
        parameters: {
            query?: {
                item_id?: string | null;
                user_id?: string | null;
                kind?: ("action" | "flag" | "report" | "rule" | "delivery" | "escalation" | "review" | "engine" | "appeal" | "feedback" | "strike" | "expiry" | "member" | "note" | "skip" | "statement" | "retention" | "approval" | "authority_order" | "view") | null;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.MarkReadAnswer"];
                };
            };
        };
    };
    query_log_roots: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
                from?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.LogRootsAnswer"];
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.UnreadAnswer"];
                };
            };
        };
    };
    prove_log_entry: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.LogProofAnswer"];
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ReporterAnswer"];
                };
            };
        };
    };
    drop_reports: {
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
                "application/json": components["schemas"]["ByBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.BatchAnswer"];
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.RuleGroupAnswer"];
                };
            };
        };
    };
    list_rule_health: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.RulesHealthAnswer"];
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ReachAnswer"];
                };
            };
        };
    };
    get_rule_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.RuleSettingsAnswer"];
                };
            };
        };
    };
    change_rule_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleSettingsBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.RuleSettingsAnswer"];
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.SavedRuleAnswer"];
                };
            };
        };
    };
    get_rule_health: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.RuleHealthAnswer"];
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.Nothing"];
                };
            };
        };
    };
    list_second_looks: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.SecondLooksAnswer"];
                };
            };
        };
    };
    answer_second_look: {
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
                "application/json": components["schemas"]["SecondLookBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.SpamStringAnswer"];
                };
            };
        };
    };
    list_statements: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
                user_id?: string | null;
                item_id?: string | null;
                entity_type?: string | null;
                entity_id?: string | null;
                action?: string | null;
                complete?: boolean | null;
                reversed?: boolean | null;
                since?: string | null;
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.StatementsAnswer"];
                };
            };
        };
    };
    preview_statement: {
        parameters: {
            query?: {
                language?: string | null;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.PreviewAnswer"];
                };
            };
        };
    };
    told_statement: {
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
                "application/json": components["schemas"]["ToldBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.StatementAnswer"];
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.HistogramAnswer"];
                };
            };
        };
    };
    get_transparency: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.FiguresAnswer"];
                };
            };
        };
    };
    list_submissions: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.SubmissionsAnswer"];
                };
            };
        };
    };
    retry_submission: {
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.SubmissionAnswer"];
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.UserListAnswer"];
                };
            };
        };
    };
    erase_user_data: {
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.ErasureAnswer"];
                };
            };
        };
    };
    explain_user: {
        parameters: {
            query?: {
                as_of?: string | null;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["gavel.StrikesAnswer"];
                };
            };
        };
    };
    list_block_lists: {
        parameters: {
            query?: {
                user_id?: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.BlockListsAnswer"];
                };
            };
        };
    };
    create_block_list: {
        parameters: {
            query?: {
                user_id?: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.OneBlockListAnswer"];
                };
            };
        };
    };
    import_block_list: {
        parameters: {
            query?: {
                user_id?: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.StartedTaskAnswer"];
                };
            };
        };
    };
    get_block_list: {
        parameters: {
            query?: {
                user_id?: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.OneBlockListAnswer"];
                };
            };
        };
    };
    update_block_list: {
        parameters: {
            query?: {
                user_id?: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.OneBlockListAnswer"];
                };
            };
        };
    };
    delete_block_list: {
        parameters: {
            query?: {
                user_id?: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.Nothing"];
                };
            };
        };
    };
    get_action_config: {
        parameters: {
            query?: {
                user_id?: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.ActionConfigAnswer"];
                };
            };
        };
    };
    upsert_action_config: {
        parameters: {
            query?: {
                user_id?: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.OneButtonAnswer"];
                };
            };
        };
    };
    ban: {
        parameters: {
            query?: {
                user_id?: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.Nothing"];
                };
            };
        };
    };
    upsert_config: {
        parameters: {
            query?: {
                user_id?: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.OnePolicyAnswer"];
                };
            };
        };
    };
    get_config: {
        parameters: {
            query?: {
                user_id?: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.OnePolicyAnswer"];
                };
            };
        };
    };
    delete_config: {
        parameters: {
            query?: {
                user_id?: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.Nothing"];
                };
            };
        };
    };
    query_configs: {
        parameters: {
            query?: {
                user_id?: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.PoliciesAnswer"];
                };
            };
        };
    };
    list_queues: {
        parameters: {
            query?: {
                connection_id?: string;
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.QueuesAnswer"];
                };
            };
        };
    };
    create_queue: {
        parameters: {
            query?: {
                user_id?: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.OneQueueAnswer"];
                };
            };
        };
    };
    get_queue: {
        parameters: {
            query?: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.OneQueueAnswer"];
                };
            };
        };
    };
    update_queue: {
        parameters: {
            query?: {
                user_id?: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.OneQueueAnswer"];
                };
            };
        };
    };
    delete_queue: {
        parameters: {
            query?: {
                user_id?: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.OneQueueAnswer"];
                };
            };
        };
    };
    query_review_queue: {
        parameters: {
            query?: {
                user_id?: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.QueueAnswer"];
                };
            };
        };
    };
    get_review_queue_item: {
        parameters: {
            query?: {
                user_id?: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.QueueItemAnswer"];
                };
            };
        };
    };
    submit_action: {
        parameters: {
            query?: {
                user_id?: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.DecidedAnswer"];
                };
            };
        };
    };
    unban: {
        parameters: {
            query: {
                user_id?: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.Nothing"];
                };
            };
        };
    };
    get_user_moderation_report: {
        parameters: {
            query: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.UserReportAnswer"];
                };
            };
        };
    };
    get_task: {
        parameters: {
            query?: {
                user_id?: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.StreamTaskAnswer"];
                };
            };
        };
    };
    query_users: {
        parameters: {
            query?: {
                user_id?: string;
                connection_id?: string;
                payload?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.FoundUsersAnswer"];
                };
            };
        };
    };
    update_users: {
        parameters: {
            query?: {
                user_id?: string;
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.UsersAnswer"];
                };
            };
        };
    };
    update_users_partial: {
        parameters: {
            query?: {
                user_id?: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duration: string;
                        not_in_effect?: string[];
                    } & components["schemas"]["stream.UsersAnswer"];
                };
            };
        };
    };
}
