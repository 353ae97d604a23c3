using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace MethodCenter.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "academic_calendars",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    academic_year = table.Column<int>(type: "integer", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    second_half_from = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    days_per_week = table.Column<int>(type: "integer", nullable: false),
                    breaks = table.Column<string>(type: "character varying(880)", unicode: false, maxLength: 880, nullable: false),
                    streams = table.Column<string>(type: "character varying(240)", unicode: false, maxLength: 240, nullable: false),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_academic_calendars", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    use_case = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    subject = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    changes = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    purpose = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    trace_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "campaigns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    search_key = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    provider = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    opens_on = table.Column<DateOnly>(type: "date", nullable: false),
                    closes_on = table.Column<DateOnly>(type: "date", nullable: false),
                    decision = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    by_quota = table.Column<bool>(type: "boolean", nullable: false),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_campaigns", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "centre_norms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    value = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    rule = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    basis = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_centre_norms", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "centres",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    short_name = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    full_name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    territory = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    time_zone = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    address = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_centres", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "change_log",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    last = table.Column<long>(type: "bigint", nullable: false),
                    trimmed = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_log", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "changes",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    position = table.Column<long>(type: "bigint", nullable: true),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    occurred_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    events = table.Column<string>(type: "character varying(400)", unicode: false, maxLength: 400, nullable: true),
                    keys = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_changes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "employees",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    last_name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    first_name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    patronymic = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    birth_date = table.Column<DateOnly>(type: "date", nullable: true),
                    sex = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    snils = table.Column<string>(type: "character varying(11)", unicode: false, maxLength: 11, nullable: true),
                    education = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    teaching_since = table.Column<DateOnly>(type: "date", nullable: true),
                    name_key = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false, collation: "C"),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_employees", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "external_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    resource = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_external_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "feedback_questionnaires",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    questions = table.Column<string>(type: "text", nullable: false),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_questionnaires", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "frdo_packages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    prepared_on = table.Column<DateOnly>(type: "date", nullable: false),
                    responsible = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    file_length = table.Column<int>(type: "integer", nullable: false),
                    row_count = table.Column<int>(type: "integer", nullable: false),
                    resend_of_id = table.Column<Guid>(type: "uuid", nullable: true),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_frdo_packages", x => x.id);
                    table.ForeignKey(
                        name: "fk_frdo_packages_resend_of_id",
                        column: x => x.resend_of_id,
                        principalTable: "frdo_packages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "idempotency_records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false, collation: "C"),
                    request_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    location = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    etag = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    body = table.Column<byte[]>(type: "bytea", nullable: false),
                    stored_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency_records", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "leases",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    owner = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leases", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "numerators",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_numerators", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "operation_findings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    operation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    row = table.Column<int>(type: "integer", nullable: false),
                    column = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    severity = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    message = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    message_english = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    value = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operation_findings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "operation_parts",
                columns: table => new
                {
                    operation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operation_parts", x => new { x.operation_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "operations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dataset = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    finished_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    cancel_requested_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    owner = table.Column<Guid>(type: "uuid", nullable: true),
                    lease_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    saved_row = table.Column<int>(type: "integer", nullable: false),
                    error_code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true, collation: "C"),
                    error_text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    error_text_english = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    counts_changed = table.Column<int>(type: "integer", nullable: false),
                    counts_created = table.Column<int>(type: "integer", nullable: false),
                    counts_missing = table.Column<int>(type: "integer", nullable: false),
                    counts_problems = table.Column<int>(type: "integer", nullable: false),
                    counts_refused = table.Column<int>(type: "integer", nullable: false),
                    counts_rows = table.Column<int>(type: "integer", nullable: false),
                    counts_unchanged = table.Column<int>(type: "integer", nullable: false),
                    counts_warnings = table.Column<int>(type: "integer", nullable: false),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organisations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    short_name = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    full_name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    group = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    legal_form = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    number = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    has_preschool_groups = table.Column<bool>(type: "boolean", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    status_since = table.Column<DateOnly>(type: "date", nullable: true),
                    name_key = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false, collation: "C"),
                    search_key = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "positions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    category = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    name_key = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false, collation: "C"),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_positions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "programmes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    title = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    hours = table.Column<int>(type: "integer", nullable: false),
                    line = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    form = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    approved_on = table.Column<DateOnly>(type: "date", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    title_key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    modules = table.Column<string>(type: "character varying(18400)", maxLength: 18400, nullable: false),
                    audience = table.Column<string>(type: "character varying(3380)", maxLength: 3380, nullable: true),
                    provider = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    licence = table.Column<string>(type: "character varying(180)", maxLength: 180, nullable: true),
                    edition = table.Column<int>(type: "integer", nullable: false, defaultValue: 1),
                    approval_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    review_round = table.Column<int>(type: "integer", nullable: false),
                    submitted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programmes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "protection_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "risk_editions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    confidence = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_editions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rooms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    site = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    site_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    name_key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    seats = table.Column<int>(type: "integer", nullable: false),
                    computers = table.Column<int>(type: "integer", nullable: false),
                    equipment = table.Column<string>(type: "character varying(4020)", maxLength: 4020, nullable: false),
                    status = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    search_key = table.Column<string>(type: "character varying(301)", maxLength: 301, nullable: false, collation: "C"),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rooms", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "signing_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    thumbprint = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: false),
                    public_key = table.Column<byte[]>(type: "bytea", maxLength: 200, nullable: false),
                    private_key = table.Column<byte[]>(type: "bytea", maxLength: 1000, nullable: false),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signing_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stated_figures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    report = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    period = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    cell_key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    value = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: false),
                    source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stated_figures", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "support_programmes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    name_key = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    basis = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_programmes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "webhook_deliveries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subscription_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    type = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_version = table.Column<int>(type: "integer", nullable: false),
                    occurred_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_attempt_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    last_attempt_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    last_status = table.Column<int>(type: "integer", nullable: true),
                    last_failure = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    last_milliseconds = table.Column<int>(type: "integer", nullable: true),
                    delivered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_webhook_deliveries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "webhook_subscriptions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    name_key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    description = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    url = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    types = table.Column<string>(type: "character varying(1000)", unicode: false, maxLength: 1000, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    pause_reason = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    paused_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    secret = table.Column<byte[]>(type: "bytea", maxLength: 1000, nullable: false),
                    secret_made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    previous_secret = table.Column<byte[]>(type: "bytea", maxLength: 1000, nullable: true),
                    previous_secret_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    gap_from = table.Column<long>(type: "bigint", nullable: true),
                    gap_to = table.Column<long>(type: "bigint", nullable: true),
                    gap_noted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    last_success_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    failing_since = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    failures_in_row = table.Column<int>(type: "integer", nullable: false),
                    replay_position = table.Column<long>(type: "bigint", nullable: true),
                    replay_to = table.Column<long>(type: "bigint", nullable: true),
                    requeues = table.Column<int>(type: "integer", nullable: false),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_webhook_subscriptions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "absences",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    employee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_absences", x => x.id);
                    table.ForeignKey(
                        name: "fk_absences_employee_id",
                        column: x => x.employee_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    login = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    display_name = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    name_key = table.Column<string>(type: "character varying(211)", maxLength: 211, nullable: false, collation: "C"),
                    password_hash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    external_issuer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    external_subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    employee_id = table.Column<Guid>(type: "uuid", nullable: true),
                    is_blocked = table.Column<bool>(type: "boolean", nullable: false),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts", x => x.id);
                    table.ForeignKey(
                        name: "fk_accounts_employee_id",
                        column: x => x.employee_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "frdo_contents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    package_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_frdo_contents", x => x.id);
                    table.ForeignKey(
                        name: "fk_frdo_contents_package_id",
                        column: x => x.package_id,
                        principalTable: "frdo_packages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organisation_names",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation_names", x => x.id);
                    table.ForeignKey(
                        name: "fk_organisation_names_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "training_plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    built_on = table.Column<DateOnly>(type: "date", nullable: false),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_training_plans", x => x.id);
                    table.ForeignKey(
                        name: "fk_training_plans_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "training_records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    employee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    provider_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    title = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    title_key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    hours = table.Column<int>(type: "integer", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: true),
                    completed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    document_kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    document_number = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    document_date = table.Column<DateOnly>(type: "date", nullable: true),
                    topics = table.Column<string>(type: "character varying(306)", maxLength: 306, nullable: false),
                    topics_key = table.Column<string>(type: "character varying(306)", maxLength: 306, nullable: false, collation: "C"),
                    search_key = table.Column<string>(type: "character varying(906)", maxLength: 906, nullable: false, collation: "C"),
                    origin = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    annulled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    annulment_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_training_records", x => x.id);
                    table.ForeignKey(
                        name: "fk_training_records_employee_id",
                        column: x => x.employee_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_training_records_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "attestations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    employee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    applied_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    act_number = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    act_date = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: true),
                    rule_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    rule_basis = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    rule_edition = table.Column<DateOnly>(type: "date", nullable: true),
                    term_rule_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true, collation: "C"),
                    term_rule_basis = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    term_rule_edition = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    annulled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    annulment_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attestations", x => x.id);
                    table.ForeignKey(
                        name: "fk_attestations_employee_id",
                        column: x => x.employee_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_attestations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_attestations_position_id",
                        column: x => x.position_id,
                        principalTable: "positions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "employments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    employee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    rate = table.Column<decimal>(type: "numeric(3,2)", precision: 3, scale: 2, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_employments", x => x.id);
                    table.ForeignKey(
                        name: "fk_employments_employee_id",
                        column: x => x.employee_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_employments_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_employments_position_id",
                        column: x => x.position_id,
                        principalTable: "positions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "courses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    title_key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    line = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    hours = table.Column<int>(type: "integer", nullable: false),
                    programme_edition = table.Column<int>(type: "integer", nullable: false, defaultValue: 1),
                    academic_year = table.Column<int>(type: "integer", nullable: false),
                    season = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    form = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    site = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    capacity = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    cancellation_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    seats_taken = table.Column<int>(type: "integer", nullable: false),
                    waiting = table.Column<int>(type: "integer", nullable: false),
                    last_arrival = table.Column<int>(type: "integer", nullable: false),
                    funding_reference = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    funding_source = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_courses", x => x.id);
                    table.ForeignKey(
                        name: "fk_courses_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "programme_editions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    hours = table.Column<int>(type: "integer", nullable: false),
                    modules = table.Column<string>(type: "character varying(18400)", maxLength: 18400, nullable: false),
                    audience = table.Column<string>(type: "character varying(3380)", maxLength: 3380, nullable: true),
                    approved_on = table.Column<DateOnly>(type: "date", nullable: false),
                    approval_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    replaced_on = table.Column<DateOnly>(type: "date", nullable: false),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_editions", x => x.id);
                    table.ForeignKey(
                        name: "fk_programme_editions_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "programme_reviews",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    expert_id = table.Column<Guid>(type: "uuid", nullable: true),
                    expert_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    expert_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    reviewed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    criteria = table.Column<string>(type: "character varying(73800)", maxLength: 73800, nullable: false),
                    verdict = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    comment = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_reviews", x => x.id);
                    table.ForeignKey(
                        name: "fk_programme_reviews_expert_id",
                        column: x => x.expert_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_programme_reviews_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "training_needs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    employee_id = table.Column<Guid>(type: "uuid", nullable: true),
                    people = table.Column<int>(type: "integer", nullable: false),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: true),
                    topic = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    subject_key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    year = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    stated_on = table.Column<DateOnly>(type: "date", nullable: false),
                    comment = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_training_needs", x => x.id);
                    table.ForeignKey(
                        name: "fk_training_needs_employee_id",
                        column: x => x.employee_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_training_needs_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_training_needs_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "risk_factors",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    risk_edition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    name_key = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_factors", x => x.id);
                    table.ForeignKey(
                        name: "fk_risk_factors_risk_edition_id",
                        column: x => x.risk_edition_id,
                        principalTable: "risk_editions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "support_cycles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    support_programme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    edition_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_cycles", x => x.id);
                    table.ForeignKey(
                        name: "fk_support_cycles_support_programme_id",
                        column: x => x.support_programme_id,
                        principalTable: "support_programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "api_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    prefix = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revoked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    last_used_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_keys", x => x.id);
                    table.ForeignKey(
                        name: "fk_api_keys_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "calendar_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    key_id = table.Column<Guid>(type: "uuid", nullable: true),
                    revoked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_calendar_links_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    act = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_grants", x => x.id);
                    table.ForeignKey(
                        name: "fk_grants_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_grants_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "course_feedback",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    questionnaire_id = table.Column<Guid>(type: "uuid", nullable: true),
                    respondents = table.Column<int>(type: "integer", nullable: false),
                    tallies = table.Column<string>(type: "text", nullable: false),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_course_feedback", x => x.id);
                    table.ForeignKey(
                        name: "fk_course_feedback_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_course_feedback_questionnaire_id",
                        column: x => x.questionnaire_id,
                        principalTable: "feedback_questionnaires",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "enrolments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    employee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    half_year = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    arrival = table.Column<int>(type: "integer", nullable: false),
                    arrived_on = table.Column<DateOnly>(type: "date", nullable: false),
                    enrolled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawal_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    transfer_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_enrolments", x => x.id);
                    table.ForeignKey(
                        name: "fk_enrolments_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_enrolments_employee_id",
                        column: x => x.employee_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_enrolments_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "final_assessments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    protocol_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    protocol_date = table.Column<DateOnly>(type: "date", nullable: false),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_final_assessments", x => x.id);
                    table.ForeignKey(
                        name: "fk_final_assessments_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "lessons",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    academic_year = table.Column<int>(type: "integer", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    stream = table.Column<int>(type: "integer", nullable: false),
                    hours = table.Column<int>(type: "integer", nullable: false),
                    venue = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    room_id = table.Column<Guid>(type: "uuid", nullable: true),
                    host_id = table.Column<Guid>(type: "uuid", nullable: true),
                    place = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    teacher_id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    cancellation_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    held_recorded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lessons", x => x.id);
                    table.ForeignKey(
                        name: "fk_lessons_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_lessons_host_id",
                        column: x => x.host_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_lessons_room_id",
                        column: x => x.room_id,
                        principalTable: "rooms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_lessons_teacher_id",
                        column: x => x.teacher_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "orders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    basis = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    search_key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    learner_count = table.Column<int>(type: "integer", nullable: false),
                    signed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    closed_registration = table.Column<bool>(type: "boolean", nullable: false),
                    cancelled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    cancellation_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders", x => x.id);
                    table.ForeignKey(
                        name: "fk_orders_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "quotas",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: true),
                    target_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    limit = table.Column<int>(type: "integer", nullable: false),
                    used = table.Column<int>(type: "integer", nullable: false),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quotas", x => x.id);
                    table.ForeignKey(
                        name: "fk_quotas_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaigns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_quotas_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_quotas_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_quotas_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "training_plan_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    training_plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    employee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    origin = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    need_id = table.Column<Guid>(type: "uuid", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: true),
                    topic = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    provider = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    quarter = table.Column<int>(type: "integer", nullable: true),
                    month = table.Column<int>(type: "integer", nullable: true),
                    edited = table.Column<bool>(type: "boolean", nullable: false),
                    dropped = table.Column<bool>(type: "boolean", nullable: false),
                    drop_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_training_plan_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_training_plan_entries_employee_id",
                        column: x => x.employee_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_training_plan_entries_need_id",
                        column: x => x.need_id,
                        principalTable: "training_needs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_training_plan_entries_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_training_plan_entries_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_training_plan_entries_training_plan_id",
                        column: x => x.training_plan_id,
                        principalTable: "training_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "participations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    support_programme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cycle_year = table.Column<int>(type: "integer", nullable: false),
                    edition_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    coordinator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    coordinator_since = table.Column<DateOnly>(type: "date", nullable: false),
                    curator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    curator_since = table.Column<DateOnly>(type: "date", nullable: false),
                    assigned_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    profile_source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    profile_date = table.Column<DateOnly>(type: "date", nullable: true),
                    priorities_chosen_on = table.Column<DateOnly>(type: "date", nullable: true),
                    started_on = table.Column<DateOnly>(type: "date", nullable: true),
                    outcome = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closing_comment = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_participations", x => x.id);
                    table.ForeignKey(
                        name: "fk_participations_coordinator_id",
                        column: x => x.coordinator_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_participations_curator_id",
                        column: x => x.curator_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_participations_cycle_id",
                        column: x => x.cycle_id,
                        principalTable: "support_cycles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_participations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_participations_support_programme_id",
                        column: x => x.support_programme_id,
                        principalTable: "support_programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "certificates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    enrolment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    employee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    series = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    blank_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    basis = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    last_name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    first_name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    patronymic = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    name_key = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false, collation: "C"),
                    title = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    hours = table.Column<int>(type: "integer", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    code = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false, collation: "C"),
                    original_id = table.Column<Guid>(type: "uuid", nullable: true),
                    replacement_reason = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    annulment_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    annulled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificates", x => x.id);
                    table.ForeignKey(
                        name: "fk_certificates_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_certificates_employee_id",
                        column: x => x.employee_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_certificates_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_certificates_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_certificates_original_id",
                        column: x => x.original_id,
                        principalTable: "certificates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "final_works",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    enrolment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    employee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    topic_key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    assignment = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    assigned_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    result = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    defended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_final_works", x => x.id);
                    table.ForeignKey(
                        name: "fk_final_works_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_final_works_employee_id",
                        column: x => x.employee_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_final_works_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_final_works_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "final_assessment_results",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    final_assessment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    enrolment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    employee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    result = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_final_assessment_results", x => x.id);
                    table.ForeignKey(
                        name: "fk_final_assessment_results_employee_id",
                        column: x => x.employee_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_final_assessment_results_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_final_assessment_results_final_assessment_id",
                        column: x => x.final_assessment_id,
                        principalTable: "final_assessments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_final_assessment_results_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "attendance_marks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lesson_id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    enrolment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    employee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    presence = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    minutes_given = table.Column<int>(type: "integer", nullable: false),
                    minutes_attended = table.Column<int>(type: "integer", nullable: false),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attendance_marks", x => x.id);
                    table.ForeignKey(
                        name: "fk_attendance_marks_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_attendance_marks_employee_id",
                        column: x => x.employee_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_attendance_marks_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_attendance_marks_lesson_id",
                        column: x => x.lesson_id,
                        principalTable: "lessons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_attendance_marks_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "order_lines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    enrolment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    full_name = table.Column<string>(type: "character varying(310)", maxLength: 310, nullable: false),
                    organisation = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    position = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true),
                    arrival = table.Column<int>(type: "integer", nullable: false),
                    state_before = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    state_after = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_order_lines", x => x.id);
                    table.ForeignKey(
                        name: "fk_order_lines_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_order_lines_order_id",
                        column: x => x.order_id,
                        principalTable: "orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "applications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: true),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    employee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    half_year = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    submitted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    lacks = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    arrival = table.Column<int>(type: "integer", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    enrolment_id = table.Column<Guid>(type: "uuid", nullable: true),
                    quota_id = table.Column<Guid>(type: "uuid", nullable: true),
                    referral_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_applications", x => x.id);
                    table.ForeignKey(
                        name: "fk_applications_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaigns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_applications_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_applications_employee_id",
                        column: x => x.employee_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_applications_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_applications_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_applications_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_applications_quota_id",
                        column: x => x.quota_id,
                        principalTable: "quotas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "risk_assessments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    participation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    factor_number = table.Column<int>(type: "integer", nullable: false),
                    factor_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    level = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    is_priority = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_assessments", x => x.id);
                    table.ForeignKey(
                        name: "fk_risk_assessments_participation_id",
                        column: x => x.participation_id,
                        principalTable: "participations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "frdo_rows",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    frdo_package_id = table.Column<Guid>(type: "uuid", nullable: false),
                    certificate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    error_text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    answered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_frdo_rows", x => x.id);
                    table.ForeignKey(
                        name: "fk_frdo_rows_certificate_id",
                        column: x => x.certificate_id,
                        principalTable: "certificates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_frdo_rows_frdo_package_id",
                        column: x => x.frdo_package_id,
                        principalTable: "frdo_packages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "change_log",
                columns: new[] { "id", "last", "trimmed" },
                values: new object[] { 1, 0L, 0L });

            migrationBuilder.CreateIndex(
                name: "ix_absences_employee_id",
                table: "absences",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ux_academic_calendars_centre_id_academic_year",
                table: "academic_calendars",
                columns: new[] { "centre_id", "academic_year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_accounts_centre_id_name_key_id",
                table: "accounts",
                columns: new[] { "centre_id", "name_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_employee_id",
                table: "accounts",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_external_issuer_external_subject",
                table: "accounts",
                columns: new[] { "external_issuer", "external_subject" });

            migrationBuilder.CreateIndex(
                name: "ux_accounts_centre_id_external_issuer_external_subject",
                table: "accounts",
                columns: new[] { "centre_id", "external_issuer", "external_subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_accounts_login",
                table: "accounts",
                column: "login",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_api_keys_account_id",
                table: "api_keys",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ux_api_keys_hash",
                table: "api_keys",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_applications_centre_id_submitted_on_id",
                table: "applications",
                columns: new[] { "centre_id", "submitted_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_applications_course_id",
                table: "applications",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_applications_employee_id",
                table: "applications",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_applications_enrolment_id",
                table: "applications",
                column: "enrolment_id");

            migrationBuilder.CreateIndex(
                name: "ix_applications_organisation_id",
                table: "applications",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_applications_programme_id",
                table: "applications",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ix_applications_quota_id",
                table: "applications",
                column: "quota_id");

            migrationBuilder.CreateIndex(
                name: "ux_applications_campaign_id_employee_id_programme_id",
                table: "applications",
                columns: new[] { "campaign_id", "employee_id", "programme_id" },
                unique: true,
                filter: "state <> 'Refused' AND state <> 'Withdrawn'");

            migrationBuilder.CreateIndex(
                name: "ix_attendance_marks_course_id",
                table: "attendance_marks",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_attendance_marks_employee_id",
                table: "attendance_marks",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_attendance_marks_enrolment_id",
                table: "attendance_marks",
                column: "enrolment_id");

            migrationBuilder.CreateIndex(
                name: "ix_attendance_marks_organisation_id",
                table: "attendance_marks",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ux_attendance_marks_lesson_id_enrolment_id",
                table: "attendance_marks",
                columns: new[] { "lesson_id", "enrolment_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_attestations_centre_id_decided_on_id",
                table: "attestations",
                columns: new[] { "centre_id", "decided_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_attestations_employee_id_decided_on",
                table: "attestations",
                columns: new[] { "employee_id", "decided_on" });

            migrationBuilder.CreateIndex(
                name: "ix_attestations_organisation_id",
                table: "attestations",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_attestations_position_id",
                table: "attestations",
                column: "position_id");

            migrationBuilder.CreateIndex(
                name: "ux_attestations_employee_id_kind_position_id_decided_on",
                table: "attestations",
                columns: new[] { "employee_id", "kind", "position_id", "decided_on" },
                unique: true,
                filter: "state = 'Recorded'");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_centre_id_at_id",
                table: "audit_entries",
                columns: new[] { "centre_id", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_centre_id_subject_id",
                table: "audit_entries",
                columns: new[] { "centre_id", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_calendar_links_account_id",
                table: "calendar_links",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ux_calendar_links_hash",
                table: "calendar_links",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_campaigns_centre_id_opens_on_id",
                table: "campaigns",
                columns: new[] { "centre_id", "opens_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_centre_norms_centre_id_code_valid_from",
                table: "centre_norms",
                columns: new[] { "centre_id", "code", "valid_from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_centres_code",
                table: "centres",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_certificates_centre_id_issued_on_id",
                table: "certificates",
                columns: new[] { "centre_id", "issued_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_certificates_course_id",
                table: "certificates",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_certificates_employee_id",
                table: "certificates",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_certificates_organisation_id",
                table: "certificates",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_certificates_original_id",
                table: "certificates",
                column: "original_id");

            migrationBuilder.CreateIndex(
                name: "ux_certificates_centre_id_blank_number",
                table: "certificates",
                columns: new[] { "centre_id", "blank_number" },
                unique: true,
                filter: "series IS NULL AND blank_number IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ux_certificates_centre_id_series_blank_number",
                table: "certificates",
                columns: new[] { "centre_id", "series", "blank_number" },
                unique: true,
                filter: "series IS NOT NULL AND blank_number IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ux_certificates_centre_id_year_number",
                table: "certificates",
                columns: new[] { "centre_id", "year", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_certificates_code",
                table: "certificates",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_certificates_enrolment_id_kind",
                table: "certificates",
                columns: new[] { "enrolment_id", "kind" },
                unique: true,
                filter: "state = 'Valid'");

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
                name: "ix_course_feedback_centre_id_respondents",
                table: "course_feedback",
                columns: new[] { "centre_id", "respondents" });

            migrationBuilder.CreateIndex(
                name: "ix_course_feedback_questionnaire_id",
                table: "course_feedback",
                column: "questionnaire_id");

            migrationBuilder.CreateIndex(
                name: "ux_course_feedback_course_id",
                table: "course_feedback",
                column: "course_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_courses_centre_id_starts_on_id",
                table: "courses",
                columns: new[] { "centre_id", "starts_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_courses_programme_id",
                table: "courses",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ux_courses_centre_id_academic_year_number",
                table: "courses",
                columns: new[] { "centre_id", "academic_year", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_employees_centre_id_name_key_id",
                table: "employees",
                columns: new[] { "centre_id", "name_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_employees_centre_id_snils",
                table: "employees",
                columns: new[] { "centre_id", "snils" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_employments_centre_id_employee_id",
                table: "employments",
                columns: new[] { "centre_id", "employee_id" });

            migrationBuilder.CreateIndex(
                name: "ix_employments_employee_id",
                table: "employments",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_employments_organisation_id",
                table: "employments",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_employments_position_id",
                table: "employments",
                column: "position_id");

            migrationBuilder.CreateIndex(
                name: "ix_enrolments_employee_id",
                table: "enrolments",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_enrolments_organisation_id",
                table: "enrolments",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ux_enrolments_course_id_arrival",
                table: "enrolments",
                columns: new[] { "course_id", "arrival" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_enrolments_course_id_employee_id",
                table: "enrolments",
                columns: new[] { "course_id", "employee_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_external_keys_centre_id_resource_source_subject_id_key",
                table: "external_keys",
                columns: new[] { "centre_id", "resource", "source", "subject_id", "key" });

            migrationBuilder.CreateIndex(
                name: "ux_external_keys_centre_id_resource_source_key",
                table: "external_keys",
                columns: new[] { "centre_id", "resource", "source", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_feedback_questionnaires_centre_id_valid_from",
                table: "feedback_questionnaires",
                columns: new[] { "centre_id", "valid_from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_final_assessment_results_employee_id",
                table: "final_assessment_results",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_final_assessment_results_enrolment_id",
                table: "final_assessment_results",
                column: "enrolment_id");

            migrationBuilder.CreateIndex(
                name: "ix_final_assessment_results_organisation_id",
                table: "final_assessment_results",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ux_final_assessment_results_final_assessment_id_enrolment_id",
                table: "final_assessment_results",
                columns: new[] { "final_assessment_id", "enrolment_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_final_assessments_course_id",
                table: "final_assessments",
                column: "course_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_final_works_course_id",
                table: "final_works",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_final_works_employee_id",
                table: "final_works",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_final_works_organisation_id",
                table: "final_works",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ux_final_works_enrolment_id",
                table: "final_works",
                column: "enrolment_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_frdo_contents_package_id",
                table: "frdo_contents",
                column: "package_id");

            migrationBuilder.CreateIndex(
                name: "ix_frdo_packages_resend_of_id",
                table: "frdo_packages",
                column: "resend_of_id");

            migrationBuilder.CreateIndex(
                name: "ux_frdo_packages_centre_id_number",
                table: "frdo_packages",
                columns: new[] { "centre_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_frdo_rows_certificate_id",
                table: "frdo_rows",
                column: "certificate_id",
                unique: true,
                filter: "state <> 'Rejected'");

            migrationBuilder.CreateIndex(
                name: "ux_frdo_rows_frdo_package_id_number",
                table: "frdo_rows",
                columns: new[] { "frdo_package_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_grants_account_id",
                table: "grants",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_grants_organisation_id",
                table: "grants",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_records_stored_at",
                table: "idempotency_records",
                column: "stored_at");

            migrationBuilder.CreateIndex(
                name: "ux_idempotency_records_account_id_key",
                table: "idempotency_records",
                columns: new[] { "account_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lessons_centre_id_date_id",
                table: "lessons",
                columns: new[] { "centre_id", "date", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_lessons_course_id_state",
                table: "lessons",
                columns: new[] { "course_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_lessons_host_id",
                table: "lessons",
                column: "host_id");

            migrationBuilder.CreateIndex(
                name: "ux_lessons_course_id_date_stream",
                table: "lessons",
                columns: new[] { "course_id", "date", "stream" },
                unique: true,
                filter: "state = 'Planned'");

            migrationBuilder.CreateIndex(
                name: "ux_lessons_room_id_date_stream",
                table: "lessons",
                columns: new[] { "room_id", "date", "stream" },
                unique: true,
                filter: "room_id IS NOT NULL AND state = 'Planned'");

            migrationBuilder.CreateIndex(
                name: "ux_lessons_teacher_id_date_stream",
                table: "lessons",
                columns: new[] { "teacher_id", "date", "stream" },
                unique: true,
                filter: "state = 'Planned'");

            migrationBuilder.CreateIndex(
                name: "ux_numerators_centre_id_sequence",
                table: "numerators",
                columns: new[] { "centre_id", "sequence" },
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
                name: "ix_order_lines_enrolment_id",
                table: "order_lines",
                column: "enrolment_id");

            migrationBuilder.CreateIndex(
                name: "ux_order_lines_order_id_enrolment_id",
                table: "order_lines",
                columns: new[] { "order_id", "enrolment_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_orders_centre_id_date_id",
                table: "orders",
                columns: new[] { "centre_id", "date", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_orders_course_id",
                table: "orders",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ux_orders_centre_id_year_kind_number",
                table: "orders",
                columns: new[] { "centre_id", "year", "kind", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organisation_names_organisation_id",
                table: "organisation_names",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_organisations_centre_id_name_key_id",
                table: "organisations",
                columns: new[] { "centre_id", "name_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_organisations_centre_id_code",
                table: "organisations",
                columns: new[] { "centre_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_participations_coordinator_id",
                table: "participations",
                column: "coordinator_id");

            migrationBuilder.CreateIndex(
                name: "ix_participations_curator_id",
                table: "participations",
                column: "curator_id");

            migrationBuilder.CreateIndex(
                name: "ix_participations_organisation_id",
                table: "participations",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_participations_programme_year_day",
                table: "participations",
                columns: new[] { "support_programme_id", "cycle_year", "assigned_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_participations_cycle_id_organisation_id",
                table: "participations",
                columns: new[] { "cycle_id", "organisation_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_positions_centre_id_code",
                table: "positions",
                columns: new[] { "centre_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_programme_editions_programme_id_number",
                table: "programme_editions",
                columns: new[] { "programme_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_programme_reviews_expert_id",
                table: "programme_reviews",
                column: "expert_id");

            migrationBuilder.CreateIndex(
                name: "ux_programme_reviews_programme_id_round_expert_key",
                table: "programme_reviews",
                columns: new[] { "programme_id", "round", "expert_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_programmes_centre_id_title_key_id",
                table: "programmes",
                columns: new[] { "centre_id", "title_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_programmes_centre_id_code",
                table: "programmes",
                columns: new[] { "centre_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_protection_keys_name",
                table: "protection_keys",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_quotas_course_id",
                table: "quotas",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_quotas_organisation_id",
                table: "quotas",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_quotas_programme_id",
                table: "quotas",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ux_quotas_campaign_id_target_id_organisation_id",
                table: "quotas",
                columns: new[] { "campaign_id", "target_id", "organisation_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_risk_assessments_participation_id_factor_number",
                table: "risk_assessments",
                columns: new[] { "participation_id", "factor_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_risk_editions_centre_id_code",
                table: "risk_editions",
                columns: new[] { "centre_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_risk_factors_risk_edition_id_number",
                table: "risk_factors",
                columns: new[] { "risk_edition_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_rooms_centre_id_site_key_name_key",
                table: "rooms",
                columns: new[] { "centre_id", "site_key", "name_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_signing_keys_thumbprint",
                table: "signing_keys",
                column: "thumbprint",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_stated_figures_centre_id_report_period_cell_key",
                table: "stated_figures",
                columns: new[] { "centre_id", "report", "period", "cell_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_support_cycles_support_programme_id_year",
                table: "support_cycles",
                columns: new[] { "support_programme_id", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_support_programmes_centre_id_code",
                table: "support_programmes",
                columns: new[] { "centre_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_training_needs_centre_id_stated_on_id",
                table: "training_needs",
                columns: new[] { "centre_id", "stated_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_training_needs_organisation_id_year",
                table: "training_needs",
                columns: new[] { "organisation_id", "year" });

            migrationBuilder.CreateIndex(
                name: "ix_training_needs_programme_id",
                table: "training_needs",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ux_training_needs_employee_id_subject_key_year",
                table: "training_needs",
                columns: new[] { "employee_id", "subject_key", "year" },
                unique: true,
                filter: "employee_id IS NOT NULL AND state <> 'Declined'");

            migrationBuilder.CreateIndex(
                name: "ix_training_plan_entries_centre_id_year",
                table: "training_plan_entries",
                columns: new[] { "centre_id", "year" });

            migrationBuilder.CreateIndex(
                name: "ix_training_plan_entries_employee_id",
                table: "training_plan_entries",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_training_plan_entries_need_id",
                table: "training_plan_entries",
                column: "need_id");

            migrationBuilder.CreateIndex(
                name: "ix_training_plan_entries_organisation_id",
                table: "training_plan_entries",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_training_plan_entries_programme_id",
                table: "training_plan_entries",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ux_training_plan_entries_training_plan_id_need_id",
                table: "training_plan_entries",
                columns: new[] { "training_plan_id", "need_id" },
                unique: true,
                filter: "need_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_training_plans_centre_id_year_id",
                table: "training_plans",
                columns: new[] { "centre_id", "year", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_training_plans_organisation_id_year",
                table: "training_plans",
                columns: new[] { "organisation_id", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_training_records_centre_id_completed_on_id",
                table: "training_records",
                columns: new[] { "centre_id", "completed_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_training_records_due",
                table: "training_records",
                columns: new[] { "centre_id", "employee_id", "completed_on", "kind", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_training_records_employee_id_completed_on",
                table: "training_records",
                columns: new[] { "employee_id", "completed_on" });

            migrationBuilder.CreateIndex(
                name: "ix_training_records_organisation_id",
                table: "training_records",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ux_training_records_employee_id_title_key_completed_on",
                table: "training_records",
                columns: new[] { "employee_id", "title_key", "completed_on" },
                unique: true,
                filter: "state = 'Recorded'");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "absences");

            migrationBuilder.DropTable(
                name: "academic_calendars");

            migrationBuilder.DropTable(
                name: "api_keys");

            migrationBuilder.DropTable(
                name: "applications");

            migrationBuilder.DropTable(
                name: "attendance_marks");

            migrationBuilder.DropTable(
                name: "attestations");

            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "calendar_links");

            migrationBuilder.DropTable(
                name: "centre_norms");

            migrationBuilder.DropTable(
                name: "centres");

            migrationBuilder.DropTable(
                name: "change_log");

            migrationBuilder.DropTable(
                name: "changes");

            migrationBuilder.DropTable(
                name: "course_feedback");

            migrationBuilder.DropTable(
                name: "employments");

            migrationBuilder.DropTable(
                name: "external_keys");

            migrationBuilder.DropTable(
                name: "final_assessment_results");

            migrationBuilder.DropTable(
                name: "final_works");

            migrationBuilder.DropTable(
                name: "frdo_contents");

            migrationBuilder.DropTable(
                name: "frdo_rows");

            migrationBuilder.DropTable(
                name: "grants");

            migrationBuilder.DropTable(
                name: "idempotency_records");

            migrationBuilder.DropTable(
                name: "leases");

            migrationBuilder.DropTable(
                name: "numerators");

            migrationBuilder.DropTable(
                name: "operation_findings");

            migrationBuilder.DropTable(
                name: "operation_parts");

            migrationBuilder.DropTable(
                name: "operations");

            migrationBuilder.DropTable(
                name: "order_lines");

            migrationBuilder.DropTable(
                name: "organisation_names");

            migrationBuilder.DropTable(
                name: "programme_editions");

            migrationBuilder.DropTable(
                name: "programme_reviews");

            migrationBuilder.DropTable(
                name: "protection_keys");

            migrationBuilder.DropTable(
                name: "risk_assessments");

            migrationBuilder.DropTable(
                name: "risk_factors");

            migrationBuilder.DropTable(
                name: "signing_keys");

            migrationBuilder.DropTable(
                name: "stated_figures");

            migrationBuilder.DropTable(
                name: "training_plan_entries");

            migrationBuilder.DropTable(
                name: "training_records");

            migrationBuilder.DropTable(
                name: "webhook_deliveries");

            migrationBuilder.DropTable(
                name: "webhook_subscriptions");

            migrationBuilder.DropTable(
                name: "quotas");

            migrationBuilder.DropTable(
                name: "lessons");

            migrationBuilder.DropTable(
                name: "feedback_questionnaires");

            migrationBuilder.DropTable(
                name: "positions");

            migrationBuilder.DropTable(
                name: "final_assessments");

            migrationBuilder.DropTable(
                name: "certificates");

            migrationBuilder.DropTable(
                name: "frdo_packages");

            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "orders");

            migrationBuilder.DropTable(
                name: "participations");

            migrationBuilder.DropTable(
                name: "risk_editions");

            migrationBuilder.DropTable(
                name: "training_needs");

            migrationBuilder.DropTable(
                name: "training_plans");

            migrationBuilder.DropTable(
                name: "campaigns");

            migrationBuilder.DropTable(
                name: "rooms");

            migrationBuilder.DropTable(
                name: "enrolments");

            migrationBuilder.DropTable(
                name: "support_cycles");

            migrationBuilder.DropTable(
                name: "courses");

            migrationBuilder.DropTable(
                name: "employees");

            migrationBuilder.DropTable(
                name: "organisations");

            migrationBuilder.DropTable(
                name: "support_programmes");

            migrationBuilder.DropTable(
                name: "programmes");
        }
    }
}
