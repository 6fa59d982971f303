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
        /** Reasoned */
        Reasoned: {
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
        };
        /** RejectAppeal */
        RejectAppeal: {
            /** Decision Reason */
            decision_reason: string;
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
        /** ActionsAnswer */
        "gavel.ActionsAnswer": {
            /** Actions */
            actions: components["schemas"]["gavel.ShownAction"][];
            /** Next */
            next: string | null;
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
        /** MarkReadAnswer */
        "gavel.MarkReadAnswer": {
            /** Marked */
            marked: number;
            /** Unread */
            unread: number;
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
        /** ReportsAnswer */
        "gavel.ReportsAnswer": {
            /** Reports */
            reports: components["schemas"]["gavel.ReportView"][];
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
        /** SettingsAnswer */
        "gavel.SettingsAnswer": {
            settings: components["schemas"]["gavel.ShownSettings"];
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
         * ShownDay
         * @description `date` is UTC's. `automatic` are those that came because engines or rules asked for more than
         *     a look.
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
        /** OneButtonAnswer */
        "stream.OneButtonAnswer": {
            action_config: components["schemas"]["stream.ButtonAnswer"];
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
