/* Made by `npm run client` from the OpenAPI document; a test holds the two together. */

export interface paths {
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller, as the token says */
        get: operations["me_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cases the caller sees, page by page */
        get: operations["case_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One case, with what the caller may do */
        get: operations["case_view"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events of a case, oldest first */
        get: operations["case_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened and what will happen by itself, in words */
        get: operations["case_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The arithmetic of each deadline */
        get: operations["case_clock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One command on a case */
        post: operations["case_command"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/clock/advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Moves the clock of a sandbox case */
        post: operations["case_advance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Opens a case from a notice
         * @description 201 for a new case; 200 with `repeat` for the same notice again, with `amendment` for other content under the same number.
         */
        post: operations["notice_ingest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Opens cases from a list of notices, with a line of result for each of its lines
         * @description NDJSON, CSV (UTF-8 or GB18030) or XLSX; 10,000 notice lines and 32 MiB at most. The list is kept, then worked off while you read: one JSON object on each line, `type` batch, line, progress or summary. Rows of a table with the same issuer, notice number and merchant are one notice. Cut off half way, the same list sent again goes on: what is done answers REPEAT.
         */
        post: operations["batch_take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A list and how far it is, with its control totals and its file */
        get: operations["batch_view"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/batches/{id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of the lines of a list, in its order */
        get: operations["batch_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/batches/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file of a list as it is kept */
        get: operations["batch_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/materials/{code}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Uploads a paper for an item of the checklist
         * @description PDF, JPEG or PNG by content, 10 MiB at most. By INTAKE it counts as on behalf of the merchant.
         */
        post: operations["material_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads a paper */
        get: operations["material_download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/papers/expiring": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Papers on file that expire, the first to expire first
         * @description Accepted papers of real cases which no newer one of the same merchant replaces, and what the merchant was told: 90, 30 and 7 days before.
         */
        get: operations["paper_expiring"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/impact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Estimate of what the suspension does to its merchant, with the window of the data
         * @description With `at`, as it was known at that instant of the case’s own time: from what had happened, and the turnover handed in, by then. `at` = `openedAt` is the estimate at opening.
         */
        get: operations["impact_impact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/turnover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Hands in the usual turnover of the merchant */
        put: operations["impact_handIn"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Shows personal data of the merchant for five minutes; written down with fields and reason
         * @description For staff who can act in the case now. Everywhere else the same data is masked. The same request with the same Idempotency-Key shows it again until `expiresAt`.
         */
        post: operations["reveal_show"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner/v1/signals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tells what has happened
         * @description 200 with what became of it within 2 s, else 202 with its status address; `Prefer: respond-async` asks for 202 at once, and its case is looked for afterwards. The same id and body again gets the present outcome.
         */
        post: operations["signal_signal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner/v1/signals/{signalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of a signal */
        get: operations["signal_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner/v1/native/{profile}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a message in the partner’s own format
         * @description Profiles: `unionpay`, `wechat`, `lakala`, `allinpay`, `ums`, `shengpay`. The answer has that partner’s form.
         */
        post: operations["native_take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cases by notice or merchant */
        get: operations["partnerCase_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner/v1/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A case: its state, what the merchant owes, what is restricted, whom it waits for */
        get: operations["partnerCase_view"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner/v1/cases/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What partners were told of a case, without a gap, each with the hash of the one before */
        get: operations["partnerCase_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner/v1/cases/{id}/materials/{code}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Uploads a paper of the merchant
         * @description As staff do; a resend under the same Idempotency-Key is answered as the first.
         */
        post: operations["partnerCase_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders to lift or apply a restriction, oldest first */
        get: operations["order_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner/v1/orders/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers an order */
        post: operations["order_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner/v1/endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller’s endpoints */
        get: operations["endpoint_list"];
        put?: never;
        /** Adds an endpoint; its secret is shown this once */
        post: operations["endpoint_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner/v1/endpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes an endpoint */
        delete: operations["endpoint_remove"];
        options?: never;
        head?: never;
        /** Changes an endpoint, or enables it again */
        patch: operations["endpoint_change"];
        trace?: never;
    };
    "/partner/v1/endpoints/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives an endpoint a new secret; for 24 h the old one signs too */
        post: operations["endpoint_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner/v1/endpoints/{id}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Has everything told in a range of time told once more */
        post: operations["endpoint_redeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner/v1/endpoints/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sent to an endpoint and how it went, youngest first */
        get: operations["endpoint_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner/v1/sandbox/cases/{id}/advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Moves the clock of a sandbox case */
        post: operations["sandbox_advance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner/v1/sandbox/cases/{id}/play": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets institution and network act by a script, until it is the merchant’s or the partner’s turn */
        post: operations["sandbox_play"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partner-alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Signals that have waited for a day, and webhook messages that were given up
         * @description The oldest 200 of each. A signal is here until it fits its case, or its case is over; a message until it has arrived.
         */
        get: operations["alarm_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner/v1/days/{day}/control-total": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is here of the notices dated this day, and what is missing
         * @description Reckoned anew each time: a notice that comes late closes its gap.
         */
        get: operations["controlTotal_ask"];
        /**
         * Tells how many notices of the caller’s own are dated this day
         * @description With `lastSequence`, the running number of the last one, or with all `noticeNos`, the answer names the ones that never came. May be told again: nothing is overwritten, the last counts.
         */
        put: operations["controlTotal_tell"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner/v1/status-files/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What we hold stopped of the partner’s merchants at the end of a day (Beijing)
         * @description In order, each place once; the closing line carries the totals and the SHA-256 of every byte before it. CSV with `Accept: text/csv`. Of merchants that were the partner’s own at that time, and never with a reason.
         */
        get: operations["statusFile_give"];
        put?: never;
        /**
         * Hands in what the partner holds stopped at the end of a day
         * @description Kept as it came and compared with our record at that time; each difference is followed until a later list no longer shows it. The same list again is answered as before, with 200.
         */
        post: operations["statusFile_take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/partner/v1/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Differences between the caller’s lists and what we hold, the oldest first
         * @description `owner` PARTNER: the caller has to lift, or to send the notice it has not sent.
         */
        get: operations["ownDifference_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/completeness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Issuers’ days: what was told, what came, which numbers are missing or unknown to the issuer
         * @description The last seven days unless said, 31 at most. Who works for some institutions only sees the notices of those, and no total: it is over all.
         */
        get: operations["completeness_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Differences between what partners hold stopped and what we do, the oldest first
         * @description Each with who has to explain it and its age in days since it was first seen. One of which nobody knows the institution is shown to those who work for all.
         */
        get: operations["difference_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/differences/{id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says why a difference is right as it is */
        post: operations["difference_explain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every released policy */
        get: operations["policy_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What differs between two policies */
        get: operations["policy_diff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One policy with its tables */
        get: operations["policy_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/graph": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The transition table as a graph */
        get: operations["policy_graph"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/migration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The gap list of a case for another policy
         * @description Rehearses MIGRATE_POLICY and moves nothing. Clocks that have begun are never shortened.
         */
        get: operations["migration_rehearse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Starts a frozen case again from its record; two persons
         * @description The first person’s call is the proposal, shown as `frozen.proposal` of the case; that of another person of the other role starts it.
         */
        post: operations["resume_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/v1/cases/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The Temporal history of every run of a case */
        get: operations["audit_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/v1/cases/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replays a case on the present workflow code and compares it with the record
         * @description It computes and changes nothing. One replay at a time in a process; further ones wait their turn.
         */
        post: operations["audit_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/v1/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far the archive of histories is behind the runs that have ended
         * @description Anything overdue is an alarm: Temporal does not keep ended runs for ever.
         */
        get: operations["audit_archive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/v1/refusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Refused commands, newest first: who, what, which rule */
        get: operations["ledger_refusals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/v1/access-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Looks at cases and documents, newest first: who, what, when */
        get: operations["ledger_looks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/v1/reveals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Personal data that was shown, newest first: to whom, which fields, why */
        get: operations["ledger_reveals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/v1/cases/{id}/conformance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The path of a case against the graph of its policy: skipped, late, repeated and impossible steps */
        get: operations["conformance_path"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/v1/process-map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which ways cases have gone, how many and how fast */
        get: operations["conformance_map"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/v1/four-eyes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every decision with its two persons: who made, who checked, on which evidence */
        get: operations["conformance_fourEyes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/v1/replay-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begins a replay of a sample of cases, or of all
         * @description The workers’ replay processes carry it out; `GET /audit/v1/replay-runs/{id}` tells how far they are. It goes on after whatever stops them.
         */
        post: operations["replayRun_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/v1/replay-runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a replay of many cases is, and what it has found */
        get: operations["replayRun_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/v1/replay-runs/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The signed report of a finished replay
         * @description A page for people with `format=html`, or where `Accept` asks for `text/html`.
         */
        get: operations["replayRun_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/v1/replay-runs/{id}/verdicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The verdict on each case of a replay, in the order they were taken */
        get: operations["replayRun_verdicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/v1/checkpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Signed heads of the audit log, newest first */
        get: operations["proof_checkpoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/v1/checkpoints/latest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last signed head of the audit log */
        get: operations["proof_latest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public keys that sign, oldest first */
        get: operations["proof_keys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/v1/cases/{id}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proof that a case’s head is in the audit log, and that the log only grew */
        get: operations["proof_proof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/v1/cases/{id}/bundle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The decision bundle of a case: everything needed to verify it without a server
         * @description A head of the log is signed for it. `npm run verify -- <file>` checks it; so does `verify.py`.
         */
        get: operations["proof_bundle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/v1/cases/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The case as it was after an event, or at an instant of its own time
         * @description With what anybody could do then, deadlines and forecast as they stood, and personal data masked as today.
         */
        get: operations["timeTravel_state"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/v1/cases/{id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed in a case from one event to another */
        get: operations["timeTravel_diff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process runs */
        get: operations["health_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process can serve: database and Temporal answer */
        get: operations["health_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures for Prometheus */
        get: operations["health_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["docs_openApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/asyncapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Signals and webhooks as an AsyncAPI 3 document */
        get: operations["docs_asyncApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The contract as a page */
        get: operations["docs_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Signals and webhooks as a page */
        get: operations["docs_messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/start.js": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Starts the page */
        get: operations["docs_start"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/{asset}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Script, style or picture of the page */
        get: operations["docs_asset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Problem
         * @description A failed answer (RFC 9457). Clients act on `code`.
         */
        Problem: {
            type: string;
            title: string;
            status: number;
            /**
             * @example request.invalid
             * @example idempotency.missing
             * @example auth.missing
             * @example auth.invalid
             * @example signature.invalid
             * @example signature.stale
             * @example signature.replayed
             * @example auth.role
             * @example case.not-found
             * @example document.not-found
             * @example signal.not-found
             * @example batch.not-found
             * @example endpoint.not-found
             * @example order.not-found
             * @example replay-run.not-found
             * @example difference.not-found
             * @example policy.not-found
             * @example route.not-found
             * @example transition.not-allowed
             * @example case.stale
             * @example case.closed
             * @example case.frozen
             * @example case.not-frozen
             * @example case.already-open
             * @example replay-run.not-done
             * @example idempotency.running
             * @example request.expired
             * @example signal.body-changed
             * @example difference.not-open
             * @example day.not-over
             * @example sandbox.only
             * @example body.too-large
             * @example media.unsupported
             * @example idempotency.mismatch
             * @example endpoint.address-refused
             * @example guard.*
             * @example rate.limited
             * @example internal.error
             * @example dependency.unavailable
             */
            code: string;
            detail?: string;
            detailZh?: string;
            /** @description With `request.invalid`: what is wrong, each with a JSON Pointer into the body. */
            errors?: {
                pointer: string;
                message: string;
            }[];
        };
        Case: {
            caseId: string;
            seq: number;
            cycle: number;
            /** @enum {string} */
            state: "NOTICE_RECEIVED" | "NOTICE_CONFIRMED" | "MATERIALS_REQUESTED" | "SUBMITTED" | "UNDER_REVIEW" | "SUPPLEMENT_REQUIRED" | "UNDER_INVESTIGATION" | "RECTIFICATION" | "PENDING_EXTERNAL_DECISION" | "APPROVED" | "REINSTATING" | "PARTIALLY_REINSTATED" | "FOLLOW_UP" | "REJECTED" | "APPEAL_REVIEW" | "AWAITING_SERVICE" | "ON_HOLD" | "CLOSED_REINSTATED" | "CLOSED_REJECTED" | "CLOSED_TERMINATED" | "CLOSED_WITHDRAWN" | "CLOSED_EXPIRED" | "CLOSED_MERGED" | "CLOSED_INVALID";
            stateText: components["schemas"]["Words"];
            /** Format: date-time */
            stateSince: string;
            /** Format: date-time */
            openedAt: string;
            closedAt: string | null;
            /** @enum {string} */
            issuer: "UNIONPAY" | "UMS" | "LAKALA" | "SHENGPAY" | "ALLINPAY" | "ACQUIRER" | "AUTHORITY";
            noticeNo: string;
            noticeDate: string;
            /** Format: date-time */
            effectiveAt: string;
            merchantNo: string;
            /** @enum {string} */
            merchantKind: "ENTERPRISE" | "INDIVIDUAL_BUSINESS" | "MICRO_PERSON" | "INSTITUTION";
            institutionCode: string;
            reasons: {
                /** @enum {string} */
                code: "TRADING_VIOLATION" | "ILLEGAL_OPERATION" | "SETTLEMENT_ACCOUNT_ABNORMAL" | "MAINTENANCE" | "QUALIFICATION_EXPIRED" | "SYSTEM_FAILURE" | "POLICY_CHANGE" | "HARDWARE_DAMAGE" | "NATURAL_DISASTER" | "OTHER" | "INACTIVITY" | "TERMINAL_MISMATCH" | "AUTHORITY_FREEZE";
                /** @enum {string} */
                track: "REVIEW" | "SERVICE" | "HOLD" | "TRIAGE";
            }[];
            linkedTo: string | null;
            mergedInto: string | null;
            scope: {
                itemId: string;
                /** @enum {string} */
                level: "MERCHANT" | "STORE" | "TERMINAL";
                place: string;
                /** @enum {string} */
                capability: "ACCEPT_CARD" | "ACCEPT_CREDIT" | "ACCEPT_QR" | "REFUND" | "SETTLEMENT" | "WITHDRAW" | "PREAUTH" | "PREAUTH_COMPLETE" | "VOID" | "ACCEPT_CNP" | "ACCEPT_NO_PIN" | "ACCEPT_FOREIGN";
                /** @enum {string} */
                status: "STOP_ORDERED" | "SUSPENDED" | "RESTORE_REQUESTED" | "RESTORED" | "RESTORE_FAILED" | "REPLACED" | "DECOMMISSIONED" | "RE_SUSPENDED";
                reasons: ("TRADING_VIOLATION" | "ILLEGAL_OPERATION" | "SETTLEMENT_ACCOUNT_ABNORMAL" | "MAINTENANCE" | "QUALIFICATION_EXPIRED" | "SYSTEM_FAILURE" | "POLICY_CHANGE" | "HARDWARE_DAMAGE" | "NATURAL_DISASTER" | "OTHER" | "INACTIVITY" | "TERMINAL_MISMATCH" | "AUTHORITY_FREEZE")[];
                /** @enum {string} */
                decisionOwner: "UNIONPAY" | "AUTHORITY" | "INSTITUTION";
                /** @enum {string} */
                lifting: "NONE" | "PROPOSED" | "DECIDED";
                limitFen?: number;
                until?: string | null;
            }[];
            materials: {
                /** @enum {string} */
                code: "M01" | "M02" | "M03" | "M04" | "M05" | "M06" | "M07" | "M08" | "M09" | "M10" | "M11" | "M12" | "M13" | "M14" | "M15" | "M16" | "M17" | "M18" | "M19" | "M20" | "M21" | "M22" | "M23" | "M24" | "M25" | "M26" | "M27" | "R01" | "R02" | "R03" | "R04";
                /** @enum {string} */
                requirement: "REQUIRED" | "CONDITIONAL" | "OPTIONAL";
                /** @enum {string} */
                status: "REQUESTED" | "UPLOADED" | "ACCEPTED" | "REJECTED" | "WAIVED" | "EXPIRED";
                documents: {
                    documentId: string;
                    sha256: string;
                    round: number;
                }[];
                round: number;
                errorCode?: string;
            }[];
            transactions: {
                [key: string]: unknown;
            }[];
            deadlines: {
                /** @enum {string} */
                name: "T_STOP" | "T_FEEDBACK" | "T_HOLD_LIMIT" | "T_COMPLAINT" | "T_CONFIRM" | "T_TRIAGE" | "T_CONTACT" | "T_MATERIALS" | "T_GRACE" | "T_COMPLETENESS" | "T_REVIEW" | "T_SUPPLEMENT" | "T_INVESTIGATE" | "T_RECTIFY" | "T_EXTERNAL" | "T_REINSTATE" | "T_APPEAL_WINDOW" | "T_APPEAL" | "T_RESUBMIT" | "T_SERVICE" | "T_PROBE" | "T_REPORT" | "T_HOLD_END" | "T_TEMPORARY" | "T_FOLLOWUP" | "T_EFFECTIVE";
                /** @enum {string} */
                owner: "MERCHANT" | "INSTITUTION" | "EXTERNAL";
                /** @enum {string} */
                status: "WAITING" | "RUNNING" | "PAUSED" | "MET" | "PASSED" | "VOID";
                /** @enum {string} */
                unit: "WORKING" | "NATURAL";
                dueAt: string | null;
                /** @description ISO 8601, in the deadline’s own kind of time. */
                remaining: string;
                extensions: number;
                marks: {
                    mark: string;
                    /** Format: date-time */
                    at: string;
                    fired: boolean;
                }[];
            }[];
            evidenceHash: string;
            recommendation: {
                /** @enum {string} */
                opinion: "APPROVE" | "REJECT";
                by: string;
                /** Format: date-time */
                at: string;
                evidenceHash: string;
            } | null;
            signOff: {
                by: string;
                evidenceHash: string;
            } | null;
            approval: {
                [key: string]: unknown;
            } | null;
            proposals: {
                [key: string]: unknown;
            }[];
            checkpoints: {
                [key: string]: unknown;
            }[];
            findings: {
                [key: string]: unknown;
            }[];
            supplementRounds: number;
            amendment: {
                [key: string]: unknown;
            } | null;
            assignee: string | null;
            priority: number;
            escalation: number;
            /** @enum {string} */
            queue: "INTAKE" | "REVIEWER" | "SENIOR_REVIEWER" | "INVESTIGATOR" | "COMPLIANCE" | "OPS" | "FIELD_SERVICE" | "MERCHANT" | "EXTERNAL" | "FOLLOW_UP" | "CLOSED";
            allowedActions: {
                command: string;
                fields: string[];
            }[];
            blockedOn: {
                what: string;
                whatText: components["schemas"]["Words"];
                /** @enum {string} */
                owner: "INTAKE" | "REVIEWER" | "SENIOR_REVIEWER" | "INVESTIGATOR" | "COMPLIANCE" | "SETTLEMENT_OPS" | "OPS" | "FIELD_SERVICE" | "LEAD" | "AUDITOR" | "ADMIN" | "MERCHANT" | "AGENT" | "UNIONPAY" | "PARTNER" | "AUTHORITY" | "SYSTEM";
                /** Format: date-time */
                since: string;
            }[];
            estimatedRestore: {
                /** Format: date-time */
                from: string;
                /** Format: date-time */
                to: string;
            } | null;
            nextDueAt: string | null;
            frozen: {
                /** Format: date-time */
                since: string;
                cause: string;
                proposal: {
                    by: string;
                    as: ("INTAKE" | "REVIEWER" | "SENIOR_REVIEWER" | "INVESTIGATOR" | "COMPLIANCE" | "SETTLEMENT_OPS" | "OPS" | "FIELD_SERVICE" | "LEAD" | "AUDITOR" | "ADMIN" | "MERCHANT" | "AGENT" | "UNIONPAY" | "PARTNER" | "AUTHORITY" | "SYSTEM")[];
                    /** Format: date-time */
                    at: string;
                } | null;
            } | null;
            /** @enum {string} */
            source: "record" | "workflow";
            sandbox: boolean;
            /** Format: date-time */
            now: string;
            policyVersion: string;
            calendarVersion: string;
            chainHead: string;
        };
        Words: {
            zh: string;
            en: string;
        };
        CaseEvent: {
            seq: number;
            type: string;
            /** Format: date-time */
            at: string;
            /** @description Null where it is not known yet. */
            recordedAt: string | null;
            actor: components["schemas"]["Actor"];
            requestId: string;
            policyVersion: string;
            payload: {
                row: string;
                fields: {
                    [key: string]: unknown;
                };
                changes: {
                    [key: string]: unknown;
                };
            } & {
                [key: string]: unknown;
            };
            hash: string;
            previousHash: string;
        };
        Actor: {
            id: string;
            /** @enum {string} */
            role: "INTAKE" | "REVIEWER" | "SENIOR_REVIEWER" | "INVESTIGATOR" | "COMPLIANCE" | "SETTLEMENT_OPS" | "OPS" | "FIELD_SERVICE" | "LEAD" | "AUDITOR" | "ADMIN" | "MERCHANT" | "AGENT" | "UNIONPAY" | "PARTNER" | "AUTHORITY" | "SYSTEM";
            /** @constant */
            onBehalfOf?: "MERCHANT";
        };
        Command: {
            /** @constant */
            command: "CONFIRM_NOTICE";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
        } | {
            /** @constant */
            command: "MARK_INVALID";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            reason: string;
        } | {
            /** @constant */
            command: "CLASSIFY";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            reasonCodes: ("TRADING_VIOLATION" | "ILLEGAL_OPERATION" | "SETTLEMENT_ACCOUNT_ABNORMAL" | "MAINTENANCE" | "QUALIFICATION_EXPIRED" | "SYSTEM_FAILURE" | "POLICY_CHANGE" | "HARDWARE_DAMAGE" | "NATURAL_DISASTER" | "OTHER" | "INACTIVITY" | "TERMINAL_MISMATCH" | "AUTHORITY_FREEZE")[];
            subs?: ("LICENCE_EXPIRED" | "LICENCE_REVOKED" | "NOT_MEETING_REQUIREMENTS" | "LEGAL_ID_EXPIRED" | "PERMIT_EXPIRED" | "ACCOUNT_WRONG" | "ACCOUNT_FROZEN" | "ACCOUNT_CLOSED" | "DEBIT_FAILED" | "CASH_OUT" | "TERMINAL_MOVED" | "MCC_FALSIFIED" | "ROUTE_SWITCHED" | "ONE_TERMINAL_MANY_CODES" | "SKIMMING" | "SECOND_CLEARING" | "FREQUENT_LARGE" | "FICTITIOUS_TRADE" | "SOFTWARE" | "NETWORK" | "TAMPER_ALARM" | "STOLEN" | "BROKEN" | "CLASS_INELIGIBLE" | "TERMINAL_UPGRADE" | "PERMIT_NEEDED" | "OWNER_DISCLOSURE" | "RELOCATED" | "NO_TRADE_3_MONTHS" | "NO_TRADE_12_MONTHS" | "LOCATION_DEVIATES" | "ELEMENTS_DIFFER" | "ISSUER_SIDE_LIMIT")[];
            facts?: ("hitUpheld" | "disputes" | "accountChanges" | "accountFrozen" | "nameDiffers" | "addressChanges" | "oldLicence" | "industryPermit" | "ownerChanges" | "licenceExpired" | "legalIdExpired" | "permitExpired")[];
        } | {
            /** @constant */
            command: "RECLASSIFY";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            reasonCodes: ("TRADING_VIOLATION" | "ILLEGAL_OPERATION" | "SETTLEMENT_ACCOUNT_ABNORMAL" | "MAINTENANCE" | "QUALIFICATION_EXPIRED" | "SYSTEM_FAILURE" | "POLICY_CHANGE" | "HARDWARE_DAMAGE" | "NATURAL_DISASTER" | "OTHER" | "INACTIVITY" | "TERMINAL_MISMATCH" | "AUTHORITY_FREEZE")[];
            reason: string;
            subs?: ("LICENCE_EXPIRED" | "LICENCE_REVOKED" | "NOT_MEETING_REQUIREMENTS" | "LEGAL_ID_EXPIRED" | "PERMIT_EXPIRED" | "ACCOUNT_WRONG" | "ACCOUNT_FROZEN" | "ACCOUNT_CLOSED" | "DEBIT_FAILED" | "CASH_OUT" | "TERMINAL_MOVED" | "MCC_FALSIFIED" | "ROUTE_SWITCHED" | "ONE_TERMINAL_MANY_CODES" | "SKIMMING" | "SECOND_CLEARING" | "FREQUENT_LARGE" | "FICTITIOUS_TRADE" | "SOFTWARE" | "NETWORK" | "TAMPER_ALARM" | "STOLEN" | "BROKEN" | "CLASS_INELIGIBLE" | "TERMINAL_UPGRADE" | "PERMIT_NEEDED" | "OWNER_DISCLOSURE" | "RELOCATED" | "NO_TRADE_3_MONTHS" | "NO_TRADE_12_MONTHS" | "LOCATION_DEVIATES" | "ELEMENTS_DIFFER" | "ISSUER_SIDE_LIMIT")[];
            facts?: ("hitUpheld" | "disputes" | "accountChanges" | "accountFrozen" | "nameDiffers" | "addressChanges" | "oldLicence" | "industryPermit" | "ownerChanges" | "licenceExpired" | "legalIdExpired" | "permitExpired")[];
        } | {
            /** @constant */
            command: "ACCEPT_AMENDMENT";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
        } | {
            /** @constant */
            command: "OPEN_INVESTIGATION";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            reason: string;
        } | {
            /** @constant */
            command: "INVESTIGATION_CLEARED";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            report: string;
            /** @enum {string} */
            to: "UNDER_REVIEW" | "MATERIALS_REQUESTED";
        } | {
            /** @constant */
            command: "INVESTIGATION_CONFIRMED";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            report: string;
            /** @enum {string} */
            outcome: "RECTIFICATION" | "REJECTED" | "CLOSED_TERMINATED";
        } | {
            /** @constant */
            command: "ACCEPT_MATERIAL";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            /** @enum {string} */
            code: "M01" | "M02" | "M03" | "M04" | "M05" | "M06" | "M07" | "M08" | "M09" | "M10" | "M11" | "M12" | "M13" | "M14" | "M15" | "M16" | "M17" | "M18" | "M19" | "M20" | "M21" | "M22" | "M23" | "M24" | "M25" | "M26" | "M27" | "R01" | "R02" | "R03" | "R04";
            documentIds?: string[];
        } | {
            /** @constant */
            command: "REJECT_MATERIAL";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            /** @enum {string} */
            code: "M01" | "M02" | "M03" | "M04" | "M05" | "M06" | "M07" | "M08" | "M09" | "M10" | "M11" | "M12" | "M13" | "M14" | "M15" | "M16" | "M17" | "M18" | "M19" | "M20" | "M21" | "M22" | "M23" | "M24" | "M25" | "M26" | "M27" | "R01" | "R02" | "R03" | "R04";
            documentIds?: string[];
            errorCode: string;
            reason: string;
        } | {
            /** @constant */
            command: "WAIVE_MATERIAL";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            /** @enum {string} */
            code: "M01" | "M02" | "M03" | "M04" | "M05" | "M06" | "M07" | "M08" | "M09" | "M10" | "M11" | "M12" | "M13" | "M14" | "M15" | "M16" | "M17" | "M18" | "M19" | "M20" | "M21" | "M22" | "M23" | "M24" | "M25" | "M26" | "M27" | "R01" | "R02" | "R03" | "R04";
            reason: string;
        } | {
            /** @constant */
            command: "JUDGE_TRANSACTION";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            transactionId: string;
            /** @enum {string} */
            verdict: "EXPLAINED" | "PARTIAL" | "UNEXPLAINED" | "UPHELD";
        } | {
            /** @constant */
            command: "SUBMIT";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
        } | {
            /** @constant */
            command: "EXTEND";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            /** @enum {string} */
            deadline: "T_STOP" | "T_FEEDBACK" | "T_HOLD_LIMIT" | "T_COMPLAINT" | "T_CONFIRM" | "T_TRIAGE" | "T_CONTACT" | "T_MATERIALS" | "T_GRACE" | "T_COMPLETENESS" | "T_REVIEW" | "T_SUPPLEMENT" | "T_INVESTIGATE" | "T_RECTIFY" | "T_EXTERNAL" | "T_REINSTATE" | "T_APPEAL_WINDOW" | "T_APPEAL" | "T_RESUBMIT" | "T_SERVICE" | "T_PROBE" | "T_REPORT" | "T_HOLD_END" | "T_TEMPORARY" | "T_FOLLOWUP" | "T_EFFECTIVE";
            by: string;
            reason: string;
        } | {
            /** @constant */
            command: "COMPLETE_OK";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
        } | {
            /** @constant */
            command: "REQUEST_SUPPLEMENT";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            items: {
                /** @enum {string} */
                code: "M01" | "M02" | "M03" | "M04" | "M05" | "M06" | "M07" | "M08" | "M09" | "M10" | "M11" | "M12" | "M13" | "M14" | "M15" | "M16" | "M17" | "M18" | "M19" | "M20" | "M21" | "M22" | "M23" | "M24" | "M25" | "M26" | "M27" | "R01" | "R02" | "R03" | "R04";
                reason: string;
            }[];
        } | {
            /** @constant */
            command: "SUPPLEMENT_SUBMITTED";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
        } | {
            /** @constant */
            command: "REQUIRE_RECTIFICATION";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            findings: string[];
            measures?: ("R01" | "R02" | "R03" | "R04")[];
            dueAt?: string;
        } | {
            /** @constant */
            command: "PLAN_SUBMITTED";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            plan: string;
        } | {
            /** @constant */
            command: "PLAN_ACCEPTED";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
        } | {
            /** @constant */
            command: "PLAN_RETURNED";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            reason: string;
        } | {
            /** @constant */
            command: "RECTIFICATION_DONE";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            evidence: string;
        } | {
            /** @constant */
            command: "RECTIFICATION_VERIFIED";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
        } | {
            /** @constant */
            command: "RECTIFICATION_RETURNED";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            reason: string;
        } | {
            /** @constant */
            command: "RECOMMEND";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            /** @enum {string} */
            opinion: "APPROVE" | "REJECT";
            reason: string;
            evidenceHash: string;
        } | {
            /** @constant */
            command: "RETURN_TO_FIRST";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            reason: string;
        } | {
            /** @constant */
            command: "COMPLIANCE_SIGN_OFF";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            evidenceHash: string;
        } | {
            /** @constant */
            command: "APPROVE";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            scopeItemIds?: string[];
            conditions?: {
                perTransactionFen?: number;
                perDayFen?: number;
                perMonthFen?: number;
                without?: ("ACCEPT_CARD" | "ACCEPT_CREDIT" | "ACCEPT_QR" | "REFUND" | "SETTLEMENT" | "WITHDRAW" | "PREAUTH" | "PREAUTH_COMPLETE" | "VOID" | "ACCEPT_CNP" | "ACCEPT_NO_PIN" | "ACCEPT_FOREIGN")[];
                settlementDays?: number;
                ramp?: number[];
            };
            evidenceHash: string;
        } | {
            /** @constant */
            command: "REJECT";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            reasonCode: string;
            remedy: string;
        } | {
            /** @constant */
            command: "RECORD_EXTERNAL";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            /** @enum {string} */
            kind: "APPROVED" | "REJECTED" | "SUPPLEMENT" | "REVOKED" | "REINSTATED";
            refNo: string;
            receivedAt: string;
            documentId?: string;
        } | {
            /** @constant */
            command: "START_REINSTATE";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
        } | {
            /** @constant */
            command: "ITEM_RESTORED";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            itemId: string;
            firstTransaction?: string;
        } | {
            /** @constant */
            command: "ITEM_FAILED";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            itemId: string;
            reason: string;
        } | {
            /** @constant */
            command: "RETRY_ITEM";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            itemId: string;
        } | {
            /** @constant */
            command: "REPLACE_TERMINAL";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            itemId: string;
            newTerminalNo: string;
            newSn: string;
        } | {
            /** @constant */
            command: "DROP_ITEM";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            itemId: string;
            reason: string;
        } | {
            /** @constant */
            command: "STOP_CONFIRMED";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            itemId: string;
            at: string;
            evidence?: string;
        } | {
            /** @constant */
            command: "FEEDBACK_SENT";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            channel: string;
            documentId?: string;
        } | {
            /** @constant */
            command: "RECORD_CHECKPOINT";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            metrics: {
                [key: string]: number | string;
            };
            passed?: boolean;
        } | {
            /** @constant */
            command: "STEP_CONDITION";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            conditions: {
                perTransactionFen?: number;
                perDayFen?: number;
                perMonthFen?: number;
                without?: ("ACCEPT_CARD" | "ACCEPT_CREDIT" | "ACCEPT_QR" | "REFUND" | "SETTLEMENT" | "WITHDRAW" | "PREAUTH" | "PREAUTH_COMPLETE" | "VOID" | "ACCEPT_CNP" | "ACCEPT_NO_PIN" | "ACCEPT_FOREIGN")[];
                settlementDays?: number;
                ramp?: number[];
            };
        } | {
            /** @constant */
            command: "RE_SUSPEND";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            reasonCodes: ("TRADING_VIOLATION" | "ILLEGAL_OPERATION" | "SETTLEMENT_ACCOUNT_ABNORMAL" | "MAINTENANCE" | "QUALIFICATION_EXPIRED" | "SYSTEM_FAILURE" | "POLICY_CHANGE" | "HARDWARE_DAMAGE" | "NATURAL_DISASTER" | "OTHER" | "INACTIVITY" | "TERMINAL_MISMATCH" | "AUTHORITY_FREEZE")[];
            reason: string;
        } | {
            /** @constant */
            command: "RESUBMIT";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
        } | {
            /** @constant */
            command: "APPEAL";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            grounds: string;
        } | {
            /** @constant */
            command: "APPEAL_UPHELD";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            reason: string;
            /** @enum {string} */
            to: "APPROVED" | "UNDER_REVIEW";
        } | {
            /** @constant */
            command: "APPEAL_DENIED";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            reason: string;
        } | {
            /** @constant */
            command: "WITHDRAW";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            reason: string;
        } | {
            /** @constant */
            command: "HOLD";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            authority: string;
            document: string;
            kind: string;
            reason: string;
            until?: string;
            amountFen?: number;
            capabilities?: ("ACCEPT_CARD" | "ACCEPT_CREDIT" | "ACCEPT_QR" | "REFUND" | "SETTLEMENT" | "WITHDRAW" | "PREAUTH" | "PREAUTH_COMPLETE" | "VOID" | "ACCEPT_CNP" | "ACCEPT_NO_PIN" | "ACCEPT_FOREIGN")[];
        } | {
            /** @constant */
            command: "RELEASE";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            document: string;
        } | {
            /** @constant */
            command: "TEMPORARY_RELEASE";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            scopeItemIds: string[];
            until: string;
            reason: string;
        } | {
            /** @constant */
            command: "TERMINATE";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            reason: string;
        } | {
            /** @constant */
            command: "MERGE_INTO";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            targetCaseId: string;
        } | {
            /** @constant */
            command: "REOPEN";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            reason: string;
        } | {
            /** @constant */
            command: "APPLY_AGAIN";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
        } | {
            /** @constant */
            command: "VERIFY_ACCOUNT";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            amountFen: number;
            /** @enum {string} */
            result: "OK" | "FAILED";
        } | {
            /** @constant */
            command: "DEBIT_RETRIED";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            /** @enum {string} */
            result: "OK" | "FAILED";
        } | {
            /** @constant */
            command: "RECORD_OFFSET";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            amountFen: number;
            reason: string;
        } | {
            /** @constant */
            command: "RELEASE_FUNDS";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            amountFen: number;
            keepFen: number;
            reason: string;
        } | {
            /** @constant */
            command: "SERVICE_RESTORED";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
        } | {
            /** @constant */
            command: "WINDOW_CHANGED";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            end: string;
        } | {
            /** @constant */
            command: "ESCALATE";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            reason: string;
        } | {
            /** @constant */
            command: "REASSIGN";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            to: string;
        } | {
            /** @constant */
            command: "DECLINE";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            declined: string;
            reason: string;
        } | {
            /** @constant */
            command: "MERCHANT_ACKNOWLEDGED";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
        } | {
            /** @constant */
            command: "COMPLAINT";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            text: string;
        } | {
            /** @constant */
            command: "LOG_COMMUNICATION";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            /** @enum {string} */
            direction: "IN" | "OUT";
            /** @enum {string} */
            channel: "PHONE" | "SMS" | "MAIL" | "APP" | "PORTAL" | "LETTER";
            /** @enum {string} */
            party: "MERCHANT" | "AGENT" | "UNIONPAY" | "PARTNER" | "AUTHORITY" | "OTHER";
            summary: string;
            templateId?: string;
            at?: string;
            delivered?: boolean;
            read?: boolean;
            statutory?: boolean;
            recordingRef?: string;
            documentIds?: string[];
        } | {
            /** @constant */
            command: "SET_ALTERNATIVE";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            /** @enum {string} */
            type: "OTHER_PSP_QR" | "LOANER_TERMINAL" | "BANK_TRANSFER" | "CASH" | "E_CNY" | "PERSONAL_QR";
            provider?: string;
            start?: string;
            end?: string;
            costFen?: number;
        } | {
            /** @constant */
            command: "ADD_NOTE";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            text: string;
        } | {
            /** @constant */
            command: "COMPLETE_TASK";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            taskId: string;
        } | {
            /** @constant */
            command: "RELEASE_DISCLOSURE";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            /** @enum {string} */
            level: "FULL" | "NEUTRAL";
            reason: string;
        } | {
            /** @constant */
            command: "MIGRATE_POLICY";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            policyVersion: string;
        } | {
            /** @constant */
            command: "CALENDAR_CHANGED";
            expectedSeq?: number;
            /** @constant */
            onBehalfOf?: "MERCHANT";
            calendarVersion: string;
        };
        Notice: {
            /** @enum {string} */
            issuer: "UNIONPAY" | "UMS" | "LAKALA" | "SHENGPAY" | "ALLINPAY" | "ACQUIRER" | "AUTHORITY";
            noticeNo: string;
            noticeDate: string;
            effectiveAt: string;
            institutionCode: string;
            merchantNo: string;
            mcc?: string;
            reasonCodes: ("TRADING_VIOLATION" | "ILLEGAL_OPERATION" | "SETTLEMENT_ACCOUNT_ABNORMAL" | "MAINTENANCE" | "QUALIFICATION_EXPIRED" | "SYSTEM_FAILURE" | "POLICY_CHANGE" | "HARDWARE_DAMAGE" | "NATURAL_DISASTER" | "OTHER" | "INACTIVITY" | "TERMINAL_MISMATCH" | "AUTHORITY_FREEZE")[];
            reasonText?: string;
            restrictions?: {
                /** @enum {string} */
                capability: "ACCEPT_CARD" | "ACCEPT_CREDIT" | "ACCEPT_QR" | "REFUND" | "SETTLEMENT" | "WITHDRAW" | "PREAUTH" | "PREAUTH_COMPLETE" | "VOID" | "ACCEPT_CNP" | "ACCEPT_NO_PIN" | "ACCEPT_FOREIGN";
                /** @enum {string} */
                level: "MERCHANT" | "STORE" | "TERMINAL";
                terminalNo?: string;
                storeNo?: string;
                /**
                 * @default DONE
                 * @enum {string}
                 */
                execution?: "DONE" | "ORDERED";
                limit?: number | null;
            }[];
            transactions?: {
                rrn: string;
                at: string;
                amountFen: number;
                maskedPan?: string;
            }[];
            merchant?: {
                /** @enum {string} */
                kind?: "ENTERPRISE" | "INDIVIDUAL_BUSINESS" | "MICRO_PERSON" | "INSTITUTION";
                name?: string;
                agentCode?: string;
                branchCode?: string;
                tier?: string;
                creditCode?: string;
                legalRep?: {
                    name?: string;
                    idNo?: string;
                };
                settlementAccount?: {
                    no: string;
                    bankCode?: string;
                };
                phone?: string;
                address?: string;
            };
            window?: {
                start: string;
                end: string;
            };
            feedbackDueAt?: string;
            documentNo?: string;
            issuerReasonCode?: string;
            /** @default false */
            sandbox?: boolean;
        };
        BatchAnswerLine: {
            /** @constant */
            type: "batch";
            batchId: string;
            rows: number;
            notices: number;
        } | {
            /** @constant */
            type: "line";
            /** @description number in the file; a header is line 1 */
            line: number;
            /** @description number among the notice lines */
            row: number;
            noticeNo: string | null;
            merchantNo: string | null;
            /** @enum {string} */
            status: "PENDING" | "OPENED" | "REPEAT" | "AMENDMENT" | "REFUSED" | "FAILED";
            caseId?: string;
            code?: string;
            detail?: string;
            errors?: {
                pointer: string;
                message: string;
                /** @description header of the column */
                column?: string;
            }[];
        } | {
            /** @constant */
            type: "progress";
            done: number;
            rows: number;
        } | {
            /** @constant */
            type: "summary";
            batchId: string;
            complete: boolean;
            rows: number;
            opened: number;
            repeats: number;
            amendments: number;
            refused: number;
            pending: number;
        };
        OutwardEvent: {
            /** @constant */
            type: "CASE.STATE_CHANGED";
            payload: {
                /** @enum {string} */
                state: "NOTICE_RECEIVED" | "NOTICE_CONFIRMED" | "MATERIALS_REQUESTED" | "SUBMITTED" | "UNDER_REVIEW" | "SUPPLEMENT_REQUIRED" | "UNDER_INVESTIGATION" | "RECTIFICATION" | "PENDING_EXTERNAL_DECISION" | "APPROVED" | "REINSTATING" | "PARTIALLY_REINSTATED" | "FOLLOW_UP" | "REJECTED" | "APPEAL_REVIEW" | "AWAITING_SERVICE" | "ON_HOLD" | "CLOSED_REINSTATED" | "CLOSED_REJECTED" | "CLOSED_TERMINATED" | "CLOSED_WITHDRAWN" | "CLOSED_EXPIRED" | "CLOSED_MERGED" | "CLOSED_INVALID";
                previous: ("NOTICE_RECEIVED" | "NOTICE_CONFIRMED" | "MATERIALS_REQUESTED" | "SUBMITTED" | "UNDER_REVIEW" | "SUPPLEMENT_REQUIRED" | "UNDER_INVESTIGATION" | "RECTIFICATION" | "PENDING_EXTERNAL_DECISION" | "APPROVED" | "REINSTATING" | "PARTIALLY_REINSTATED" | "FOLLOW_UP" | "REJECTED" | "APPEAL_REVIEW" | "AWAITING_SERVICE" | "ON_HOLD" | "CLOSED_REINSTATED" | "CLOSED_REJECTED" | "CLOSED_TERMINATED" | "CLOSED_WITHDRAWN" | "CLOSED_EXPIRED" | "CLOSED_MERGED" | "CLOSED_INVALID") | null;
                stateText: components["schemas"]["Words"];
                reasonText: components["schemas"]["Words"];
            };
            caseId: string;
            number: number;
            /** Format: date-time */
            at: string;
            previousHash: string;
            hash: string;
        } | {
            /** @constant */
            type: "REQUIREMENTS.CHANGED";
            payload: {
                requirements: {
                    /** @enum {string} */
                    code: "M01" | "M02" | "M03" | "M04" | "M05" | "M06" | "M07" | "M08" | "M09" | "M10" | "M11" | "M12" | "M13" | "M14" | "M15" | "M16" | "M17" | "M18" | "M19" | "M20" | "M21" | "M22" | "M23" | "M24" | "M25" | "M26" | "M27" | "R01" | "R02" | "R03" | "R04";
                    /** @enum {string} */
                    status: "REQUESTED" | "UPLOADED" | "ACCEPTED" | "REJECTED" | "WAIVED" | "EXPIRED";
                    dueAt: string | null;
                }[];
            };
            caseId: string;
            number: number;
            /** Format: date-time */
            at: string;
            previousHash: string;
            hash: string;
        } | {
            /** @constant */
            type: "DECISION.ISSUED";
            payload: {
                /**
                 * @description PROPOSED is our opinion, put to the owner of the restriction, who decides.
                 * @enum {string}
                 */
                decision: "APPROVED" | "PROPOSED" | "REJECTED" | "SUPPLEMENT";
                itemIds: string[];
            };
            caseId: string;
            number: number;
            /** Format: date-time */
            at: string;
            previousHash: string;
            hash: string;
        } | {
            /** @constant */
            type: "DEADLINE.NEAR";
            payload: {
                /** @enum {string} */
                deadline: "T_STOP" | "T_FEEDBACK" | "T_HOLD_LIMIT" | "T_COMPLAINT" | "T_CONFIRM" | "T_TRIAGE" | "T_CONTACT" | "T_MATERIALS" | "T_GRACE" | "T_COMPLETENESS" | "T_REVIEW" | "T_SUPPLEMENT" | "T_INVESTIGATE" | "T_RECTIFY" | "T_EXTERNAL" | "T_REINSTATE" | "T_APPEAL_WINDOW" | "T_APPEAL" | "T_RESUBMIT" | "T_SERVICE" | "T_PROBE" | "T_REPORT" | "T_HOLD_END" | "T_TEMPORARY" | "T_FOLLOWUP" | "T_EFFECTIVE";
                dueAt: string | null;
            };
            caseId: string;
            number: number;
            /** Format: date-time */
            at: string;
            previousHash: string;
            hash: string;
        } | {
            /** @constant */
            type: "RESTRICTION.APPLY_ORDERED";
            payload: {
                /** @description Answer it with `POST /partner/v1/orders/{orderId}`; the same on every try. */
                orderId: string;
                itemId: string;
                /** @enum {string} */
                capability: "ACCEPT_CARD" | "ACCEPT_CREDIT" | "ACCEPT_QR" | "REFUND" | "SETTLEMENT" | "WITHDRAW" | "PREAUTH" | "PREAUTH_COMPLETE" | "VOID" | "ACCEPT_CNP" | "ACCEPT_NO_PIN" | "ACCEPT_FOREIGN";
                limits: {
                    perTransactionFen?: number;
                    perDayFen?: number;
                    perMonthFen?: number;
                    without?: ("ACCEPT_CARD" | "ACCEPT_CREDIT" | "ACCEPT_QR" | "REFUND" | "SETTLEMENT" | "WITHDRAW" | "PREAUTH" | "PREAUTH_COMPLETE" | "VOID" | "ACCEPT_CNP" | "ACCEPT_NO_PIN" | "ACCEPT_FOREIGN")[];
                    settlementDays?: number;
                    ramp?: number[];
                } | null;
                /** Format: date-time */
                notBefore: string;
            };
            caseId: string;
            number: number;
            /** Format: date-time */
            at: string;
            previousHash: string;
            hash: string;
        } | {
            /** @constant */
            type: "RESTRICTION.LIFT_ORDERED";
            payload: {
                /** @description Answer it with `POST /partner/v1/orders/{orderId}`; the same on every try. */
                orderId: string;
                itemId: string;
                /** @enum {string} */
                capability: "ACCEPT_CARD" | "ACCEPT_CREDIT" | "ACCEPT_QR" | "REFUND" | "SETTLEMENT" | "WITHDRAW" | "PREAUTH" | "PREAUTH_COMPLETE" | "VOID" | "ACCEPT_CNP" | "ACCEPT_NO_PIN" | "ACCEPT_FOREIGN";
                limits: {
                    perTransactionFen?: number;
                    perDayFen?: number;
                    perMonthFen?: number;
                    without?: ("ACCEPT_CARD" | "ACCEPT_CREDIT" | "ACCEPT_QR" | "REFUND" | "SETTLEMENT" | "WITHDRAW" | "PREAUTH" | "PREAUTH_COMPLETE" | "VOID" | "ACCEPT_CNP" | "ACCEPT_NO_PIN" | "ACCEPT_FOREIGN")[];
                    settlementDays?: number;
                    ramp?: number[];
                } | null;
                /** Format: date-time */
                notBefore: string;
            };
            caseId: string;
            number: number;
            /** Format: date-time */
            at: string;
            previousHash: string;
            hash: string;
        };
        ReplayVerdict: {
            caseId: string;
            deterministic: boolean;
            runs: number;
            events: number;
            durationMs: number;
            /** @description First 16 hex digits of the SHA-256 of the workflow code that judged. */
            buildId: string;
            stateHash: string | null;
            matchesRecord: boolean;
            chainVerified: boolean;
            open: boolean;
            comparedSeq: number;
            pendingSeqs: number[];
            /** @description The event with which the case was started again from its record. */
            resumedAt?: number;
            /** @description Events before that of which no history is left. */
            unreplayed?: number;
            firstWrongSeq?: number;
            problems?: {
                seq: number;
                what: string;
            }[];
        };
        ReplayRun: {
            id: string;
            /**
             * @description PENDING until its cases are chosen; ABANDONED when the build that judged is gone.
             * @enum {string}
             */
            state: "PENDING" | "RUNNING" | "DONE" | "ABANDONED";
            occasion: string;
            requestedBy: string;
            /** Format: date-time */
            createdAt: string;
            startedAt: string | null;
            finishedAt: string | null;
            buildId: string | null;
            seed: string;
            /** @description Null where all cases are looked at. */
            sample: number | null;
            total: number;
            done: number;
            sound: number;
            wrong: number;
            unjudged: number;
            runs: number;
            events: number;
            historyEvents: number;
            durationMs: number;
            /** @description The first hundred cases that are not sound. */
            failed: {
                caseId: string;
                /** @enum {string} */
                outcome: "WRONG" | "UNJUDGED";
                firstWrongSeq: number | null;
                problems: {
                    seq: number;
                    what: string;
                }[];
            }[];
        };
        ReplayReport: {
            id: string;
            buildId: string;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            finishedAt: string;
            cases: {
                total: number;
                sound: number;
                wrong: number;
                unjudged: number;
                open: number;
            };
            verdictsSha256: string;
            failed: {
                caseId: string;
                /** @enum {string} */
                outcome: "WRONG" | "UNJUDGED";
                firstWrongSeq: number | null;
                problems: {
                    seq: number;
                    what: string;
                }[];
            }[];
            keyId: string | null;
            /** @description Ed25519, hex, over `reinstate replay report 1` and the canonical JSON of all other members, each ended by a line feed. */
            signature: string | null;
        } & {
            [key: string]: unknown;
        };
        Checkpoint: {
            /** @description Number of leaves. */
            size: number;
            /** @description RFC 6962 tree head of them. */
            root: string;
            /** Format: date-time */
            at: string;
            keyId: string;
            /** @description Ed25519, hex, over `reinstate checkpoint 1`, size, root, at and keyId, each ended by a line feed. */
            signature: string;
        };
    };
    responses: never;
    parameters: {
        /** @description Same key and same body: the first answer again. Chosen by the caller, one for each intended change. */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: {
        /** @description `true` when the answer is that of an earlier call. */
        IdempotencyReplayed: "true";
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    me_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        roles: ("INTAKE" | "REVIEWER" | "SENIOR_REVIEWER" | "INVESTIGATOR" | "COMPLIANCE" | "SETTLEMENT_OPS" | "OPS" | "FIELD_SERVICE" | "LEAD" | "AUDITOR" | "ADMIN")[];
                        institutions: string[];
                        sandbox: boolean;
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    case_list: {
        parameters: {
            query?: {
                queue?: "INTAKE" | "REVIEWER" | "SENIOR_REVIEWER" | "INVESTIGATOR" | "COMPLIANCE" | "OPS" | "FIELD_SERVICE" | "MERCHANT" | "EXTERNAL" | "FOLLOW_UP" | "CLOSED";
                state?: "NOTICE_RECEIVED" | "NOTICE_CONFIRMED" | "MATERIALS_REQUESTED" | "SUBMITTED" | "UNDER_REVIEW" | "SUPPLEMENT_REQUIRED" | "UNDER_INVESTIGATION" | "RECTIFICATION" | "PENDING_EXTERNAL_DECISION" | "APPROVED" | "REINSTATING" | "PARTIALLY_REINSTATED" | "FOLLOW_UP" | "REJECTED" | "APPEAL_REVIEW" | "AWAITING_SERVICE" | "ON_HOLD" | "CLOSED_REINSTATED" | "CLOSED_REJECTED" | "CLOSED_TERMINATED" | "CLOSED_WITHDRAWN" | "CLOSED_EXPIRED" | "CLOSED_MERGED" | "CLOSED_INVALID";
                reason?: "TRADING_VIOLATION" | "ILLEGAL_OPERATION" | "SETTLEMENT_ACCOUNT_ABNORMAL" | "MAINTENANCE" | "QUALIFICATION_EXPIRED" | "SYSTEM_FAILURE" | "POLICY_CHANGE" | "HARDWARE_DAMAGE" | "NATURAL_DISASTER" | "OTHER" | "INACTIVITY" | "TERMINAL_MISMATCH" | "AUTHORITY_FREEZE";
                institution?: string;
                assignee?: string;
                overdue?: "true" | "false";
                priority?: number;
                q?: string;
                sandbox?: "true" | "false" | "both";
                frozen?: "true" | "false";
                sort?: "dueAt" | "-dueAt" | "priority" | "-priority" | "openedAt" | "-openedAt" | "updatedAt" | "-updatedAt";
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            caseId: string;
                            seq: number;
                            /** @enum {string} */
                            state: "NOTICE_RECEIVED" | "NOTICE_CONFIRMED" | "MATERIALS_REQUESTED" | "SUBMITTED" | "UNDER_REVIEW" | "SUPPLEMENT_REQUIRED" | "UNDER_INVESTIGATION" | "RECTIFICATION" | "PENDING_EXTERNAL_DECISION" | "APPROVED" | "REINSTATING" | "PARTIALLY_REINSTATED" | "FOLLOW_UP" | "REJECTED" | "APPEAL_REVIEW" | "AWAITING_SERVICE" | "ON_HOLD" | "CLOSED_REINSTATED" | "CLOSED_REJECTED" | "CLOSED_TERMINATED" | "CLOSED_WITHDRAWN" | "CLOSED_EXPIRED" | "CLOSED_MERGED" | "CLOSED_INVALID";
                            /** @enum {string} */
                            queue: "INTAKE" | "REVIEWER" | "SENIOR_REVIEWER" | "INVESTIGATOR" | "COMPLIANCE" | "OPS" | "FIELD_SERVICE" | "MERCHANT" | "EXTERNAL" | "FOLLOW_UP" | "CLOSED";
                            reasons: ("TRADING_VIOLATION" | "ILLEGAL_OPERATION" | "SETTLEMENT_ACCOUNT_ABNORMAL" | "MAINTENANCE" | "QUALIFICATION_EXPIRED" | "SYSTEM_FAILURE" | "POLICY_CHANGE" | "HARDWARE_DAMAGE" | "NATURAL_DISASTER" | "OTHER" | "INACTIVITY" | "TERMINAL_MISMATCH" | "AUTHORITY_FREEZE")[];
                            institutionCode: string;
                            merchantNo: string;
                            noticeNo: string;
                            /** @enum {string} */
                            issuer: "UNIONPAY" | "UMS" | "LAKALA" | "SHENGPAY" | "ALLINPAY" | "ACQUIRER" | "AUTHORITY";
                            assignee: string | null;
                            priority: number;
                            sandbox: boolean;
                            overdue: boolean;
                            /** Format: date-time */
                            openedAt: string;
                            closedAt: string | null;
                            nextDueAt: string | null;
                            dueReal: string | null;
                            policyVersion: string;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    case_view: {
        parameters: {
            query?: {
                minSeq?: number;
                source?: "record" | "workflow";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `case.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "case.not-found";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    case_events: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CaseEvent"][];
                        nextAfter: number | null;
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `case.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "case.not-found";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    case_timeline: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseId: string;
                        /** Format: date-time */
                        now: string;
                        past: {
                            seq: number;
                            /** Format: date-time */
                            at: string;
                            type: string;
                            text: components["schemas"]["Words"];
                            actor: components["schemas"]["Actor"];
                            state: ("NOTICE_RECEIVED" | "NOTICE_CONFIRMED" | "MATERIALS_REQUESTED" | "SUBMITTED" | "UNDER_REVIEW" | "SUPPLEMENT_REQUIRED" | "UNDER_INVESTIGATION" | "RECTIFICATION" | "PENDING_EXTERNAL_DECISION" | "APPROVED" | "REINSTATING" | "PARTIALLY_REINSTATED" | "FOLLOW_UP" | "REJECTED" | "APPEAL_REVIEW" | "AWAITING_SERVICE" | "ON_HOLD" | "CLOSED_REINSTATED" | "CLOSED_REJECTED" | "CLOSED_TERMINATED" | "CLOSED_WITHDRAWN" | "CLOSED_EXPIRED" | "CLOSED_MERGED" | "CLOSED_INVALID") | null;
                        }[];
                        forecast: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            deadline: "T_STOP" | "T_FEEDBACK" | "T_HOLD_LIMIT" | "T_COMPLAINT" | "T_CONFIRM" | "T_TRIAGE" | "T_CONTACT" | "T_MATERIALS" | "T_GRACE" | "T_COMPLETENESS" | "T_REVIEW" | "T_SUPPLEMENT" | "T_INVESTIGATE" | "T_RECTIFY" | "T_EXTERNAL" | "T_REINSTATE" | "T_APPEAL_WINDOW" | "T_APPEAL" | "T_RESUBMIT" | "T_SERVICE" | "T_PROBE" | "T_REPORT" | "T_HOLD_END" | "T_TEMPORARY" | "T_FOLLOWUP" | "T_EFFECTIVE";
                            mark: string | null;
                            what: components["schemas"]["Words"];
                            unless: components["schemas"]["Words"] | null;
                        }[];
                        nextAfter: number | null;
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `case.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "case.not-found";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    case_clock: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseId: string;
                        /** Format: date-time */
                        now: string;
                        calendarVersion: string;
                        deadlines: {
                            /** @enum {string} */
                            name: "T_STOP" | "T_FEEDBACK" | "T_HOLD_LIMIT" | "T_COMPLAINT" | "T_CONFIRM" | "T_TRIAGE" | "T_CONTACT" | "T_MATERIALS" | "T_GRACE" | "T_COMPLETENESS" | "T_REVIEW" | "T_SUPPLEMENT" | "T_INVESTIGATE" | "T_RECTIFY" | "T_EXTERNAL" | "T_REINSTATE" | "T_APPEAL_WINDOW" | "T_APPEAL" | "T_RESUBMIT" | "T_SERVICE" | "T_PROBE" | "T_REPORT" | "T_HOLD_END" | "T_TEMPORARY" | "T_FOLLOWUP" | "T_EFFECTIVE";
                            /** @enum {string} */
                            owner: "MERCHANT" | "INSTITUTION" | "EXTERNAL";
                            /** @enum {string} */
                            status: "WAITING" | "RUNNING" | "PAUSED" | "MET" | "PASSED" | "VOID";
                            /** @enum {string} */
                            unit: "WORKING" | "NATURAL";
                            budget: string;
                            used: string;
                            remaining: string;
                            dueAt: string | null;
                            extensions: number;
                            stretches: {
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                to: string;
                                counted: ({
                                    /** Format: date-time */
                                    from: string;
                                    /** Format: date-time */
                                    to: string;
                                } & {
                                    [key: string]: unknown;
                                })[];
                                skipped: ({
                                    /** Format: date-time */
                                    from: string;
                                    /** Format: date-time */
                                    to: string;
                                } & {
                                    [key: string]: unknown;
                                })[];
                                makeUpDays: string[];
                            }[];
                        }[];
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `case.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "case.not-found";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    case_command: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and same body: the first answer again. Chosen by the caller, one for each intended change. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Command"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseId: string;
                        seq: number;
                        /** @enum {string} */
                        state: "NOTICE_RECEIVED" | "NOTICE_CONFIRMED" | "MATERIALS_REQUESTED" | "SUBMITTED" | "UNDER_REVIEW" | "SUPPLEMENT_REQUIRED" | "UNDER_INVESTIGATION" | "RECTIFICATION" | "PENDING_EXTERNAL_DECISION" | "APPROVED" | "REINSTATING" | "PARTIALLY_REINSTATED" | "FOLLOW_UP" | "REJECTED" | "APPEAL_REVIEW" | "AWAITING_SERVICE" | "ON_HOLD" | "CLOSED_REINSTATED" | "CLOSED_REJECTED" | "CLOSED_TERMINATED" | "CLOSED_WITHDRAWN" | "CLOSED_EXPIRED" | "CLOSED_MERGED" | "CLOSED_INVALID";
                        events: components["schemas"]["CaseEvent"][];
                    };
                };
            };
            /** @description `request.invalid`, `idempotency.missing` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "idempotency.missing";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `case.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "case.not-found";
                    };
                };
            };
            /** @description `idempotency.running`, `request.expired`, `transition.not-allowed`, `case.stale`, `case.closed`, `case.frozen`, `case.already-open`, `sandbox.only` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency.running" | "request.expired" | "transition.not-allowed" | "case.stale" | "case.closed" | "case.frozen" | "case.already-open" | "sandbox.only";
                    };
                };
            };
            /** @description `body.too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "body.too-large";
                    };
                };
            };
            /** @description `media.unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "media.unsupported";
                    };
                };
            };
            /** @description `idempotency.mismatch`, `guard.four-eyes`, `guard.evidence-changed`, `guard.card-data` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: ("idempotency.mismatch" | "guard.four-eyes" | "guard.evidence-changed" | "guard.card-data") | string;
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    case_advance: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and same body: the first answer again. Chosen by the caller, one for each intended change. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    by?: string;
                    to?: string;
                    /** @constant */
                    toNextDeadline?: true;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseId: string;
                        seq: number;
                        /** @enum {string} */
                        state: "NOTICE_RECEIVED" | "NOTICE_CONFIRMED" | "MATERIALS_REQUESTED" | "SUBMITTED" | "UNDER_REVIEW" | "SUPPLEMENT_REQUIRED" | "UNDER_INVESTIGATION" | "RECTIFICATION" | "PENDING_EXTERNAL_DECISION" | "APPROVED" | "REINSTATING" | "PARTIALLY_REINSTATED" | "FOLLOW_UP" | "REJECTED" | "APPEAL_REVIEW" | "AWAITING_SERVICE" | "ON_HOLD" | "CLOSED_REINSTATED" | "CLOSED_REJECTED" | "CLOSED_TERMINATED" | "CLOSED_WITHDRAWN" | "CLOSED_EXPIRED" | "CLOSED_MERGED" | "CLOSED_INVALID";
                        /** Format: date-time */
                        now: string;
                    };
                };
            };
            /** @description `request.invalid`, `idempotency.missing` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "idempotency.missing";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `case.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "case.not-found";
                    };
                };
            };
            /** @description `idempotency.running`, `request.expired`, `sandbox.only`, `case.frozen`, `case.closed`, `transition.not-allowed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency.running" | "request.expired" | "sandbox.only" | "case.frozen" | "case.closed" | "transition.not-allowed";
                    };
                };
            };
            /** @description `body.too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "body.too-large";
                    };
                };
            };
            /** @description `media.unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "media.unsupported";
                    };
                };
            };
            /** @description `idempotency.mismatch`, `guard.*` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "idempotency.mismatch" | string;
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    notice_ingest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and same body: the first answer again. Chosen by the caller, one for each intended change. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Notice"];
            };
        };
        responses: {
            /** @description Taken */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseId: string;
                        /** @constant */
                        repeat?: true;
                        /** @constant */
                        amendment?: true;
                    };
                };
            };
            /** @description Done */
            201: {
                headers: {
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseId: string;
                        seq: number;
                        /** @enum {string} */
                        state: "NOTICE_RECEIVED" | "NOTICE_CONFIRMED" | "MATERIALS_REQUESTED" | "SUBMITTED" | "UNDER_REVIEW" | "SUPPLEMENT_REQUIRED" | "UNDER_INVESTIGATION" | "RECTIFICATION" | "PENDING_EXTERNAL_DECISION" | "APPROVED" | "REINSTATING" | "PARTIALLY_REINSTATED" | "FOLLOW_UP" | "REJECTED" | "APPEAL_REVIEW" | "AWAITING_SERVICE" | "ON_HOLD" | "CLOSED_REINSTATED" | "CLOSED_REJECTED" | "CLOSED_TERMINATED" | "CLOSED_WITHDRAWN" | "CLOSED_EXPIRED" | "CLOSED_MERGED" | "CLOSED_INVALID";
                    };
                };
            };
            /** @description `request.invalid`, `idempotency.missing` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "idempotency.missing";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `case.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "case.not-found";
                    };
                };
            };
            /** @description `idempotency.running`, `request.expired`, `case.closed`, `case.frozen`, `transition.not-allowed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency.running" | "request.expired" | "case.closed" | "case.frozen" | "transition.not-allowed";
                    };
                };
            };
            /** @description `body.too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "body.too-large";
                    };
                };
            };
            /** @description `media.unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "media.unsupported";
                    };
                };
            };
            /** @description `idempotency.mismatch`, `guard.card-data` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: ("idempotency.mismatch" | "guard.card-data") | string;
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batch_take: {
        parameters: {
            query?: {
                sender?: string;
                charset?: string;
                lines?: number;
                amountFen?: string;
                sandbox?: "true" | "false";
            };
            header?: {
                /** @description Same key and same body: the first answer again. Chosen by the caller, one for each intended change. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
                "text/csv": unknown;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                "multipart/form-data": unknown;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["BatchAnswerLine"];
                };
            };
            /** @description `request.invalid`, `idempotency.missing` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "idempotency.missing";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `idempotency.running`, `request.expired` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency.running" | "request.expired";
                    };
                };
            };
            /** @description `body.too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "body.too-large";
                    };
                };
            };
            /** @description `media.unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "media.unsupported";
                    };
                };
            };
            /** @description `idempotency.mismatch`, `guard.control-total`, `guard.infected` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: ("idempotency.mismatch" | "guard.control-total" | "guard.infected") | string;
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batch_view: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        batchId: string;
                        sender: string;
                        /** @enum {string} */
                        format: "NDJSON" | "CSV" | "XLSX";
                        complete: boolean;
                        progress: {
                            done: number;
                            rows: number;
                        };
                        rows: number;
                        opened: number;
                        repeats: number;
                        amendments: number;
                        refused: number;
                        pending: number;
                        controlTotals: {
                            declared: {
                                lines: number | null;
                                amountFen: string | null;
                            };
                            counted: {
                                lines: number | null;
                                amountFen: string | null;
                            };
                        };
                        file: {
                            sha256: string;
                            bytes: number;
                            /** @enum {string} */
                            kept: "AS_SENT" | "MASKED" | "WITHHELD";
                            mediaType: string;
                            href: string | null;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        finishedAt: string | null;
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `batch.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "batch.not-found";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batch_lines: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
                status?: "PENDING" | "OPENED" | "REPEAT" | "AMENDMENT" | "REFUSED";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            line: number;
                            noticeNo: string | null;
                            merchantNo: string | null;
                            /** @enum {string} */
                            status: "PENDING" | "OPENED" | "REPEAT" | "AMENDMENT" | "REFUSED";
                            caseId?: string;
                            code?: string;
                            errors?: {
                                pointer: string;
                                message: string;
                                /** @description header of the column */
                                column?: string;
                            }[];
                            settledAt: string | null;
                        }[];
                        nextAfter: number | null;
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `batch.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "batch.not-found";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batch_file: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `batch.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "batch.not-found";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    material_upload: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and same body: the first answer again. Chosen by the caller, one for each intended change. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    file: Blob;
                    transactionId?: string;
                    /** @enum {string} */
                    medium?: "PAPER" | "ELECTRONIC";
                    receivedAt?: string;
                    validUntil?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        documentId: string;
                        sha256: string;
                        seq: number;
                        /** @enum {string} */
                        state: "NOTICE_RECEIVED" | "NOTICE_CONFIRMED" | "MATERIALS_REQUESTED" | "SUBMITTED" | "UNDER_REVIEW" | "SUPPLEMENT_REQUIRED" | "UNDER_INVESTIGATION" | "RECTIFICATION" | "PENDING_EXTERNAL_DECISION" | "APPROVED" | "REINSTATING" | "PARTIALLY_REINSTATED" | "FOLLOW_UP" | "REJECTED" | "APPEAL_REVIEW" | "AWAITING_SERVICE" | "ON_HOLD" | "CLOSED_REINSTATED" | "CLOSED_REJECTED" | "CLOSED_TERMINATED" | "CLOSED_WITHDRAWN" | "CLOSED_EXPIRED" | "CLOSED_MERGED" | "CLOSED_INVALID";
                    };
                };
            };
            /** @description `request.invalid`, `idempotency.missing` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "idempotency.missing";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `case.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "case.not-found";
                    };
                };
            };
            /** @description `idempotency.running`, `request.expired`, `case.closed`, `case.frozen`, `transition.not-allowed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency.running" | "request.expired" | "case.closed" | "case.frozen" | "transition.not-allowed";
                    };
                };
            };
            /** @description `body.too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "body.too-large";
                    };
                };
            };
            /** @description `media.unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "media.unsupported";
                    };
                };
            };
            /** @description `idempotency.mismatch`, `guard.infected` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: ("idempotency.mismatch" | "guard.infected") | string;
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    material_download: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `document.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "document.not-found";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    paper_expiring: {
        parameters: {
            query?: {
                within?: number;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            documentId: string;
                            caseId: string;
                            institutionCode: string;
                            merchantNo: string;
                            /** @enum {string} */
                            material: "M03" | "M05" | "M16";
                            materialText: components["schemas"]["Words"];
                            /** Format: date */
                            validUntil: string;
                            daysLeft: number;
                            told: {
                                /** Format: date-time */
                                sentAt: string;
                                deliveredAt: string | null;
                            }[];
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    impact_impact: {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseId: string;
                        /** Format: date-time */
                        now: string;
                        /** @constant */
                        estimate: true;
                        window: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                        } | null;
                        settlementDelay: {
                            heldFen: number;
                            days: number;
                            fenDays: number;
                            limitAt: string | null;
                            /** @enum {string} */
                            severity: "NONE" | "LOW" | "MEDIUM" | "HIGH";
                        };
                        lostTurnover: {
                            range: {
                                lowFen: number;
                                highFen: number;
                            };
                            percentOfMonth: number;
                            /** @enum {string} */
                            severity: "NONE" | "LOW" | "MEDIUM" | "HIGH";
                        } | null;
                        creditRecord: {
                            daysUnresolved: number;
                            /** @enum {string} */
                            severity: "NONE" | "LOW" | "MEDIUM" | "HIGH";
                        };
                        legalRisk: {
                            confirmedFen: number;
                            /** @enum {string} */
                            severity: "NONE" | "LOW" | "MEDIUM" | "HIGH";
                        };
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `case.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "case.not-found";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    impact_handIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and same body: the first answer again. Chosen by the caller, one for each intended change. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    window: {
                        from: string;
                        to: string;
                    };
                    weekFen: number[];
                    spreadPercent: number;
                    /** @default 0 */
                    migratedPercent?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseId: string;
                        window: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                        };
                    };
                };
            };
            /** @description `request.invalid`, `idempotency.missing` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "idempotency.missing";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `case.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "case.not-found";
                    };
                };
            };
            /** @description `idempotency.running`, `request.expired` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency.running" | "request.expired";
                    };
                };
            };
            /** @description `body.too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "body.too-large";
                    };
                };
            };
            /** @description `media.unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "media.unsupported";
                    };
                };
            };
            /** @description `idempotency.mismatch` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency.mismatch";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reveal_show: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and same body: the first answer again. Chosen by the caller, one for each intended change. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description name, creditCode, legalRep.name, legalRep.idNo, settlementAccount.no, phone, address; a group such as `legalRep`; `merchant.` may stand before. */
                    fields: string[];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseId: string;
                        revealId: string;
                        /**
                         * Format: date-time
                         * @description Show it no longer than this.
                         */
                        expiresAt: string;
                        /** @description By member of the notice’s `merchant`; null where the notice does not say. */
                        values: {
                            [key: string]: string | null;
                        };
                    };
                };
            };
            /** @description `request.invalid`, `idempotency.missing` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "idempotency.missing";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `case.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "case.not-found";
                    };
                };
            };
            /** @description `idempotency.running`, `request.expired` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency.running" | "request.expired";
                    };
                };
            };
            /** @description `body.too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "body.too-large";
                    };
                };
            };
            /** @description `media.unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "media.unsupported";
                    };
                };
            };
            /** @description `idempotency.mismatch`, `guard.field-unknown`, `guard.card-data` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: ("idempotency.mismatch" | "guard.field-unknown" | "guard.card-data") | string;
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signal_signal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    signalId: string;
                    /** @constant */
                    eventType: "SUSPENSION.NOTICE";
                    /** Format: date-time */
                    occurredAt: string;
                    noticeNo?: string;
                    caseId?: string;
                    subject?: {
                        institutionCode?: string;
                        merchantNo?: string;
                        terminalNo?: string;
                        terminalNos?: string[];
                        sn?: string[];
                        authorisationRef?: string;
                    };
                    payload: components["schemas"]["Notice"];
                } | {
                    signalId: string;
                    /** @constant */
                    eventType: "SUSPENSION.AMENDED";
                    /** Format: date-time */
                    occurredAt: string;
                    noticeNo?: string;
                    caseId?: string;
                    subject?: {
                        institutionCode?: string;
                        merchantNo?: string;
                        terminalNo?: string;
                        terminalNos?: string[];
                        sn?: string[];
                        authorisationRef?: string;
                    };
                    payload: components["schemas"]["Notice"];
                } | {
                    signalId: string;
                    /** @constant */
                    eventType: "SUSPENSION.REVOKED";
                    /** Format: date-time */
                    occurredAt: string;
                    noticeNo?: string;
                    caseId?: string;
                    subject?: {
                        institutionCode?: string;
                        merchantNo?: string;
                        terminalNo?: string;
                        terminalNos?: string[];
                        sn?: string[];
                        authorisationRef?: string;
                    };
                    payload: {
                        /** @enum {string} */
                        issuer?: "UNIONPAY" | "UMS" | "LAKALA" | "SHENGPAY" | "ALLINPAY" | "ACQUIRER" | "AUTHORITY";
                    };
                } | {
                    signalId: string;
                    /** @constant */
                    eventType: "SUSPENSION.STOPPED";
                    /** Format: date-time */
                    occurredAt: string;
                    noticeNo?: string;
                    caseId?: string;
                    subject?: {
                        institutionCode?: string;
                        merchantNo?: string;
                        terminalNo?: string;
                        terminalNos?: string[];
                        sn?: string[];
                        authorisationRef?: string;
                    };
                    payload: {
                        terminalNo?: string;
                        /** @enum {string} */
                        capability?: "ACCEPT_CARD" | "ACCEPT_CREDIT" | "ACCEPT_QR" | "REFUND" | "SETTLEMENT" | "WITHDRAW" | "PREAUTH" | "PREAUTH_COMPLETE" | "VOID" | "ACCEPT_CNP" | "ACCEPT_NO_PIN" | "ACCEPT_FOREIGN";
                        itemId?: string;
                        at?: string;
                        evidence?: string;
                    };
                } | {
                    signalId: string;
                    /** @constant */
                    eventType: "RETRIEVAL.REQUESTED";
                    /** Format: date-time */
                    occurredAt: string;
                    noticeNo?: string;
                    caseId?: string;
                    subject?: {
                        institutionCode?: string;
                        merchantNo?: string;
                        terminalNo?: string;
                        terminalNos?: string[];
                        sn?: string[];
                        authorisationRef?: string;
                    };
                    payload: {
                        [key: string]: unknown;
                    };
                } | {
                    signalId: string;
                    /** @constant */
                    eventType: "MATERIAL.SUBMITTED";
                    /** Format: date-time */
                    occurredAt: string;
                    noticeNo?: string;
                    caseId?: string;
                    subject?: {
                        institutionCode?: string;
                        merchantNo?: string;
                        terminalNo?: string;
                        terminalNos?: string[];
                        sn?: string[];
                        authorisationRef?: string;
                    };
                    payload: {
                        /** @enum {string} */
                        code: "M01" | "M02" | "M03" | "M04" | "M05" | "M06" | "M07" | "M08" | "M09" | "M10" | "M11" | "M12" | "M13" | "M14" | "M15" | "M16" | "M17" | "M18" | "M19" | "M20" | "M21" | "M22" | "M23" | "M24" | "M25" | "M26" | "M27" | "R01" | "R02" | "R03" | "R04";
                        documentId: string;
                        sha256: string;
                        bytes: number;
                        /** @enum {string} */
                        mediaType: "application/pdf" | "image/jpeg" | "image/png";
                        transactionId?: string;
                        /** @enum {string} */
                        medium?: "PAPER" | "ELECTRONIC";
                        receivedAt?: string;
                        validUntil?: string;
                    };
                } | {
                    signalId: string;
                    /** @constant */
                    eventType: "REVIEW.DECISION";
                    /** Format: date-time */
                    occurredAt: string;
                    noticeNo?: string;
                    caseId?: string;
                    subject?: {
                        institutionCode?: string;
                        merchantNo?: string;
                        terminalNo?: string;
                        terminalNos?: string[];
                        sn?: string[];
                        authorisationRef?: string;
                    };
                    payload: {
                        /** @enum {string} */
                        kind: "APPROVED" | "REJECTED" | "SUPPLEMENT";
                        refNo?: string;
                        receivedAt?: string;
                        documentId?: string;
                    };
                } | {
                    signalId: string;
                    /** @constant */
                    eventType: "MAINTENANCE.SCHEDULED";
                    /** Format: date-time */
                    occurredAt: string;
                    noticeNo?: string;
                    caseId?: string;
                    subject?: {
                        institutionCode?: string;
                        merchantNo?: string;
                        terminalNo?: string;
                        terminalNos?: string[];
                        sn?: string[];
                        authorisationRef?: string;
                    };
                    payload: components["schemas"]["Notice"] | {
                        end: string;
                    };
                } | {
                    signalId: string;
                    /** @constant */
                    eventType: "MAINTENANCE.EXTENDED";
                    /** Format: date-time */
                    occurredAt: string;
                    noticeNo?: string;
                    caseId?: string;
                    subject?: {
                        institutionCode?: string;
                        merchantNo?: string;
                        terminalNo?: string;
                        terminalNos?: string[];
                        sn?: string[];
                        authorisationRef?: string;
                    };
                    payload: {
                        end: string;
                    };
                } | {
                    signalId: string;
                    /** @constant */
                    eventType: "MAINTENANCE.ENDED";
                    /** Format: date-time */
                    occurredAt: string;
                    noticeNo?: string;
                    caseId?: string;
                    subject?: {
                        institutionCode?: string;
                        merchantNo?: string;
                        terminalNo?: string;
                        terminalNos?: string[];
                        sn?: string[];
                        authorisationRef?: string;
                    };
                    payload: Record<string, never>;
                } | {
                    signalId: string;
                    /** @constant */
                    eventType: "TERMINAL.REINSTATED";
                    /** Format: date-time */
                    occurredAt: string;
                    noticeNo?: string;
                    caseId?: string;
                    subject?: {
                        institutionCode?: string;
                        merchantNo?: string;
                        terminalNo?: string;
                        terminalNos?: string[];
                        sn?: string[];
                        authorisationRef?: string;
                    };
                    payload: {
                        terminalNo?: string;
                        /** @enum {string} */
                        capability?: "ACCEPT_CARD" | "ACCEPT_CREDIT" | "ACCEPT_QR" | "REFUND" | "SETTLEMENT" | "WITHDRAW" | "PREAUTH" | "PREAUTH_COMPLETE" | "VOID" | "ACCEPT_CNP" | "ACCEPT_NO_PIN" | "ACCEPT_FOREIGN";
                        itemId?: string;
                        reason?: string;
                        firstTransaction?: string;
                    };
                } | {
                    signalId: string;
                    /** @constant */
                    eventType: "TERMINAL.REINSTATE_FAILED";
                    /** Format: date-time */
                    occurredAt: string;
                    noticeNo?: string;
                    caseId?: string;
                    subject?: {
                        institutionCode?: string;
                        merchantNo?: string;
                        terminalNo?: string;
                        terminalNos?: string[];
                        sn?: string[];
                        authorisationRef?: string;
                    };
                    payload: {
                        terminalNo?: string;
                        /** @enum {string} */
                        capability?: "ACCEPT_CARD" | "ACCEPT_CREDIT" | "ACCEPT_QR" | "REFUND" | "SETTLEMENT" | "WITHDRAW" | "PREAUTH" | "PREAUTH_COMPLETE" | "VOID" | "ACCEPT_CNP" | "ACCEPT_NO_PIN" | "ACCEPT_FOREIGN";
                        itemId?: string;
                        reason?: string;
                    };
                } | {
                    signalId: string;
                    /** @constant */
                    eventType: "MERCHANT.REINSTATED";
                    /** Format: date-time */
                    occurredAt: string;
                    noticeNo?: string;
                    caseId?: string;
                    subject?: {
                        institutionCode?: string;
                        merchantNo?: string;
                        terminalNo?: string;
                        terminalNos?: string[];
                        sn?: string[];
                        authorisationRef?: string;
                    };
                    payload: {
                        itemId?: string;
                    };
                } | {
                    signalId: string;
                    /** @constant */
                    eventType: "RISK.REHIT";
                    /** Format: date-time */
                    occurredAt: string;
                    noticeNo?: string;
                    caseId?: string;
                    subject?: {
                        institutionCode?: string;
                        merchantNo?: string;
                        terminalNo?: string;
                        terminalNos?: string[];
                        sn?: string[];
                        authorisationRef?: string;
                    };
                    payload: {
                        reasonCodes: ("TRADING_VIOLATION" | "ILLEGAL_OPERATION" | "SETTLEMENT_ACCOUNT_ABNORMAL" | "MAINTENANCE" | "QUALIFICATION_EXPIRED" | "SYSTEM_FAILURE" | "POLICY_CHANGE" | "HARDWARE_DAMAGE" | "NATURAL_DISASTER" | "OTHER" | "INACTIVITY" | "TERMINAL_MISMATCH" | "AUTHORITY_FREEZE")[];
                    };
                } | {
                    signalId: string;
                    /** @constant */
                    eventType: "AUTHORITY.FREEZE";
                    /** Format: date-time */
                    occurredAt: string;
                    noticeNo?: string;
                    caseId?: string;
                    subject?: {
                        institutionCode?: string;
                        merchantNo?: string;
                        terminalNo?: string;
                        terminalNos?: string[];
                        sn?: string[];
                        authorisationRef?: string;
                    };
                    payload: {
                        authority: string;
                        document: string;
                        kind: string;
                        reason: string;
                        until?: string;
                        amountFen?: number;
                        capabilities?: ("ACCEPT_CARD" | "ACCEPT_CREDIT" | "ACCEPT_QR" | "REFUND" | "SETTLEMENT" | "WITHDRAW" | "PREAUTH" | "PREAUTH_COMPLETE" | "VOID" | "ACCEPT_CNP" | "ACCEPT_NO_PIN" | "ACCEPT_FOREIGN")[];
                    };
                } | {
                    signalId: string;
                    /** @constant */
                    eventType: "AUTHORITY.RELEASE";
                    /** Format: date-time */
                    occurredAt: string;
                    noticeNo?: string;
                    caseId?: string;
                    subject?: {
                        institutionCode?: string;
                        merchantNo?: string;
                        terminalNo?: string;
                        terminalNos?: string[];
                        sn?: string[];
                        authorisationRef?: string;
                    };
                    payload: {
                        document: string;
                    };
                } | {
                    signalId: string;
                    /** @constant */
                    eventType: "SETTLEMENT.VERIFY_RESULT";
                    /** Format: date-time */
                    occurredAt: string;
                    noticeNo?: string;
                    caseId?: string;
                    subject?: {
                        institutionCode?: string;
                        merchantNo?: string;
                        terminalNo?: string;
                        terminalNos?: string[];
                        sn?: string[];
                        authorisationRef?: string;
                    };
                    payload: {
                        amountFen: number;
                        /** @enum {string} */
                        result: "OK" | "FAILED";
                    };
                } | {
                    signalId: string;
                    /** @constant */
                    eventType: "MERCHANT.ACKNOWLEDGED";
                    /** Format: date-time */
                    occurredAt: string;
                    noticeNo?: string;
                    caseId?: string;
                    subject?: {
                        institutionCode?: string;
                        merchantNo?: string;
                        terminalNo?: string;
                        terminalNos?: string[];
                        sn?: string[];
                        authorisationRef?: string;
                    };
                    payload: Record<string, never>;
                } | {
                    signalId: string;
                    /** @constant */
                    eventType: "MERCHANT.SUBMITTED";
                    /** Format: date-time */
                    occurredAt: string;
                    noticeNo?: string;
                    caseId?: string;
                    subject?: {
                        institutionCode?: string;
                        merchantNo?: string;
                        terminalNo?: string;
                        terminalNos?: string[];
                        sn?: string[];
                        authorisationRef?: string;
                    };
                    payload: Record<string, never>;
                } | {
                    signalId: string;
                    /** @constant */
                    eventType: "MERCHANT.SUPPLEMENTED";
                    /** Format: date-time */
                    occurredAt: string;
                    noticeNo?: string;
                    caseId?: string;
                    subject?: {
                        institutionCode?: string;
                        merchantNo?: string;
                        terminalNo?: string;
                        terminalNos?: string[];
                        sn?: string[];
                        authorisationRef?: string;
                    };
                    payload: Record<string, never>;
                } | {
                    signalId: string;
                    /** @constant */
                    eventType: "MERCHANT.EXTENSION_REQUESTED";
                    /** Format: date-time */
                    occurredAt: string;
                    noticeNo?: string;
                    caseId?: string;
                    subject?: {
                        institutionCode?: string;
                        merchantNo?: string;
                        terminalNo?: string;
                        terminalNos?: string[];
                        sn?: string[];
                        authorisationRef?: string;
                    };
                    payload: {
                        /** @enum {string} */
                        deadline: "T_STOP" | "T_FEEDBACK" | "T_HOLD_LIMIT" | "T_COMPLAINT" | "T_CONFIRM" | "T_TRIAGE" | "T_CONTACT" | "T_MATERIALS" | "T_GRACE" | "T_COMPLETENESS" | "T_REVIEW" | "T_SUPPLEMENT" | "T_INVESTIGATE" | "T_RECTIFY" | "T_EXTERNAL" | "T_REINSTATE" | "T_APPEAL_WINDOW" | "T_APPEAL" | "T_RESUBMIT" | "T_SERVICE" | "T_PROBE" | "T_REPORT" | "T_HOLD_END" | "T_TEMPORARY" | "T_FOLLOWUP" | "T_EFFECTIVE";
                        by: string;
                        reason: string;
                    };
                } | {
                    signalId: string;
                    /** @constant */
                    eventType: "MERCHANT.PLAN_SUBMITTED";
                    /** Format: date-time */
                    occurredAt: string;
                    noticeNo?: string;
                    caseId?: string;
                    subject?: {
                        institutionCode?: string;
                        merchantNo?: string;
                        terminalNo?: string;
                        terminalNos?: string[];
                        sn?: string[];
                        authorisationRef?: string;
                    };
                    payload: {
                        plan: string;
                    };
                } | {
                    signalId: string;
                    /** @constant */
                    eventType: "MERCHANT.RECTIFIED";
                    /** Format: date-time */
                    occurredAt: string;
                    noticeNo?: string;
                    caseId?: string;
                    subject?: {
                        institutionCode?: string;
                        merchantNo?: string;
                        terminalNo?: string;
                        terminalNos?: string[];
                        sn?: string[];
                        authorisationRef?: string;
                    };
                    payload: {
                        evidence: string;
                    };
                } | {
                    signalId: string;
                    /** @constant */
                    eventType: "MERCHANT.RESUBMITTED";
                    /** Format: date-time */
                    occurredAt: string;
                    noticeNo?: string;
                    caseId?: string;
                    subject?: {
                        institutionCode?: string;
                        merchantNo?: string;
                        terminalNo?: string;
                        terminalNos?: string[];
                        sn?: string[];
                        authorisationRef?: string;
                    };
                    payload: Record<string, never>;
                } | {
                    signalId: string;
                    /** @constant */
                    eventType: "MERCHANT.APPEALED";
                    /** Format: date-time */
                    occurredAt: string;
                    noticeNo?: string;
                    caseId?: string;
                    subject?: {
                        institutionCode?: string;
                        merchantNo?: string;
                        terminalNo?: string;
                        terminalNos?: string[];
                        sn?: string[];
                        authorisationRef?: string;
                    };
                    payload: {
                        grounds: string;
                    };
                } | {
                    signalId: string;
                    /** @constant */
                    eventType: "MERCHANT.WITHDRAWN";
                    /** Format: date-time */
                    occurredAt: string;
                    noticeNo?: string;
                    caseId?: string;
                    subject?: {
                        institutionCode?: string;
                        merchantNo?: string;
                        terminalNo?: string;
                        terminalNos?: string[];
                        sn?: string[];
                        authorisationRef?: string;
                    };
                    payload: {
                        reason: string;
                    };
                } | {
                    signalId: string;
                    /** @constant */
                    eventType: "MERCHANT.COMPLAINED";
                    /** Format: date-time */
                    occurredAt: string;
                    noticeNo?: string;
                    caseId?: string;
                    subject?: {
                        institutionCode?: string;
                        merchantNo?: string;
                        terminalNo?: string;
                        terminalNos?: string[];
                        sn?: string[];
                        authorisationRef?: string;
                    };
                    payload: {
                        text: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        signalId: string;
                        /** @enum {string} */
                        status: "ACCEPTED" | "APPLIED" | "DUPLICATE" | "PARKED" | "REJECTED";
                        caseId?: string;
                        seq?: number;
                        state?: string;
                        code?: string;
                        detail?: string;
                        findings?: {
                            pointer: string;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description Taken */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        signalId: string;
                        /** @enum {string} */
                        status: "ACCEPTED" | "APPLIED" | "DUPLICATE" | "PARKED" | "REJECTED";
                        caseId?: string;
                        seq?: number;
                        state?: string;
                        code?: string;
                        detail?: string;
                        findings?: {
                            pointer: string;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid`, `signature.invalid`, `signature.stale`, `signature.replayed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid" | "signature.invalid" | "signature.stale" | "signature.replayed";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `case.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "case.not-found";
                    };
                };
            };
            /** @description `signal.body-changed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "signal.body-changed";
                    };
                };
            };
            /** @description `body.too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "body.too-large";
                    };
                };
            };
            /** @description `media.unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "media.unsupported";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signal_status: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        signalId: string;
                        /** @enum {string} */
                        status: "ACCEPTED" | "APPLIED" | "DUPLICATE" | "PARKED" | "REJECTED";
                        caseId?: string;
                        seq?: number;
                        state?: string;
                        code?: string;
                        detail?: string;
                        findings?: {
                            pointer: string;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid`, `signature.invalid`, `signature.stale`, `signature.replayed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid" | "signature.invalid" | "signature.stale" | "signature.replayed";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `signal.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "signal.not-found";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    native_take: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profile: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                    "*/*": unknown;
                };
            };
            /** @description `auth.missing`, `auth.invalid`, `signature.invalid`, `signature.stale`, `signature.replayed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid" | "signature.invalid" | "signature.stale" | "signature.replayed";
                    };
                    "*/*": unknown;
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                    "*/*": unknown;
                };
            };
            /** @description `route.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route.not-found";
                    };
                    "*/*": unknown;
                };
            };
            /** @description `body.too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "body.too-large";
                    };
                    "*/*": unknown;
                };
            };
            /** @description `media.unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "media.unsupported";
                    };
                    "*/*": unknown;
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                    "*/*": unknown;
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                    "*/*": unknown;
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "*/*": unknown;
                };
            };
        };
    };
    partnerCase_find: {
        parameters: {
            query?: {
                noticeNo?: string;
                merchantNo?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            caseId: string;
                            seq: number;
                            issuer: string;
                            noticeNo: string;
                            merchantNo: string;
                            institutionCode: string;
                            cycle: number;
                            state: string;
                            stateText: {
                                zh: string;
                                en: string;
                            };
                            reasonText: {
                                zh: string;
                                en: string;
                            };
                            reviewed: boolean;
                            requirements: {
                                code: string;
                                status: string;
                                dueAt: string | null;
                                reason: {
                                    zh: string;
                                    en: string;
                                };
                            }[];
                            restrictions: {
                                itemId: string;
                                level: string;
                                place: string;
                                capability: string;
                                status: string;
                                effective: boolean;
                            }[];
                            waitsFor: {
                                owner: string;
                            }[];
                            sandbox: boolean;
                            now: string;
                        }[];
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid`, `signature.invalid`, `signature.stale`, `signature.replayed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid" | "signature.invalid" | "signature.stale" | "signature.replayed";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    partnerCase_view: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseId: string;
                        seq: number;
                        issuer: string;
                        noticeNo: string;
                        merchantNo: string;
                        institutionCode: string;
                        cycle: number;
                        state: string;
                        stateText: {
                            zh: string;
                            en: string;
                        };
                        reasonText: {
                            zh: string;
                            en: string;
                        };
                        reviewed: boolean;
                        requirements: {
                            code: string;
                            status: string;
                            dueAt: string | null;
                            reason: {
                                zh: string;
                                en: string;
                            };
                        }[];
                        restrictions: {
                            itemId: string;
                            level: string;
                            place: string;
                            capability: string;
                            status: string;
                            effective: boolean;
                        }[];
                        waitsFor: {
                            owner: string;
                        }[];
                        sandbox: boolean;
                        now: string;
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid`, `signature.invalid`, `signature.stale`, `signature.replayed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid" | "signature.invalid" | "signature.stale" | "signature.replayed";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `case.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "case.not-found";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    partnerCase_events: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OutwardEvent"][];
                        nextAfter: number | null;
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid`, `signature.invalid`, `signature.stale`, `signature.replayed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid" | "signature.invalid" | "signature.stale" | "signature.replayed";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `case.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "case.not-found";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    partnerCase_upload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    file: Blob;
                    transactionId?: string;
                    /** @enum {string} */
                    medium?: "PAPER" | "ELECTRONIC";
                    receivedAt?: string;
                    validUntil?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        documentId: string;
                        sha256: string;
                        seq: number;
                        /** @enum {string} */
                        state: "NOTICE_RECEIVED" | "NOTICE_CONFIRMED" | "MATERIALS_REQUESTED" | "SUBMITTED" | "UNDER_REVIEW" | "SUPPLEMENT_REQUIRED" | "UNDER_INVESTIGATION" | "RECTIFICATION" | "PENDING_EXTERNAL_DECISION" | "APPROVED" | "REINSTATING" | "PARTIALLY_REINSTATED" | "FOLLOW_UP" | "REJECTED" | "APPEAL_REVIEW" | "AWAITING_SERVICE" | "ON_HOLD" | "CLOSED_REINSTATED" | "CLOSED_REJECTED" | "CLOSED_TERMINATED" | "CLOSED_WITHDRAWN" | "CLOSED_EXPIRED" | "CLOSED_MERGED" | "CLOSED_INVALID";
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid`, `signature.invalid`, `signature.stale`, `signature.replayed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid" | "signature.invalid" | "signature.stale" | "signature.replayed";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `case.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "case.not-found";
                    };
                };
            };
            /** @description `case.closed`, `case.frozen`, `transition.not-allowed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "case.closed" | "case.frozen" | "transition.not-allowed";
                    };
                };
            };
            /** @description `body.too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "body.too-large";
                    };
                };
            };
            /** @description `media.unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "media.unsupported";
                    };
                };
            };
            /** @description `guard.infected` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: "guard.infected" | string;
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    order_list: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            orderId: string;
                            /** @enum {string} */
                            type: "RESTRICTION.LIFT_ORDERED" | "RESTRICTION.APPLY_ORDERED";
                            caseId: string;
                            itemId: string;
                            /** @enum {string} */
                            capability: "ACCEPT_CARD" | "ACCEPT_CREDIT" | "ACCEPT_QR" | "REFUND" | "SETTLEMENT" | "WITHDRAW" | "PREAUTH" | "PREAUTH_COMPLETE" | "VOID" | "ACCEPT_CNP" | "ACCEPT_NO_PIN" | "ACCEPT_FOREIGN";
                            limits: {
                                perTransactionFen?: number;
                                perDayFen?: number;
                                perMonthFen?: number;
                                without?: ("ACCEPT_CARD" | "ACCEPT_CREDIT" | "ACCEPT_QR" | "REFUND" | "SETTLEMENT" | "WITHDRAW" | "PREAUTH" | "PREAUTH_COMPLETE" | "VOID" | "ACCEPT_CNP" | "ACCEPT_NO_PIN" | "ACCEPT_FOREIGN")[];
                                settlementDays?: number;
                                ramp?: number[];
                            } | null;
                            /** Format: date-time */
                            notBefore: string;
                            /** Format: date-time */
                            orderedAt: string;
                            answer: {
                                /** @enum {string} */
                                result: "DONE" | "FAILED";
                                status: string;
                            } | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid`, `signature.invalid`, `signature.stale`, `signature.replayed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid" | "signature.invalid" | "signature.stale" | "signature.replayed";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    order_answer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    result: "DONE";
                    firstTransaction?: string;
                } | {
                    /** @constant */
                    result: "FAILED";
                    code: string;
                    retryable: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        signalId: string;
                        /** @enum {string} */
                        status: "ACCEPTED" | "APPLIED" | "DUPLICATE" | "PARKED" | "REJECTED";
                        caseId?: string;
                        seq?: number;
                        state?: string;
                        code?: string;
                        detail?: string;
                        findings?: {
                            pointer: string;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description Taken */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        signalId: string;
                        /** @enum {string} */
                        status: "ACCEPTED" | "APPLIED" | "DUPLICATE" | "PARKED" | "REJECTED";
                        caseId?: string;
                        seq?: number;
                        state?: string;
                        code?: string;
                        detail?: string;
                        findings?: {
                            pointer: string;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid`, `signature.invalid`, `signature.stale`, `signature.replayed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid" | "signature.invalid" | "signature.stale" | "signature.replayed";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `case.not-found`, `order.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "case.not-found" | "order.not-found";
                    };
                };
            };
            /** @description `signal.body-changed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "signal.body-changed";
                    };
                };
            };
            /** @description `body.too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "body.too-large";
                    };
                };
            };
            /** @description `media.unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "media.unsupported";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endpoint_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            endpointId: string;
                            url: string;
                            /** @enum {string} */
                            scheme: "standard" | "native";
                            /** @enum {string} */
                            state: "ACTIVE" | "DISABLED";
                            createdAt: string;
                        }[];
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid`, `signature.invalid`, `signature.stale`, `signature.replayed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid" | "signature.invalid" | "signature.stale" | "signature.replayed";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endpoint_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    url: string;
                    /**
                     * @default standard
                     * @enum {string}
                     */
                    scheme?: "standard" | "native";
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        endpointId: string;
                        url: string;
                        /** @enum {string} */
                        scheme: "standard" | "native";
                        /** @enum {string} */
                        state: "ACTIVE" | "DISABLED";
                        createdAt: string;
                        secret: string;
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid`, `signature.invalid`, `signature.stale`, `signature.replayed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid" | "signature.invalid" | "signature.stale" | "signature.replayed";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `body.too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "body.too-large";
                    };
                };
            };
            /** @description `media.unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "media.unsupported";
                    };
                };
            };
            /** @description `endpoint.address-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "endpoint.address-refused";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endpoint_remove: {
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
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid`, `signature.invalid`, `signature.stale`, `signature.replayed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid" | "signature.invalid" | "signature.stale" | "signature.replayed";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `endpoint.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "endpoint.not-found";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endpoint_change: {
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
                "application/json": {
                    url?: string;
                    /** @enum {string} */
                    scheme?: "standard" | "native";
                    /** @enum {string} */
                    state?: "ACTIVE" | "DISABLED";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        endpointId: string;
                        url: string;
                        /** @enum {string} */
                        scheme: "standard" | "native";
                        /** @enum {string} */
                        state: "ACTIVE" | "DISABLED";
                        createdAt: string;
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid`, `signature.invalid`, `signature.stale`, `signature.replayed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid" | "signature.invalid" | "signature.stale" | "signature.replayed";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `endpoint.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "endpoint.not-found";
                    };
                };
            };
            /** @description `body.too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "body.too-large";
                    };
                };
            };
            /** @description `media.unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "media.unsupported";
                    };
                };
            };
            /** @description `endpoint.address-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "endpoint.address-refused";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endpoint_rotate: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        endpointId: string;
                        secret: string;
                        oldUntil: string;
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid`, `signature.invalid`, `signature.stale`, `signature.replayed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid" | "signature.invalid" | "signature.stale" | "signature.replayed";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `endpoint.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "endpoint.not-found";
                    };
                };
            };
            /** @description `body.too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "body.too-large";
                    };
                };
            };
            /** @description `media.unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "media.unsupported";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endpoint_redeliver: {
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
                "application/json": {
                    from: string;
                    to: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        endpointId: string;
                        count: number;
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid`, `signature.invalid`, `signature.stale`, `signature.replayed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid" | "signature.invalid" | "signature.stale" | "signature.replayed";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `endpoint.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "endpoint.not-found";
                    };
                };
            };
            /** @description `body.too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "body.too-large";
                    };
                };
            };
            /** @description `media.unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "media.unsupported";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endpoint_log: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            caseId: string;
                            number: number;
                            messageId: string;
                            type: string;
                            /** @enum {string} */
                            state: "PENDING" | "DELIVERED" | "GIVEN_UP";
                            tries: number;
                            nextTryAt: string | null;
                            lastStatus: number | null;
                            lastError: string | null;
                            createdAt: string;
                            deliveredAt: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid`, `signature.invalid`, `signature.stale`, `signature.replayed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid" | "signature.invalid" | "signature.stale" | "signature.replayed";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `endpoint.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "endpoint.not-found";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sandbox_advance: {
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
                "application/json": {
                    by?: string;
                    to?: string;
                    /** @constant */
                    toNextDeadline?: true;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseId: string;
                        seq: number;
                        /** @enum {string} */
                        state: "NOTICE_RECEIVED" | "NOTICE_CONFIRMED" | "MATERIALS_REQUESTED" | "SUBMITTED" | "UNDER_REVIEW" | "SUPPLEMENT_REQUIRED" | "UNDER_INVESTIGATION" | "RECTIFICATION" | "PENDING_EXTERNAL_DECISION" | "APPROVED" | "REINSTATING" | "PARTIALLY_REINSTATED" | "FOLLOW_UP" | "REJECTED" | "APPEAL_REVIEW" | "AWAITING_SERVICE" | "ON_HOLD" | "CLOSED_REINSTATED" | "CLOSED_REJECTED" | "CLOSED_TERMINATED" | "CLOSED_WITHDRAWN" | "CLOSED_EXPIRED" | "CLOSED_MERGED" | "CLOSED_INVALID";
                        now: string;
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid`, `signature.invalid`, `signature.stale`, `signature.replayed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid" | "signature.invalid" | "signature.stale" | "signature.replayed";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `case.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "case.not-found";
                    };
                };
            };
            /** @description `sandbox.only`, `case.frozen`, `case.closed`, `transition.not-allowed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "sandbox.only" | "case.frozen" | "case.closed" | "transition.not-allowed";
                    };
                };
            };
            /** @description `body.too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "body.too-large";
                    };
                };
            };
            /** @description `media.unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "media.unsupported";
                    };
                };
            };
            /** @description `guard.*` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: never | string;
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sandbox_play: {
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
                "application/json": {
                    /**
                     * @default APPROVE
                     * @enum {string}
                     */
                    institution?: "APPROVE" | "REJECT" | "SUPPLEMENT" | "SILENT";
                    /**
                     * @default APPROVE
                     * @enum {string}
                     */
                    network?: "APPROVE" | "REJECT" | "SUPPLEMENT" | "SILENT";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseId: string;
                        seq: number;
                        /** @enum {string} */
                        state: "NOTICE_RECEIVED" | "NOTICE_CONFIRMED" | "MATERIALS_REQUESTED" | "SUBMITTED" | "UNDER_REVIEW" | "SUPPLEMENT_REQUIRED" | "UNDER_INVESTIGATION" | "RECTIFICATION" | "PENDING_EXTERNAL_DECISION" | "APPROVED" | "REINSTATING" | "PARTIALLY_REINSTATED" | "FOLLOW_UP" | "REJECTED" | "APPEAL_REVIEW" | "AWAITING_SERVICE" | "ON_HOLD" | "CLOSED_REINSTATED" | "CLOSED_REJECTED" | "CLOSED_TERMINATED" | "CLOSED_WITHDRAWN" | "CLOSED_EXPIRED" | "CLOSED_MERGED" | "CLOSED_INVALID";
                        done: {
                            command: string;
                            by: string;
                        }[];
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid`, `signature.invalid`, `signature.stale`, `signature.replayed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid" | "signature.invalid" | "signature.stale" | "signature.replayed";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `case.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "case.not-found";
                    };
                };
            };
            /** @description `sandbox.only`, `case.frozen`, `case.closed`, `transition.not-allowed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "sandbox.only" | "case.frozen" | "case.closed" | "transition.not-allowed";
                    };
                };
            };
            /** @description `body.too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "body.too-large";
                    };
                };
            };
            /** @description `media.unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "media.unsupported";
                    };
                };
            };
            /** @description `guard.*` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: never | string;
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    alarm_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        signals: {
                            partner: string;
                            signalId: string;
                            eventType: string;
                            noticeNo: string | null;
                            caseId: string | null;
                            /** @enum {string} */
                            state: "ACCEPTED" | "PARKED";
                            receivedAt: string;
                        }[];
                        deliveries: {
                            partner: string;
                            endpointId: string;
                            caseId: string;
                            number: number;
                            type: string;
                            tries: number;
                            lastStatus: number | null;
                            lastError: string | null;
                            createdAt: string;
                        }[];
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    controlTotal_ask: {
        parameters: {
            query?: {
                sandbox?: "true" | "false";
            };
            header?: never;
            path: {
                day: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        partner: string;
                        /** @enum {string} */
                        issuer: "UNIONPAY" | "UMS" | "LAKALA" | "SHENGPAY" | "ALLINPAY" | "ACQUIRER" | "AUTHORITY";
                        day: string;
                        sandbox: boolean;
                        /** @enum {string} */
                        basis: "NUMBERS" | "SEQUENCE" | "GAPS";
                        told: number | null;
                        toldAt: string | null;
                        received: number;
                        difference: number | null;
                        missing: {
                            noticeNo: string;
                            /** @enum {string} */
                            state: "NEVER_CAME" | "REFUSED";
                            signalId?: string;
                            code?: string;
                        }[];
                        extra: string[];
                        complete: boolean;
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid`, `signature.invalid`, `signature.stale`, `signature.replayed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid" | "signature.invalid" | "signature.stale" | "signature.replayed";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    controlTotal_tell: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    notices: number;
                    lastSequence?: number;
                    noticeNos?: string[];
                    /** @default false */
                    sandbox?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        partner: string;
                        /** @enum {string} */
                        issuer: "UNIONPAY" | "UMS" | "LAKALA" | "SHENGPAY" | "ALLINPAY" | "ACQUIRER" | "AUTHORITY";
                        day: string;
                        sandbox: boolean;
                        /** @enum {string} */
                        basis: "NUMBERS" | "SEQUENCE" | "GAPS";
                        told: number | null;
                        toldAt: string | null;
                        received: number;
                        difference: number | null;
                        missing: {
                            noticeNo: string;
                            /** @enum {string} */
                            state: "NEVER_CAME" | "REFUSED";
                            signalId?: string;
                            code?: string;
                        }[];
                        extra: string[];
                        complete: boolean;
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid`, `signature.invalid`, `signature.stale`, `signature.replayed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid" | "signature.invalid" | "signature.stale" | "signature.replayed";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `body.too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "body.too-large";
                    };
                };
            };
            /** @description `media.unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "media.unsupported";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    statusFile_give: {
        parameters: {
            query?: {
                sandbox?: "true" | "false";
            };
            header?: never;
            path: {
                day: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": unknown;
                    "text/csv": unknown;
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid`, `signature.invalid`, `signature.stale`, `signature.replayed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid" | "signature.invalid" | "signature.stale" | "signature.replayed";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `day.not-over` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "day.not-over";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    statusFile_take: {
        parameters: {
            query?: {
                sandbox?: "true" | "false";
            };
            header?: never;
            path: {
                day: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
                "text/csv": unknown;
            };
        };
        responses: {
            /** @description Taken */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        fileId: string;
                        day: string;
                        sandbox: boolean;
                        sha256: string;
                        lines: number;
                        compared: boolean;
                        differences: {
                            STOPPED_THERE_ONLY: number;
                            STOPPED_HERE_ONLY: number;
                            OTHER_CAPABILITY: number;
                            STOPPED_WITHOUT_CASE: number;
                        };
                        opened: number;
                        closed: number;
                        repeat: boolean;
                    };
                };
            };
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        fileId: string;
                        day: string;
                        sandbox: boolean;
                        sha256: string;
                        lines: number;
                        compared: boolean;
                        differences: {
                            STOPPED_THERE_ONLY: number;
                            STOPPED_HERE_ONLY: number;
                            OTHER_CAPABILITY: number;
                            STOPPED_WITHOUT_CASE: number;
                        };
                        opened: number;
                        closed: number;
                        repeat: boolean;
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid`, `signature.invalid`, `signature.stale`, `signature.replayed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid" | "signature.invalid" | "signature.stale" | "signature.replayed";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `case.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "case.not-found";
                    };
                };
            };
            /** @description `body.too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "body.too-large";
                    };
                };
            };
            /** @description `media.unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "media.unsupported";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ownDifference_list: {
        parameters: {
            query?: {
                kind?: "STOPPED_THERE_ONLY" | "STOPPED_HERE_ONLY" | "OTHER_CAPABILITY" | "STOPPED_WITHOUT_CASE";
                owner?: "PARTNER" | "OPS" | "INTAKE";
                status?: "OPEN" | "EXPLAINED" | "CLOSED";
                limit?: number;
                cursor?: string;
                sandbox?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            differenceId: string;
                            merchantNo: string;
                            itemId: string;
                            /** @enum {string} */
                            kind: "STOPPED_THERE_ONLY" | "STOPPED_HERE_ONLY" | "OTHER_CAPABILITY" | "STOPPED_WITHOUT_CASE";
                            /** @enum {string} */
                            owner: "PARTNER" | "OPS" | "INTAKE";
                            caseId: string | null;
                            /** @enum {string} */
                            status: "OPEN" | "EXPLAINED" | "CLOSED";
                            firstDay: string;
                            lastDay: string;
                            closedDay: string | null;
                            ageDays: number;
                            sandbox: boolean;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid`, `signature.invalid`, `signature.stale`, `signature.replayed` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid" | "signature.invalid" | "signature.stale" | "signature.replayed";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    completeness_list: {
        parameters: {
            query?: {
                issuer?: "UNIONPAY" | "UMS" | "LAKALA" | "SHENGPAY" | "ALLINPAY" | "ACQUIRER" | "AUTHORITY";
                from?: string;
                to?: string;
                sandbox?: "true" | "false" | "both";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            partner: string;
                            /** @enum {string} */
                            issuer: "UNIONPAY" | "UMS" | "LAKALA" | "SHENGPAY" | "ALLINPAY" | "ACQUIRER" | "AUTHORITY";
                            day: string;
                            sandbox: boolean;
                            /** @enum {string} */
                            basis: "NUMBERS" | "SEQUENCE" | "GAPS";
                            told: number | null;
                            toldAt: string | null;
                            received: number;
                            difference: number | null;
                            missing: {
                                noticeNo: string;
                                /** @enum {string} */
                                state: "NEVER_CAME" | "REFUSED";
                                signalId?: string;
                                code?: string;
                            }[];
                            extra: string[];
                            complete: boolean;
                        }[];
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    difference_list: {
        parameters: {
            query?: {
                partner?: string;
                kind?: "STOPPED_THERE_ONLY" | "STOPPED_HERE_ONLY" | "OTHER_CAPABILITY" | "STOPPED_WITHOUT_CASE";
                owner?: "PARTNER" | "OPS" | "INTAKE";
                status?: "OPEN" | "EXPLAINED" | "CLOSED";
                limit?: number;
                cursor?: string;
                sandbox?: "true" | "false" | "both";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            differenceId: string;
                            merchantNo: string;
                            itemId: string;
                            /** @enum {string} */
                            kind: "STOPPED_THERE_ONLY" | "STOPPED_HERE_ONLY" | "OTHER_CAPABILITY" | "STOPPED_WITHOUT_CASE";
                            /** @enum {string} */
                            owner: "PARTNER" | "OPS" | "INTAKE";
                            caseId: string | null;
                            /** @enum {string} */
                            status: "OPEN" | "EXPLAINED" | "CLOSED";
                            firstDay: string;
                            lastDay: string;
                            closedDay: string | null;
                            ageDays: number;
                            sandbox: boolean;
                            partner: string;
                            institutionCode: string | null;
                            explanation: {
                                by: string;
                                at: string;
                                reason: string | null;
                            } | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    difference_explain: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and same body: the first answer again. Chosen by the caller, one for each intended change. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string & (unknown & unknown);
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        differenceId: string;
                        /** @constant */
                        status: "EXPLAINED";
                    };
                };
            };
            /** @description `request.invalid`, `idempotency.missing` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "idempotency.missing";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `difference.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "difference.not-found";
                    };
                };
            };
            /** @description `idempotency.running`, `request.expired`, `difference.not-open` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency.running" | "request.expired" | "difference.not-open";
                    };
                };
            };
            /** @description `body.too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "body.too-large";
                    };
                };
            };
            /** @description `media.unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "media.unsupported";
                    };
                };
            };
            /** @description `idempotency.mismatch`, `guard.card-data` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: ("idempotency.mismatch" | "guard.card-data") | string;
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    policy_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            version: string;
                            calendarVersion: string;
                            rulesRevision: number;
                            source: string;
                            /** @description New cases open under it. */
                            current: boolean;
                            /** @description From this instant on new cases open under it. */
                            opensFrom: string;
                            /** @description From this instant on open cases of older versions may be moved to it. */
                            mandatoryFrom: string | null;
                            /** @description SHA-256 of its canonical text; a case pins it. */
                            policyHash: string;
                            calendarHash: string;
                        }[];
                        current: string;
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    policy_diff: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        from: string;
                        to: string;
                        differences: {
                            /** @enum {string} */
                            part: "transition" | "reason" | "deadline" | "other";
                            id: string;
                            from: unknown;
                            to: unknown;
                            /** @description The places within it that changed. */
                            changes: {
                                path: string;
                                from: unknown;
                                to: unknown;
                            }[];
                        }[];
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `policy.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "policy.not-found";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    policy_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: string;
                        calendarVersion: string;
                        rulesRevision: number;
                        source: string;
                        /** @description New cases open under it. */
                        current: boolean;
                        /** @description From this instant on new cases open under it. */
                        opensFrom: string;
                        /** @description From this instant on open cases of older versions may be moved to it. */
                        mandatoryFrom: string | null;
                        /** @description SHA-256 of its canonical text; a case pins it. */
                        policyHash: string;
                        calendarHash: string;
                        transitions: ({
                            id: string;
                            command: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        reasons: {
                            [key: string]: unknown;
                        };
                        deadlines: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `policy.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "policy.not-found";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    policy_graph: {
        parameters: {
            query?: {
                version?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: string;
                        nodes: {
                            id: string;
                            /** @enum {string} */
                            class: "open" | "closed";
                        }[];
                        edges: ({
                            row: string;
                            from: string | null;
                            command: string;
                            to: string;
                            by: string[];
                            guards: string[];
                        } & {
                            [key: string]: unknown;
                        })[];
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `policy.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "policy.not-found";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    migration_rehearse: {
        parameters: {
            query: {
                to: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseId: string;
                        from: string;
                        to: string;
                        /** @description Whether MIGRATE_POLICY would be taken now. */
                        allowed: boolean;
                        refusal: {
                            code: string;
                            zh: string;
                            en: string;
                        } | null;
                        newPapers: {
                            /** @enum {string} */
                            code: "M01" | "M02" | "M03" | "M04" | "M05" | "M06" | "M07" | "M08" | "M09" | "M10" | "M11" | "M12" | "M13" | "M14" | "M15" | "M16" | "M17" | "M18" | "M19" | "M20" | "M21" | "M22" | "M23" | "M24" | "M25" | "M26" | "M27" | "R01" | "R02" | "R03" | "R04";
                            before: ("REQUIRED" | "CONDITIONAL" | "OPTIONAL") | null;
                            /** @enum {string} */
                            requirement: "REQUIRED" | "CONDITIONAL" | "OPTIONAL";
                            /** @enum {string} */
                            status: "REQUESTED" | "UPLOADED" | "ACCEPTED" | "REJECTED" | "WAIVED" | "EXPIRED";
                        }[];
                        droppedPapers: ("M01" | "M02" | "M03" | "M04" | "M05" | "M06" | "M07" | "M08" | "M09" | "M10" | "M11" | "M12" | "M13" | "M14" | "M15" | "M16" | "M17" | "M18" | "M19" | "M20" | "M21" | "M22" | "M23" | "M24" | "M25" | "M26" | "M27" | "R01" | "R02" | "R03" | "R04")[];
                        deadlines: {
                            /** @enum {string} */
                            name: "T_STOP" | "T_FEEDBACK" | "T_HOLD_LIMIT" | "T_COMPLAINT" | "T_CONFIRM" | "T_TRIAGE" | "T_CONTACT" | "T_MATERIALS" | "T_GRACE" | "T_COMPLETENESS" | "T_REVIEW" | "T_SUPPLEMENT" | "T_INVESTIGATE" | "T_RECTIFY" | "T_EXTERNAL" | "T_REINSTATE" | "T_APPEAL_WINDOW" | "T_APPEAL" | "T_RESUBMIT" | "T_SERVICE" | "T_PROBE" | "T_REPORT" | "T_HOLD_END" | "T_TEMPORARY" | "T_FOLLOWUP" | "T_EFFECTIVE";
                            from: {
                                budget: {
                                    n: number;
                                    /** @enum {string} */
                                    unit: "WD" | "WH" | "D" | "H" | "M";
                                };
                                marks: string[];
                                maxExtensions: number;
                            };
                            to: {
                                budget: {
                                    n: number;
                                    /** @enum {string} */
                                    unit: "WD" | "WH" | "D" | "H" | "M";
                                };
                                marks: string[];
                                maxExtensions: number;
                            };
                        }[];
                        kept: {
                            /** @enum {string} */
                            name: "T_STOP" | "T_FEEDBACK" | "T_HOLD_LIMIT" | "T_COMPLAINT" | "T_CONFIRM" | "T_TRIAGE" | "T_CONTACT" | "T_MATERIALS" | "T_GRACE" | "T_COMPLETENESS" | "T_REVIEW" | "T_SUPPLEMENT" | "T_INVESTIGATE" | "T_RECTIFY" | "T_EXTERNAL" | "T_REINSTATE" | "T_APPEAL_WINDOW" | "T_APPEAL" | "T_RESUBMIT" | "T_SERVICE" | "T_PROBE" | "T_REPORT" | "T_HOLD_END" | "T_TEMPORARY" | "T_FOLLOWUP" | "T_EFFECTIVE";
                            /** @enum {string} */
                            owner: "MERCHANT" | "INSTITUTION" | "EXTERNAL";
                            /** @enum {string} */
                            status: "WAITING" | "RUNNING" | "PAUSED" | "MET" | "PASSED" | "VOID";
                            dueAt: string | null;
                        }[];
                        rows: {
                            lost: string[];
                            gained: string[];
                            changed: string[];
                        };
                        evidenceChanges: boolean;
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `case.not-found`, `policy.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "case.not-found" | "policy.not-found";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resume_resume: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and same body: the first answer again. Chosen by the caller, one for each intended change. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseId: string;
                        seq: number;
                        /** @enum {string} */
                        state: "NOTICE_RECEIVED" | "NOTICE_CONFIRMED" | "MATERIALS_REQUESTED" | "SUBMITTED" | "UNDER_REVIEW" | "SUPPLEMENT_REQUIRED" | "UNDER_INVESTIGATION" | "RECTIFICATION" | "PENDING_EXTERNAL_DECISION" | "APPROVED" | "REINSTATING" | "PARTIALLY_REINSTATED" | "FOLLOW_UP" | "REJECTED" | "APPEAL_REVIEW" | "AWAITING_SERVICE" | "ON_HOLD" | "CLOSED_REINSTATED" | "CLOSED_REJECTED" | "CLOSED_TERMINATED" | "CLOSED_WITHDRAWN" | "CLOSED_EXPIRED" | "CLOSED_MERGED" | "CLOSED_INVALID";
                        events: components["schemas"]["CaseEvent"][];
                        frozen?: {
                            /** Format: date-time */
                            since: string;
                            cause: string;
                            proposal: {
                                by: string;
                                as: ("INTAKE" | "REVIEWER" | "SENIOR_REVIEWER" | "INVESTIGATOR" | "COMPLIANCE" | "SETTLEMENT_OPS" | "OPS" | "FIELD_SERVICE" | "LEAD" | "AUDITOR" | "ADMIN" | "MERCHANT" | "AGENT" | "UNIONPAY" | "PARTNER" | "AUTHORITY" | "SYSTEM")[];
                                /** Format: date-time */
                                at: string;
                            } | null;
                        };
                    };
                };
            };
            /** @description `request.invalid`, `idempotency.missing` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "idempotency.missing";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `case.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "case.not-found";
                    };
                };
            };
            /** @description `idempotency.running`, `request.expired`, `case.not-frozen`, `case.closed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency.running" | "request.expired" | "case.not-frozen" | "case.closed";
                    };
                };
            };
            /** @description `body.too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "body.too-large";
                    };
                };
            };
            /** @description `media.unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "media.unsupported";
                    };
                };
            };
            /** @description `idempotency.mismatch`, `guard.four-eyes`, `guard.second-role`, `guard.record-broken` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        code?: ("idempotency.mismatch" | "guard.four-eyes" | "guard.second-role" | "guard.record-broken") | string;
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_history: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseId: string;
                        runs: {
                            runId: string;
                            archived: boolean;
                            open: boolean;
                            /** @description In the form `Worker.runReplayHistory` takes. */
                            history: {
                                events: {
                                    [key: string]: unknown;
                                }[];
                            };
                        }[];
                        /** @description Runs without a history, after which the case was started again from its record. */
                        lostRuns?: string[];
                        /** @description A run that is neither archived nor known to Temporal. */
                        missingRun?: string;
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `case.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "case.not-found";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_replay: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayVerdict"];
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `case.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "case.not-found";
                    };
                };
            };
            /** @description `body.too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "body.too-large";
                    };
                };
            };
            /** @description `media.unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "media.unsupported";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_archive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Runs that have ended and are not archived yet. */
                        waiting: number;
                        /** @description Of these, those that ended more than an hour ago. */
                        overdue: number;
                        oldestEndedAt: string | null;
                        /** @description Runs whose history Temporal no longer had. */
                        lost: number;
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ledger_refusals: {
        parameters: {
            query?: {
                caseId?: string;
                actor?: string;
                from?: string;
                to?: string;
                format?: "json" | "csv" | "ndjson";
                limit?: number;
                cursor?: string;
                code?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: ({
                            refusalId: string;
                            /** Format: date-time */
                            at: string;
                            code: string;
                            actorId: string;
                            actorRoles: string[];
                            caseId?: string | null;
                            row?: string | null;
                            seq?: number | null;
                        } & {
                            [key: string]: unknown;
                        })[];
                        nextCursor: string | null;
                    };
                    "text/csv": unknown;
                    "application/x-ndjson": unknown;
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `case.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "case.not-found";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ledger_looks: {
        parameters: {
            query?: {
                caseId?: string;
                actor?: string;
                from?: string;
                to?: string;
                format?: "json" | "csv" | "ndjson";
                limit?: number;
                cursor?: string;
                documentId?: string;
                action?: "CASE_READ" | "CASE_AUDITED" | "BUNDLE_TAKEN" | "DOCUMENT_DOWNLOADED" | "DATA_REVEALED";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            accessId: string;
                            /** Format: date-time */
                            at: string;
                            actorId: string;
                            actorRoles: string[];
                            /** @enum {string} */
                            action: "CASE_READ" | "CASE_AUDITED" | "BUNDLE_TAKEN" | "DOCUMENT_DOWNLOADED" | "DATA_REVEALED";
                            route: string;
                            caseId?: string;
                            documentId?: string;
                        }[];
                        nextCursor: string | null;
                    };
                    "text/csv": unknown;
                    "application/x-ndjson": unknown;
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ledger_reveals: {
        parameters: {
            query?: {
                caseId?: string;
                actor?: string;
                from?: string;
                to?: string;
                format?: "json" | "csv" | "ndjson";
                limit?: number;
                cursor?: string;
                field?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            revealId: string;
                            /** Format: date-time */
                            at: string;
                            /** Format: date-time */
                            expiresAt: string;
                            caseId: string;
                            actorId: string;
                            actorRoles: string[];
                            fields: string[];
                            reason: {
                                textId: string;
                                commitment: string;
                                /** @description Null where they are gone with their key. */
                                words: string | null;
                            };
                        }[];
                        nextCursor: string | null;
                    };
                    "text/csv": unknown;
                    "application/x-ndjson": unknown;
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    conformance_path: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseId: string;
                        seq: number;
                        policyVersion: string;
                        /** @description No step is impossible, none was skipped, and every event was read. */
                        conforms: boolean;
                        /** @description The last event before a gap; all of them where there is none. */
                        comparedSeq: number;
                        counts: {
                            [key: string]: number;
                        };
                        steps: {
                            seq: number;
                            /** Format: date-time */
                            at: string;
                            type: string;
                            /** @description Number of the rule. */
                            row: string;
                            from: ("NOTICE_RECEIVED" | "NOTICE_CONFIRMED" | "MATERIALS_REQUESTED" | "SUBMITTED" | "UNDER_REVIEW" | "SUPPLEMENT_REQUIRED" | "UNDER_INVESTIGATION" | "RECTIFICATION" | "PENDING_EXTERNAL_DECISION" | "APPROVED" | "REINSTATING" | "PARTIALLY_REINSTATED" | "FOLLOW_UP" | "REJECTED" | "APPEAL_REVIEW" | "AWAITING_SERVICE" | "ON_HOLD" | "CLOSED_REINSTATED" | "CLOSED_REJECTED" | "CLOSED_TERMINATED" | "CLOSED_WITHDRAWN" | "CLOSED_EXPIRED" | "CLOSED_MERGED" | "CLOSED_INVALID") | null;
                            /** @enum {string} */
                            to: "NOTICE_RECEIVED" | "NOTICE_CONFIRMED" | "MATERIALS_REQUESTED" | "SUBMITTED" | "UNDER_REVIEW" | "SUPPLEMENT_REQUIRED" | "UNDER_INVESTIGATION" | "RECTIFICATION" | "PENDING_EXTERNAL_DECISION" | "APPROVED" | "REINSTATING" | "PARTIALLY_REINSTATED" | "FOLLOW_UP" | "REJECTED" | "APPEAL_REVIEW" | "AWAITING_SERVICE" | "ON_HOLD" | "CLOSED_REINSTATED" | "CLOSED_REJECTED" | "CLOSED_TERMINATED" | "CLOSED_WITHDRAWN" | "CLOSED_EXPIRED" | "CLOSED_MERGED" | "CLOSED_INVALID";
                            actor: {
                                id: string;
                                role: string;
                            } & {
                                [key: string]: unknown;
                            };
                            /**
                             * @description Of its gravest finding.
                             * @enum {string}
                             */
                            verdict: "IMPOSSIBLE" | "SKIPPED" | "LATE" | "REPEATED" | "ALLOWED";
                            findings: ({
                                /** @enum {string} */
                                verdict: "IMPOSSIBLE" | "SKIPPED" | "LATE" | "REPEATED" | "ALLOWED";
                            } & {
                                [key: string]: unknown;
                            })[];
                        }[];
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `case.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "case.not-found";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    conformance_map: {
        parameters: {
            query?: {
                reason?: "TRADING_VIOLATION" | "ILLEGAL_OPERATION" | "SETTLEMENT_ACCOUNT_ABNORMAL" | "MAINTENANCE" | "QUALIFICATION_EXPIRED" | "SYSTEM_FAILURE" | "POLICY_CHANGE" | "HARDWARE_DAMAGE" | "NATURAL_DISASTER" | "OTHER" | "INACTIVITY" | "TERMINAL_MISMATCH" | "AUTHORITY_FREEZE";
                issuer?: "UNIONPAY" | "UMS" | "LAKALA" | "SHENGPAY" | "ALLINPAY" | "ACQUIRER" | "AUTHORITY";
                from?: string;
                to?: string;
                sandbox?: "true" | "false" | "both";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cases: number;
                        nodes: {
                            /** @enum {string} */
                            state: "NOTICE_RECEIVED" | "NOTICE_CONFIRMED" | "MATERIALS_REQUESTED" | "SUBMITTED" | "UNDER_REVIEW" | "SUPPLEMENT_REQUIRED" | "UNDER_INVESTIGATION" | "RECTIFICATION" | "PENDING_EXTERNAL_DECISION" | "APPROVED" | "REINSTATING" | "PARTIALLY_REINSTATED" | "FOLLOW_UP" | "REJECTED" | "APPEAL_REVIEW" | "AWAITING_SERVICE" | "ON_HOLD" | "CLOSED_REINSTATED" | "CLOSED_REJECTED" | "CLOSED_TERMINATED" | "CLOSED_WITHDRAWN" | "CLOSED_EXPIRED" | "CLOSED_MERGED" | "CLOSED_INVALID";
                            visits: number;
                            cases: number;
                            /** @description Cases that stand there. */
                            now: number;
                            /** @description Milliseconds of the cases’ own clocks. */
                            medianMs: number | null;
                        }[];
                        edges: {
                            row: string;
                            from: ("NOTICE_RECEIVED" | "NOTICE_CONFIRMED" | "MATERIALS_REQUESTED" | "SUBMITTED" | "UNDER_REVIEW" | "SUPPLEMENT_REQUIRED" | "UNDER_INVESTIGATION" | "RECTIFICATION" | "PENDING_EXTERNAL_DECISION" | "APPROVED" | "REINSTATING" | "PARTIALLY_REINSTATED" | "FOLLOW_UP" | "REJECTED" | "APPEAL_REVIEW" | "AWAITING_SERVICE" | "ON_HOLD" | "CLOSED_REINSTATED" | "CLOSED_REJECTED" | "CLOSED_TERMINATED" | "CLOSED_WITHDRAWN" | "CLOSED_EXPIRED" | "CLOSED_MERGED" | "CLOSED_INVALID") | null;
                            /** @enum {string} */
                            to: "NOTICE_RECEIVED" | "NOTICE_CONFIRMED" | "MATERIALS_REQUESTED" | "SUBMITTED" | "UNDER_REVIEW" | "SUPPLEMENT_REQUIRED" | "UNDER_INVESTIGATION" | "RECTIFICATION" | "PENDING_EXTERNAL_DECISION" | "APPROVED" | "REINSTATING" | "PARTIALLY_REINSTATED" | "FOLLOW_UP" | "REJECTED" | "APPEAL_REVIEW" | "AWAITING_SERVICE" | "ON_HOLD" | "CLOSED_REINSTATED" | "CLOSED_REJECTED" | "CLOSED_TERMINATED" | "CLOSED_WITHDRAWN" | "CLOSED_EXPIRED" | "CLOSED_MERGED" | "CLOSED_INVALID";
                            count: number;
                            /** @description Of the moves out of `from`. */
                            share: number;
                            /** @description Milliseconds of the cases’ own clocks. */
                            medianMs: number | null;
                            /** @description Milliseconds of the cases’ own clocks. */
                            p90Ms: number | null;
                        }[];
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    conformance_fourEyes: {
        parameters: {
            query?: {
                caseId?: string;
                from?: string;
                to?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Cases this page has looked through. */
                        cases: number;
                        items: {
                            caseId: string;
                            seq: number;
                            /** Format: date-time */
                            at: string;
                            command: string;
                            maker: string | null;
                            checker: string;
                            evidenceHash: string;
                            /** @description Why it is not the act of two persons on one evidence. */
                            fault: string | null;
                        }[];
                        unreadable: {
                            caseId: string;
                            why: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `case.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "case.not-found";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayRun_begin: {
        parameters: {
            query?: never;
            header?: {
                /** @description Same key and same body: the first answer again. Chosen by the caller, one for each intended change. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description So many cases, chosen by the seed. */
                    sample?: number;
                    /**
                     * @description Every case.
                     * @constant
                     */
                    all?: true;
                    /** @enum {string} */
                    reason?: "TRADING_VIOLATION" | "ILLEGAL_OPERATION" | "SETTLEMENT_ACCOUNT_ABNORMAL" | "MAINTENANCE" | "QUALIFICATION_EXPIRED" | "SYSTEM_FAILURE" | "POLICY_CHANGE" | "HARDWARE_DAMAGE" | "NATURAL_DISASTER" | "OTHER" | "INACTIVITY" | "TERMINAL_MISMATCH" | "AUTHORITY_FREEZE";
                    /** @enum {string} */
                    state?: "NOTICE_RECEIVED" | "NOTICE_CONFIRMED" | "MATERIALS_REQUESTED" | "SUBMITTED" | "UNDER_REVIEW" | "SUPPLEMENT_REQUIRED" | "UNDER_INVESTIGATION" | "RECTIFICATION" | "PENDING_EXTERNAL_DECISION" | "APPROVED" | "REINSTATING" | "PARTIALLY_REINSTATED" | "FOLLOW_UP" | "REJECTED" | "APPEAL_REVIEW" | "AWAITING_SERVICE" | "ON_HOLD" | "CLOSED_REINSTATED" | "CLOSED_REJECTED" | "CLOSED_TERMINATED" | "CLOSED_WITHDRAWN" | "CLOSED_EXPIRED" | "CLOSED_MERGED" | "CLOSED_INVALID";
                    institution?: string;
                    /** @description Cases are taken in the order of MD5(seed + case id), so anybody can make the same choice again. */
                    seed?: string;
                    /** @description Processes of each worker that share the run. */
                    processes?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayRun"];
                };
            };
            /** @description `request.invalid`, `idempotency.missing` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "idempotency.missing";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `idempotency.running`, `request.expired` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency.running" | "request.expired";
                    };
                };
            };
            /** @description `body.too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "body.too-large";
                    };
                };
            };
            /** @description `media.unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "media.unsupported";
                    };
                };
            };
            /** @description `idempotency.mismatch` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency.mismatch";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayRun_one: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayRun"];
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `replay-run.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "replay-run.not-found";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayRun_report: {
        parameters: {
            query?: {
                format?: "json" | "html";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayReport"];
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `replay-run.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "replay-run.not-found";
                    };
                };
            };
            /** @description `replay-run.not-done` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "replay-run.not-done";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayRun_verdicts: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: ({
                            place: number;
                            caseId: string;
                            /** @enum {string} */
                            outcome: "SOUND" | "WRONG" | "UNJUDGED";
                            comparedSeq: number;
                        } & {
                            [key: string]: unknown;
                        })[];
                        nextAfter: number | null;
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `replay-run.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "replay-run.not-found";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proof_checkpoints: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Checkpoint"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proof_latest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checkpoint"];
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proof_keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            keyId: string;
                            /** @description 32 bytes of Ed25519. */
                            publicKey: string;
                            pem: string;
                        }[];
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proof_proof: {
        parameters: {
            query?: {
                from?: number;
                to?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseId: string;
                        seq: number;
                        head: string;
                        /** @description Whether the latest checkpoint covers this head. */
                        covered: boolean;
                        checkpoint: components["schemas"]["Checkpoint"];
                        inclusion: {
                            index: number;
                            /** @description Canonical text; the leaf hash is SHA-256(0x00 ‖ its UTF-8). */
                            leaf: string;
                            leafHash: string;
                            /** @description From the leaf up. */
                            proof: string[];
                        } | null;
                        consistency: {
                            from: number;
                            to: number;
                            proof: string[];
                        } | null;
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `case.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "case.not-found";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proof_bundle: {
        parameters: {
            query?: {
                texts?: "disclosed" | "withheld";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": unknown;
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `case.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "case.not-found";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    timeTravel_state: {
        parameters: {
            query?: {
                seq?: number;
                at?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseId: string;
                        seq: number;
                        state: string;
                        /** @description The moment it is seen at. */
                        now: string;
                        stateHash: string;
                        /** @description As the notice then in force named it, masked. */
                        merchant: {
                            [key: string]: unknown;
                        } | null;
                        allowedActions: {
                            command: string;
                            fields: string[];
                            roles: string[];
                        }[];
                        forecast: ({
                            at: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `case.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "case.not-found";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    timeTravel_diff: {
        parameters: {
            query: {
                from: number;
                to: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseId: string;
                        from: number;
                        to: number;
                        changes: {
                            /** @description An element of a list by its key: `materials/M01/status`. */
                            path: string;
                            before?: unknown;
                            after?: unknown;
                        }[];
                        events: {
                            seq: number;
                            type: string;
                            at: string;
                            actor: {
                                id: string;
                                role: string;
                            } & {
                                [key: string]: unknown;
                            };
                            text: {
                                zh: string;
                                en: string;
                            };
                        }[];
                    };
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `auth.missing`, `auth.invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.missing" | "auth.invalid";
                    };
                };
            };
            /** @description `auth.role` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.role";
                    };
                };
            };
            /** @description `case.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "case.not-found";
                    };
                };
            };
            /** @description `rate.limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "rate.limited";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    health_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "live" | "ready";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    health_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "live" | "ready";
                    };
                };
            };
            /** @description `dependency.unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dependency.unavailable";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    health_figures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": unknown;
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    docs_openApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    docs_asyncApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    docs_page: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    docs_messages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    docs_start: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/javascript": unknown;
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    docs_asset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                asset: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid";
                    };
                };
            };
            /** @description `route.not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route.not-found";
                    };
                };
            };
            /** @description Any other failure */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
