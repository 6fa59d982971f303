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
            takes?: {
                [key: string]: "string" | "integer" | "number" | "boolean";
            };
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
        BulkActionAppealsRequest: {
            /** @enum {string} */
            action_type: "unban" | "restore" | "unblock" | "mark_reviewed" | "reject_appeal";
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
            /** @default null */
            user_id?: string | null;
            /** @default null */
            user?: components["schemas"]["ActingUser"] | null;
        };
        Bypass: {
            /** @default null */
            target_user_id?: string | null;
            /** @default null */
            enabled?: boolean | null;
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
        NoteBody: {
            /** @default null */
            item_id?: string | null;
            /** @default null */
            target_user_id?: string | null;
            text: string;
            /** @default null */
            user_id?: string | null;
        };
        Options: Record<string, never>;
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
            /** @default  */
            translate_url?: string;
        };
        QueryAppealsRequest: {
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
        Reasoned: {
            /** @default null */
            reason?: string | null;
        };
        RejectAppeal: {
            decision_reason: string;
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
        SkipBody: {
            item_id: string;
            /** @default null */
            reason?: string | null;
            /** @default null */
            user_id?: string | null;
        };
        SpamManagerBody: {
            /** @default false */
            enabled?: boolean;
            /** @default 35 */
            min_text_length?: number;
            /** @default 3 */
            propose_from?: number;
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
        UserChange: {
            id: string;
            /** @default null */
            set?: components["schemas"]["SetFields"] | null;
            /** @default null */
            unset?: string[] | null;
        };
        "gavel.ActionsAnswer": {
            actions: components["schemas"]["gavel.ShownAction"][];
            next: string | null;
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
        "gavel.ChangeAnswer": {
            of: string;
            before: number | string | boolean | null;
            after: string;
        };
        "gavel.ClauseAnswer": {
            type: string;
            text: string;
            holds: boolean | null;
            values: {
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
        "gavel.DeliveriesAnswer": {
            deliveries: components["schemas"]["gavel.ListedDelivery"][];
            next: string | null;
        };
        "gavel.DeliveryAnswer": {
            delivery: components["schemas"]["gavel.ShownDelivery"];
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
            kind: "action" | "hook" | "url" | "events";
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
        "gavel.FacadeSettings": {
            policy: string | null;
            calls_are_checks: boolean;
            perspective_scale: boolean | null;
            refuse_not_judged: boolean;
            keep_suggested_texts: boolean;
        };
        "gavel.FiredAnswer": {
            rule_version: number;
            quiet: boolean;
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
        "gavel.HeldCondition": {
            type: string;
            text: string;
            values: {
                [key: string]: unknown;
            };
            negated: boolean;
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
            not_judged?: string[];
        };
        "gavel.Limits": {
            calls: number | null;
            tokens: number | null;
            money: number | null;
        };
        "gavel.ListedDelivery": {
            id: string;
            endpoint: string;
            /** @enum {string} */
            endpoint_kind: "action" | "hook" | "url" | "events";
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
            kind: "action" | "flag" | "report" | "rule" | "delivery" | "escalation" | "review" | "engine" | "appeal" | "feedback" | "strike" | "expiry" | "member" | "note" | "skip";
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
            revision?: number;
            effects?: components["schemas"]["gavel.RuleEffect"][];
            undone?: components["schemas"]["gavel.Undone"];
        };
        "gavel.MarkReadAnswer": {
            marked: number;
            unread: number;
        };
        "gavel.NoteAnswer": {
            note: components["schemas"]["gavel.ShownNote"];
        };
        "gavel.NotesAnswer": {
            notes: components["schemas"]["gavel.ShownNote"][];
            next: string | null;
        };
        "gavel.Nothing": Record<string, never>;
        "gavel.OldestWaiting": {
            id: string;
            state: string;
            /** Format: date-time */
            created_at: string;
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
        "gavel.PlaceAnswer": {
            index: number;
            second: number | null;
            term: string;
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
        };
        "gavel.ReportsAnswer": {
            reports: components["schemas"]["gavel.ReportView"][];
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
        "gavel.SettingsAnswer": {
            settings: components["schemas"]["gavel.ShownSettings"];
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
            paused?: components["schemas"]["gavel.Pause"];
            takes: {
                [key: string]: "string" | "integer" | "number" | "boolean";
            };
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
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
            endpoint_kind: "action" | "hook" | "url" | "events";
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
        "gavel.ShownEndpoint": {
            id: string;
            /** @enum {string} */
            kind: "action" | "hook" | "url" | "events";
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
        "gavel.ShownModerator": {
            name: string;
            decided: number;
            kept: number;
            removed: number;
            escalated: number;
            overturned: number;
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
            rules_paused: components["schemas"]["gavel.Pause"] | null;
            keep_inputs: string | number;
            inputs_kept_days: number;
            /** @enum {string} */
            count_evaluations: "all" | "sampled";
            exempt: components["schemas"]["gavel.Exemptions"];
            spam_manager: components["schemas"]["gavel.SpamSettings"];
            signing_secrets_count: number;
            public_keys: string[];
            /** Format: date-time */
            updated_at?: string;
        };
        "gavel.SpamSettings": {
            enabled: boolean;
            min_text_length: number;
            propose_from: number;
        };
        "gavel.SpanAnswer": {
            start: number;
            end: number;
            term: string;
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
        "gavel.StrikesAnswer": {
            user_id: string;
            strikes: components["schemas"]["gavel.Strike"][];
            totals: {
                [key: string]: number;
            };
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
        "gavel.Undone": {
            undo_id: string;
            /** Format: date-time */
            at: string;
            actions: string[];
            earlier: string[];
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
            user: components["schemas"]["stream.UserAnswer"];
        };
        "stream.AppealsAnswer": {
            next?: string;
            prev?: string;
            items: (components["schemas"]["stream.AppealAnswer"] | components["schemas"]["stream.AppealItemAnswer"])[];
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
        "stream.BulkAnswer": {
            results: components["schemas"]["stream.BulkResult"][];
            errors: components["schemas"]["stream.BulkError"][];
        };
        "stream.BulkError": {
            appeal_id: string;
            error: string;
        };
        "stream.BulkResult": {
            appeal_id: string;
            appeal_item: components["schemas"]["stream.AppealItemAnswer"];
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
            not_judged?: string[];
        };
        "stream.MuteAnswer": {
            created_at: number;
            updated_at: number;
            user: components["schemas"]["stream.UserAnswer"];
            target: components["schemas"]["stream.UserAnswer"];
            expires?: number;
        };
        "stream.Nothing": Record<string, never>;
        "stream.OneAppealAnswer": {
            item: components["schemas"]["stream.AppealAnswer"] | components["schemas"]["stream.AppealItemAnswer"];
        };
        "stream.OneButtonAnswer": {
            action_config: components["schemas"]["stream.ButtonAnswer"];
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
    get_appeal: {
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
                    } & components["schemas"]["stream.OneAppealAnswer"];
                };
            };
        };
    };
    query_appeals: {
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
                "application/json": components["schemas"]["QueryAppealsRequest"];
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
                    } & components["schemas"]["stream.AppealsAnswer"];
                };
            };
        };
    };
    bulk_action_appeals: {
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
                "application/json": components["schemas"]["BulkActionAppealsRequest"];
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
                    } & components["schemas"]["stream.BulkAnswer"];
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
