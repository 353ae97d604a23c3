using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MethodCenter.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ImportsChangesAndWebhooks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "outbox_messages");

            migrationBuilder.CreateTable(
                name: "change_log",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    last = table.Column<long>(type: "INTEGER", nullable: false),
                    trimmed = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_log", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "changes",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    position = table.Column<long>(type: "INTEGER", nullable: true),
                    centre_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    type = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    subject_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    parent_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    organisation_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    occurred_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    events = table.Column<string>(type: "TEXT", unicode: false, maxLength: 400, nullable: true),
                    keys = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_changes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "operation_findings",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    operation_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    row = table.Column<int>(type: "INTEGER", nullable: false),
                    column = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    severity = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    message = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    message_english = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    centre_id = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operation_findings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "operation_parts",
                columns: table => new
                {
                    operation_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operation_parts", x => new { x.operation_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "operations",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    dataset = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    mode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    account_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    finished_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    cancel_requested_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    owner = table.Column<byte[]>(type: "BLOB", nullable: true),
                    lease_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    saved_row = table.Column<int>(type: "INTEGER", nullable: false),
                    error_code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    error_text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    error_text_english = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    counts_changed = table.Column<int>(type: "INTEGER", nullable: false),
                    counts_created = table.Column<int>(type: "INTEGER", nullable: false),
                    counts_missing = table.Column<int>(type: "INTEGER", nullable: false),
                    counts_problems = table.Column<int>(type: "INTEGER", nullable: false),
                    counts_refused = table.Column<int>(type: "INTEGER", nullable: false),
                    counts_rows = table.Column<int>(type: "INTEGER", nullable: false),
                    counts_unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    counts_warnings = table.Column<int>(type: "INTEGER", nullable: false),
                    centre_id = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "webhook_deliveries",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    subscription_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    type = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    subject_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    subject_version = table.Column<int>(type: "INTEGER", nullable: false),
                    occurred_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    next_attempt_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    last_attempt_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    last_status = table.Column<int>(type: "INTEGER", nullable: true),
                    last_failure = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    last_milliseconds = table.Column<int>(type: "INTEGER", nullable: true),
                    delivered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    centre_id = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_webhook_deliveries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "webhook_subscriptions",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    name_key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    url = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    types = table.Column<string>(type: "TEXT", unicode: false, maxLength: 1000, nullable: false),
                    state = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    pause_reason = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    paused_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    secret = table.Column<byte[]>(type: "BLOB", maxLength: 1000, nullable: false),
                    secret_made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    previous_secret = table.Column<byte[]>(type: "BLOB", maxLength: 1000, nullable: true),
                    previous_secret_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    gap_from = table.Column<long>(type: "INTEGER", nullable: true),
                    gap_to = table.Column<long>(type: "INTEGER", nullable: true),
                    gap_noted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    last_success_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    failing_since = table.Column<DateTime>(type: "TEXT", nullable: true),
                    failures_in_row = table.Column<int>(type: "INTEGER", nullable: false),
                    replay_position = table.Column<long>(type: "INTEGER", nullable: true),
                    replay_to = table.Column<long>(type: "INTEGER", nullable: true),
                    requeues = table.Column<int>(type: "INTEGER", nullable: false),
                    centre_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_webhook_subscriptions", x => x.id);
                });

            migrationBuilder.InsertData(
                table: "change_log",
                columns: new[] { "id", "last", "trimmed" },
                values: new object[] { 1, 0L, 0L });

            migrationBuilder.CreateIndex(
                name: "ix_external_keys_centre_id_resource_source_subject_id_key",
                table: "external_keys",
                columns: new[] { "centre_id", "resource", "source", "subject_id", "key" });

            migrationBuilder.CreateIndex(
                name: "ix_changes_centre_id_position",
                table: "changes",
                columns: new[] { "centre_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_changes_waiting",
                table: "changes",
                column: "id",
                filter: "position IS NULL");

            migrationBuilder.CreateIndex(
                name: "ux_changes_position",
                table: "changes",
                column: "position",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_operation_findings_operation_id_row_id",
                table: "operation_findings",
                columns: new[] { "operation_id", "row", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_operations_centre_id_created_at_id",
                table: "operations",
                columns: new[] { "centre_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_operations_state_created_at",
                table: "operations",
                columns: new[] { "state", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_occurred_at",
                table: "webhook_deliveries",
                column: "occurred_at");

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_subscription_id_state_position",
                table: "webhook_deliveries",
                columns: new[] { "subscription_id", "state", "position" });

            migrationBuilder.CreateIndex(
                name: "ux_webhook_deliveries_subscription_id_position",
                table: "webhook_deliveries",
                columns: new[] { "subscription_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_webhook_subscriptions_centre_id_name_key_id",
                table: "webhook_subscriptions",
                columns: new[] { "centre_id", "name_key", "id" });

            // What an older version has changed was never told: a copy cannot begin at 0 but with a full read.
            migrationBuilder.Sql("UPDATE change_log SET last = 1, trimmed = 1 WHERE EXISTS (SELECT 1 FROM centres)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "change_log");

            migrationBuilder.DropTable(
                name: "changes");

            migrationBuilder.DropTable(
                name: "operation_findings");

            migrationBuilder.DropTable(
                name: "operation_parts");

            migrationBuilder.DropTable(
                name: "operations");

            migrationBuilder.DropTable(
                name: "webhook_deliveries");

            migrationBuilder.DropTable(
                name: "webhook_subscriptions");

            migrationBuilder.DropIndex(
                name: "ix_external_keys_centre_id_resource_source_subject_id_key",
                table: "external_keys");

            migrationBuilder.CreateTable(
                name: "outbox_messages",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    centre_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    delivered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    occurred_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    payload = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    subject_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_messages", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_delivered_at_id",
                table: "outbox_messages",
                columns: new[] { "delivered_at", "id" });
        }
    }
}
